"""From an experiment's file to its scenarios, replicates and measures."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sim.kernel.errors import InputError
from sim.kernel.whole import whole
from sim.measures import MEASURES
from sim.scenario.find import find, none_such
from sim.scenario.goal.reading import read_goal
from sim.scenario.goal.reading_precision import read_precision
from sim.scenario.load import load_scenario, read_name, read_scenario, refuse_mistakes
from sim.scenario.reading.horizon import Horizon, read_day
from sim.scenario.reading.mistakes import check_shape, names_other_kind
from sim.scenario.reading.shape import ExperimentShape, kind_of
from sim.scenario.reading.sheet import Part, Sheet, read_sheet
from sim.scenario.reading.values import choices, no_measure, read_whole
from sim.scenario.reading.where import read_groups
from sim.scenario.scenario import Experiment, Scenario
from sim.scenario.varying.design import Design, Factor, Points
from sim.scenario.varying.ensemble import read_ensemble_name, shipped
from sim.scenario.varying.factors import read_factors
from sim.scenario.varying.reading import lever_day, read_design
from sim.scenario.varying.table import read_points

REPLICATES = 8
SEED = 20260401
BASELINE = "baseline"


def load_experiment(name_or_path: str | Path) -> Experiment:
    """Load an experiment with its scenarios; raise all that is wrong with the files at once."""
    file = find(name_or_path, "experiment")
    if not file:
        raise InputError.command_line(*none_such(name_or_path, "experiment"))
    experiment, sheets = read_experiment(file)
    refuse_mistakes(sheets)
    return experiment


def load_any(name_or_path: str | Path) -> Experiment:
    """Load an experiment, or make one that compares a scenario with the baseline."""
    file = find(name_or_path, "experiment")
    if file and is_experiment(file):
        return load_experiment(file)
    if not file and not find(name_or_path, "scenario"):
        raise InputError.command_line(*none_such(name_or_path, "experiment", "scenario"))
    return compare(load_scenario(name_or_path))


def is_experiment(file: Path) -> bool:
    """Whether a file is an experiment's."""
    return kind_of(read_sheet(file).top.data) == "experiment"


def compare(*given: Scenario, against: Scenario | str | Path = BASELINE) -> Experiment:
    """Make an experiment of scenarios, adding what to compare them with if it is missing.

    against : a scenario, its name or its file
    """
    if not given:
        raise InputError.command_line(
            "There is no scenario to run.", "Name one or more; `cpsim show` lists them."
        )
    scenarios, base = with_base(given, against)
    refuse_namesakes(scenarios)
    refuse_unpaired(scenarios)
    others = [one for one in scenarios if one.name != base]
    return Experiment(
        name="-".join(one.name for one in others) or base,
        title=" and ".join(one.title for one in others) or scenarios[0].title,
        question=scenarios[-1].question,
        scenarios=scenarios,
        against=base,
        replicates=REPLICATES,
        seed=SEED,
        measures=(),
        period_start=max(first_action(scenarios), scenarios[0].start),
        period_end=scenarios[0].end,
        ensemble=shipped(),
    )


def with_base(
    given: tuple[Scenario, ...], against: Scenario | str | Path
) -> tuple[tuple[Scenario, ...], str]:
    """Put what scenarios are compared with among them, and name it.

    That is the baseline where it plays in the same world, or else the first scenario without
    its policy; one that has no policy is shown alone.
    """
    if against in [one.name for one in given]:
        return given, str(against)
    first = given[0]
    base = against if isinstance(against, Scenario) else load_scenario(against)
    if against == BASELINE and not comparable(base, first):
        base = without_policy(first) if first.actions or first.shocks else first
    # A name in a file may be another than the file's, so the scenario itself is looked for.
    return (given if base in given else (base, *given)), base.name


