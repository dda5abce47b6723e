"""Figures: what is drawn can be read by everybody, and scenarios look the same everywhere."""

from itertools import combinations, pairwise
from types import SimpleNamespace

import pandas as pd
import pytest
from matplotlib import colors
from matplotlib.text import Text

from sim.analysis.fans import by_quarter
from sim.measures import MEASURES
from sim.measures.compute import table
from sim.report.comparison import Comparison
from sim.report.figures.curves import readable
from sim.report.figures.effects import effects
from sim.report.figures.groupings import DEPRIVATION
from sim.report.figures.groups import title as of_groups
from sim.report.figures.retention import RETENTION, horizon
from sim.report.figures.retention import title as of_curves
from sim.report.figures.style import (
    BASIC,
    CURRENT,
    NARROW,
    SMALL,
    WIDE,
    apart,
    columns,
    house_style,
    looks,
    picture,
    sample,
)
from sim.report.page import figures
from sim.report.words.effect import Effect
from sim.study.store import open_results

SMALLEST, CONTRAST = 9.0, 4.5
BUSY = 6


@pytest.fixture(scope="module")
def drawn(folder):
    return figures(Comparison(open_results(folder)))


@pytest.fixture(scope="module")
def pictures(drawn):
    """Every picture of every figure, for the page and for a telephone."""
    made = []
    with house_style("test"):
        for canvas in (WIDE, NARROW):
            for figure in drawn:
                for draw in figure.sheets:
                    picture_ = draw(canvas)
                    picture_.draw_without_rendering()
                    made.append((figure.name, canvas, picture_))
    return made


def visible(picture_):
    """Texts of a picture that can be seen: those of hidden panels and far ticks are not drawn."""
    hidden = {label for axes in picture_.axes for label in beyond(axes)}
    texts = [one for one in picture_.findobj(Text) if one.get_text().strip()]
    shown = [one for one in texts if one.get_visible() and one not in hidden]
    return [one for one in shown if one.axes is None or one.axes.get_visible()]


def beyond(axes):
    """Labels of ticks beyond the ends of an axis."""
    for axis in (axes.xaxis, axes.yaxis):
        low, high = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            yield tick.label2
            if not low <= tick.get_loc() <= high or not axis.get_tick_params().get(
                "labelbottom", 1
            ):
                yield tick.label1


def test_no_text_is_smaller_than_nine_points(pictures):
    for _, _, picture_ in pictures:
        texts = visible(picture_)
        assert texts
        assert min(one.get_fontsize() for one in texts) >= SMALLEST
    assert SMALL >= SMALLEST


def test_all_text_lies_flat(pictures):
    for _, _, picture_ in pictures:
        assert {one.get_rotation() for one in visible(picture_)} == {0.0}


def test_text_has_enough_contrast():
    for look in (CURRENT, *BASIC):
        assert contrast(readable(look)) >= CONTRAST


