"""Professionals see the truth through `observe` and in no other way: shown by poisoning."""

from contextlib import contextmanager

import numpy as np

from sim.casefile.status import ASSESSMENT, CLOSED, EARLY_HELP
from sim.kernel import compiled
from sim.rules import decision, observe
from sim.state.columns import NEVER, column
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
WEEKS = 2


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

    Those nobody has heard of have equal files; among open cases, and among closed ones, what
    differs on file stays with the family while the truth moves to another.
    """
    record, truth, chances = model.tables.record, model.tables.truth, model.tables.chances
    status, at_home = column(record, "status"), column(truth, "away") == 0
    heard_of = column(record, "last_referral") != NEVER
    before = column(truth, "harm").copy()
    for group in (
        (status == CLOSED) & ~heard_of, (status == CLOSED) & heard_of, status == EARLY_HELP,
        status >= ASSESSMENT,
    ):  # fmt: skip
        rows = np.flatnonzero(group & at_home)
        turned = np.roll(rows, 1)
        truth[rows] = truth[turned]
        chances.change[rows], chances.sign[rows] = chances.change[turned], chances.sign[turned]
    harmed = np.flatnonzero(column(truth, "harm") > 0)
    model.tables.harmed.families[: len(harmed)] = harmed
    model.tables.harmed.count[0] = len(harmed)
    moved = before != column(truth, "harm")
    return int(moved.sum()), int((moved & (status >= ASSESSMENT)).sum())


def ready():
    """A world some months in, with every rule's plain twin made."""
    model = world(small(families=5280))
    for _ in range(12):
        model.step_by_agents()
    return model


def two_weeks(model, tape, *, replay):
    with looking_through(tape, replay):
        for _ in range(WEEKS):
            model.step_by_agents()


def same(one, other, name):
    mine, theirs = getattr(one.tables, name), getattr(other.tables, name)
    if isinstance(mine, tuple):
        count = int(mine[1][0])
        filled = mine[0][:count].tobytes() == theirs[0][:count].tobytes()
        return filled and count == int(theirs[1][0])
    return mine.tobytes() == theirs.tobytes()


def test_with_looks_frozen_poisoned_truth_changes_no_decision():
    clean, poisoned = ready(), ready()
    tape = []
    everywhere, in_open_cases = poison(poisoned)
    assert everywhere > 50
    assert in_open_cases > 20
    two_weeks(clean, tape, replay=False)
    looks = {name for name, _ in tape}
    assert looks >= {"observe_harm", "observe_need", "observe_sign", "could_be_seen"}
    two_weeks(poisoned, tape, replay=True)
    assert tape == []
    council_free = [name for name in DECIDED if name != "councils"]
    assert [name for name in council_free if not same(clean, poisoned, name)] == []
    for name in clean.tables.councils.dtype.names:
        mine, theirs = (column(model.tables.councils, name) for model in (clean, poisoned))
        assert name in OBSERVED or np.array_equal(mine, theirs), name


def test_with_eyes_open_the_same_poison_does_change_decisions():
    clean, poisoned = ready(), ready()
    poison(poisoned)
    for _ in range(WEEKS):
        clean.step_by_agents()
        poisoned.step_by_agents()
    assert not same(clean, poisoned, "record")


def test_the_poison_finds_a_professional_who_reads_the_truth():
    """A decision that peeks, past the gate, at whether there is harm."""
    honest = compiled.interpreted(decision.decide)

    def peeking(case, shift, *others):
        return honest(case, shift + (-3.0 if case.truth.harm else 3.0), *others)

    clean, poisoned = ready(), ready()
    tape = []
    poison(poisoned)
    compiled.TWINS[id(decision.decide)] = peeking
    try:
        two_weeks(clean, tape, replay=False)
        try:
            two_weeks(poisoned, tape, replay=True)
            caught = not same(clean, poisoned, "record")
        except AssertionError:  # a look was asked for that the tape does not hold
            caught = True
        assert caught
    finally:
        compiled.TWINS[id(decision.decide)] = honest
