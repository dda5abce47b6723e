"""Many policies: every figure shares them out over pictures low enough for a printed page."""

from types import SimpleNamespace

import pytest

from sim.report.comparison import Comparison
from sim.report.figures import fan, groups, precision, tradeoff
from sim.report.figures.curves import tall as of_curves
from sim.report.figures.effects import groups as groups_of
from sim.report.figures.effects import names_of, parts, tall
from sim.report.figures.share import TALLEST, shared
from sim.report.figures.style import WIDE, house_style
from sim.report.page import figures
from sim.study.store import open_results

SMALL = {one.__name__: one.SMALL for one in (fan, groups, precision, tradeoff)}
LONG = "A title that is long enough to take three lines beside its row"
COUNTS, MANY = [1, 4, 16, 26, 60], 26


def policies(count, title=LONG):
    names = [f"policy-{n}" for n in range(count)]
    return SimpleNamespace(
        policies=names, baseline="now", titles=dict.fromkeys(["now", *names], title),
        subjects=[SimpleNamespace(name=f"measure-{n}") for n in range(12)],
    )  # fmt: skip


@pytest.mark.parametrize("count", COUNTS)
def test_no_panel_of_effects_is_higher_than_a_page_and_nothing_is_lost(count):
    comparison = policies(count)
    pictures = groups_of(comparison)
    assert [name for some in pictures for name in some] == comparison.policies
    assert len(pictures) == 1 or count > 10
    for some in pictures:
        names, measures = names_of(comparison, some), parts(comparison, some)
        assert [one for part in measures for one in part] == comparison.subjects
        assert all(tall(names, -(-len(part) // 3)) <= TALLEST for part in measures)
        assert all(len(part) % 3 == 0 for part in measures[:-1])


@pytest.mark.parametrize("kind", SMALL)
@pytest.mark.parametrize("count", COUNTS)
def test_small_charts_are_shared_out_evenly_over_pages(kind, count):
    pictures = shared(range(count), SMALL[kind].tall)
    assert [n for some in pictures for n in some] == list(range(count))
    assert all(SMALL[kind].tall(some) <= TALLEST for some in pictures)
    assert len(pictures) == 1 or SMALL[kind].tall(range(count)) > TALLEST
    assert len(pictures[0]) - len(pictures[-1]) < len(pictures)


def test_long_titles_take_curves_to_a_second_picture():
    comparison = policies(7, f"{LONG}, and then as long again or rather more than that")
    pictures = shared(comparison.policies, lambda some: of_curves(comparison, some))
    assert len(pictures) == 2
    assert all(of_curves(comparison, some) <= TALLEST for some in pictures)


def test_what_is_too_high_by_itself_still_gets_a_picture():
    assert shared("abc", lambda some: TALLEST + len(some)) == ["a", "b", "c"]


def test_no_picture_of_any_figure_is_higher_than_a_page(make_results, tmp_path):
    names = ("baseline", *(f"policy-{number:02d}" for number in range(1, MANY + 1)))
    comparison = Comparison(open_results(make_results(tmp_path / "many", names, 3)))
    made = {figure.name: figure for figure in figures(comparison)}
    with house_style("test"):
        drawn = {name: [draw(WIDE) for draw in one.sheets] for name, one in made.items()}
    assert len(drawn) == 17
    for name, pictures in drawn.items():
        assert max(one.get_figheight() for one in pictures) <= TALLEST, name
    for name in ("detection-and-needless", "by-deprivation", "by-kind-of-place", "precision"):
        assert len(drawn[name]) > 1
        assert charts(drawn[name]) % MANY == 0
        assert has_one_scale(drawn[name])


def charts(pictures):
    """Count the charts that are shown."""
    return sum(panel.get_visible() for one in pictures for panel in one.axes)


def has_one_scale(pictures):
    """Whether pictures with the same key have the same upright axis."""
    found = {
        (one.legends[0].get_texts()[0].get_text(), panel.get_ylim())
        for one in pictures for panel in one.axes if panel.get_visible()
    }  # fmt: skip
    return len(found) == len({label for label, _ in found})
