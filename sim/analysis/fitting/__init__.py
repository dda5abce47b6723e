"""Fitting: which numbers of the model agree with what is published, and how far they are known."""
