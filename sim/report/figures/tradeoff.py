"""Detection against needless intervention: what each scenario finds, and at whose cost."""

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.ticker import MaxNLocator

from sim.analysis.tradeoff import Point, movement, points
from sim.report.comparison import Comparison
from sim.report.figures.figure import Draw, Figure
from sim.report.figures.share import Rows, reach
from sim.report.figures.share import sheets as shared_out
from sim.report.figures.style import MOST_IN_ONE, SIZE, Canvas, key, picture, sample
from sim.report.figures.ticks import Ticks
from sim.report.numbers import capital, listed, quoted
from sim.report.words.effect import Effect, by_place
from sim.report.words.sentences import verdict
from sim.report.words.still import ENOUGH
from sim.report.words.still import SMALL as TOO_SMALL

SMALL, MOST_NAMED = Rows(head=0.9, row=2.3), 3
FOUND, NEEDLESS = "recognised_52w", "needless_enquiries"
OTHER_SMALL = ", the other small"
WORDS = {
    "better on both": "more harm found and fewer needless enquiries",
    "finds more": "more harm found and no clear change in needless enquiries",
    "needless fewer": "fewer needless enquiries and no clear change in harm found",
    "both up": "more harm found at the price of more needless enquiries",
    "both down": "fewer needless enquiries at the price of less harm found",
    "finds less": "less harm found and no clear change in needless enquiries",
    "needless more": "more needless enquiries and no clear change in harm found",
    "worse on both": "less harm found and more needless enquiries",
    "neither": "no clear change in harm found or needless enquiries",
    "same": "no difference in harm found or needless enquiries in the replicates run",
    **{
        f"{kind}{OTHER_SMALL}": f"{moved} and no change in {other} {ENOUGH}"
        for kind, moved, other in (
            ("finds more", "more harm found", "needless enquiries"),
            ("needless fewer", "fewer needless enquiries", "harm found"),
            ("finds less", "less harm found", "needless enquiries"),
            ("needless more", "more needless enquiries", "harm found"),
        )
    },
    "both small": f"no change in harm found or needless enquiries {ENOUGH}",
    "found small": f"no change in harm found {ENOUGH} and no clear change in needless enquiries",
    "needless small": f"no change in needless enquiries {ENOUGH} and no clear change in harm found",
    "lone": "too few replicates to tell a change in harm found or needless enquiries from luck",
}
STILL = ("neither", "both small", "found small", "needless small", "same", "lone")


def tradeoff(comparison: Comparison) -> Figure | None:
    """Draw each scenario by the harm it recognises and the enquiries it makes needlessly."""
    if not (comparison.is_known(FOUND) and comparison.is_known(NEEDLESS)):
        return None
    placed = points(comparison.runs, FOUND, NEEDLESS)
    placed.sort(key=lambda point: list(comparison.scenarios).index(point.scenario))
    moves = movements(comparison)
    found, needless = comparison.subject(FOUND), comparison.subject(NEEDLESS)
    where = listed([
        f"{found.shown.number(p.found.mean)}% found and {needless.shown.number(p.needless.mean)} "
        f"needless enquiries with {quoted(comparison.titles[p.scenario])}"
        for p in placed
    ])  # fmt: skip
    return Figure(
        name="detection-and-needless",
        title=title(comparison, moves) if moves else where,
        subtitle=f"{found.label} (%) against {needless.mid} ({needless.shown.unit}); "
        f"{comparison.period}, {comparison.where}; "
        + comparison.of_intervals(
            f"large marker: mean of {comparison.spread} with its unadjusted 95% interval; small: "
            "one replicate; the title compares them in pairs"
        )
        + "; up and to the left is better",
        alt=f"Scatter of two measures. {where}.",
        description=f"{where}. {moves_told(comparison, moves)}",
        data=comparison.runs[["scenario", "draw", "replicate", FOUND, NEEDLESS]],
        table=table(comparison, placed, moves),
        sheets=sheets(comparison, {point.scenario: point for point in placed}),
    )


def movements(comparison: Comparison) -> dict[str, str]:
    """Name each policy's move, from the changes that are clear and not too small to matter."""
    told = by_place(comparison.effects_among([FOUND, NEEDLESS]))
    return {
        name: move(comparison, [told[one, name] for one in (FOUND, NEEDLESS)])
        for name in comparison.policies
    }


def move(comparison: Comparison, both: Sequence[Effect]) -> str:
    """Name one policy's move."""
    if all(effect.is_nought and effect.is_whole for effect in both):
        return "same"
    if all(effect.is_nought or effect.is_lone for effect in both):
        return "lone"
    found, needless = (
        verdict(effect, comparison.subject(effect.measure)) in TOO_SMALL for effect in both
    )
    kind = movement(*(weighed(comparison, effect) for effect in both))
    if kind == "neither" and (found or needless):
        return "both small" if found and needless else f"{'found' if found else 'needless'} small"
    is_small = needless if kind.startswith("finds") else found
    return f"{kind}{OTHER_SMALL}" if is_small and f"{kind}{OTHER_SMALL}" in WORDS else kind


def weighed(comparison: Comparison, effect: Effect) -> float:
    """Give a change its size if it is clear and may matter, and nought otherwise."""
    is_told = verdict(effect, comparison.subject(effect.measure)) == "clear"
    return effect.change if is_told else 0.0


def moves_told(comparison: Comparison, moves: dict[str, str]) -> str:
    """Tell every policy's move in words."""
    told = [f"{WORDS[move]} with {quoted(comparison.titles[name])}" for name, move in moves.items()]
    return f"In words: {listed(told)}." if told else ""


