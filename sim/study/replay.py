"""Replay: make one run again, alone, and see that every table comes out the same."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sim.kernel.errors import InputError
from sim.scenario import Scenario
from sim.study.plan import plan, scenario_at
from sim.study.replicate import run_once
from sim.study.store import open_results
from sim.study.tables import Tables, table_hashes


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a run gave the first time and now.

    differing : names of tables whose content is not the same to the last bit
    is_known  : whether the run was finished the first time, so that there is something to compare
    """

    key: str
    scenario: str
    replicate: int
    tables: Tables
    differing: tuple[str, ...]
    is_known: bool = True

    @property
    def equal(self) -> bool:
        """Whether every table is the same."""
        return not self.differing


def replay(
    path: Path | str, key: str, make: Callable[[Scenario, int, int], Tables] = run_once
) -> Replayed:
    """Make one run of a results folder again in this process; compare it with the ledger.

    key : name of the run, or enough of its beginning to tell it from the others
    """
    results = open_results(path)
    experiment = results.experiment
    found = {run.key: run for run in plan(experiment) if run.key.startswith(key)}
    if len(found) != 1:
        raise InputError.command_line(
            f"{len(found) or 'No'} runs of {path} have a key that begins with “{key}”.",
            "Keys are in runs.parquet, ledger.jsonl and failures.jsonl.",
        )
    run = next(iter(found.values()))
    named = next(one for one in experiment.scenarios if one.name == run.scenario)
    scenario = scenario_at(experiment, named, run.draw, run.replicate)
    tables = make(scenario, experiment.seed, run.replicate)
    line, now = results.ledger().get(run.key), table_hashes(tables)
    if line is None:
        return Replayed(run.key, run.scenario, run.replicate, tables, (), is_known=False)
    before = line["hashes"]
    differing = tuple(name for name in sorted(now | before) if now.get(name) != before.get(name))
    return Replayed(run.key, run.scenario, run.replicate, tables, differing)
