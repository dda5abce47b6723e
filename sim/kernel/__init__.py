"""Kernel: knows nothing of children's services."""
