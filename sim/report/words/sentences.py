"""Findings in words, made by rule: a sentence never says more than its interval allows.

A change is clear when the interval, adjusted for every comparison of the table, leaves out
no change. It matters when all of that interval lies beyond the smallest change that matters.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sim.report.numbers import NO_INTERVAL, Shown, counted, listed, mid, quoted

MOST_NAMED, MOST_COUNTED = 2, 4
OTHERS = "other policies"

type Verdict = Literal[
    "clear", "clear but small", "no change that matters", "not clear", "exactly the same",
    "no interval",
]  # fmt: skip
SAME = "exactly the same in every replicate"
REASON = "the policy did not reach this measure"
UNREACHED = f"{SAME}: {REASON}"
NONE_CAN = ("No replicate can tell", "One replicate cannot tell")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a measure, as sentences need it."""

    name: str
    label: str
    better: str
    matters: float
    shown: Shown

    @property
    def mid(self) -> str:
        """The label as it stands inside a sentence."""
        return mid(self.label)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one policy changed in one measure; `low` and `high` stand alone, the others not."""

    measure: str
    scenario: str
    baseline: float
    change: float
    low: float
    high: float
    low_adjusted: float
    high_adjusted: float
    clear: bool
    n: int
    same_sign: float
    p_holm: float

    @property
    def is_same(self) -> bool:
        """Whether every paired difference is exactly nought."""
        width = 0.0 if self.n == 1 else self.high - self.low
        return self.change == 0 and width == 0

    @property
    def is_lone(self) -> bool:
        """Whether there are too few replicates for an interval."""
        return self.n < FEWEST and not self.is_same

    @classmethod
    def of(cls, row: Any) -> "Effect":
        """Take an effect from a row of the table of paired differences."""
        fields = {name: getattr(row, name) for name in cls.__dataclass_fields__}
        return cls(**{**fields, "clear": bool(row.clear), "n": int(row.n)})


def verdict(effect: Effect, subject: Subject) -> Verdict:
    """Weigh a change by its adjusted interval and the smallest change that matters."""
    if effect.is_same:
        return "exactly the same"
    if effect.is_lone:
        return "no interval"
    largest = max(abs(effect.low_adjusted), abs(effect.high_adjusted))
    is_small = largest < subject.matters
    if effect.clear:
        return "clear but small" if is_small else "clear"
    return "no change that matters" if is_small else "not clear"


def direction(effect: Effect, subject: Subject) -> Literal["better", "worse", "changed"]:
    """Say which way a clear change goes for those it concerns."""
    if subject.better == "neither":
        return "changed"
    return "better" if (effect.change < 0) == (subject.better == "lower") else "worse"


def between(effect: Effect, subject: Subject) -> str:
    """Write the adjusted interval of a clear change as sizes, smaller first."""
    ends = sorted((abs(effect.low_adjusted), abs(effect.high_adjusted)))
    return subject.shown.levels(*ends)


def sentence(effect: Effect, subject: Subject, policy: str) -> str:
    """Tell one effect in one sentence."""
    weighed = verdict(effect, subject)
    if weighed == "exactly the same":
        return f"{subject.label} {SAME} with {quoted(policy)}: {REASON}"
    if weighed == "no interval":
        return f"{lone([effect])} a change in {subject.mid} from luck with {quoted(policy)}"
    if weighed == "no change that matters":
        return f"No change in {subject.mid} large enough to matter with {quoted(policy)}"
    if weighed == "not clear":
        return f"No clear change in {subject.mid} with {quoted(policy)}"
    return f"{subject.label} {moved(effect, subject)} with {quoted(policy)}"


def moved(effect: Effect, subject: Subject) -> str:
    """Tell the size of a clear change: down about 2.6 percentage points (1.9 to 3.3)."""
    way = "down" if effect.change < 0 else "up"
    size = f"{way} about {subject.shown.size(effect.change)} ({between(effect, subject)})"
    return f"{size}{doubt(effect, subject)}"


def compared(effect: Effect, subject: Subject) -> str:
    """Tell the same inside a full sentence: about 2.6 percentage points lower (1.9 to 3.3)."""
    way = "lower" if effect.change < 0 else "higher"
    size = f"about {subject.shown.size(effect.change)} {way} ({between(effect, subject)})"
    return f"{size}{doubt(effect, subject)}"


def doubt(effect: Effect, subject: Subject) -> str:
    """Add that a clear change may be too small to matter, or is."""
    if min(abs(effect.low_adjusted), abs(effect.high_adjusted)) >= subject.matters:
        return ""
    if verdict(effect, subject) == "clear but small":
        return ", too little to matter,"
    return ", perhaps too little to matter,"


def about_one_measure(effects: Sequence[Effect], subject: Subject, titles: dict[str, str]) -> str:
    """Tell what all policies did to one measure, the largest clear change first, as a title."""
    if not any(effect.clear for effect in effects):
        return nothing_clear(effects, subject, titles)
    told = [f"{moved(e, subject)} with {quoted(titles[e.scenario])}" for e in named(effects)]
    return f"{subject.label} {listed(told)}{the_rest(effects, titles)}"


def full_sentence(effects: Sequence[Effect], subject: Subject, titles: dict[str, str]) -> str:
    """Tell the same as a full sentence."""
    if not any(effect.clear for effect in effects):
        said = nothing_clear(effects, subject, titles)
        if all(effect.is_same for effect in effects):
            return f"In the simulation, {mid(said.replace(SAME, f'would be {SAME}'))}."
        return f"{said}." if said.startswith(NONE_CAN) else f"The simulation shows {mid(said)}."
    told = [f"{compared(e, subject)} with {quoted(titles[e.scenario])}" for e in named(effects)]
    rest = the_rest(effects, titles)
    return f"In the simulation, {subject.mid} would be {listed(told)}{rest}."


def largest_first(effects: Sequence[Effect]) -> list[Effect]:
    """Put the clear effects in order of size."""
    return sorted((e for e in effects if e.clear), key=lambda e: -abs(e.change))


def named(effects: Sequence[Effect]) -> list[Effect]:
    """Choose the clear effects that a sentence names: the few that are largest."""
    return largest_first(effects)[:MOST_COUNTED]


def the_rest(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Count clear changes beyond those named, and name the policies whose change is not clear."""
    more = len(largest_first(effects)) - len(named(effects))
    also = f"; clear changes with {counted(more, 'more policy', 'more policies')}" if more else ""
    return f"{also}{without(effects, titles)}"


