"""Money that levers bring or protect: after a poor judgement, for early help, and by duty."""

import pytest

from sim.parameters.money import Money
from sim.rules.prices import overspend_met
from sim.stages.leadership.budget import emergency_money, left_for_early_help, plan, set_budget
from sim.state.organisation import GOOD, INADEQUATE, OUTSTANDING, REQUIRES_IMPROVEMENT
from tests.sections import section
from tests.worlds import moved, small, world

WEEKS = 365.25 / 7


def with_levers(*changes):
    """A small world in whose first week levers have moved."""
    setting = small()
    model = world(moved(setting, "paid", *changes) if changes else setting)
    model.begin_week()
    return model


def judged(weeks_ago, *changes, grade=INADEQUATE):
    """A world whose first authority was judged so, so long ago."""
    model = with_levers(*changes)
    model.councils[0].grade, model.councils[0].judged = grade, model.week - weeks_ago
    return model


@pytest.mark.parametrize("spent", [0.8, 1.2])
@pytest.mark.parametrize("share", [0.0, 0.06, 0.15])
def test_an_inadequate_judgement_adds_to_the_budget_whatever_is_met_of_a_shortfall(share, spent):
    budgets = []
    for grade in (INADEQUATE, GOOD):
        model = judged(10, ("inspection.emergency_money", "to", share), grade=grade)
        council = model.councils[0]
        council.growth, council.weeks_spent = 1.0, 52
        council.spent = spent * council.base_spend * council.weeks_spent
        set_budget(model, 0)
        budgets.append(council.budget)
    planned = council.base_spend * (1 + model.rates.money[0].growth)
    assert budgets[0] - budgets[1] == pytest.approx(share * planned)


def test_a_cut_is_foreseen_as_a_shortfall():
    """Statutory services cost what they cost, however much the budget is to grow."""
    budgets = []
    for growth in (-0.05, 0.016):
        model = judged(10, ("money.growth", "to", growth), grade=GOOD)
        council, p = model.councils[0], model.rates.money[0]
        council.growth, council.weeks_spent = 1.0, 52
        council.spent = 1.2 * council.base_spend * council.weeks_spent
        set_budget(model, 0)
        budgets.append(council.budget)
    lost = 0.066 * council.base_spend
    assert budgets[1] - budgets[0] == pytest.approx((1 - overspend_met(p)) * lost)


@pytest.mark.parametrize("grade", [REQUIRES_IMPROVEMENT, GOOD, OUTSTANDING])
def test_no_better_judgement_adds_any(grade):
    assert emergency_money(judged(10, grade=grade), 0) == 0


@pytest.mark.parametrize("years", [1.0, 2.0, 4.0])
def test_it_is_added_for_so_many_years_and_no_longer(years):
    lever = ("inspection.emergency_years", "to", years)
    last = int(years * WEEKS)
    model = judged(last, lever)
    assert emergency_money(model, 0) == model.rates.inspection[0].emergency_money > 0
    assert emergency_money(judged(last + 1, lever), 0) == 0


@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_it_comes_as_far_as_a_grade_brings_resource(part):
    model = judged(10, ("loops.grade_brings_resource", "to", part))
    expected = part * model.rates.inspection[0].emergency_money
    assert emergency_money(model, 0) == pytest.approx(expected)


def early_help(left, fence=0.0, protected=0.95):
    """Next year's early help for what is left of a budget; all against the base year's."""
    model = with_levers(("money.early_help_ring_fence", "to", fence))
    council, p = model.councils[0], model.rates.money[0]
    first = model.children_in(0) * p.early_help_per_child / WEEKS
    council.growth, council.protected_help = 1.1, protected * first
    return left_for_early_help(model, 0, left * first) / first


@pytest.mark.parametrize("fence", [0.0, 0.25, 1.0])
def test_a_ring_fence_protects_its_part_of_early_help_from_a_squeeze(fence):
    floor = section(Money).early_help_floor
    assert early_help(0.0, fence) == pytest.approx(floor + fence * (0.95 - floor))
    assert early_help(0.8, fence) == pytest.approx(0.8 + fence * 0.15)


def test_a_ring_fence_takes_nothing_from_early_help_that_is_not_squeezed():
    assert early_help(1.0, 1.0) == pytest.approx(1.0)
    assert early_help(5.0, 0.0) == early_help(5.0, 1.0) == pytest.approx(1.1)


def test_what_is_protected_grows_as_the_lever_says():
    model = with_levers(("money.early_help_growth", "to", 0.1))
    council = model.councils[0]
    council.protected_help = 100.0
    plan(model, 0)
    plan(model, 0)
    assert council.protected_help == pytest.approx(121.0)


@pytest.mark.parametrize(
    ("met", "duty", "together"), [(0.6, 0.0, 0.6), (0.6, 0.25, 0.7), (0.7, 0.5, 0.85), (0.7, 1, 1)]
)
def test_a_duty_to_judge_resources_meets_so_much_of_what_is_left_unmet(met, duty, together):
    asked = section(Money, overspend_met=met, adequacy_duty=duty)
    assert overspend_met(asked) == pytest.approx(together)


def test_the_duty_is_a_lever_that_a_world_obeys():
    shares = [
        overspend_met(with_levers(("money.adequacy_duty", "to", duty)).rates.money[0])
        for duty in (0.0, 1.0)
    ]
    assert shares == pytest.approx([section(Money).overspend_met, 1.0])
