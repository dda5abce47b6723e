"""Swept: what a design tells of its factors, in figures, tables and sentences."""
