"""Decisions: held against the truth, swept over the criterion, and what made that up."""
