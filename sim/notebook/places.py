"""Places from published figures, from a notebook."""

import os
from pathlib import Path

from sim.kernel.errors import InputError
from sim.scenario.council import Figures, Inferred, write_place
from sim.scenario.find import HOME, ROOMS
from sim.scenario.load import NAME, is_name


def new_place(
    name: str, children: int, *, kind: str = "unitary", region: str = "Midlands",
    grade: str = "good", free_school_meals: float | None = None, **rates: float | None,
) -> tuple[Path, Inferred]:  # fmt: skip
    """Write a place file for a council in the current folder’s room for places.

    children          : to 17 years
    free_school_meals : pupils eligible, per cent
    rates             : published, for 10,000 children: referrals, section_47, plans, in_need,
                        looked_after, care_applications; those that are not known are left out
    returns           : the file, and what was inferred
    """
    if not is_name(name):
        raise InputError.command_line(f"“{name}” cannot be a name.", f"Write {NAME}.")
    known = {one: rate for one, rate in rates.items() if rate is not None}
    figures = Figures(name, children, kind, region, grade, free_school_meals, known)
    file = Path(ROOMS["place"][0]) / f"{name}.yaml"
    schema = os.path.relpath(HOME / "scenarios/schema/place.json", file.parent.resolve())
    return write_place(figures, file, Path(schema).as_posix())
