"""Budgets: what is carried, what is met, and what is shared out by need."""

import pytest

from sim.rules.prices import overspend_met
from sim.stages.leadership.budget import adjusted_for_need, carry, need, plan, set_budget
from sim.state.organisation import GOOD
from tests.worlds import moved, small, world

WEEKS = 365.25 / 7


def test_what_was_spent_beyond_the_budget_is_carried_but_for_what_is_met():
    model = world(small())
    council, met = model.councils[0], overspend_met(model.rates.money[0])
    council.overspend = 0.0
    carry(model, 0, 100.0)
    assert council.overspend == pytest.approx((1 - met) * 100.0)
    carry(model, 0, 50.0)
    assert council.overspend == pytest.approx((1 - met) * ((1 - met) * 100.0 + 50.0))


def test_a_surplus_pays_what_is_carried_and_no_more():
    model = world(small())
    council, met = model.councils[0], overspend_met(model.rates.money[0])
    council.overspend = 100.0
    carry(model, 0, -40.0)
    assert council.overspend == pytest.approx((1 - met) * 60.0)
    carry(model, 0, -1e9)
    assert council.overspend == 0


def test_a_year_within_its_budget_carries_nothing_and_grips_nothing():
    model = world(small())
    council = model.councils[0]
    council.overspend, council.spent = 0.0, 0.9 * council.budget * WEEKS
    set_budget(model, 0)
    assert council.overspend == council.controls == 0


def test_a_year_beyond_its_budget_grips_the_next_and_takes_early_help_once():
    model = world(small())
    council, p = model.councils[0], model.rates.money[0]
    council.overspend, council.early_help_budget = 0.0, 0.0
    council.base_spend, council.growth = council.budget, 1.0
    council.spent = 1.02 * council.budget * WEEKS
    before = council.budget
    set_budget(model, 0)
    carried = (1 - overspend_met(p)) * 0.02 * before
    assert council.overspend == pytest.approx(carried)
    assert council.controls == pytest.approx(p.controls_of_overspend * carried / council.budget)
    statutory = 1.02 * before * (1 + p.growth)
    left = council.budget - statutory - carried
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
