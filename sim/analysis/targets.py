"""Targets: what the base year looked like, and which measure is held against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sim.kernel.errors import InputError, Problem
from sim.measures import MEASURES
from sim.measures.statistic import STATISTICS
from sim.scenario.reading.mistakes import did_you_mean

TARGETS = Path(__file__).parents[2] / "scenarios" / "targets.yaml"
NEEDED = ("part", "label", "value", "tolerance", "unit", "counts", "period", "source", "measure")


@dataclass(frozen=True, slots=True)
class Target:
    """One published figure of the base year.

    tolerance : how far the model may lie from it and still agree
    measure   : name of the measure or statistic compared with it; none if there is none yet
    reason    : why there is none
    times     : what the measure is multiplied by to be in the target's unit
    discrepancy, because : standard deviation by which the model may be wrong about it, in its
                unit, declared before it is calibrated; and why
    """

    name: str
    part: str
    label: str
    value: float
    tolerance: float
    unit: str
    counts: str
    period: str
    source: str
    measure: str | None
    reason: str
    times: float = 1.0
    discrepancy: float = 0.0
    because: str = ""


def load_targets(path: Path = TARGETS) -> list[Target]:
    """Read the targets, in the order of the file; refuse a file with a gap in it."""
    content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    entries: Mapping[str, Mapping[str, Any]] = content["targets"]
    problems = [p for name, entry in entries.items() for p in faults(path, name, entry)]
    if problems:
        raise InputError(problems)
    return [target(name, entry) for name, entry in entries.items()]


def target(name: str, entry: Mapping[str, Any]) -> Target:
    """Turn one entry into a target."""
    texts = {key: str(entry[key]) for key in ("part", "label", "unit", "counts", "source")}
    return Target(
        name=name, value=float(entry["value"]), tolerance=float(entry["tolerance"]),
        period=str(entry["period"]), measure=entry["measure"],
        reason=str(entry.get("reason", "")),
        times=float(entry.get("times", 1)), discrepancy=float(entry.get("discrepancy", 0)),
        because=str(entry.get("because", "")), **texts,
    )  # fmt: skip


def faults(path: Path, name: str, entry: Mapping[str, Any]) -> list[Problem]:
    """List what is wrong with one entry."""
    lacking = [key for key in NEEDED if key not in entry]
    messages = [(f"target “{name}” has no “{key}”.", f"Add “{key}:” to it.") for key in lacking]
    if not lacking and entry["measure"] is None and not entry.get("reason"):
        messages.append(
            (f"target “{name}” has no measure and no reason.", "Say why, in “reason:”.")
        )
    if float(entry.get("discrepancy", 0)) and not entry.get("because"):
        messages.append((f"target “{name}” has a discrepancy and no reason.", "Add “because:”."))
    if not lacking and entry["measure"] not in (None, *MEASURES, *STATISTICS):
        messages.append(unknown(name, str(entry["measure"])))
    if not lacking and float(entry["tolerance"]) <= 0:
        messages.append((f"target “{name}” has no room to be met.", "Give a tolerance above 0."))
    line, source = place(path, name)
    return [
        Problem(
            "E710", path, line, source.index(name) + 1 if line else 1, source, *message, len(name)
        )
        for message in messages
    ]


def unknown(name: str, given: str) -> tuple[str, str]:
    """Say that a target names what is not measured, and what may have been meant."""
    advice = did_you_mean(given, (*MEASURES, *STATISTICS)) or "`cpsim measures` lists all there is."
    return f"target “{name}” names “{given}”, which nothing measures.", advice


def place(path: Path, name: str) -> tuple[int, str]:
    """Find the line on which an entry begins; 0 when it cannot be told."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = (n for n, line in enumerate(lines, 1) if line.strip().startswith(f"{name}:"))
    number = next(found, 0)
    return number, lines[number - 1] if number else ""