def without(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Name the policies whose change is not clear, and those that changed nothing at all."""
    unclear = [quoted(titles[e.scenario]) for e in effects if not e.clear and not e.is_same]
    same = the_same(effects, titles)
    if len(unclear) > MOST_NAMED:
        many = counted(len(unclear), "policy", "policies")
        return f"; no clear change with {'' if same else 'the other '}{many}{same}"
    return f"; no clear change with {listed(unclear, 'or')}{same}" if unclear else same


def the_same(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Name the policies that left a measure exactly as it was."""
    same = [quoted(titles[e.scenario]) for e in effects if e.is_same]
    if len(same) > MOST_NAMED:
        return f"; {SAME} with {counted(len(same), 'policy', 'policies')}"
    return f"; {SAME} with {listed(same, 'or')}" if same else ""


def nothing_clear(effects: Sequence[Effect], subject: Subject, titles: dict[str, str]) -> str:
    """Tell that no policy moved a measure clearly."""
    if len(effects) == 1:
        return sentence(effects[0], subject, titles[effects[0].scenario])
    moved_ = [e for e in effects if not e.is_same]
    if not moved_:
        return f"{subject.label} {SAME}: no policy reached this measure"
    if all(e.is_lone for e in moved_):
        return f"{lone(moved_)} a change in {subject.mid} from luck"
    small = all(verdict(e, subject) == "no change that matters" for e in moved_)
    said = (
        f"No change in {subject.mid} large enough to matter"
        if small
        else f"No clear change in {subject.mid}"
    )
    if len(moved_) == len(effects):
        return f"{said} with any policy"
    return f"{said}{with_those(moved_, titles)}{the_same(effects, titles)}"


def with_those(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Name a few policies, or count many."""
    if len(effects) > MOST_NAMED:
        return f" with {counted(len(effects), 'policy', 'policies')}"
    return f" with {listed([quoted(titles[e.scenario]) for e in effects], 'or')}"


def count_clear(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Tell on how many measures each policy makes a clear change, the most first."""
    total = f"{len({e.measure for e in effects})} measures"
    if not any(e.clear for e in effects):
        return none_clear(effects, f"any of the {total}")
    counts = Counter(dict.fromkeys((e.scenario for e in effects), 0))
    counts.update(e.scenario for e in effects if e.clear)
    moving = [(name, n) for name, n in counts.most_common() if n]
    parts = [f"{n} with {quoted(titles[name])}" for name, n in moving[:MOST_COUNTED]]
    if len(moving) > MOST_COUNTED:
        rest = counted(len(moving) - MOST_COUNTED, "other policy", OTHERS)
        parts.append(f"up to {moving[MOST_COUNTED][1]} with {rest}")
    still = [quoted(titles[name]) for name, n in counts.items() if not n]
    if len(still) > MOST_NAMED:
        parts.append(f"none with {counted(len(still), 'other policy', OTHERS)}")
    elif still:
        parts.append(f"none with {listed(still)}")
    return f"Clear changes among {total}: {listed(parts)}"


def none_clear(effects: Sequence[Effect], where: str) -> str:
    """Tell of many changes of which none is clear: whether that is luck, or nothing happened.

    where : what they are changes of, such as "any of the 12 measures"
    """
    same = sum(e.is_same for e in effects)
    if same == len(effects):
        return f"No policy reached {where}: {SAME}"
    if all(e.is_lone or e.is_same for e in effects):
        return f"{lone(effects)} a change in {where} from luck"
    rest = f"; {same} of {len(effects)} {SAME}" if same else ""
    return f"No clear change in {where} with any policy{rest}"


def told_clear(effect: Effect) -> str:
    """Say in a table whether a change is clear."""
    if effect.is_same:
        return UNREACHED
    if effect.is_lone:
        return "one replicate" if effect.n else "no replicate with a value"
    return "clear" if effect.clear else "not clear"


def interval_kind(told: Sequence[Effect]) -> str:
    """Say, after a semicolon, what kind of interval a title goes by, and how many it shares.

    told : all effects that were adjusted together
    """
    if not told or all(effect.is_same or effect.is_lone for effect in told):
        return ""
    many = counted(len(told), "comparison")
    return f"; 95% intervals in the title are adjusted for {many} (Holm)"


def lone(effects: Sequence[Effect]) -> str:
    """Begin a sentence on effects without an interval, by how many replicates hold a value."""
    return NONE_CAN[max(effect.n for effect in effects if effect.is_lone)]


def interval(effect: Effect, show: Shown, low: float, high: float) -> str:
    """Write an interval in a table; what is exactly the same in every replicate has none."""
    return NO_INTERVAL if effect.is_same else show.changes(low, high)
