"""Held against: files that hold the model against what is published."""
