"""Budgets: what is carried, what is met, and what is shared out by need."""

import pytest

from sim.measures.counters import index
from sim.stages.leadership.budget import adjusted_for_need, need, plan, set_budget
from sim.state.organisation import GOOD
from tests.worlds import moved, small, world

WEEKS = 365.25 / 7
DRAWN, UNSPENT = index("reserves_drawn"), index("budget_unspent")


def year(model, beyond, weeks=52):
    """End a year in which the first authority spent so much beyond its budget; give its book."""
    council = model.councils[0]
    council.granted, council.weeks_spent = council.budget * weeks, weeks
    council.spent = council.granted + beyond
    tally = model.tables.tally
    before = tally[0, [DRAWN, UNSPENT]].copy()
    set_budget(model, 0)
    return tally[0, [DRAWN, UNSPENT]] - before


def test_what_was_overspent_is_carried_but_for_what_reserves_pay():
    model = world(small())
    council, share = model.councils[0], model.rates.money[0].reserves
    council.overspend = 0.0
    assert year(model, 1000.0) == pytest.approx([share * 1000.0, 0.0])
    assert council.overspend == pytest.approx((1 - share) * 1000.0)
    year(model, 500.0)
    assert council.overspend == pytest.approx((1 - share) * ((1 - share) * 1000.0 + 500.0))


def test_a_surplus_pays_what_is_carried_and_the_rest_is_lost():
    model = world(small())
    council, share = model.councils[0], model.rates.money[0].reserves
    council.overspend = 1000.0
    assert year(model, -400.0) == pytest.approx([share * 600.0, 0.0])
    assert council.overspend == pytest.approx((1 - share) * 600.0)
    assert year(model, -5000.0) == pytest.approx([0.0, 5000.0 - (1 - share) * 600.0])
    assert council.overspend == 0


def test_a_year_on_its_budget_carries_nothing_however_many_weeks_it_has():
    left = []
    for weeks in (52, 53):
        model = world(small())
        model.councils[0].overspend = 0.0
        assert year(model, 0.0, weeks) == pytest.approx([0, 0], abs=1e-6)
        assert model.councils[0].overspend == pytest.approx(0, abs=1e-6)
        assert model.councils[0].controls == pytest.approx(0, abs=1e-9)
        left.append((model.councils[0].early_help_budget, model.councils[0].budget))
    assert left[0] == pytest.approx(left[1])


def test_pounds_balance_over_the_years():
    """Spending is budget, reserves and what is carried at the end, less what was left and lost."""
    model = world(small(families=5280, past=4, years=5))
    flows = dict.fromkeys(("spend", "budget", "reserves_drawn", "budget_unspent"), 0.0)
    begun = None
    for _ in range(4 * 53):
        model.step()
        if begun is not None:
            for name in flows:
                flows[name] += model.tables.tally[:, index(name)].sum()
        carried = sum(council.overspend for council in model.councils)
        ended = model.calendar.ends_year(model.week - 1)
        if ended and begun is None:
            begun = carried
        elif ended:
            known = flows["budget"] + flows["reserves_drawn"] - flows["budget_unspent"]
            assert flows["spend"] == pytest.approx(known + carried - begun, rel=1e-9)
    assert flows["reserves_drawn"] > 0
    assert flows["budget_unspent"] > 0


def test_a_year_beyond_its_budget_grips_the_next_and_takes_early_help_once():
    model = world(small())
    council, p = model.councils[0], model.rates.money[0]
    council.overspend, council.early_help_budget = 0.0, 0.0
    council.base_spend, council.growth = council.budget, 1.0
    before = council.budget
    year(model, 0.02 * before * 52)
    carried = (1 - p.reserves) * 0.02 * before * 52
    assert council.overspend == pytest.approx(carried)
    each = carried / WEEKS
    assert council.controls == pytest.approx(p.controls_of_overspend * each / council.budget)
    left = council.budget - 1.02 * before * (1 + p.growth) - each
    assert council.early_help_budget == pytest.approx(
        max(left, p.early_help_floor * council.protected_help / (1 + p.early_help_growth)), rel=1e-6
    )


def test_need_shares_out_what_all_had_and_moves_nothing_in_all():
    here = small()
    model = world(moved(here, "shared", ("money.need_adjustment", "to", 1.0)))
    model.begin_week()
    places = range(len(model.councils))
    whole = sum(council.base_spend for council in model.councils)
    parts = [adjusted_for_need(model, a) for a in places]
    assert sum(parts) == pytest.approx(whole)
    needs = [need(model, a) for a in places]
    assert [one / whole for one in parts] == pytest.approx([one / sum(needs) for one in needs])


def test_without_it_each_keeps_what_it_spent_and_grows():
    model = world(small())
    council = model.councils[0]
    council.growth, council.grade = 1.0, GOOD
    assert adjusted_for_need(model, 0) == council.base_spend
    planned = plan(model, 0)
    assert planned == pytest.approx(council.base_spend * (1 + model.rates.money[0].growth))
