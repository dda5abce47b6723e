"""Casefile: what is written down about a family, and how it may change."""
