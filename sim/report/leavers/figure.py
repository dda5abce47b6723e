"""Where leavers go: the figure of destinations, its finding and its table."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sim.analysis.survival.curves import at_risk
from sim.analysis.survival.spells import DESTINATIONS, job_spells
from sim.report.comparison import Comparison
from sim.report.figures.chosen import chosen, left_out
from sim.report.figures.figure import Figure
from sim.report.figures.style import MOST_IN_ONE
from sim.report.leavers.picture import sheets
from sim.report.leavers.shares import ALL, DONE, NEW, SHOWN, VERBS, YEARS, Leavers, Staff, weeks
from sim.report.numbers import counted, listed, mid, percent, quoted
from sim.report.words.effect import Effect, by_place
from sim.report.words.nothing import told_clear
from sim.report.words.sentences import interval, largest_first, moved, none_clear

MOST_SAID = 2
NOTE = (
    "Retirement counts as leaving the profession. Destinations compete: fewer of one kind leave "
    "more people for the others. Shares are the mean of each replicate's own estimate (Aalen and "
    "Johansen)."
)


def destinations(comparison: Comparison) -> Figure | None:
    """Draw where permanent staff who join in the period have gone."""
    return figure(comparison, ALL)


def newly_qualified_destinations(comparison: Comparison) -> Figure | None:
    """Draw where staff who join newly qualified in the period have gone."""
    return figure(comparison, NEW)


def figure(comparison: Comparison, staff: Staff) -> Figure | None:
    """Make the figure; none where too few are followed for a year under some scenario."""
    jobs = comparison.known("jobs")
    if jobs is None:
        return None
    first, last = comparison.first_week, comparison.last_week
    leavers = Leavers(comparison, staff, job_spells(jobs, first, last, staff.newly_qualified))
    if not leavers.years:
        return None
    names = chosen(comparison, leavers.effects)
    data = numbers(leavers)
    return Figure(
        name=staff.name,
        title=title(leavers),
        subtitle=subtitle(leavers, names),
        alt=f"Curves by destination{f', and {changes(leavers)}' if leavers.differ else ''}. "
        f"{standing(leavers)}",
        description=f"{standing(leavers)} {NOTE}",
        data=data,
        table=table(leavers, data),
        sheets=sheets(leavers, names),
    )


def changes(leavers: Leavers) -> str:
    """Say what the dots of the lower charts are."""
    dots = leavers.comparison.dots
    return f"{dots[0].lower()}{dots[1:]} for each change by year"


def subtitle(leavers: Leavers, names: Sequence[str]) -> str:
    """Say what is shown."""
    comparison = leavers.comparison
    said = (
        f"Share of {leavers.staff.joining} that has left, by where to, since joining; "
        f"{comparison.period}, {comparison.where}{alone(leavers, names)}"
    )
    if not leavers.differ:
        return f"{said}; {comparison.of_intervals('unadjusted 95% bands')}"
    base = quoted(comparison.titles[comparison.baseline])
    kinds = comparison.of_intervals(
        "unadjusted 95% bands and intervals; changes solid if clear after adjustment for "
        f"{counted(len(leavers.told), 'comparison')} (Holm)"
    )
    return (
        f"{said}; below, change from {base} by year, paired over {comparison.spread}; "
        f"{kinds}{left_out(comparison, names)}"
    )


def alone(leavers: Leavers, names: Sequence[str]) -> str:
    """Say whose shares are drawn where there are too many scenarios for one chart."""
    if len(names) <= MOST_IN_ONE:
        return ""
    return f", with {quoted(leavers.comparison.titles[leavers.comparison.baseline])}"


def title(leavers: Leavers) -> str:
    """Tell the clearest changes at one time, and how many are not clear; or where leavers go."""
    year = leavers.horizon
    within = f"within {YEARS[year]} of joining"
    if not leavers.told:
        parts = [
            f"{percent(leavers.level(leavers.comparison.baseline, cause, year).mean / 100)} "
            f"{VERBS[cause]}"
            for cause in DESTINATIONS
        ]
        return f"{leavers.staff.who} {within}: {listed(parts)}, on average over replicates"
    of = {f"{cause}|{year}": leavers.subject(cause, year) for cause in DESTINATIONS}
    found = [effect for _, at, effect in leavers.told if at == year]
    clear = largest_first(found)
    if not clear:
        return none_clear(
            found, f"any destination of {mid(leavers.staff.who)} {within}"
        )  # fmt: skip
    titles = leavers.comparison.titles
    said = [
        f"{of[one.measure].label} {moved(one, of[one.measure])} with {quoted(titles[one.scenario])}"
        for one in clear[:MOST_SAID]
    ]
    more = len(clear) - len(said)
    others = [counted(more, "more clear change")] if more else []
    unclear = len(found) - len(clear)
    others += [f"{unclear} of {len(found)} changes not clear"] if unclear else []
    return "; ".join([*said, *others])


def standing(leavers: Leavers) -> str:
    """Tell where leavers have gone at one time under the scenario compared with."""
    base, year = leavers.comparison.baseline, leavers.horizon
    shares = [
        f"{percent(leavers.level(base, cause, year).mean / 100, 1)} {DONE[cause]}"
        for cause in DESTINATIONS
    ]
    return (
        f"Within {YEARS[year]} of joining, with {quoted(leavers.comparison.titles[base])}, "
        f"{listed(shares)}."
    )


def numbers(leavers: Leavers) -> pd.DataFrame:
    """Lay out every share and change: per cent of joiners, and percentage points."""
    known = by_place(leavers.effects)
    rows = []
    for scenario, part in leavers.spells.items():
        followed = at_risk(part, [weeks(year) for year in leavers.years])
        for cause in DESTINATIONS:
            for year, left in zip(leavers.years, followed, strict=True):
                effect = known.get((f"{cause}|{year}", scenario))
                level = leavers.level(scenario, cause, year)
                rows.append({
                    "scenario": scenario, "destination": cause, "years": year, "followed": left,
                    "percent": level.mean, "low": level.low, "high": level.high, **change(effect),
                })  # fmt: skip
    return pd.DataFrame(rows)


def change(effect: Effect | None) -> dict[str, object]:
    """Lay out a change; the scenario compared with has none."""
    names = ("change", "low", "high", "low_adjusted", "high_adjusted", "p_holm", "clear")
    columns = ("change", *(f"change_{name}" for name in names[1:]))
    values = [np.nan] * len(names) if effect is None else [getattr(effect, one) for one in names]
    return dict(zip(columns, values, strict=True))


def table(leavers: Leavers, data: pd.DataFrame) -> pd.DataFrame:
    """Show each share and its change from the scenario compared with."""
    known, titles = by_place(leavers.effects), leavers.comparison.titles
    rows = []
    for row in data.to_dict("records"):
        effect = known.get((f"{row['destination']}|{row['years']}", str(row["scenario"])))
        shown = {"Change": "compared with", "Of the change": "", "Clear": ""}
        if effect is not None:
            shown = {
                "Change": SHOWN.change(effect.change),
                "Of the change": interval(effect, SHOWN, effect.low, effect.high),
                "Clear": told_clear(effect),
            }
        rows.append({
            "Scenario": titles[str(row["scenario"])], "Destination": row["destination"],
            "Years since joining": f"{row['years']}", "Still followed": f"{row['followed']:,}",
            "Share (%)": SHOWN.number(row["percent"]),
            "Unadjusted 95% interval": SHOWN.levels(row["low"], row["high"]), **shown,
        })  # fmt: skip
    return pd.DataFrame(rows)
