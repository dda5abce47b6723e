"""Scenarios, places and experiments in words, for people to read."""
