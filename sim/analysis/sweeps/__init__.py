"""Sweeps: which factors matter, where a policy fails, and what knowing more would be worth."""
