"""A calibration: which worlds are run, and at how many points, to find draws that fit."""

from dataclasses import dataclass
from pathlib import Path

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.scenario.experiment import SEED, read_experiment
from sim.scenario.find import find, none_such
from sim.scenario.held_against.shape import CalibrationShape
from sim.scenario.load import read_name, refuse_mistakes
from sim.scenario.reading.mistakes import check_shape, did_you_mean
from sim.scenario.reading.sheet import Part, Sheet, read_sheet
from sim.scenario.reading.values import read_quantity, read_whole
from sim.scenario.scenario import Experiment

CENTRE, DRAWS, EFFECTIVE = 8, 120, 60
FEWEST = 2
SHARE = "share"


@dataclass(frozen=True, slots=True)
class World:
    """An experiment in whose world targets are measured.

    every : of the points of a wave it is run at the first and at each so-many-th after
    """

    experiment: Experiment
    every: int = 1


@dataclass(frozen=True, slots=True)
class Wave:
    """Points that are run together.

    reach  : share of each number's range, about its default, from which they are drawn
    points : how many
    """

    reach: float
    points: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """What is asked of `cpsim calibrate`.

    worlds    : the cheapest first; a target is held against the first that can measure it
    solved    : numbers that are not uncertain by themselves but were solved to the targets for the
                defaults, and have to be found again for any others
    centre    : replicates at the defaults, from which the luck of each target is known
    draws     : of the ensemble
    effective : evenly weighted draws that it has to be worth
    """

    name: str
    title: str
    worlds: tuple[World, ...]
    waves: tuple[Wave, ...]
    solved: tuple[str, ...]
    centre: int
    draws: int
    effective: int
    seed: int


def load_calibration(name_or_path: str | Path) -> Calibration:
    """Load a calibration with its experiments; raise all that is wrong with the files at once."""
    file = find(name_or_path, "calibration")
    if not file:
        raise InputError.command_line(*none_such(name_or_path, "calibration"))
    calibration, sheets = read_calibration(file)
    refuse_mistakes(sheets)
    return calibration


def read_calibration(file: Path) -> tuple[Calibration, list[Sheet]]:
    """Read a calibration and all it names; give back every sheet read."""
    sheet = read_sheet(file)
    check_shape(sheet, CalibrationShape)
    sheets, top = [sheet], sheet.top
    name = read_name(top, "calibration")
    draws = read_whole(top, "draws", DRAWS, low=FEWEST)
    calibration = Calibration(
        name=name,
        title=top.text("title") or name,
        worlds=tuple(one for part in top.parts("worlds") if (one := read_world(part, sheets))),
        waves=tuple(read_wave(part) for part in top.parts("waves")),
        solved=read_solved(top),
        centre=read_whole(top, "centre", CENTRE, low=FEWEST),
        draws=draws,
        effective=read_whole(top, "effective", min(EFFECTIVE, draws), low=1),
        seed=read_whole(top, "seed", SEED),
    )
    refuse_too_few(top, calibration)
    return calibration, sheets


def read_world(part: Part, sheets: list[Sheet]) -> World | None:
    """Read a world, and put its sheets with the others."""
    name, folder = part.text("experiment"), part.sheet.file.parent
    if name is None:
        return None
    file = find(name, "experiment", folder)
    if not file:
        part.wrong("E201", "experiment", *none_such(name, "experiment", beside=folder))
        return None
    experiment, read = read_experiment(file)
    sheets += read
    if len(experiment.scenarios) > 1 or experiment.factors or experiment.goal:
        part.wrong("E106", "experiment",
                   f"“{name}” compares, varies or seeks something, and a calibration does that.",
                   "Name an experiment of one scenario, without factors.")  # fmt: skip
    return World(experiment, read_whole(part, "every", 1, low=1))


def read_solved(top: Part) -> tuple[str, ...]:
    """Read the numbers that were solved, reporting any that is none or varies anyway."""
    names = top.names("solved")
    fixed = [name for name, one in registry().items() if one.role == "fixed"]
    for i, name in enumerate(names):
        if name not in fixed:
            varies = name in registry() and registry()[name].role == "uncertainty"
            advice = "Leave it out: it is uncertain, and varies anyway." if varies else ""
            top.sheet.wrong("E301", top.sheet.mark_of(("solved",), i),
                            f"“{name}” is no number that is fixed.",
                            advice or did_you_mean(name, fixed))  # fmt: skip
    return names


def read_wave(part: Part) -> Wave:
    """Read one wave."""
    return Wave(
        reach=read_quantity(part, "reach", SHARE, 1.0, high=1.0),
        points=read_whole(part, "points", FEWEST, low=FEWEST),
    )


def refuse_too_few(top: Part, calibration: Calibration) -> None:
    """Refuse an ensemble larger than its last wave, or one worth more than it holds."""
    last = calibration.waves[-1].points if calibration.waves else calibration.draws
    if calibration.draws > last:
        top.wrong("E105", "draws" if "draws" in top.data else None,
                  f"An ensemble of {calibration.draws} draws is taken from the last wave, which "
                  f"has {last} points.",
                  f"Give that wave {calibration.draws} points or more, or ask for fewer draws.",
                  )  # fmt: skip
    if calibration.effective > calibration.draws:
        top.wrong("E105", "effective",
                  f"{calibration.draws} draws cannot be worth {calibration.effective} even ones.",
                  f"Write {calibration.draws} or less.")  # fmt: skip
