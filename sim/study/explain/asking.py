"""Asking: from what a user typed to the runs of an explanation, and how long they will take."""

from pathlib import Path
from typing import Any

from sim.scenario import Experiment, altered
from sim.scenario.experiment import load_any
from sim.study.design.foretold import foretold
from sim.study.explain.variants import parts_of, varied
from sim.study.processes import cores
from sim.study.store import EXPERIMENT


def results_of(name: str) -> Path | None:
    """Find the results folder of a name; nothing where it is an experiment or a policy."""
    return Path(name) if (Path(name) / EXPERIMENT).is_file() else None


def wanted(
    name: str, groups: str | None, opened: str | None, replicates: int | None, seed: int | None
) -> Experiment:
    """Ask for an experiment under every set of switches."""
    named = [one.strip() for one in groups.split(",")] if groups else []
    return varied(altered(load_any(name), replicates, seed), parts_of(named, opened or ""))


def told_first(asked: Experiment, workers: int | None) -> dict[str, Any]:
    """Say what will be run, and how long it is expected to take."""
    at_once = cores() if workers is None else max(1, workers)
    facts = foretold(asked, at_once)
    return {**facts, "scenarios": len(asked.scenarios)}
