"""The causal diagram: drawn from the registry, its labels apart, switches told."""

from dataclasses import replace

import numpy as np
import pytest

from sim.report.comparison import Comparison
from sim.report.figures.figure import place
from sim.report.figures.style import NARROW, WIDE
from sim.report.loops.diagram import COLOURS, diagram, size, stacked
from sim.report.loops.layout import connected, placed
from sim.scenario.telling.loops import groups, loops
from sim.study.store import open_results

LINKS = {link for one in loops().values() for link in zip(one.chain, one.chain[1:], strict=False)}
NAMES = list(dict.fromkeys(cause for one in loops().values() for cause in one.chain))


def parts(width=WIDE.width):
    return [
        (part, placed(part, LINKS, np.array([size(name) for name in part]), width))
        for part in connected(NAMES, LINKS)
    ]


def test_causes_that_share_a_link_are_one_part():
    found = connected(["a", "b", "c", "d", "e"], {("a", "b"), ("c", "b"), ("e", "d")})
    assert found == [["a", "b", "c"], ["d", "e"]]
    assert sorted(name for part in connected(NAMES, LINKS) for name in part) == sorted(NAMES)


@pytest.mark.parametrize("canvas", [WIDE, NARROW], ids=lambda one: one.name)
def test_labels_stay_on_the_page_and_do_not_overlap(canvas):
    at, height = stacked(parts(canvas.width), canvas.width)
    assert set(at) == set(NAMES)
    for name, (x, y) in at.items():
        assert 0.0 < x < canvas.width
        assert 0.0 < y < height
        for other, (u, v) in at.items():
            if other > name:
                (wide, tall), (far, high) = size(name), size(other)
                near = abs(x - u) < 0.45 * (wide + far) and abs(y - v) < 0.45 * (tall + high)
                assert not near, (name, other)


def test_the_same_links_give_the_same_places():
    once, again = parts(), parts()
    assert all(np.array_equal(one[1], other[1]) for one, other in zip(once, again, strict=True))


def test_every_link_of_the_registry_is_in_the_diagram(folder, tmp_path):
    figure = diagram(Comparison(open_results(folder)))
    assert set(zip(figure.data["cause"], figure.data["moves"], strict=True)) == LINKS
    assert set(figure.data["loop"]) == set(loops())
    assert figure.title.endswith("all of them run here")
    made = place(figure, 1, tmp_path)
    assert (tmp_path / f"{made.stem}.png").stat().st_size > 20_000


def test_each_group_has_a_colour_of_its_own():
    assert len(set(COLOURS)) == len(COLOURS) >= len(groups())


def test_what_a_scenario_switches_off_is_told(folder):
    results = open_results(folder)
    first, *rest = results.experiment.scenarios
    off = (replace(first, loops_off=("silence", "capacity_brake")), *rest)
    results.__dict__["experiment"] = replace(results.experiment, scenarios=off)
    figure = diagram(Comparison(results))
    assert "off are capacity_brake and silence in “Current policy continues”" in figure.title
    row = figure.table.set_index("Loop").loc["silence"]
    assert row["Off in"] == "“Current policy continues”"
