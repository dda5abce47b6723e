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

CENTRE, DRAWS = 8, 120
FEWEST, NEAREST = 2, 0.01
SHARE = "share"


@dataclass(frozen=True, slots=True)
class Calibration:
    """What is asked of `cpsim calibrate`.

    worlds : experiments, the cheapest first; a target is held against the first that can measure it
    waves  : how far about the defaults each reaches, as a share of each number's range
    points : of every wave
    solved : numbers that are not uncertain by themselves but were solved to the targets for the
             defaults, and have to be found again for any others
    centre : replicates at the defaults, from which the luck of each target is known
    draws  : of the ensemble
    """

    name: str
    title: str
    worlds: tuple[Experiment, ...]
    waves: tuple[float, ...]
    points: int
    solved: tuple[str, ...]
    centre: int
    draws: int
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
        worlds=read_worlds(top, sheets),
        waves=read_waves(top),
        points=read_whole(top, "points", draws, low=FEWEST),
        solved=read_solved(top),
        centre=read_whole(top, "centre", CENTRE, low=FEWEST),
        draws=draws,
        seed=read_whole(top, "seed", SEED),
    )
    refuse_too_few(top, calibration)
    return calibration, sheets


def read_worlds(top: Part, sheets: list[Sheet]) -> tuple[Experiment, ...]:
    """Read the experiments whose worlds are run, and put their sheets with the others."""
    found, folder = [], top.sheet.file.parent
    for i, name in enumerate(top.names("worlds")):
        file = find(name, "experiment", folder)
        mark = top.sheet.mark_of(("worlds",), i)
        if not file:
            top.sheet.wrong("E201", mark, *none_such(name, "experiment", beside=folder))
            continue
        experiment, read = read_experiment(file)
        sheets += read
        if len(experiment.scenarios) > 1 or experiment.factors or experiment.goal:
            top.sheet.wrong("E106", mark,
                            f"“{name}” compares, varies or seeks something, and a calibration does "
                            "that.", "Name an experiment of one scenario, without factors.",
                            )  # fmt: skip
        found.append(experiment)
    return tuple(found)


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


def read_waves(top: Part) -> tuple[float, ...]:
    """Read how far each wave reaches."""
    rows = top.rows("waves")
    return tuple(read_quantity(rows, i, SHARE, 1.0, NEAREST, 1.0) for i in rows.data)


def refuse_too_few(top: Part, calibration: Calibration) -> None:
    """Refuse an ensemble that is larger than a wave."""
    if calibration.draws > calibration.points:
        top.wrong("E105", "draws" if "draws" in top.data else None,
                  f"An ensemble of {calibration.draws} draws is taken from the last wave, which "
                  f"has {calibration.points} points.",
                  f"Give waves {calibration.draws} points or more, or ask for fewer draws.",
                  )  # fmt: skip
