"""The answer: one sentence on the question's own measure, then a line for each policy."""

from collections.abc import Sequence
from typing import Any

from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.numbers import capital, listed, mid, quoted
from sim.report.words.effect import Effect
from sim.report.words.nothing import NOUGHT, untold, where_nought
from sim.report.words.sentences import compared, direction, full_sentence, named, verdict

MOST_NAMED, MOST_ALONE = 4, 2
OF_CHILDREN = ("harm", "detection", "needless")


def said(comparison: Comparison) -> dict[str, Any]:
    """Gather the answer, the kind of interval that it goes by, and the policies' lines."""
    return {
        "answer": answer(comparison),
        "answer_kind": kind(comparison),
        "lines": lines(comparison),
    }


def answer(comparison: Comparison) -> str:
    """Answer in a sentence, on the first measure of the experiment."""
    if not comparison.policies:
        return "One scenario was run, so nothing is compared: the table gives its own levels."
    if not comparison.subjects:
        return "None of what was to be compared is known in this period."
    here = f"{not_known(comparison)}{first_measure(comparison)}{elsewhere(comparison)}"
    return " ".join([here, *map(first_measure, comparison.others)])


def first_measure(comparison: Comparison) -> str:
    """Say what the policies do to the first measure, and in which group where there are groups."""
    first = comparison.subjects[0]
    told = full_sentence(comparison.effects_on(first.name), first, comparison.titles)
    return f"{capital(comparison.group.name)}: {mid(told)}" if comparison.group else told


def not_known(comparison: Comparison) -> str:
    """Say so where the question's own measure is not known, and another is told of instead."""
    asked = comparison.experiment.measures[:1]
    label = next((one.label for one in comparison.unknown if one.name in asked), "")
    return f"{label}: not known in this period. " if label else ""


def kind(comparison: Comparison) -> str:
    """Say what kind of interval the answer goes by; nothing where there is none."""
    if all(effect.is_nought or effect.is_lone for effect in comparison.effects):
        return ""
    return (
        f"The answer goes by 95% intervals adjusted for {len(comparison.effects)} comparisons "
        f"(Holm){' in each group' if comparison.group else ''}, and gives them in brackets; the "
        "headline table shows the unadjusted ones."
    )


def elsewhere(comparison: Comparison) -> str:
    """Add the change that matters most where the question's own measure shows none."""
    clear = [effect for effect in comparison.effects if effect.clear]
    if not clear or any(effect.measure == comparison.subjects[0].name for effect in clear):
        return ""
    best = min(clear, key=lambda effect: weight(comparison, effect))
    subject = comparison.subject(best.measure)
    told = [
        f"{compared(one, subject)} with {quoted(comparison.titles[one.scenario])}"
        for one in named(comparison.effects_on(best.measure))
    ]
    return f" Clear elsewhere: {subject.mid} {listed(told)}."


def weight(comparison: Comparison, effect: Effect) -> tuple[bool, bool, bool, float]:
    """Order clear changes: those that matter and are better or worse, children's first."""
    subject = comparison.subject(effect.measure)
    small = verdict(effect, subject) != "clear"
    is_neutral = direction(effect, subject) == "changed"
    return small, is_neutral, MEASURES[effect.measure].room not in OF_CHILDREN, effect.p_holm


def lines(comparison: Comparison) -> list[tuple[str, str]]:
    """Sum up each policy over all measures of the table: its title, and what it moved.

    Where there are many policies, those that moved nothing clearly share the last line.
    """
    names = comparison.policies
    moving = [name for name in names if any(e.clear for e in comparison.effects_of(name))]
    still = [name for name in names if name not in moving]
    if len(names) <= MOST_NAMED or len(still) < MOST_ALONE:
        moving, still = names, []
    told = [
        (comparison.titles[name], policy_line(comparison, comparison.effects_of(name)))
        for name in moving
    ]
    if not still:
        return told
    titles = listed([quoted(comparison.titles[name]) for name in still])
    effects = [effect for name in still for effect in comparison.effects_of(name)]
    which = f"The other {len(still)}" if told else f"All {len(still)}"
    return [*told, (which, f"{seen(effects, len(comparison.subjects))}: {titles}.")]


def seen(effects: Sequence[Effect], measures: int) -> str:
    """Say of policies without a clear change whether that is luck, or nothing happened."""
    if all(effect.is_nought for effect in effects):
        return f"{NOUGHT} on any of {measures} measures {where_nought(effects)}"
    if all(effect.is_nought or effect.is_lone for effect in effects):
        return mid(untold(effects, f"any of {measures} measures"))
    return f"no clear change on any of {measures} measures"


WORDS = {
    "better": "better on",
    "worse": "worse on",
    "changed": "a change, neither better nor worse, in",
    "small": "a change too small to matter in",
}


def policy_line(comparison: Comparison, effects: Sequence[Effect]) -> str:
    """Sum up one policy: better on, worse on, changed, and how many are not clear."""
    groups: dict[str, list[str]] = {key: [] for key in WORDS}
    for effect in effects:
        subject = comparison.subject(effect.measure)
        weighed = verdict(effect, subject)
        if weighed == "clear":
            text = f"{subject.mid} ({subject.shown.change(effect.change)})"
            groups[direction(effect, subject)].append(text)
        elif weighed == "clear but small":
            groups["small"].append(subject.mid)
    parts = [f"{WORDS[key]} {shortened(named)}" for key, named in groups.items() if named]
    return "; ".join([*parts, *unclear(comparison, effects)]) + "."


def unclear(comparison: Comparison, effects: Sequence[Effect]) -> list[str]:
    """Count the measures on which nothing clear is seen."""
    weighed = [verdict(effect, comparison.subject(effect.measure)) for effect in effects]
    without = weighed.count("no change that matters")
    hidden, alone = weighed.count("not clear"), weighed.count("no interval")
    still = [effect for effect in effects if effect.is_nought]
    parts = []
    if without:
        parts.append(f"no change that matters on {of(without, len(effects))}")
    if hidden:
        parts.append(f"not clear on {of(hidden, len(effects))}")
    if still:
        parts.append(f"{NOUGHT} on {of(len(still), len(effects))} {where_nought(still)}")
    if alone:
        parts.append(mid(untold(effects, of(alone, len(effects)))))
    return parts


def of(count: int, total: int) -> str:
    """Write how many of the measures."""
    return f"any of the {total} measures" if count == total else f"{count} of {total} measures"


def shortened(named: list[str]) -> str:
    """Name the first few and count the rest."""
    if len(named) <= MOST_NAMED:
        return listed(named)
    rest = len(named) - MOST_NAMED
    return listed([*named[:MOST_NAMED], f"{rest} more"])
