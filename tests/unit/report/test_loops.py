"""The causal diagram: drawn from the registry, its labels apart, switches told."""

from dataclasses import replace

import pytest

from sim.report.comparison import Comparison
from sim.report.figures.figure import place
from sim.report.figures.style import NARROW, WIDE
from sim.report.loops.diagram import COLOURS, Panel, diagram, size
from sim.report.loops.layout import connected
from sim.scenario.telling.loops import groups, loops
from sim.study.store import open_results

LINKS = {link for one in loops().values() for link in zip(one.chain, one.chain[1:], strict=False)}
NAMES = list(dict.fromkeys(cause for one in loops().values() for cause in one.chain))


@pytest.fixture(params=[WIDE, NARROW], ids=lambda one: one.name)
def panels(request):
    width = request.param.width
    return width, [Panel(loops(), group, width) for group in groups()]


def test_causes_that_share_a_link_are_one_part():
    found = connected(["a", "b", "c", "d", "e"], {("a", "b"), ("c", "b"), ("e", "d")})
    assert found == [["a", "b", "c"], ["d", "e"]]
    assert sorted(name for part in connected(NAMES, LINKS) for name in part) == sorted(NAMES)


def test_labels_stay_on_the_page_and_do_not_overlap(panels):
    width, drawn = panels
    for panel in drawn:
        for name, (x, y) in panel.at.items():
            assert 0.0 < x < width
            assert 0.0 < y < panel.height
            for other, (u, v) in panel.at.items():
                if other > name:
                    (wide, tall), (far, high) = size(name), size(other)
                    near = abs(x - u) < 0.45 * (wide + far) and abs(y - v) < 0.45 * (tall + high)
                    assert not near, (name, other)


def test_every_cause_and_link_stands_in_a_panel(panels):
    _, drawn = panels
    assert {name for panel in drawn for name in panel.at} == set(NAMES)
    assert {link for panel in drawn for link in panel.links} == LINKS


def test_the_same_links_give_the_same_places(panels):
    width, drawn = panels
    again = [Panel(loops(), group, width) for group in groups()]
    assert [one.at for one in drawn] == [one.at for one in again]


def test_every_link_of_the_registry_is_in_the_diagram(folder, tmp_path):
    figure = diagram(Comparison(open_results(folder)))
    assert set(zip(figure.data["cause"], figure.data["moves"], strict=True)) == LINKS
    assert set(figure.data["loop"]) == set(loops())
    assert figure.title.endswith("all of them run here")
    made = place(figure, 1, tmp_path)
    assert (tmp_path / f"{made.stem}.png").stat().st_size > 20_000


def test_each_kind_has_a_colour_of_its_own():
    assert set(COLOURS) == {one.kind for one in loops().values()}
    assert len(set(COLOURS.values())) == len(COLOURS)


def test_an_explanation_of_all_groups_is_exact():
    assert len(groups()) == 8


def test_what_a_scenario_switches_off_is_told(folder):
    results = open_results(folder)
    first, *rest = results.experiment.scenarios
    off = (replace(first, loops_off=("silence", "capacity_brake")), *rest)
    results.__dict__["experiment"] = replace(results.experiment, scenarios=off)
    figure = diagram(Comparison(results))
    assert "off are capacity_brake and silence in “Current policy continues”" in figure.title
    row = figure.table.set_index("Loop").loc["silence"]
    assert row["Off in"] == "“Current policy continues”"
