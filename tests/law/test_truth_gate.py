"""Professionals see the truth through `observe` and in no other way: shown by poisoning."""

from contextlib import contextmanager
from functools import cache

import numpy as np
import pytest

from sim.agents.inspector import Inspector
from sim.agents.manager import Manager
from sim.casefile.status import ASSESSMENT, CLOSED, EARLY_HELP
from sim.kernel import compiled
from sim.rules import observe
from sim.state.columns import NEVER, column
from sim.world.past import pack, unpack
from tests.worlds import small, world

LOOKS = (
    "observe_harm", "observe_need", "observe_concealed", "observe_sign", "observe_kind",
    "could_be_seen", "observe_incident",
)  # fmt: skip
DECIDED = (
    "record", "workers", "teams", "councils", "agencies", "managers", "chiefs", "queue", "known",
    "helped", "judgements", "jobs",
)  # fmt: skip
OBSERVED = ("right", "quality")  # of a council: the observer's own
WEEKS = 65
HARSH = {
    "families.onset_rate": 0.1, "decisions.proceedings_weeks": 6.0, "decisions.return_home": -0.5,
    "decisions.care_by_agreement": 0.05, "decisions.proceedings": 0.0,
    "management.audit_files": 20.0,
}  # fmt: skip
"""So much happens in a world like this that every kind of decision comes up many times."""
DECISIONS = (
    "consider_enquiry", "after_assessment", "after_enquiry", "after_conference", "review_plan",
    "review_need", "review_care", "after_court", "move_otherwise",
)  # fmt: skip
DECIDE = "sim.rules.decision"


def taped(name, look, tape, replay):
    """Make a look that writes what it sees on a tape, or gives back what the tape holds."""

    def through(*seen):
        if name == "observe_incident":
            return False
        if replay:
            was, result = tape.pop(0)
            assert was == name, f"a look at {name} came where {was} had been"
            return result
        result = look(*seen)
        tape.append((name, result))
        return result

    return through


def put(looks, ids):
    """Put looks in the place of those that all plain twins call."""
    for name, look in looks.items():
        compiled.TWINS[ids[name]] = look
        for space in compiled.NAMESPACES.values():
            if name in space and space.get("__name__") != "sim.rules.observe":
                space[name] = look


@contextmanager
def looking_through(tape, replay):
    """Write what every look sees on a tape, or give back what the tape holds instead of a look."""
    kept = {name: compiled.interpreted(getattr(observe, name)) for name in LOOKS}
    ids = {name: id(getattr(observe, name)) for name in LOOKS}
    try:
        put({name: taped(name, look, tape, replay) for name, look in kept.items()}, ids)
        yield
    finally:
        put(kept, ids)


def poison(model):
    """Permute the truth among families that professionals cannot tell apart but by looking.

    Those nobody has heard of have equal files; among open cases, among those whose children are
    in care, and among closed ones, what differs on file stays with the family while the truth
    moves to another.
    """
    record, truth, chances = model.tables.record, model.tables.truth, model.tables.chances
    status, away = column(record, "status"), column(truth, "away")
    heard_of = column(record, "last_referral") != NEVER
    before = [column(truth, name).copy() for name in ("harm", "removed_for")]
    for group in (
        (status == CLOSED) & ~heard_of & (away == 0), (status == CLOSED) & heard_of & (away == 0),
        (status == EARLY_HELP) & (away == 0), (status >= ASSESSMENT) & (away == 0), away == 2,
    ):  # fmt: skip
        rows = np.flatnonzero(group)
        turned = np.roll(rows, 1)
        truth[rows] = truth[turned]
        chances.change[rows], chances.sign[rows] = chances.change[turned], chances.sign[turned]
    harmed = np.flatnonzero(column(truth, "harm") > 0)
    model.tables.harmed.families[: len(harmed)] = harmed
    model.tables.harmed.count[0] = len(harmed)
    after = [column(truth, name) for name in ("harm", "removed_for")]
    moved = np.any([one != other for one, other in zip(before, after, strict=True)], axis=0)
    return int(moved.sum()), int((moved & (status >= ASSESSMENT)).sum())


@cache
def start():
    """A world some months in, packed, with every rule's plain twin made and a visit due."""
    model = world(small(families=2640, parameters=HARSH))
    while model.week < 12:
        model.step()
    model.step_by_agents()
    for council in model.councils:
        council.last_full = model.week + 3 - int(model.rates.inspection[0].cycle_weeks)
    return pack(model), model.week


