"""Scenarios beside one another, where one base for all would not tell: bundles and events."""
