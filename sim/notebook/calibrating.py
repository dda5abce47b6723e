"""Draws of the uncertain numbers that agree with what is published, from a notebook."""

from pathlib import Path

import pandas as pd

from sim.calibration.carry_out import carry_out
from sim.calibration.folder import silent
from sim.report.calibrated.page import write
from sim.scenario.held_against.calibration import load_calibration


def calibrate(
    name: str = "england", *, workers: int | None = None, out: Path | None = None,
    quiet: bool = False,
) -> dict[str, pd.DataFrame]:  # fmt: skip
    """Find draws that agree with what is published; write the report, and give the tables.

    out : the folder, new or begun for the same calibration; without it, one under results/
    """
    done = carry_out(load_calibration(name), out, workers, silent if quiet else print)
    write(done)
    return done.tables
