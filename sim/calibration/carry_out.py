"""Carry out a calibration: the search, its ensemble, and all that is to be known of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from sim.analysis.targets import load_targets
from sim.calibration.ensemble import Ensemble, ensemble, table
from sim.calibration.folder import Folder, opened
from sim.calibration.held import held
from sim.calibration.learnt import entangled, in_tension, narrowed
from sim.calibration.measured import WATCHED
from sim.calibration.recovery import checked, recovery
from sim.calibration.search import Searched, name_of, search
from sim.scenario.held_against.calibration import Calibration
from sim.scenario.varying.ensemble import MODEL
from sim.study.plan import model_version
from sim.study.tables import SUFFIX

type Make = Callable[[], pd.DataFrame]


@dataclass(frozen=True)
class Calibrated:
    """What a calibration found.

    path    : its folder, which holds each table as a file of its name
    tables  : draws, targets, watched, numbers, pairs, tension, recovery, checked
    seconds : that its runs took, all sessions together
    """

    path: Path
    searched: Searched
    found: Ensemble
    tables: dict[str, pd.DataFrame]
    seconds: float


def carry_out(
    asked: Calibration, out: Path | None, workers: int | None, say: Callable[[str], object]
) -> Calibrated:
    """Make what is missing of a calibration, and write down what it found.

    out : its folder, new or begun for the same; without it, one under results/
    say : is told what is done next
    """
    folder = Folder(opened(asked, out), workers, say)
    searched = search(asked, load_targets(), folder)
    say("The ensemble")
    found = ensemble(searched)
    say("What the targets tell of each number")
    tables = {"draws": table(searched, found), "targets": held(searched, found)}
    tables["watched"] = of_draws(searched, found)
    tables["numbers"], tables["pairs"] = narrowed(searched, found), entangled(searched)
    tables["tension"] = in_tension(searched)
    say("Recovery of truths that were held out")
    tables["recovery"], fits = recovery(searched)
    tables["checked"] = checked(searched, fits)
    for name, one in tables.items():
        text = one.to_csv(index=False, lineterminator="\n")
        first = f"{MODEL}{model_version()}\n" if name == "draws" else ""
        (folder.path / f"{name}.csv").write_text(first + text, encoding="utf-8")
    return Calibrated(folder.path, searched, found, tables, spent(folder.path))


def of_draws(searched: Searched, found: Ensemble) -> pd.DataFrame:
    """Give what the ensemble's draws say of what nobody publishes: columns draw and `WATCHED`."""
    name = name_of(len(searched.waves), int(searched.centre.world.max()))
    kept = searched.ground.folder.table(name)
    rows = kept.loc[found.chosen, list(WATCHED)].reset_index(drop=True)
    rows.insert(0, "draw", range(1, 1 + len(rows)))
    return rows


def spent(path: Path) -> float:
    """Add up the processor seconds of all runs that a calibration's folder keeps tables of."""
    return sum(float(pd.read_parquet(file)["seconds"].sum()) for file in path.glob(f"*{SUFFIX}"))