def contrast(colour):
    """Contrast of a colour with white, as the accessibility guidelines define it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colors.to_rgb(colour)
    ]
    light = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (light + 0.05)


def test_every_scenario_has_a_marker_and_dash_of_its_own():
    given = looks("now", [f"policy {n}" for n in range(BUSY)])
    assert len({look.marker for look in given.values()}) == BUSY + 1
    assert len({look.dash for look in given.values()}) == BUSY + 1
    assert given["now"] is CURRENT


def test_sixteen_policies_all_look_different():
    given = looks("now", [f"policy {n}" for n in range(16)])
    assert len({(look.colour, look.marker, look.dash) for look in given.values()}) == 17


def test_labels_are_pushed_apart_and_keep_their_order():
    placed = apart([0.5, 0.51, 0.2, 0.52], 0.1)
    in_order = sorted(placed)
    assert all(b - a >= 0.1 - 1e-9 for a, b in pairwise(in_order))
    assert placed[2] == 0.2
    assert placed[0] < placed[1] < placed[3]


def test_labels_far_enough_apart_stay_where_they_are():
    assert apart([0.9, 0.1, 0.5], 0.1) == [0.9, 0.1, 0.5]


def test_titles_are_findings_and_do_not_overstate(drawn):
    told = {figure.name: figure.title for figure in drawn}
    assert told["effects"].startswith(
        "Clear changes among 5 measures: 3 with “Lower thresholds”, 3 with"
    )
    assert "no clear change with “A change of name”" in told["over-time-recognised-52w"]
    assert told["detection-and-needless"] == (
        "More harm found and fewer needless enquiries with “Cap on caseloads”; more harm found at "
        "the price of more needless enquiries with “Lower thresholds”; no change in harm found "
        "or needless enquiries large enough to matter with “A change of name”"
    )
    assert "significant" not in " ".join(told.values()).lower()


@pytest.mark.parametrize("name", ["turnover", "recognised_52w", "unseen_harm", "agency", "spend"])
def test_measures_by_quarter_are_those_of_the_measures_room(folder, name):
    quarterly = open_results(folder).table("quarterly")
    run = quarterly[(quarterly["scenario"] == "cap") & (quarterly["replicate"] == 1)]
    fast = by_quarter(run, MEASURES[name]).set_index("quarter")["value"]
    slow = table(run, [name], by=("quarter",)).set_index("quarter")["value"]
    assert fast.to_dict() == pytest.approx(slow.to_dict())


def test_every_effect_stands_in_the_row_of_its_policy(folder):
    comparison = Comparison(open_results(folder))
    with house_style("test"):
        panels = effects(comparison).sheets[0](WIDE).axes
    for panel, subject in zip(panels, comparison.subjects, strict=False):
        dots = {
            round(float(line.get_xdata()[0]), 9): line.get_ydata()[0]
            for line in panel.lines
            if line.get_marker() != "None"
        }
        for effect in comparison.effects_on(subject.name):
            row = comparison.policies.index(effect.scenario)
            assert dots[round(effect.change, 9)] == row
    names = [label.get_text().replace("\n", " ") for label in panels[0].get_yticklabels()]
    assert names == [comparison.titles[name] for name in comparison.policies]


def test_long_keys_are_broken_into_rows_that_fit(folder):
    many = [sample("A title that is rather long for a key", CURRENT) for _ in range(5)]
    assert columns(picture(WIDE, 3.0), many) == 2
    assert columns(picture(WIDE, 3.0), many[:1]) == 1


def test_a_measure_shown_twice_is_judged_once(folder):
    comparison = Comparison(open_results(folder))
    twice = [one for one in comparison.effects_among(["spend", "missed"]) if one.measure == "spend"]
    assert twice == comparison.effects_on("spend")


# Spells of a hundred that end within a year, by scenario and replicate.
STEADY = {"baseline": (20, 30, 40, 50), "cap": (10, 21, 29, 40)}
UNSTEADY = {"baseline": (20, 30, 40, 50), "cap": (0, 35, 10, 55)}


def made_spells(left):
    """A hundred spells a run, followed for 60 weeks unless they end after ten."""
    return pd.DataFrame(
        [
            {"scenario": scenario, "draw": 0, "replicate": replicate,
             "weeks": 10 if i < count else 60, "ended": i < count}
            for scenario, counts in left.items()
            for replicate, count in enumerate(counts)
            for i in range(100)
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("left", "start"),
    [
        (
            STEADY,
            "Staff still in post after one year up about 10.0 percentage points (8.7 to 11.3)",
        ),
        (UNSTEADY, "No clear change in staff still in post after one year"),
    ],
)
def test_titles_of_curves_compare_replicate_by_replicate(left, start):
    spells = made_spells(left)
    comparison = SimpleNamespace(
        runs=spells[["scenario", "draw", "replicate"]].drop_duplicates(),
        first_week=0, last_week=90, policies=["cap"], baseline="baseline",
        titles={"baseline": "Current policy", "cap": "Cap on caseloads"},
    )  # fmt: skip
    assert of_curves(comparison, spells, RETENTION).startswith(start)


@pytest.mark.parametrize(
    ("many", "weeks", "words"),
    [(40, 120, "two years"), (40, 60, "one year"), (29, 120, "six months"), (40, 20, "six months")],
)
def test_a_title_of_curves_is_of_a_time_that_enough_are_followed_for(many, weeks, words):
    """The period would hold two years; three take half as long again as there is."""
    few = pd.DataFrame({"scenario": "cap", "weeks": [float(weeks)] * many})
    others = pd.DataFrame({"scenario": "baseline", "weeks": [200.0] * 100})
    comparison = SimpleNamespace(first_week=0, last_week=208)
    assert horizon(comparison, pd.concat([few, others]))[1] == words


def test_curves_say_that_their_bands_are_of_the_replicates_mean(drawn):
    curves = [one for one in drawn if one.name in ("retention", "recognition")]
    assert len(curves) == 2
    for one in curves:
        assert (
            "mean of each replicate's own Kaplan-Meier curve, with its unadjusted 95% band"
            in one.subtitle
        )
        assert one.subtitle.endswith("in the title are adjusted for three comparisons (Holm)")


@pytest.mark.parametrize(
    ("clear", "said"),
    [
        ({5: 2, 1: 0}, "2 of 3 in the most deprived fifth, none of 3 in the least deprived fifth"),
        ({5: 1, 1: 1, 3: 1},
         "1 of 3 in the most deprived fifth, 1 of 3 in the least deprived fifth, 1 of 9 in the "
         "other fifths"),
    ],
)  # fmt: skip
def test_the_title_by_deprivation_counts_every_fifth(clear, said):
    told = [
        ("turnover", quintile, Effect("turnover", f"p{i}", 0, 1, 0, 2, 0, 2,
                                      clear=i < clear.get(quintile, 0), n=8, same_sign=1, p_holm=0,
                                      replicates=8))
        for quintile in DEPRIVATION.cells for i in range(3)
    ]  # fmt: skip
    assert of_groups(DEPRIVATION, told) == f"Clear changes: {said}"


def test_no_text_overlaps_another_or_is_cut_off(pictures):
    for name, canvas, picture_ in pictures:
        boxes = [(one.get_text(), one.get_window_extent()) for one in visible(picture_)]
        page = picture_.bbox
        for text, box in boxes:
            inside = box.x0 >= page.x0 - 1 and box.x1 <= page.x1 + 1
            assert inside, (name, canvas.name, "cut off", text)
        for (text, box), (other, its_box) in combinations(boxes, 2):
            assert apart_by_a_hair(box, its_box), (name, canvas.name, text, other)


def apart_by_a_hair(box, other):
    """Whether two boxes of text keep clear of one another, but for the white around letters."""
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.y1, other.y1) - max(box.y0, other.y0)
    return across <= 1.5 or down <= 2.5
