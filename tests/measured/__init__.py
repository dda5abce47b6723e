"""Measurements too long for the tests: each prints what `results/shown` keeps. Run one by hand."""
