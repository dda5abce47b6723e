"""Report: numbers in, pages out; the only place that draws."""

from sim.report.page import write

__all__ = ["write"]