def refuse_namesakes(scenarios: tuple[Scenario, ...]) -> None:
    """Refuse scenarios of one name: their runs would be taken for runs of one scenario."""
    for i, one in enumerate(scenarios):
        for other in scenarios[:i]:
            if other.name == one.name:
                raise InputError.command_line(*namesakes(other, one), code="E204")


def namesakes(one: Scenario, other: Scenario) -> tuple[str, str]:
    """Say that two scenarios have one name, and what to do."""
    if one == other:
        return f"“{one.name}” is here twice.", "Name it once."
    return (
        f"Two different scenarios are called “{one.name}”, and reports tell scenarios "
        "apart by their names alone.",
        "Give each a name of its own: after “scenario:” in its file, or as name= in sim.change.",
    )


def without_policy(scenario: Scenario) -> Scenario:
    """Take a scenario's actions and shocks away, and what is foretold of them; leave its world."""
    return replace(
        scenario, name="without", title="The same without the policy", actions=(), shocks=(),
        expectations=(),
    )  # fmt: skip


def refuse_unpaired(scenarios: tuple[Scenario, ...]) -> None:
    """Refuse scenarios of different worlds: their families cannot be paired."""
    for other in scenarios[1:]:
        if not comparable(scenarios[0], other):
            raise InputError.command_line(
                unpaired(scenarios[0], other), "Give them the same place, scale and horizon."
            )


def unpaired(one: Scenario, other: Scenario) -> str:
    """Say that two scenarios play in different worlds."""
    return (
        f"“{other.name}” and “{one.name}” differ in place, scale or horizon, so their families "
        "cannot be paired."
    )


def read_experiment(file: Path) -> tuple[Experiment, list[Sheet]]:
    """Read an experiment and all it names; give back every sheet read."""
    sheet = read_sheet(file)
    check_shape(sheet, ExperimentShape)
    sheets = [sheet]
    scenarios = read_scenarios(sheet, sheets)
    top = sheet.top
    start, end = read_period(top.part("period"), scenarios)
    factors, design = read_varied(sheet, sheets, scenarios, start)
    name, against = read_name(top, "experiment"), read_against(top, scenarios)
    measures = read_measures(top)
    precision = read_precision(top, measures)
    experiment = Experiment(
        name=name,
        title=top.text("title") or name,
        question=top.text("question") or "",
        scenarios=scenarios,
        against=against,
        replicates=precision.start if precision
        else read_whole(top, "replicates", REPLICATES, low=1),
        seed=read_whole(top, "seed", SEED),
        measures=measures,
        period_start=start,
        period_end=end,
        goal=read_goal(top, scenarios, against, start),
        groups=read_groups(top.part("groups"), scenarios[0].authorities if scenarios else ()),
        factors=factors,
        design=design,
        precision=precision,
        ensemble=read_ensemble_name(top),
    )  # fmt: skip
    return experiment, sheets


def read_varied(
    sheet: Sheet, sheets: list[Sheet], scenarios: tuple[Scenario, ...], start: date
) -> tuple[tuple[Factor, ...], Design | None]:
    """Read what is varied and how, with the table of points if one is named."""
    part, factors = sheet.top.part("design"), read_factors(sheet.top)
    points: Points = ()
    named = part.text("file")
    if named and part.text("method") == "list":
        file = sheet.file.parent / named
        if not file.is_file():
            part.wrong("E201", "file", f"There is no file “{named}” beside this one.",
                       "Name a CSV file by its path from here.")  # fmt: skip
            return (), None
        factors, points, table = read_points(file)
        sheets.append(table)
    return factors, read_design(sheet.top, factors, points, lever_day(part, scenarios, start))


