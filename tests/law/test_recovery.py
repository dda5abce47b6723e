"""How failures recover, as the observer follows them: in judgement, and in practice."""

from dataclasses import replace
from datetime import date

from sim.measures.counters import index
from sim.scenario import Shock, Where
from sim.state.columns import NEVER
from sim.state.organisation import GOOD, INADEQUATE
from sim.world.council_state import count_state, follow_recovery, forget_recovery
from tests.worlds import small, world

YEAR = 53  # weeks that hold a whole year
JUDGEMENT, PRACTICE = index("awaits_better_judgement"), index("awaits_better_practice")


def weeks_of(model, quality, weeks):
    """Let weeks pass at a level of practice; nothing else acts."""
    for _ in range(weeks):
        model.councils[0].quality = quality
        follow_recovery(model)
        model.week += 1


def waiting(model):
    count_state(model)
    return tuple(model.tables.tally[0, [JUDGEMENT, PRACTICE]])


def failed_at_once():
    model = world(small())
    model.begin_week()
    council = model.councils[0]
    council.worst_area, council.judged = INADEQUATE, model.week
    return model, council


def test_nobody_waits_who_has_not_failed_in_the_run():
    model = world(small())
    model.begin_week()
    model.councils[0].worst_area, model.councils[0].judged = INADEQUATE, -10
    weeks_of(model, 0.1, 3)
    assert waiting(model) == (0, 0)


def test_practice_is_better_after_a_whole_year_and_judgement_when_it_is_given():
    model, council = failed_at_once()
    weeks_of(model, 0.1, 10)
    assert waiting(model) == (1, 1)
    weeks_of(model, 0.95, YEAR - 1)
    assert waiting(model) == (1, 1)
    weeks_of(model, 0.1, 1)
    weeks_of(model, 0.95, YEAR)
    assert waiting(model) == (1, 0)
    assert council.better_practice == 10 + YEAR - 1 + 1 + YEAR - 1
    council.worst_area, council.judged = GOOD, model.week
    weeks_of(model, 0.95, 1)
    assert waiting(model) == (0, 0)


def test_a_later_failure_is_not_followed_again():
    model, council = failed_at_once()
    weeks_of(model, 0.95, YEAR)
    council.worst_area, council.judged = GOOD, model.week
    weeks_of(model, 0.95, 1)
    council.worst_area, council.judged = INADEQUATE, model.week
    weeks_of(model, 0.1, 5)
    assert waiting(model) == (0, 0)
    assert council.first_failed != NEVER


def test_a_judgement_that_a_scenario_brings_is_followed_from_its_own_day():
    model, council = failed_at_once()
    weeks_of(model, 0.95, YEAR)
    council.worst_area, council.judged = GOOD, model.week
    weeks_of(model, 0.95, 1)
    forget_recovery(council)
    assert waiting(model) == (0, 0)
    council.worst_area, council.judged = INADEQUATE, model.week
    weeks_of(model, 0.1, 5)
    assert waiting(model) == (1, 1)
    assert council.first_failed == model.week - 5


def test_the_clock_of_an_authority_that_a_shock_judges_starts_there():
    """It failed before, and got better; then a scenario's judgement comes."""
    day = date(2023, 10, 2)
    setting = small(years=1)
    shock = Shock("judged_inadequate", day, None, Where(), "all", 1.0, "")
    model = world(replace(setting, shocks=(shock,)))
    week = model.calendar.week(day)
    for council in model.councils:
        council.first_failed, council.better_judgement, council.better_practice = 0, 1, 2
    while model.week <= week:
        model.step()
    assert {council.first_failed for council in model.councils} == {week}
    assert {council.better_judgement for council in model.councils} == {NEVER}
