"""Survival: how long spells last, and where they end, when some have not ended yet."""
