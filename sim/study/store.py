"""Store: the results folder. Never overwritten in silence, never written by two at once.

It holds manifest.json, log.txt, ledger.jsonl (a line for each finished run), failures.jsonl
and data-dictionary.csv; in resolved/ the experiment, with enough to go on from; in runs/ a
folder for each run, named by its key; and the joined tables, with runs.parquet.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter

from sim.kernel.errors import InputError, MachineError
from sim.scenario import Experiment
from sim.study.tables import SUFFIX, Tables, read_blocks, read_table, read_tables

RESULTS = Path("results")
LATEST = "latest"
MANIFEST, LEDGER, FAILURES, LOG = "manifest.json", "ledger.jsonl", "failures.jsonl", "log.txt"
DICTIONARY, LOCK, EXPERIMENT = "data-dictionary.csv", ".lock", "resolved/experiment.json"
RUNS_FOLDER = "runs"
SHORT = 6
SAVED = TypeAdapter(Experiment)


@dataclass(frozen=True)
class Results:
    """One results folder, for reading."""

    path: Path

    @cached_property
    def experiment(self) -> Experiment:
        """The question that was asked, with every value filled in."""
        return SAVED.validate_json((self.path / EXPERIMENT).read_bytes())

    def asking(self, experiment: Experiment) -> "Results":
        """Give the same folder under another experiment, which is saved once the folder is held."""
        other = Results(self.path)
        vars(other)["experiment"] = experiment
        return other

    @property
    def manifest(self) -> dict[str, Any]:
        """What was run, with what, when, and the hash of each file."""
        read: dict[str, Any] = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
        return read

    def table(self, name: str) -> pd.DataFrame:
        """Read a joined table: quarterly, spells, jobs, incidents, judgements or runs."""
        return read_table(self.path / f"{name}{SUFFIX}")

    def blocks(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
        """Read a joined table, or some of its columns, a block of rows at a time."""
        return read_blocks(self.path / f"{name}{SUFFIX}", columns)

    def tables_of(self, key: str) -> Tables:
        """Read the tables of one run."""
        return read_tables(self.path / RUNS_FOLDER / key)

    def finished(self) -> set[str]:
        """Name the runs whose tables are here."""
        folder = self.path / RUNS_FOLDER
        return {path.name for path in folder.glob("*") if not path.name.startswith(".")}

    def ledger(self) -> dict[str, dict[str, Any]]:
        """Read the line of each finished run: its hashes, time and memory."""
        lines = read_lines(self.path / LEDGER)
        return {line["key"]: line for line in lines if line["kind"] == "run"}

    def failures(self) -> list[dict[str, Any]]:
        """Read what is known of runs that failed and have not been made since."""
        last = {line["key"]: line for line in read_lines(self.path / FAILURES)}
        there = self.finished()
        return [line for key, line in last.items() if key not in there]


def open_results(path: Path | str) -> Results:
    """Open a results folder; say what is wrong if it is none."""
    folder = Path(path).resolve()
    if not (folder / MANIFEST).is_file():
        raise InputError.command_line(
            f"{path} is not a results folder: it holds no {MANIFEST}.",
            "List the folders there are with: cpsim list",
        )
    return Results(folder)


def is_shard(path: Path) -> bool:
    """Whether a results folder holds a part of a plan alone."""
    return "shard" in open_results(path).manifest


def create(experiment: Experiment, name: str, out: Path | None) -> Results:
    """Make a new results folder: at `out`, or under results/ by date, experiment and plan.

    name : name of the plan, which ends the folder's name
    """
    moment = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    path = out or RESULTS / f"{moment}-{experiment.name}-{name[:SHORT]}"
    if path.exists() and any(path.iterdir()):
        raise occupied(path)
    try:
        for folder in (RUNS_FOLDER, "resolved", "figures"):
            (path / folder).mkdir(parents=True, exist_ok=True)
        save_experiment(path, experiment)
    except OSError as error:
        raise MachineError(f"Cannot write results to {path}: {error.strerror}.") from error
    if out is None:
        point_latest(path)
    return Results(path.resolve())


def occupied(path: Path) -> InputError:
    """Say that a folder already holds something."""
    advice = "Choose another folder, or leave --out away."
    if (path / MANIFEST).is_file():
        advice = f"Go on with it by: cpsim resume {path}   or choose another folder."
    message = f"{path} already holds results, and results are never overwritten."
    return InputError.command_line(message, advice)


def save_experiment(path: Path, experiment: Experiment) -> None:
    """Write the experiment with every value filled in, whole and scenario by scenario."""
    write_json(path / EXPERIMENT, SAVED.dump_python(experiment, mode="json"))
    for scenario in experiment.scenarios:
        write_json(path / "resolved" / f"{scenario.name}.json", scenario.resolved())


def point_latest(path: Path) -> None:
    """Let results/latest point to the newest folder, where the system has links."""
    half = path.with_name(f".{LATEST}.{os.getpid()}")
    with suppress(OSError):
        half.unlink(missing_ok=True)
        half.symlink_to(path.name, target_is_directory=True)
        half.replace(path.with_name(LATEST))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a folder for this process alone; the system lets go if the process dies."""
    with (path / LOCK).open("a+b") as file:
        try:
            hold(file.fileno())
        except OSError as error:
            message = f"{path} is being written by another process. Wait until it has finished."
            raise MachineError(message) from error
        yield


def hold(number: int) -> None:
    """Lock an open file, or raise at once."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists on Windows alone

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON file whole or not at all."""
    half = path.with_name(f".{path.name}.part")
    half.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    half.replace(path)


def add_line(path: Path, content: Mapping[str, Any]) -> None:
    """Add one line to a journal, below a line that may have been cut off."""
    text = json.dumps(content, ensure_ascii=False).encode() + b"\n"
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            text = text if file.read(1) == b"\n" else b"\n" + text
        file.write(text)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read a journal; a last line cut off when a process died is left out."""
    lines = []
    with suppress(FileNotFoundError):
        for text in path.read_text(encoding="utf-8").splitlines():
            with suppress(json.JSONDecodeError):
                lines.append(json.loads(text))
    return lines


def say(path: Path, text: str) -> None:
    """Add a line with its time to the log."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with (path / LOG).open("a", encoding="utf-8") as file:
        file.write(f"{moment}  {text}\n")