def read_scenarios(sheet: Sheet, sheets: list[Sheet]) -> tuple[Scenario, ...]:
    """Read the scenarios an experiment names, and put their sheets with the others."""
    found: list[Scenario] = []
    for i, name in enumerate(sheet.top.names("scenarios")):
        mark = sheet.mark_of(("scenarios",), i)
        file = find(name, "scenario", sheet.file.parent)
        if not file:
            sheet.wrong("E201", mark, *none_such(name, "scenario", beside=sheet.file.parent))
            continue
        if names_other_kind(sheet, mark, name, file, "scenario"):
            continue
        scenario, read = read_scenario(file, sheet)
        sheets += read
        if scenario.name in [one.name for one in found]:
            sheet.wrong("E204", mark, f"“{scenario.name}” is here twice.", "Delete one of them.")
            continue
        # A place that could not be read has been told already.
        placed = [one for one in found if one.authorities]
        if placed and scenario.authorities and not comparable(placed[0], scenario):
            sheet.wrong(
                "E408", mark, unpaired(placed[0], scenario),
                "Set place, population_scale and horizon in the experiment, for all alike.",
            )  # fmt: skip
        found.append(scenario)
    return tuple(found)


def comparable(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios play in the same world at the same time, after the same past."""
    return world(one) == world(other)


def world(scenario: Scenario) -> tuple[object, ...]:
    """Gather what two scenarios must share for their families to be the same."""
    return (
        scenario.authorities, scenario.population_scale, scenario.start, scenario.end,
        scenario.past_years,
    )  # fmt: skip


def read_against(top: Part, scenarios: tuple[Scenario, ...]) -> str:
    """Read which scenario the others are compared with: the baseline, or else the first."""
    names = tuple(one.name for one in scenarios)
    given = top.text("against")
    if given is None:
        return BASELINE if BASELINE in names or not names else names[0]
    if names and given not in names:
        top.wrong(
            "E404", "against", f"“{given}” is not one of the scenarios.", choices(given, names)
        )
    return given


def read_measures(top: Part) -> tuple[str, ...]:
    """Read the headline measures, reporting names that there are none of."""
    given = top.names("measures")
    if "measures" in top.data and not given:
        top.wrong("E102", "measures", "“measures” is empty.",
                  "Write at least one entry, or delete the line.", on_key=True)  # fmt: skip
    for i, name in enumerate(given):
        if name not in MEASURES:
            top.sheet.wrong("E403", top.sheet.mark_of(("measures",), i), *no_measure(name))
        elif name in given[:i]:
            mark = top.sheet.mark_of(("measures",), i)
            top.sheet.wrong("E204", mark, f"“{name}” is here twice.", "Delete one of them.")
    return given


def read_period(part: Part, scenarios: tuple[Scenario, ...]) -> tuple[date, date]:
    """Read the period of the measures: from the first action to the end, if it is not said."""
    horizon = Horizon(scenarios[0].start, scenarios[0].end) if scenarios else Horizon()
    start = read_day(part, "from", horizon.start) or max(first_action(scenarios), horizon.start)
    end = read_day(part, "to", horizon.start, is_end=True) or horizon.end
    is_told = not part.data or any(not comparable(scenarios[0], one) for one in scenarios)
    if scenarios and not is_told and not horizon.start <= start <= end <= horizon.end:
        part.wrong(
            "E405", None,
            f"The period from {start} to {end} is not within the run, "
            f"{horizon.start} to {horizon.end}.",
            "Give a first and a last month of the run.",
        )  # fmt: skip
    return start, end


def first_action(scenarios: tuple[Scenario, ...]) -> date:
    """Day on which the first action of any scenario begins."""
    days = [action.start for one in scenarios for action in one.actions]
    return min(days, default=scenarios[0].start if scenarios else Horizon().start)


def altered(experiment: Experiment, replicates: int | None, seed: int | None) -> Experiment:
    """Give an experiment another number of replicates or another seed."""
    return replace(
        experiment,
        precision=experiment.precision if replicates is None else None,
        replicates=experiment.replicates if replicates is None
        else whole(replicates, "replicates", 1),
        seed=experiment.seed if seed is None else whole(seed, "seed", 0),
    )  # fmt: skip
