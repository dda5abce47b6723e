"""Scenario files: loading, checking, showing, comparing, beginning, and changing a scenario."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sim.kernel.errors import InputError, shortened
from sim.scenario import Experiment, Scenario, load_experiment, load_scenario
from sim.scenario.check import check_files, look_up, watch_files
from sim.scenario.experiment import is_experiment
from sim.scenario.find import find
from sim.scenario.load import refuse_mistakes
from sim.scenario.new import write
from sim.scenario.reading.actions import check_prices, read_moves
from sim.scenario.reading.contradictions import check_idle
from sim.scenario.reading.horizon import Horizon, read_span
from sim.scenario.reading.shape import kind_of
from sim.scenario.reading.sheet import read_sheet
from sim.scenario.size import values_before
from sim.scenario.telling import on_a_day, others
from sim.scenario.telling.diff import differences
from sim.scenario.telling.show import show as in_words


def load(name: str | Path) -> Scenario | Experiment:
    """Load a scenario or an experiment, by its name or its file."""
    refuse_odd(name)
    file = find(name, "experiment")
    if file and is_experiment(file):
        return load_experiment(file)
    return load_scenario(name)


def scenario_of(given: str | Path | Scenario) -> Scenario:
    """Load a scenario where only its name or its file is given."""
    if isinstance(given, Scenario):
        return given
    refuse_odd(given)
    return load_scenario(given)


def refuse_odd(given: object, *welcome: type) -> None:
    """Refuse what is neither a name nor a file.

    welcome : kinds of object that may be given in their place
    """
    if not isinstance(given, (str, Path, *welcome)):
        raise InputError.command_line(
            f"“{shortened(str(given))}” is neither a name nor a file.",
            "Give the name of a scenario in quotes, as “baseline”, or its file.",
        )


def check(names: str | Path | Sequence[str | Path] = (), *, watch: bool = False) -> int:
    """Check files, or all there are: count them, or raise every mistake at once.

    watch : check again whenever a file is saved, until it is interrupted
    """
    several = [names] if isinstance(names, str | Path) else names
    texts = [str(one) for one in several]
    if watch:
        watch_files(texts, print)
    return check_files(texts)


def show(
    name: str | Path | Scenario | None = None, *, at: str | None = None, everything: bool = False
) -> str:
    """Tell a scenario with every value and where it was set; or a place, or an experiment.

    name       : without it, all the files there are
    at         : what holds on a day, 2028-04 or “year 3”
    everything : list every parameter, not only those that are set
    """
    if name is None:
        return "\n".join("  ".join(row) for row in others.index())
    if not isinstance(name, Scenario):
        file = look_up(str(name))
        kind = kind_of(read_sheet(file).top.data)
        if kind != "scenario" and at:
            raise InputError.command_line(f"“{name}” is of no day.", "Give a day for a scenario.")
        if kind != "scenario":
            return others.described(file, kind)[1]
        name = load_scenario(file)
    if at:
        return on_a_day.show_at(name, on_a_day.read_day(at, name))
    return in_words(name, everything)


def diff(one: str | Path | Scenario, other: str | Path | Scenario) -> list[str]:
    """Say in words how one scenario differs from another; nothing if they mean the same."""
    return differences(scenario_of(one), scenario_of(other))


def new(name: str, *, kind: str = "scenario") -> Path:
    """Write a scenario, bundle, place or experiment to start from; give its file."""
    return write(name, kind)


def change(
    scenario: Scenario, lever: str, *, name: str, start: str, to: str | None = None,
    by: str | None = None, multiply: str | None = None, until: str | None = None,
    phase_in: str | None = None, where: str | None = None, cost: str | None = None,
    title: str | None = None,
) -> Scenario:  # fmt: skip
    """Give a new scenario with one more action, written as in a file.

        change(baseline, "allocation.caseload_cap", to="16 cases", start="2026-04", name="cap-16")

    where, cost : maps as in a file, such as "{kind: county}", "{yearly: £1m, prices: 2025-26}"
    """
    how = {"to": to, "by": by, "multiply": multiply}
    said = ", ".join(f"{word}: {value}" for word, value in how.items() if value is not None)
    settings = {"action": name, "title": title, "from": start, "until": until,
                "phase_in": phase_in, "where": where, "cost": cost,
                "change": f"{{{lever}: {{{said}}}}}"}  # fmt: skip
    text = "".join(f"{key}: {value}\n" for key, value in settings.items() if value is not None)
    sheet = read_sheet(Path("change"), text)
    horizon = Horizon(scenario.start, scenario.end, scenario.past_years)
    base = values_before(scenario)
    span = read_span(sheet.top, "from", horizon)
    action = read_moves(sheet.top, "action", span, scenario.authorities, base)
    check_prices(sheet.top.part("cost"), horizon.end)
    check_idle(action, sheet.top, scenario.dated, base, None)
    refuse_mistakes([sheet])
    return replace(
        scenario, name=name, title=title or name, actions=(*scenario.actions, action), origins={}
    )
