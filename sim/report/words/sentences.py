"""Findings in words, made by rule: a sentence never says more than its interval allows.

A change is clear when the interval, adjusted for every comparison of the table, leaves out
no change. It matters when all of that interval lies beyond the smallest change that matters.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from sim.report.numbers import NO_INTERVAL, Shown, capital, counted, listed, mid, quoted
from sim.report.words.effect import Effect, Subject
from sim.report.words.nothing import NOUGHT, nought, untold, where_nought

MOST_NAMED, MOST_COUNTED = 2, 4
OTHERS = "other policies"

type Verdict = Literal[
    "clear", "clear but small", "no change that matters", "not clear", "no difference",
    "no difference where known", "no interval",
]  # fmt: skip


def verdict(effect: Effect, subject: Subject) -> Verdict:
    """Weigh a change by its adjusted interval and the smallest change that matters."""
    if effect.is_nought:
        return "no difference" if effect.is_whole else "no difference where known"
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
    if effect.is_nought:
        said = f"{capital(NOUGHT)} in {subject.mid} with {quoted(policy)}"
        return f"{said} {where_nought([effect])}"
    if weighed == "no interval":
        return untold([effect], f"{subject.mid} with {quoted(policy)}")
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
        is_shown = said.startswith(("No change", "No clear", capital(NOUGHT)))
        return f"The simulation shows {mid(said)}." if is_shown else f"{said}."
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
    unclear = [
        quoted(titles[e.scenario]) for e in effects if e.n and not e.clear and not e.is_nought
    ]
    same = f"{the_same(effects, titles)}{unknown(effects, titles)}"
    if len(unclear) > MOST_NAMED:
        many = counted(len(unclear), "policy", "policies")
        return f"; no clear change with {'' if same else 'the other '}{many}{same}"
    return f"; no clear change with {listed(unclear, 'or')}{same}" if unclear else same


def the_same(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Name the policies with which nothing differed, those known in every replicate first."""
    return "".join(
        f"; {NOUGHT}{with_those(some, titles)} {where_nought(some)}"
        for whole in (True, False)
        if (some := [e for e in effects if e.is_nought and e.is_whole == whole])
    )


def unknown(effects: Sequence[Effect], titles: dict[str, str]) -> str:
    """Name the policies whose change is known in no replicate."""
    some = [e for e in effects if not e.n]
    return f"; not known{with_those(some, titles)}" if some else ""


def nothing_clear(effects: Sequence[Effect], subject: Subject, titles: dict[str, str]) -> str:
    """Tell that no policy moved a measure clearly."""
    if len(effects) == 1:
        return sentence(effects[0], subject, titles[effects[0].scenario])
    missing = unknown(effects, titles)
    if missing and any(e.n for e in effects):
        known = [e for e in effects if e.n]
        return f"{nothing_clear(known, subject, titles)}{missing}"
    moved_ = [e for e in effects if not e.is_nought]
    if not moved_:
        return f"{capital(NOUGHT)} in {subject.mid} with any policy {where_nought(effects)}"
    if all(e.is_lone for e in moved_):
        return untold(moved_, subject.mid)
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


def count_clear(effects: Sequence[Effect], titles: dict[str, str], things: str = "measures") -> str:
    """Tell on how many measures each policy makes a clear change, the most first.

    things : what the measures are called, where they are of one kind
    """
    total = f"{len({e.measure for e in effects})} {things}"
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
    same = sum(e.is_nought for e in effects)
    if same == len(effects):
        return f"{capital(NOUGHT)} in {where} with any policy {where_nought(effects)}"
    if all(e.is_lone or e.is_nought for e in effects):
        return untold(effects, where)
    shows = "shows" if same == 1 else "show"
    rest = f"; {same} of {len(effects)} {shows} {nought(effects)}" if same else ""
    return f"No clear change in {where} with any policy{rest}"


def interval_kind(told: Sequence[Effect]) -> str:
    """Say, after a semicolon, what kind of interval a title goes by, and how many it shares.

    told : all effects that were adjusted together
    """
    if not told or all(effect.is_nought or effect.is_lone for effect in told):
        return ""
    many = counted(len(told), "comparison")
    return f"; 95% intervals in the title are adjusted for {many} (Holm)"


def interval(effect: Effect, show: Shown, low: float, high: float) -> str:
    """Write an interval in a table; where nothing differed there is none."""
    return NO_INTERVAL if effect.is_nought else show.changes(low, high)
