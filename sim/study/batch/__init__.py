"""Batch: one go at the runs of a results folder, and the journal it keeps."""
