"""The course of changes: one date for one change, wherever on the page it is told."""

from sim.analysis.mechanism import courses
from sim.report.comparison import Comparison
from sim.report.course import Courses, since
from sim.study.store import open_results


def test_a_change_has_the_same_date_as_a_step_and_as_a_finding(make_results, tmp_path):
    followed = Courses(Comparison(open_results(make_results(tmp_path / "made", replicates=4))))
    everything = {name: followed.values(name) for name in followed.between}
    widest = courses(everything, "cap", "baseline", len(followed.comparison.policies))["caseload"]
    found = followed.headline["caseload"]["cap"]
    assert widest.clear_from != found.clear_from  # which the page must not tell beside it

    ((_, moments, _),) = [one for one in followed.moments if one[0] == "Cap on caseloads"]
    (below,) = [one.clear for one in moments if one.measure == "Cases per social worker"]
    told = dict(followed.mechanisms)["Cap on caseloads"]
    date = since(str(found.clear_from))
    assert below.startswith(f"from {date}")
    steps = [step for step in told.split("; ") if "cases per social worker" in step]
    assert [step.rstrip(".").endswith(f"clear from {date}") for step in steps] == [True]
