"""Who comes to which authority, as pure numbers."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.loops import Loops
from sim.parameters.market import Market
from sim.parameters.workforce import Workforce
from sim.rules import labour_market, supply
from sim.rules.labour_market import Places
from sim.rules.posts import Staff
from sim.state.columns import NOBODY
from tests.sections import row, section

W, P, LOOPS = section(Workforce), section(Market), section(Loops)
COURSES = ("degree_3", "degree_2", "degree_1", "masters_2", "masters_1", "fast")
USUAL = Staff(100, 100.0, 100 * W.usual_vacancy, 100 - 100 * W.usual_vacancy, 0.0, 0.0)


def pull(vacancies=USUAL.vacancies, reputation=0.0, **changes):
    staff, moved = USUAL._replace(vacancies=vacancies), section(Workforce, **changes)
    return interpreted(supply.pull_of)(row(reputation=reputation), staff, moved, P, LOOPS)


def test_in_the_base_year_an_authority_draws_people_as_usual():
    assert pull() == pytest.approx(1.0)


def test_hiring_is_limited_by_supply():
    """Doubling vacancies raises hires by 2 to the power 0.12: nine per cent."""
    assert pull(20.0) / pull(10.0) == pytest.approx(2**P.pull_of_vacancies)
    assert pull(20.0) / pull(10.0) == pytest.approx(1.09, abs=0.005)


def test_nobody_is_drawn_to_no_vacancy():
    assert pull(0.0) == 0.0


def test_a_good_name_recognition_and_pay_bring_people():
    assert pull(reputation=0.2) == pytest.approx(exp(0.2 * P.pull_of_name))
    assert pull(pay_supplement=0.1) == pytest.approx(1.1**P.pull_of_pay)
    assert pull(recognition=1.0) == pytest.approx(exp(W.recognition_gain))


def market(**stocks):
    return row(**{**dict.fromkeys(COURSES, 0.0), "posts": 1000.0, "qualified": 0.0, "left": 0.0,
                  "pull": 1.0, **stocks})  # fmt: skip


def test_students_qualify_after_the_years_of_their_course_and_as_many_in_every_usual_year():
    usual = market()
    interpreted(supply.fill_courses)(usual, P)
    start = [getattr(usual, name) for name in COURSES]
    interpreted(supply.begin_year)(usual, 0.0, 0.0, P)
    assert usual.qualified == pytest.approx(P.supply * P.qualified * usual.posts)
    assert [getattr(usual, name) for name in COURSES] == pytest.approx(start)
    cohort = market(degree_3=100.0)
    came = []
    for _ in range(3):
        before = cohort.qualified
        for name in ("fast", "masters_2", "masters_1"):
            setattr(cohort, name, 0.0)
        cohort.posts = 0.0
        interpreted(supply.begin_year)(cohort, 0.0, 0.0, P)
        came.append(cohort.qualified - before)
    assert came == pytest.approx([0.0, 0.0, 100.0 * P.completion])


def test_fear_in_councils_keeps_students_away():
    quiet, afraid = market(), market()
    interpreted(supply.begin_year)(quiet, 0.0, 0.0, P)
    interpreted(supply.begin_year)(afraid, 1.0, 0.0, P)
    assert afraid.fast / quiet.fast == pytest.approx(1.0 - P.intake_of_fear)


def test_campaigns_after_incidents_bring_students():
    quiet, alarmed = market(), market()
    interpreted(supply.begin_year)(quiet, 0.0, 0.0, P)
    interpreted(supply.begin_year)(alarmed, 0.0, 1.0, P)
    assert alarmed.fast / quiet.fast == pytest.approx(1.0 + P.intake_of_alarm)


def test_further_trainees_look_here_for_a_year_and_then_everywhere():
    council, everywhere = row(qualified=3.0, trainees=10.0, posts=20.0), market()
    interpreted(supply.train_here)(council, everywhere, section(Workforce, extra_trainees=0.2), P)
    assert everywhere.qualified == 3.0
    assert council.qualified == pytest.approx(10.0 * P.completion)
    assert council.trainees == pytest.approx(4.0)


def test_of_the_newly_qualified_all_but_a_few_have_found_a_post_after_their_time():
    left = market(qualified=100.0)
    for _ in range(round(P.qualified_weeks)):
        left.qualified -= interpreted(supply.qualified_a_week)(left, P)
    assert left.qualified == pytest.approx(100.0 / np.e, rel=0.05)


def test_those_out_of_the_profession_are_in_balance_in_the_base_year():
    """Those who leave in the rest of England make up for who comes back and who is lost."""
    balanced = market(left=P.left * 1000.0)
    interpreted(labour_market.go_elsewhere)(balanced, 1.0, P)
    interpreted(supply.lose_touch)(balanced, 1000.0, P)
    assert balanced.left == pytest.approx(P.left * 1000.0, rel=P.forgotten * 1e-4)


authorities = some.lists(
    some.tuples(some.floats(0.5, 3.0), some.integers(0, 3), some.floats(10.0, 1000.0)),
    min_size=1, max_size=30,
)  # fmt: skip


def places(drawn, england):
    pulls, regions, posts = (np.array(part) for part in zip(*drawn, strict=True))
    usual, regions = posts**P.size_elasticity, regions.astype(np.int64)
    outside = max(0.0, england - len(pulls))
    missing = interpreted(labour_market.missing_by_region)(regions, outside, england, P.regions)
    hires = np.ones(len(pulls))
    return Places(pulls * usual, usual, regions, posts, hires, outside, missing)


def claims(market_places):
    each = interpreted(labour_market.claim_of)
    return [each(market_places, a, True, P) for a in range(len(market_places.pull))]


@given(authorities)
def test_with_all_of_england_simulated_its_authorities_claim_everybody(drawn):
    whole = places(drawn, float(len(drawn)))
    assert (whole.outside_region == 0.0).all()
    assert sum(claims(whole)) == pytest.approx(1.0)


@given(authorities)
def test_the_rest_of_england_claims_what_is_left_and_loses_what_others_draw(drawn):
    part = places(drawn, 153.0)
    here = sum(claims(part))
    assert 0.0 < here < 1.0
    stronger = [(2.0 * drawn[0][0], *drawn[0][1:]), *drawn[1:]]
    more = claims(places(stronger, 153.0))
    assert more[0] > claims(part)[0]
    assert sum(more) > here
    assert all(b <= a for a, b in zip(claims(part)[1:], more[1:], strict=True))


@given(authorities)
def test_regions_lack_the_rest_of_england_between_them(drawn):
    part = places(drawn, 153.0)
    first = [list(part.region).index(region) for region in sorted(set(part.region))]
    known = sum(part.outside_region[first])
    assert known <= part.outside + 1e-9
    if len(drawn) <= 153.0 / P.regions:  # nowhere more than its even part
        even = 153.0 / P.regions
        there = [int((part.region == part.region[a]).sum()) for a in first]
        assert part.outside_region[first] == pytest.approx([even - n for n in there])


@given(authorities, some.floats(0, 1), some.booleans())
def test_who_leaves_an_authority_does_not_come_back_to_it(drawn, u, near):
    part = places(drawn, 153.0)
    there = interpreted(labour_market.where_to)(part, 0, 0, near, u)
    assert there != 0
    assert there == NOBODY or not near or part.region[there] == part.region[0]


def test_who_leaves_an_agency_may_take_a_post_where_they_have_worked():
    part = places([(1.0, 0, 100.0), (1.0, 0, 100.0)], 153.0)
    assert interpreted(labour_market.where_to)(part, 0, NOBODY, False, 1e-9) == 0


def test_alone_an_authority_has_all_of_its_own_market():
    alone = places([(1.0, 0, 100.0)], 1.0)
    assert interpreted(labour_market.claim_of)(alone, 0, False, P) == 1.0


def test_others_come_from_abroad_in_proportion_to_supply():
    come = interpreted(supply.others_a_week)(market(), section(Market, supply=2.0))
    assert come * WEEKS_IN_YEAR == pytest.approx(2.0 * P.others * 1000.0)
