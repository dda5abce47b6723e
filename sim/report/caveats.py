"""Before you use this: at most three lines, picked by rule, the gravest first."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sim.kernel.calendar import Calendar
from sim.report.assumptions import assumed
from sim.report.comparison import Comparison
from sim.report.fit import Fit
from sim.report.numbers import counted, listed, mid, quoted
from sim.scenario.policy import Action

MOST, NAMED = 3, 4
WHOLE = 100.0
FOLLOWED = re.compile(r"_(\d+)w$")


def caveats(comparison: Comparison, fit: Fit) -> list[str]:
    """Pick the lines that a user must not miss."""
    found = [
        *failures(comparison),
        *not_known(comparison),
        *unfinished(comparison),
        *misfit(fit),
        *luck_only(comparison),
        *unmeasured(comparison),
    ]
    return [*found, made_up(comparison)][:MOST]


def failures(comparison: Comparison) -> Iterator[str]:
    """Tell of runs that failed and are missing."""
    runs = comparison.manifest.get("runs", {})
    if runs.get("failed"):
        planned = runs.get("planned", "the")
        yield f"{runs['failed']} of {planned} runs failed; all results leave them out."


def not_known(comparison: Comparison) -> Iterator[str]:
    """Tell which measures that were asked for have no value in the period, and why."""
    weeks = comparison.last_week - comparison.first_week + 1
    short: list[str] = []
    rare: list[str] = []
    for one in comparison.unknown:
        found = FOLLOWED.search(one.name)
        (short if found and int(found[1]) >= weeks else rare).append(one.label)
    if short:
        yield (
            f"Not known in this period: {some(short)}. Its {weeks} weeks are too short to follow "
            "anything for so long."
        )
    if rare:
        yield (
            f"Not known in this period: {some(rare)}. Under some scenario no run held anything of "
            "which this could be reckoned."
        )


def unfinished(comparison: Comparison) -> Iterator[str]:
    """Tell of policies that are still being phased in when the run ends."""
    base = comparison.scenarios[comparison.baseline]
    found = [
        comparison.titles[name]
        for name in comparison.policies
        for policy in [comparison.scenarios[name]]
        if any(not done(one, policy.end) for one in policy.actions if one not in base.actions)
    ]
    if found:
        some = listed([quoted(one) for one in found[:NAMED]])
        more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
        yield (
            f"Not fully in force when the run ends: {some}{more}. What is phased in beyond "
            f"{comparison.scenarios[comparison.baseline].end:%B %Y} is not in these results."
        )


def done(action: Action, end: date) -> bool:
    """Whether an action is fully phased in by the last day of a run, in the run's own weeks."""
    return action.phase_in_weeks <= Calendar(action.start).week(end + timedelta(days=1))


def misfit(fit: Fit) -> Iterator[str]:
    """Tell what of the base year the model does not reproduce."""
    if not fit.is_base_year:
        yield "The base year was not run, so the model was not held against published figures."
        return
    far, near = fit.missed("out"), fit.missed("near")
    if far:
        yield (
            f"The model misses {len(far)} of {fit.compared} published figures of its base year by "
            f"more than 30% ({some(far)}); a further {len(near)} lie outside their tolerance."
        )
    elif near:
        yield (
            f"{len(near)} of {fit.compared} published figures of the base year lie outside their "
            f"tolerance, none by more than 30% ({some(near)})."
        )


def some(labels: list[str]) -> str:
    """Name the first few of many."""
    named = [mid(label) for label in labels[:NAMED]]
    rest = len(labels) - len(named)
    return listed([*named, f"{rest} more"] if rest else named)


def luck_only(comparison: Comparison) -> Iterator[str]:
    """Tell that intervals hold luck alone where only one set of parameters was run, or none."""
    if not comparison.has_intervals:
        yield "One replicate was run: there is no interval, and no change can be told from luck."
    elif comparison.runs["draw"].nunique() == 1:
        yield (
            "The intervals show luck alone: all runs share one set of parameters, and other sets "
            "that fit as well may give other effects."
        )


def unmeasured(comparison: Comparison) -> Iterator[str]:
    """Tell of the assumed numbers that the policies work through."""
    found = assumed(comparison)
    if found:
        first, many = found[0], counted(len(found), "number")
        yield (
            f"The policies work beside {many} that nobody has measured; the widest is "
            f"“{mid(first.label)}” (taken as {first.value}, could be {first.limits})."
        )


def made_up(comparison: Comparison) -> str:
    """Tell what the place is."""
    places = comparison.scenarios[comparison.baseline].authorities
    many = counted(len(places), "authority", "authorities")
    return (
        f"The place is {many} made up to resemble England; no result describes a named authority "
        "or family."
    )


def budget(comparison: Comparison) -> str:
    """Say what spend is of the budget under the scenario compared with, and why it may be less."""
    if not comparison.is_known("budget_gap"):
        return ""
    share = comparison.level("budget_gap").mean
    text = comparison.subject("budget_gap").shown.number(share)
    told = (
        "“Spend against the budget” is spend divided by the budget: 100% is a budget that is met. "
        f"Under {quoted(comparison.titles[comparison.baseline])} it is {text}%"
    )
    if share >= WHOLE:
        return f"{told}."
    return (
        f"{told}: money is left over, since budgets grow by a rule of their own and posts do not "
        "follow them. Do not read it as savings that a council would see."
    )
