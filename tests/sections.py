"""Sections of parameters, and rows of tables, for rules tested as pure numbers."""

from types import SimpleNamespace

from sim.parameters.section import declared


def section(kind, **changes):
    """A section at its defaults, but for what the test changes."""
    defaults = {name: number.default for name, number in declared(kind).items()}
    assert set(changes) <= set(defaults), "a test changes only what is declared"
    return SimpleNamespace(**{**defaults, **changes})


def row(**columns):
    """One row of a table, with the columns that a rule reads."""
    return SimpleNamespace(**columns)
