"""Help and duties around an authority: what lifts supervision, and what those at the top hear."""

from math import exp

import pytest

from sim.parameters.leadership import Leadership
from sim.stages import management, media
from sim.stages.inspection import visits
from sim.stages.inspection.judging import JUDGED
from sim.state.columns import column
from sim.state.organisation import (
    COMMISSIONER,
    GOOD,
    INADEQUATE,
    OUTSTANDING,
    REQUIRES_IMPROVEMENT,
)
from tests.inspectors import YEAR, quiet
from tests.sections import section

USUAL = 0.5  # supervision in a team of six whose manager, leaders and hours are the usual ones
PROBLEMS, SAFETY = 0.4, 0.5
PROBLEMS_PASSED_UP = 0.1 + 0.6 * SAFETY


def usual(*changes):
    """A world in whose first authority everything above a team is as usual, and nobody blames."""
    honest = ("management.honesty_least", "to", 0.1), ("management.honesty_gain", "to", 0.6)
    model = quiet(*honest, *changes)
    council, rates = model.councils[0], model.rates.leadership[0]
    council.learning, council.unsettled = model.rates.media[0].usual_learning, 0.0
    council.grade, council.judged = GOOD, -10 * YEAR
    chief, director = model.chief_executives[0].post, model.directors[0].post
    chief.attention, chief.belief = rates.attention_usual, rates.belief_usual
    chief.appetite, chief.blames, chief.background = 1.0, 0, 0
    director.belief, director.skill = rates.director_belief_usual, 1.0
    column(model.tables.teams, "problems")[:] = PROBLEMS
    column(model.tables.teams, "safety")[:] = SAFETY
    return model


def supervised(model, weeks=0):
    """Supervision, so many weeks on, of a team of six in the first authority."""
    model.week += weeks
    row = model.councils[0].first_team
    manager = next(one for one in model.team_managers if one.post.team == row)
    manager.post.skill = 1.0
    manager.supervise(6.0)
    model.week -= weeks
    return model.seen.teams[row].supervision


def test_where_all_is_usual_so_is_supervision():
    assert supervised(usual()) == pytest.approx(USUAL)


@pytest.mark.parametrize("style", [0.0, 0.4, 1.0])
def test_insight_lifts_supervision_for_a_year_after_an_inspection(style):
    model = usual(("inspection.style", "to", style))
    visits.publish(model, 0, dict.fromkeys(JUDGED, GOOD), 1.0)
    gained = model.rates.inspection[0].insight_gain * style
    after = [supervised(model, weeks) for weeks in (0, YEAR, YEAR + 1)]
    assert after == pytest.approx([USUAL + gained, USUAL + gained, USUAL])


