"""What there is: past results, numbers, measures, codes of mistakes, the machine."""

import json
from pathlib import Path

import pandas as pd

from sim.kernel.errors import InputError
from sim.kernel.machine import checks
from sim.measures import listing as measure_listing
from sim.parameters import listing as parameter_listing
from sim.scenario import Scenario, load_scenario
from sim.scenario.codes import CODES
from sim.scenario.codes.page import plain
from sim.scenario.find import HOME
from sim.scenario.telling import loops as loop_listing
from sim.study.store import MANIFEST, RESULTS


def results(folder: str | Path = RESULTS) -> pd.DataFrame:
    """List past results, newest first: columns results, status, finished, planned."""
    rows = []
    for file in sorted(Path(folder).glob(f"*/{MANIFEST}"), reverse=True):
        if not file.parent.is_symlink():
            manifest = json.loads(file.read_text(encoding="utf-8"))
            counts = manifest["runs"]
            rows.append((file.parent, manifest["status"], counts["finished"], counts["planned"]))
    return pd.DataFrame(rows, columns=["results", "status", "finished", "planned"])


def parameter_table(group: str | None = None, *, levers: bool = False) -> pd.DataFrame:
    """List the numbers of the model: unit, range, role, evidence, source.

    group  : a section, one parameter, or a word
    levers : only what a policy may move
    """
    found = parameter_listing.found(group, levers)
    return pd.DataFrame(parameter_listing.rows(found), columns=list(parameter_listing.COLUMNS))


def measure_table(name: str | None = None) -> pd.DataFrame:
    """List what is measured: unit, direction, what it counts, definition.

    name : a measure, a room such as workforce, or a word
    """
    found = measure_listing.found(name)
    return pd.DataFrame(measure_listing.rows(found), columns=list(measure_listing.COLUMNS))


def loops(scenario: Scenario | str = "baseline") -> pd.DataFrame:
    """List the feedback loops: kind, group, whether each runs in a scenario, and its causes."""
    setting = scenario if isinstance(scenario, Scenario) else load_scenario(scenario)
    return pd.DataFrame(loop_listing.rows(setting), columns=list(loop_listing.COLUMNS))


def errors(code: str | None = None) -> str:
    """Explain one code of a mistake, or list all."""
    if code is None:
        return "\n".join(f"{one.code}  {one.title}" for one in CODES.values())
    if code.upper() not in CODES:
        raise InputError.command_line(
            f"There is no code “{code}”.", f"There are: {', '.join(CODES)}."
        )
    return plain(CODES[code.upper()])


def doctor() -> pd.DataFrame:
    """Check this machine: columns check, good, found, advice."""
    rows = [(one.name, one.good, one.found, one.advice) for one in checks(HOME)]
    return pd.DataFrame(rows, columns=["check", "good", "found", "advice"])
