"""Agents: who decides, one kind to a file. Each is a view on a row of the world's tables."""
