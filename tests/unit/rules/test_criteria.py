"""Where the bar lies at the door and at each decision, as pure numbers."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.casefile.events import POLICE, PUBLIC
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.decisions import Decisions
from sim.parameters.front_door import FrontDoor
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules import criterion, screening
from sim.state.columns import NEVER, NOBODY
from tests.sections import row, section

D, P, M, LOOPS = section(Decisions), section(FrontDoor), section(Media), section(Loops)
MANAGEMENT = section(Management)
USUAL_FEAR = M.fear_of_blame * M.background_blame


def shift(fear=USUAL_FEAR, norm=0.0, effect=0.0, loops=LOOPS, **changes):
    council = row(fear=fear, norm=norm, criterion_effect=effect)
    return interpreted(criterion.council_shift)(council, section(Decisions, **changes), M, loops)


def test_in_a_quiet_authority_the_bar_is_its_base():
    assert shift() == pytest.approx(0.0)
    assert shift(effect=0.2, criterion_change=-0.5) == pytest.approx(-0.3)


def test_an_sd_of_fear_lowers_the_bar_by_its_shift():
    assert shift(fear=USUAL_FEAR + 1.0) == pytest.approx(-D.fear_shift)
    assert shift(norm=0.1) == pytest.approx(-0.1)


def test_the_loop_switched_off_leaves_the_base():
    quiet = section(Loops, blame_lowers_thresholds=0.0)
    assert shift(fear=5.0, norm=1.0, loops=quiet) == pytest.approx(0.0)


def holder(own_criterion=0.0, experience=5.0, load=1.0, fear=0.0):
    return row(own_criterion=own_criterion, experience=experience, load=load, fear=fear, shift=0.0)


def own(*worker, loops=LOOPS, supervised=1.0, rules=M.rules_usual):
    """How far a worker's own bar is moved, by criterion, experience, load and own fear.

    supervised : quality of supervision against the usual
    """
    team, council = row(supervision=supervised * MANAGEMENT.supervision_usual), row(rules=rules)
    shift = interpreted(criterion.worker_shift)
    return shift(holder(*worker), team, council, D, MANAGEMENT, M, loops)


def test_a_managers_signature_takes_part_of_a_workers_own_criterion():
    assert own(1.0) - own(0.0) == pytest.approx(1.0 - D.manager_weight)


def test_better_supervision_takes_more_of_it_and_at_most_all():
    left = [own(1.0, supervised=one) - own(supervised=one) for one in (0.0, 1.5, 9.0)]
    assert left == pytest.approx([1.0, 1.0 - 1.5 * D.manager_weight, 0.0])


def test_rules_make_workers_alike_unless_their_loop_is_off():
    usual, ruled = own(1.0) - own(), own(1.0, rules=M.rules_usual + 0.4) - own()
    assert ruled == pytest.approx(usual * (1.0 - 0.4 * D.consistency_of_rules))
    off = section(Loops, prescription_standardises=0.0)
    assert own(1.0, rules=1.0, loops=off) - own() == pytest.approx(usual)


def test_what_moves_a_bar_adds_up_to_how_far_it_is_moved():
    council = row(fear=2.0, norm=0.1, criterion_effect=0.2, shift=0.0, enquiry_custom=0.3)
    council.shift = interpreted(criterion.council_shift)(council, D, M, LOOPS)
    worker = holder(0.4, 3.0, 1.2, 0.5)
    worker.shift = own(0.4, 3.0, 1.2, 0.5)
    moved = interpreted(criterion.moved)(council, [worker], 0, D, M, LOOPS)
    assert sum(moved[1:-1]) == pytest.approx(moved.shift)
    assert all(moved[1:2] + moved[3:])
    assert moved.enquiry_custom == 0.3
    alone = interpreted(criterion.moved)(council, [worker], NOBODY, D, M, LOOPS)
    assert sum(alone[1:-1]) == pytest.approx(alone.shift) == pytest.approx(council.shift)


@given(some.floats(0, 40), some.floats(0, 10), some.floats(0, 3), some.floats(0, 1))
def test_experience_and_load_raise_the_bar(years, more, load, heavier):
    assert own(0.0, years + more, load) >= own(0.0, years, load)
    assert own(0.0, years, load + heavier) >= own(0.0, years, load)


def test_own_fear_lowers_the_bar_as_the_authoritys_does_unless_its_loop_is_off():
    assert own(0.0, 5.0, 1.0, 1.0) - own() == pytest.approx(-D.fear_shift)
    quiet = section(Loops, blame_lowers_thresholds=0.0)
    assert own(0.0, 5.0, 1.0, 1.0, loops=quiet) == own()


def test_experience_counts_up_to_ten_years():
    assert own(0.0, 10.0) - own(0.0, 0.0) == pytest.approx(D.experience_shift)
    assert own(0.0, 30.0) == own(0.0, 10.0)


def test_load_raises_the_bar_at_the_door_unless_the_brake_is_off():
    why = criterion.Moved(0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    door = interpreted(screening.door)
    at = [
        door(why, row(load=P.usual_load + more, door_custom=0.0), P, LOOPS) for more in (0.0, 1.0)
    ]
    assert at[0].shift == pytest.approx(0.1)
    assert at[1].shift - at[0].shift == pytest.approx(P.load_brake) == pytest.approx(at[1].load)
    off = section(Loops, capacity_brake=0.0)
    assert door(why, row(load=9.0, door_custom=0.0), P, off).shift == pytest.approx(0.1)


def word(weeks_ago, loops=LOOPS, comes=NEVER):
    record = row(last_referral=-weeks_ago, file_comes=comes)
    return interpreted(screening.word_of_file)(record, 0, P, loops)


def test_the_word_of_the_file_fades():
    assert word(0) == pytest.approx(P.file_bonus)
    assert word(P.file_years * WEEKS_IN_YEAR) == pytest.approx(P.file_bonus * exp(-1))
    assert word(-NEVER) == pytest.approx(0.0, abs=1e-6)
    assert all(word(weeks) > word(weeks + 10) for weeks in range(0, 200, 10))


def test_a_file_that_has_not_come_after_a_move_says_nothing():
    assert word(10, comes=1) == 0.0
    assert word(10, comes=0) == word(10)


def test_a_file_that_does_not_speak_adds_its_usual_word_to_all():
    silent = section(Loops, the_file_speaks=0.0)
    assert word(0, silent) == word(5000, silent) == P.file_bonus_usual


@pytest.mark.parametrize(
    ("asked", "hours", "pace"),
    [(0.0, 10.0, 1.0), (5.0, 10.0, 1.0), (12.0, 9.0, 0.75), (99.0, 1.0, 0.6)],
)
def test_a_contact_gets_the_time_there_is_down_to_the_shortest(asked, hours, pace):
    numbers = section(FrontDoor, fastest_screening=0.6)
    assert interpreted(screening.pace_of_screening)(asked, hours, numbers) == pytest.approx(pace)


def test_a_serious_incident_speaks_for_itself():
    told = interpreted(screening.word_of_contact)
    numbers = section(FrontDoor, relatives_weight=0.5)
    assert told(row(incident=0, source=POLICE), numbers) == 0.0
    assert told(row(incident=1, source=POLICE), numbers) == P.incident_evidence
    assert told(row(incident=1, source=PUBLIC), numbers) == P.incident_evidence + 0.5
