"""Draw the studies whose tables a folder holds: python -m sim.report.studies results/paths."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from sim.report.figures.figure import Figure, place
from sim.report.studies import paths, projection

DRAWN: Mapping[str, Callable[[pd.DataFrame], Figure]] = {
    "paths.csv": paths.figure,
    "projection.csv": projection.figure,
}


def draw(folder: Path) -> list[Path]:
    """Draw every table of a study that lies in a folder, and give back the pictures."""
    made = []
    for number, (name, figure) in enumerate(DRAWN.items(), start=1):
        if (folder / name).is_file():
            placed = place(figure(pd.read_csv(folder / name)), number, folder / "figures")
            made.append(folder / "figures" / f"{placed.stem}.png")
    return made


def main() -> None:
    """Draw what there is, and say where it is."""
    asked = argparse.ArgumentParser(prog="python -m sim.report.studies")
    asked.add_argument("folder", type=Path, help="where a study kept its table")
    folder: Path = asked.parse_args().folder
    made = draw(folder)
    if not made:
        known = " nor ".join(DRAWN)
        asked.exit(2, f"{folder} holds neither {known}. Run a study with --into {folder}.\n")
    print("\n".join(str(one) for one in made))


if __name__ == "__main__":
    main()
