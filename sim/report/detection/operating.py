"""The detection trade-off: where decisions stand between hits and false alarms, on which curve."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sim.analysis.decisions.detection import called, rates
from sim.analysis.decisions.roc import areas
from sim.analysis.yearly import RUN
from sim.report.comparison import Comparison
from sim.report.detection.decided import PLACES, Decided, decided, shown_of, subject_of
from sim.report.detection.picture import sheets
from sim.report.figures.figure import Figure
from sim.report.numbers import capital, counted, listed, quoted
from sim.report.words.nothing import nought, untold
from sim.report.words.sentences import Verdict, verdict
from sim.report.words.still import no_move

MOST_NAMED = 3
MOVES = {
    ("d_prime", 1): "better discrimination (a higher curve)",
    ("d_prime", -1): "worse discrimination (a lower curve)",
    ("criterion", -1): "a lower criterion (along the curve, to more found and more false alarms)",
    ("criterion", 1): "a higher criterion (along the curve, to less found and fewer false alarms)",
}
REALISED = (
    "d′ is what decisions realise among the children who reach them, not what one worker sees: "
    "earlier stages choose who is decided on, belief gathers over visits, and a policy may move it "
    "by changing who gets there. Harm that ended within three months counts as harm."
)

type Moved = dict[str, dict[tuple[str, int], list[str]]]


def operating(comparison: Comparison) -> Figure | None:
    """Draw each scenario's decisions by what they find and what they alarm needlessly."""
    found = decided(comparison)
    if found is None or not found.stages:
        return None
    moves = moved(found)
    return Figure(
        name="detection-trade-off",
        title=title(found, moves),
        subtitle=f"Hit rate against false-alarm rate of {listed(found.stages)}; "
        f"{comparison.period}, {comparison.where}; "
        + comparison.of_intervals(
            f"markers: means of {comparison.spread}; lines through them: unadjusted 95% intervals, "
            "of the paired change for a policy; the title goes by paired changes in d′ and "
            f"criterion, adjusted for {len(found.moves)} comparisons (Holm)"
        )
        + "; thin lines: equal d′; thick line: the current criterion moved up and down",
        alt=f"Receiver-operating curves by decision. {stands(found)}",
        description=f"{stands(found)} {told(found, moves)} {REALISED}",
        data=data(found),
        table=table(found, moves),
        sheets=sheets(found, [name for name, one in moves.items() if one]),
    )


def moved(found: Decided) -> Moved:
    """Sort the clear changes of each policy by what moved and which way, with the decisions."""
    moves: Moved = {name: {} for name in found.comparison.policies}
    for name, kinds in moves.items():
        for stage in found.stages:
            for part in PLACES:
                effect = found.moves_by_place[called(part, stage), name]
                if verdict(effect, subject_of(part, stage)) == "clear":
                    way = int(np.sign(effect.change))
                    kinds.setdefault((part, way), []).append(stage)
    return moves


def weighed(found: Decided, name: str, stages: Sequence[str]) -> list[Verdict]:
    """Weigh the changes of one policy at some decisions, each by itself."""
    return [
        verdict(found.moves_by_place[called(part, stage), name], subject_of(part, stage))
        for stage in stages
        for part in PLACES
    ]


def title(found: Decided, moves: Moved) -> str:
    """Tell which policies moved along a curve, which to another, and which neither."""
    if not moves:
        return f"d′ of decisions: {listed(levels(found))}"
    if not any(moves.values()):
        return nothing(found)
    parts = [
        f"{words} with {some(found, {n: one[kind] for n, one in moves.items() if kind in one})}"
        for kind, words in MOVES.items()
        if any(kind in one for one in moves.values())
    ]
    still: dict[str, list[str]] = {}
    for name, one in moves.items():
        if not one:
            said = no_move(weighed(found, name, found.stages))
            still.setdefault(said, []).append(quoted(found.comparison.titles[name]))
    rest = [f"{said} with {few(named)}" for said, named in still.items()]
    return capital("; ".join([*parts, *rest]))


def nothing(found: Decided) -> str:
    """Tell that no decision moved clearly: whether that is luck, or nothing happened."""
    changes = found.moves
    if all(one.is_nought for one in changes):
        return f"d′ and criterion of every decision: {nought(changes)} with any policy"
    if all(one.is_nought or one.is_lone for one in changes):
        return untold(changes, "any decision")
    what = [one for name in found.comparison.policies for one in weighed(found, name, found.stages)]
    said = capital(no_move(what, "move of any decision"))
    return f"{said}, along its curve or to another, with any policy"


