"""About: the authorities that a page is about."""

from sim.report.comparison import Comparison
from sim.study.store import Results


def about(results: Results) -> Comparison:
    """Compare in the first group that the experiment names, or in all places."""
    named = results.experiment.groups
    return Comparison(results, named[0] if named else None)