@pytest.mark.parametrize("helped", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("grade", [INADEQUATE, REQUIRES_IMPROVEMENT, GOOD, OUTSTANDING])
def test_a_partner_council_helps_where_the_judgement_is_below_good(grade, helped):
    model = usual(("inspection.sector_partner", "to", helped))
    model.councils[0].grade = grade
    gained = model.rates.inspection[0].partner_capacity * helped
    expected = gained if grade in (INADEQUATE, REQUIRES_IMPROVEMENT) else 0.0
    assert supervised(model) == pytest.approx(USUAL + expected)


def test_a_partner_council_helps_as_far_as_a_grade_brings_resource():
    off = ("loops.grade_brings_resource", "to", 0.0)
    model = usual(("inspection.sector_partner", "to", 1.0), off)
    model.councils[0].grade = INADEQUATE
    assert supervised(model) == pytest.approx(USUAL)


def test_from_a_commissioner_up_something_is_lost_of_who_answers():
    found = []
    for part in (0.0, 1.0):
        model = usual(("loops.delegate_to_be_safe", "to", part))
        model.councils[0].rung, model.councils[0].rung_since = COMMISSIONER, -10 * YEAR
        found.append(supervised(model))
    p = model.rates.intervention[0]
    assert found == pytest.approx(
        [USUAL + p.commissioner_capacity, USUAL + p.commissioner_capacity - p.blurred]
    )


def led(director):
    """Skill that a director as good as usual shows, and the supervision that follows from it."""
    model, post = director.model, director.post
    post.own_skill, post.belief = 1.0, model.rates.leadership[0].director_belief_usual
    director.show_skill()
    return post.skill, supervised(model)


@pytest.mark.parametrize("skill", [0.7, 0.9, 1.1])
def test_who_stands_in_leads_with_the_skill_of_an_interim(skill):
    director = usual(("leadership.interim_skill", "to", skill)).directors[0]
    director.stand_in()
    effect = section(Leadership).director_effect
    assert led(director) == pytest.approx((skill, USUAL + effect * (skill - 1)))


@pytest.mark.parametrize("skill", [0.85, 0.95, 1.0])
def test_who_directs_for_the_first_time_leads_less_well_until_settled(skill):
    model, effect = (
        usual(("leadership.first_post_skill", "to", skill)),
        section(Leadership).director_effect,
    )
    director = model.directors[0]
    director.take_up(first=1)
    settled = int(section(Leadership).settled_years * 365.25 / 7) + 1
    director.post.started = model.week - settled + 1
    assert led(director) == pytest.approx((skill, USUAL + effect * (skill - 1)))
    director.post.started = model.week - settled
    assert led(director) == pytest.approx((1.0, USUAL))


def test_who_has_directed_elsewhere_leads_as_usual_from_the_first_day():
    director = usual(("leadership.first_post_skill", "to", 0.85)).directors[0]
    director.take_up(first=0)
    assert led(director) == pytest.approx((1.0, USUAL))


def told(*changes, blames=0):
    """What the director hears of practice, and what the chief executive is told of it."""
    model = usual(*changes)
    model.chief_executives[0].post.blames = blames
    management.report_upwards(model)
    return model.councils[0].reports, model.councils[0].told


@pytest.mark.parametrize("duty", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("blames", [0, 1])
def test_a_duty_to_report_tells_the_chief_executive_of_what_is_held_back(duty, blames):
    p = section(Leadership)
    spoken = p.candour_under_blame if blames else p.candour_of_director
    spoken += (1 - spoken) * p.reporting_gain * duty
    heard = told(("leadership.reporting_duty", "to", duty), blames=blames)
    assert heard[0] == pytest.approx(1 - PROBLEMS * PROBLEMS_PASSED_UP)
    assert heard[1] == pytest.approx(1 - PROBLEMS * PROBLEMS_PASSED_UP * spoken)


@pytest.mark.parametrize("duty", [0.0, 0.5, 1.0])
def test_a_duty_to_report_keeps_the_chief_executive_attending(duty):
    model = usual(("leadership.reporting_duty", "to", duty))
    chief, p = model.chief_executives[0], model.rates.leadership[0]
    chief.attend(weeks=10_000)
    assert chief.post.attention == pytest.approx(p.attention_usual + p.reporting_gain * duty)


@pytest.mark.parametrize("report", [0.0, 0.5, 1.0])
def test_a_public_report_brings_up_problems_that_nobody_speaks_of(report):
    up = PROBLEMS_PASSED_UP
    top = up * section(Leadership).candour_of_director
    levers = (
        ("management.annual_report", "to", report),
        ("management.annual_report_gain", "to", 0.3),
    )
    expected = [1 - PROBLEMS * (said + 0.3 * report * (1 - said)) for said in (up, top)]
    assert told(*levers) == pytest.approx(expected)


def test_a_public_report_lets_managers_correct_what_nobody_speaks_of():
    model = usual(("management.annual_report", "to", 1.0))
    p = model.rates.management[0]
    unspoken = PROBLEMS * (1 - PROBLEMS_PASSED_UP)
    gained = p.correction * unspoken * p.annual_report_gain
    assert supervised(model) - USUAL == pytest.approx(gained)


@pytest.mark.parametrize("gaming", [0.0, 0.2, 0.3])
@pytest.mark.parametrize("weight", [0.0, 0.5, 1.0])
def test_gaming_hides_its_part_of_what_indicators_fall_short_by(gaming, weight):
    model = usual(
        ("leadership.gaming", "to", gaming), ("leadership.indicator_weight", "to", weight)
    )
    council = model.councils[0]
    council.timely, council.visited = 0.8, 0.6
    management.report_upwards(model)
    assert council.indicators == pytest.approx(0.7 + gaming * weight * 0.3)


@pytest.mark.parametrize(("eyes", "loop", "belief"), [
    (0.0, 1.0, 0.8), (0.5, 1.0, 0.7), (1.0, 1.0, 0.6), (0.5, 0.0, 0.8),
])  # fmt: skip
def test_a_new_director_opens_the_chief_executives_eyes(eyes, loop, belief):
    """Belief of 0.8 meets a finding of 0.6: four files in ten have a problem."""
    model = usual(
        ("leadership.fresh_eyes", "to", eyes), ("loops.poor_leaders_replaced", "to", loop)
    )
    chief = model.chief_executives[0]
    chief.post.belief = 0.8
    chief.hear_afresh()
    assert chief.post.belief == pytest.approx(belief)


def felt(spilt, everywhere=0.5, of=1, **coupled):
    """Blame in the first authority when a story of size 1 breaks in another, or in itself."""
    levers = [("media.spill_over", "to", spilt), ("media.relit", "to", 0.0)]
    levers += [("media.background_blame", "to", 0.0)]
    levers += [(f"couplings.{name}", "to", part) for name, part in coupled.items()]
    model = quiet(*levers)
    model.tables.stories.count[0] = 0
    column(model.tables.councils, "remembered")[:] = 0.0
    media.publish(model, of, 1.0, everywhere)
    media.follow_stories(model)
    media.feel(model, 0)
    return model.councils[0].blame


@pytest.mark.parametrize("spilt", [0.0, 0.15, 0.4])
def test_so_much_of_national_attention_is_felt_elsewhere(spilt):
    assert felt(spilt) == pytest.approx(1 - exp(-spilt * 0.5))
    assert felt(spilt, everywhere=1.0) == pytest.approx(1 - exp(-spilt))


def test_an_authority_does_not_feel_its_own_story_twice():
    assert felt(0.4, everywhere=1.0, of=0) == felt(0.0, everywhere=1.0, of=0)


def test_nothing_spills_over_where_each_has_a_press_of_its_own():
    assert felt(0.4, press=0.0) == 0
