"""Stages: what happens each week, one file each; `run` is all that `model.py` sees."""