def title(comparison: Comparison, moves: dict[str, str]) -> str:
    """Tell which policies improve both, which trade, and which do neither."""
    groups = {
        words: [quoted(comparison.titles[name]) for name, move in moves.items() if move == kind]
        for kind, words in WORDS.items()
    }
    kinds = set(moves.values())
    if len(kinds) == 1 and kinds <= set(STILL) and len(moves) > 1:
        return f"{capital(WORDS[kinds.pop()])} with any policy"
    text = "; ".join(f"{words} with {some(named)}" for words, named in groups.items() if named)
    return capital(text)


def some(named: list[str]) -> str:
    """Name a few policies, or count many."""
    return listed(named) if len(named) <= MOST_NAMED else f"{len(named)} policies"


def sheets(comparison: Comparison, placed: Mapping[str, Point]) -> tuple[Draw, ...]:
    """Draw up to four scenarios in one chart, or a small chart for each policy."""
    if len(placed) <= MOST_IN_ONE:
        return (partial(together, comparison, placed),)
    policies = [name for name in placed if name != comparison.baseline]
    return shared_out(policies, SMALL.tall, partial(apart, comparison, placed))


def apart(
    comparison: Comparison, placed: Mapping[str, Point], policies: Sequence[str], room: int,
    canvas: Canvas,
) -> Picture:  # fmt: skip
    """Draw a small chart for each of these policies."""
    columns = canvas.columns(room)
    chart, panels = SMALL.empty(canvas, len(policies), columns, sharex=True, sharey=True)
    whole(panels[0], comparison, placed)
    for n, (panel, name) in enumerate(zip(panels, policies, strict=True)):
        for point in (placed[comparison.baseline], placed[name]):
            cloud(panel, comparison, point, 9)
        small(panel, comparison, fill(comparison.titles[name], canvas.letters(columns)))
        panel.tick_params(labelbottom=n + columns >= len(policies))
    needless = comparison.subject(NEEDLESS)
    label = f"{needless.label} ({needless.shown.unit})"
    chart.supxlabel(fill(label, canvas.letters(1)), fontsize=SIZE, x=0.02, ha="left")
    current = comparison.looks[comparison.baseline]
    key(chart, [
        sample(f"In every chart: {comparison.titles[comparison.baseline]}", current, linestyle=""),
        sample(f"Upwards: {comparison.subject(FOUND).mid}", current, marker="", linestyle=""),
    ])  # fmt: skip
    return chart


def whole(panel: Axes, comparison: Comparison, placed: Mapping[str, Point]) -> None:
    """Let a chart reach every replicate and interval of every scenario."""
    runs = comparison.runs
    reach(panel, runs[NEEDLESS].tolist(), runs[FOUND].tolist())
    for point in placed.values():
        reach(panel, [point.needless.low, point.needless.high], [point.found.mean] * 2)
        reach(panel, [point.needless.mean] * 2, [point.found.low, point.found.high])


def small(panel: Axes, comparison: Comparison, title: str) -> None:
    """Prepare a small chart."""
    panel.set_title(title, fontsize=10.5)
    panel.grid(visible=True, axis="both")
    panel.yaxis.set_major_formatter(Ticks(comparison.subject(FOUND), levels=True))
    panel.xaxis.set_major_locator(MaxNLocator(4))
    panel.margins(0.12)


def together(comparison: Comparison, placed: Mapping[str, Point], canvas: Canvas) -> Picture:
    """Draw all scenarios in one chart."""
    chart = picture(canvas, 5.0)
    panel = chart.subplots()
    for point in placed.values():
        cloud(panel, comparison, point, 12)
    axes(panel, comparison, canvas)
    shown = [
        sample(comparison.titles[name], comparison.looks[name], linestyle="") for name in placed
    ]
    key(chart, shown)
    return chart


def cloud(panel: Axes, comparison: Comparison, point: Point, size: float) -> None:
    """Draw every replicate small and the mean large, with its interval both ways."""
    look = comparison.looks[point.scenario]
    rows = comparison.runs[comparison.runs["scenario"] == point.scenario]
    found, needless = point.found, point.needless
    panel.plot(rows[NEEDLESS], rows[FOUND], look.marker, color=look.colour, ms=4, alpha=0.35, lw=0)
    panel.plot([needless.low, needless.high], [found.mean] * 2, color=look.colour)
    panel.plot([needless.mean] * 2, [found.low, found.high], color=look.colour)
    panel.plot(needless.mean, found.mean, look.marker, color=look.colour, ms=size,
               markeredgecolor="white", markeredgewidth=1.2, zorder=5)  # fmt: skip


def axes(panel: Axes, comparison: Comparison, canvas: Canvas) -> None:
    """Name the axes, the upright one above itself."""
    found, needless = comparison.subject(FOUND), comparison.subject(NEEDLESS)
    panel.grid(visible=True, axis="both")
    panel.set_title(found.label, fontsize=SIZE, fontweight="normal")
    label = f"{needless.label} ({needless.shown.unit})"
    panel.set_xlabel(fill(label, canvas.letters(1)))
    panel.yaxis.set_major_formatter(Ticks(found, levels=True))
    panel.margins(0.12)


def table(comparison: Comparison, placed: list[Point], moves: dict[str, str]) -> pd.DataFrame:
    """Show each scenario's means, intervals and move."""
    found, needless = comparison.subject(FOUND).shown, comparison.subject(NEEDLESS).shown
    return pd.DataFrame([
        {
            "Scenario": comparison.titles[p.scenario],
            "Harm recognised (%)": found.number(p.found.mean),
            "95% interval": found.levels(p.found.low, p.found.high),
            "Needless enquiries": needless.number(p.needless.mean),
            "95% interval of these": needless.levels(p.needless.low, p.needless.high),
            "Move": WORDS.get(moves.get(p.scenario, ""), "compared with"),
        }
        for p in placed
    ])  # fmt: skip
