"""Folder: where a calibration keeps its runs, so that it can go on where it was stopped."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from pydantic import TypeAdapter

from sim.kernel.errors import InputError
from sim.scenario import Experiment
from sim.scenario.held_against.calibration import Calibration
from sim.study.batch.batch import BatchFailed
from sim.study.execute import execute, resume
from sim.study.plan import model_version
from sim.study.store import RESULTS, Results, open_results, write_json
from sim.study.tables import SUFFIX

ASKED = "calibration.json"
SAVED = TypeAdapter(Calibration)
type Say = Callable[[str], object]


@dataclass(frozen=True)
class Folder:
    """The folder of one calibration, and how its runs are made.

    workers : processes; none for one each core
    say     : is told what is done next
    """

    path: Path
    workers: int | None
    say: Say

    def runs(self, name: str, experiment: Experiment) -> Results:
        """Make the runs of an experiment, or those that are missing; failed ones stay out."""
        path = self.path / name
        quiet = self.say is silent
        try:
            if not self.has(name):
                execute(experiment, path, self.workers, quiet=quiet)
            elif open_results(path).manifest["status"] != "complete":
                resume(path, self.workers, quiet=quiet)
        except BatchFailed as failed:
            self.say(str(failed))
        return open_results(path)

    def keeps(self, name: str) -> bool:
        """Whether it is kept what runs of that name told."""
        return (self.path / f"{name}{SUFFIX}").is_file()

    def table(self, name: str) -> pd.DataFrame:
        """Read what runs told, which need not be here any more."""
        return pd.read_parquet(self.path / f"{name}{SUFFIX}")

    def keep(self, name: str, table: pd.DataFrame) -> None:
        """Keep what runs told, so that a copy of the tables alone can be gone on with."""
        table.to_parquet(self.path / f"{name}{SUFFIX}", index=False)

    def begun(self, name: str) -> Experiment | None:
        """Give the experiment of runs that were begun under a name."""
        return open_results(self.path / name).experiment if self.has(name) else None

    def has(self, name: str) -> bool:
        """Whether runs of that name were begun."""
        return (self.path / name / "manifest.json").is_file()


def silent(_: str) -> None:
    """Say nothing."""


def opened(asked: Calibration, out: Path | None) -> Path:
    """Make a calibration's folder, or go on in one that was begun for the same.

    out : without it, one under results/ by the calibration's name
    """
    path = (out or RESULTS / f"calibration-{asked.name}").resolve()
    content = {"model": model_version(), "asked": SAVED.dump_python(asked, mode="json")}
    kept = path / ASKED
    if kept.is_file():
        refuse_other(path, json.loads(kept.read_text(encoding="utf-8")), content)
    elif path.exists() and any(path.iterdir()):
        raise InputError.command_line(
            f"{path} holds something else than a calibration, and nothing is overwritten.",
            "Choose another folder, or leave --out away.",
        )
    path.mkdir(parents=True, exist_ok=True)
    write_json(kept, content)
    return path


def refuse_other(path: Path, begun: dict[str, object], now: dict[str, object]) -> None:
    """Refuse to go on with a folder that was begun by another model, or for something else."""
    if begun == now:
        return
    what = "another model" if begun["model"] != now["model"] else "another calibration"
    raise InputError.command_line(
        f"{path} was begun with {what}, and runs of two cannot be mixed.",
        "Choose another folder with --out.",
    )
