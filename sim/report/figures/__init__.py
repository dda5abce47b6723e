"""Figures: one kind a file, each from a comparison to a figure."""
