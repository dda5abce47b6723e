"""Leavers: where they go, by when, and what policies change in that."""
