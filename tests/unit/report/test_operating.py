"""Words on decisions: titles and numbers as they are written everywhere else."""

from math import nan

from sim.analysis.decisions.detection import called
from sim.analysis.intervals import Interval
from sim.report.comparison import Comparison
from sim.report.detection.decided import decided
from sim.report.detection.operating import stands
from sim.study.store import open_results


def test_the_words_leave_a_title_as_it_is(folder):
    own = Comparison(open_results(folder))
    own.__dict__["titles"] = {**own.titles, own.baseline: "Well-financed"}
    found = decided(own)
    assert stands(found).startswith("With “Well-financed”, screening: ")
    found.levels[called("d_area", "plan"), own.baseline] = Interval(nan, nan, nan, 0)
    found.levels[called("d_prime", "plan"), own.baseline] = Interval(-0.5, -0.6, -0.4, 6)
    assert "d′ −0.50 (not known from the whole curve)" in stands(found)
