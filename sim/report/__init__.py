"""Report: numbers in, pages out; the only place that draws."""

from sim.report.files.findings import ruled_out
from sim.report.page import write

__all__ = ["ruled_out", "write"]
