"""Scenarios, places and experiments in words, with the line of each value."""

from datetime import date

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_scenario
from sim.scenario.dated import levers_at
from sim.scenario.telling.diff import differences
from sim.scenario.telling.on_a_day import as_content, read_day, show_at
from sim.scenario.telling.show import show

MINE = """\
scenario: mine
extends: baseline
title: Mine
actions:
  - action: cap
    title: A cap
    from: 2026-04
    until: 2029-03
    phase_in: 2 years
    where: {kind: [london, county]}
    change:
      management.span: {to: 4}
    cost: {set_up: £1m, prices: 2025-26}
shocks:
  - {shock: publicised_death, at: year 3}
loops: {silence: off}
expect:
  - turnover falls
"""


@pytest.fixture
def mine(write):
    return load_scenario(write(MINE))


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("mine: Mine", 1), ("cap: A cap", 5), ("  from 2026-04-01", 7), ("  until 2029-03-31", 8),
        ("  phased in over 104 weeks", 9), ("  in london or county", 10),
        ("  management.span: to 4", 12),
        ("  £1,000,000 to set up and £0 a year, in 2025-26 prices", 13),
        ("  silence is off", 16), ("  Foretold: turnover falls", 18),
    ],
)  # fmt: skip
def test_each_value_of_a_scenario_is_shown_with_its_line(mine, said, line):
    rows = dict(row.rsplit("  # ", 1) for row in show(mine).splitlines() if "  # " in row)
    assert {key.rstrip(): where for key, where in rows.items()}[said] == f"mine.yaml:{line}"


def test_a_value_of_a_parent_keeps_the_parents_line(mine, write):
    write(MINE)
    child = load_scenario(write("scenario: child\nextends: mine\ntitle: Child\n", "child.yaml"))
    shown = show(child)
    assert "# child.yaml:1" in shown
    assert "# mine.yaml:12" in shown
    assert "baseline.yaml:" in shown


SPAN = "management.span"


@pytest.mark.parametrize(
    ("day", "values"),
    [("2026-03", {6.0}), ("year 4", {6.0, 6 - 2 / 104}), ("2027-04", {6.0, 6 - 2 * 53 / 104}),
     ("2028-06", {6.0, 4.0}), ("2029-04", {6.0})],
)  # fmt: skip
def test_levers_move_evenly_where_they_are_meant_to_and_stop_when_it_ends(mine, day, values):
    found = [one for one in levers_at(mine, read_day(day, mine)) if one.parameter == SPAN]
    assert {round(one.value, 9) for one in found} == {round(value, 9) for value in values}
    meant = [one for one in found if one.value < 6]
    assert all({name for name, _ in one.cells} == {"Eastwick", "Southmere"} for one in meant)


def test_a_day_is_told_in_words_and_as_a_document(mine):
    day = date(2027, 4, 1)
    assert show_at(mine, day).splitlines()[0].startswith("mine on 2027-04-01, in the week of 2027")
    assert "  cap: 51% phased in" in show_at(mine, day)
    assert "management.span: 5.981 in Eastwick, Southmere, instead of 6" in show_at(
        mine, read_day("year 4", mine)
    )
    actions = as_content(mine, day)["actions"]
    assert (actions["cap"], actions["agency-rules"]) == (53 / 104, 1.0)


@pytest.mark.parametrize(("written", "said"), [("soon", "not a month"), ("2040-01", "within the")])
def test_a_day_outside_the_run_is_refused(mine, written, said):
    with pytest.raises(InputError, match=said):
        read_day(written, mine)


def test_what_a_judgement_decides_is_told_by_judgement(write):
    text = MINE.replace("kind: [london, county]", "help_and_protection: inadequate")
    told = show_at(load_scenario(write(text)), date(2028, 6, 1))
    assert "management.span: 4 where inadequate when the action began, instead of 6" in told


def test_differences_say_what_is_new_gone_and_other(mine, write):
    other = MINE.replace("to: 4", "to: 5").replace("until: 2029-03", "until: 2030-03")
    other = other.replace("silence: off", "silence: on").replace("turnover falls", "turnover rises")
    other = other.replace("year 3", "year 4").replace("    where: {kind: [london, county]}\n", "")
    assert differences(mine, load_scenario(write(other, "other.yaml"))) == [
        "Loops off: none instead of silence.",
        "Changes “cap”: management.span: to 5 instead of to 4; until: 2030-03-31 instead of "
        "2029-03-31; where: everywhere instead of in london or county.",
        "Adds a shock: A child known to services dies and the press tells the story, 2026-04-01, "
        "one authority: 1 (attention, where 1 is the most covered case of a usual year).",
        "Leaves out a shock: A child known to services dies and the press tells the story, "
        "2025-04-01, one authority: 1 (attention, where 1 is the most covered case of a usual "
        "year).",
        "Foretells: turnover rises.",
        "No longer foretells: turnover falls.",
    ]


def test_the_model_lays_actions_as_they_are_told(mine):
    from sim.world.settings import Timeline, in_force

    rates = in_force(mine)
    timeline = Timeline(mine, rates)
    for week in range(0, 410, 7):
        timeline.apply(week, [2, 2, 2, 2])
        told = {
            name: one.value
            for one in levers_at(mine, timeline.calendar.date(week)) for name, _ in one.cells
        }  # fmt: skip
        laid = [rates.get("management.span", a) for a in range(4)]
        assert laid == [told[one.name] for one in mine.authorities]