def ready():
    packed, week = start()
    model = world(small(families=2640, parameters=HARSH))
    unpack(model, packed)
    model.week = week
    return model


def weeks(model, tape, *, replay):
    """Live some weeks through taped looks; give what inspectors concluded of each file."""
    concluded, honest = [], Inspector.agrees

    def noted(inspector, family):
        concluded.append(honest(inspector, family))
        return concluded[-1]

    Inspector.agrees = noted
    try:
        with looking_through(tape, replay):
            for _ in range(WEEKS):
                model.step_by_agents()
    finally:
        Inspector.agrees = honest
    return concluded


def same(one, other, name):
    mine, theirs = getattr(one.tables, name), getattr(other.tables, name)
    if isinstance(mine, tuple):
        count = int(mine[1][0])
        filled = mine[0][:count].tobytes() == theirs[0][:count].tobytes()
        return filled and count == int(theirs[1][0])
    return mine.tobytes() == theirs.tobytes()


def caught():
    """Whether the frozen looks and the poison show that somebody read the truth."""
    clean, poisoned, tape = ready(), ready(), []
    poison(poisoned)
    seen = weeks(clean, tape, replay=False)
    try:
        seen_again = weeks(poisoned, tape, replay=True)
    except (AssertionError, IndexError):  # a look was asked for that the tape does not hold
        return True
    return seen != seen_again or any(
        not same(clean, poisoned, name) for name in ("record", "teams")
    )


def harmed(truth):
    return truth.harm or truth.removed_for


@contextmanager
def peeking(name):
    """Let one decision look past the gate: it goes one way with harm and the other without."""
    space = compiled.NAMESPACES[DECIDE]
    honest = space[name]

    def peeks(case, *others):
        if name == "move_otherwise":
            return None if harmed(case.truth) else honest(case, *others)
        if name == "after_court":
            case.record.evidence += 20.0 if harmed(case.truth) else -20.0
            return honest(case, *others)
        why, *rest = others
        peeked = why._replace(shift=why.shift + (-3.0 if harmed(case.truth) else 3.0))
        return honest(case, peeked, *rest)

    try:
        space[name] = peeks
        yield
    finally:
        space[name] = honest


def test_with_looks_frozen_poisoned_truth_changes_no_decision():
    clean, poisoned, tape, asked = ready(), ready(), [], dict.fromkeys(DECISIONS, 0)
    everywhere, in_open_cases = poison(poisoned)
    assert everywhere > 200
    assert in_open_cases > 50
    with counting(asked):
        seen = weeks(clean, tape, replay=False)
    assert min(asked.values()) > 5, asked
    assert len(seen) > 20
    assert {name for name, _ in tape} >= set(LOOKS) - {"observe_incident"}
    assert weeks(poisoned, tape, replay=True) == seen
    assert tape == []
    council_free = [name for name in DECIDED if name != "councils"]
    assert [name for name in council_free if not same(clean, poisoned, name)] == []
    for name in clean.tables.councils.dtype.names:
        mine, theirs = (column(model.tables.councils, name) for model in (clean, poisoned))
        assert name in OBSERVED or np.array_equal(mine, theirs), name


@contextmanager
def counting(asked):
    """Count how often each decision comes up."""
    space = compiled.NAMESPACES[DECIDE]
    kept = {name: space[name] for name in asked}

    def counted(name):
        def decision(*given):
            asked[name] += 1
            return kept[name](*given)

        return decision

    try:
        space.update({name: counted(name) for name in asked})
        yield
    finally:
        space.update(kept)


def test_nobody_honest_is_caught():
    assert not caught()


def test_with_eyes_open_the_same_poison_does_change_decisions():
    clean, poisoned = ready(), ready()
    poison(poisoned)
    for _ in range(2):
        clean.step_by_agents()
        poisoned.step_by_agents()
    assert not same(clean, poisoned, "record")


@pytest.mark.parametrize("name", DECISIONS)
def test_the_poison_finds_a_decision_that_reads_the_truth(name):
    ready()
    with peeking(name):
        assert caught()


def test_the_poison_finds_an_inspector_who_reads_the_truth(monkeypatch):
    monkeypatch.setattr(Inspector, "agrees", lambda self, family: bool(harmed(family.truth)))
    assert caught()


def test_the_poison_finds_a_manager_who_reads_the_truth(monkeypatch):
    monkeypatch.setattr(Manager, "doubts", lambda self, family, luck: bool(harmed(family.truth)))
    assert caught()