def some(found: Decided, stages: dict[str, list[str]]) -> str:
    """Name a few policies with the decisions that they moved, or count many."""
    if len(stages) > MOST_NAMED:
        return counted(len(stages), "policy", "policies")
    titles = found.comparison.titles
    return listed([f"{quoted(titles[name])} at {at(found, one)}" for name, one in stages.items()])


def at(found: Decided, stages: list[str]) -> str:
    """Name decisions, or say that they are all of them."""
    if len(stages) == len(found.stages) > 1:
        return f"all {counted(len(stages), 'decision')}"
    return listed(stages)


def few(named: list[str]) -> str:
    """Name a few policies, or count many."""
    return listed(named, "or") if len(named) <= MOST_NAMED else f"{len(named)} policies"


def levels(found: Decided) -> list[str]:
    """Tell the baseline's d′, decision by decision."""
    shown = shown_of("d_prime")
    return [f"{shown.number(found.level('d_prime', one).mean)} at {one}" for one in found.stages]


def stands(found: Decided) -> str:
    """Tell where the baseline's decisions stand."""
    share, sd = shown_of("sensitivity"), shown_of("d_prime")
    parts = []
    for stage in found.stages:
        hit, missed = found.level("sensitivity", stage), found.level("specificity", stage)
        d, area = found.level("d_prime", stage), found.level("d_area", stage)
        parts.append(
            f"{stage}: {share.number(hit.mean)}% of harmed children found at "
            f"{share.number(100 - missed.mean)}% false alarms, d′ {sd.number(d.mean)} "
            f"({sd.number(area.mean)} from the whole curve)"
        )
    name = quoted(found.comparison.titles[found.comparison.baseline])
    return f"With {name}, {'; '.join(parts)}."


def told(found: Decided, moves: Moved) -> str:
    """Tell every clear move in words."""
    lines = [
        f"{words} with {quoted(found.comparison.titles[name])} at {at(found, one[kind])}"
        for name, one in moves.items()
        for kind, words in MOVES.items()
        if kind in one
    ]
    if not moves:
        return ""
    if not lines:
        return f"{nothing(found)}."
    return f"In words: {'; '.join(lines)}; all other moves are not clear, or too small to matter."


def data(found: Decided) -> pd.DataFrame:
    """Give each run's decisions, and the baseline's curves (rows with a margin)."""
    runs = rates(found.decisions).merge(areas(found.swept), on=[*RUN, "decision"], how="left")
    curve = found.curve
    curve = curve[curve["scenario"] == found.comparison.baseline]
    both = pd.concat([runs, curve], ignore_index=True)
    return both[both["decision"].isin(found.stages)]


def table(found: Decided, moves: Moved) -> pd.DataFrame:
    """Show each scenario's place at each decision, and its move."""
    return pd.DataFrame([
        {
            "Decision": stage,
            "Scenario": found.comparison.titles[name],
            **numbers(found, stage, name),
            "Move": move_of(found, moves, stage, name),
        }
        for stage in found.stages
        for name in found.comparison.scenarios
    ])  # fmt: skip


def numbers(found: Decided, stage: str, name: str) -> dict[str, str]:
    """Write one row's levels with their intervals."""
    cells = {}
    for part, head in (
        ("sensitivity", "Hit rate (%)"), ("specificity", "Specificity (%)"),
        ("d_prime", "d′ (SD)"), ("criterion", "Criterion c (SD)"),
    ):  # fmt: skip
        shown, level = shown_of(part), found.level(part, stage, name)
        cells[head] = f"{shown.number(level.mean)} ({shown.levels(level.low, level.high)})"
    area = found.level("d_area", stage, name)
    cells["d′ from the whole curve"] = shown_of("d_area").number(area.mean)
    return cells


def move_of(found: Decided, moves: Moved, stage: str, name: str) -> str:
    """Write one row's move."""
    if name == found.comparison.baseline:
        return "compared with"
    words = [MOVES[kind] for kind, stages in moves[name].items() if stage in stages]
    return listed(words) or no_move(weighed(found, name, [stage]))
