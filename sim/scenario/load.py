"""From a file or a name to a scenario, or to every mistake in it."""

from collections.abc import Iterable
from pathlib import Path

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.scenario.find import find, none_such
from sim.scenario.place import Authority
from sim.scenario.reading.actions import not_a_lever, read_actions, read_shocks
from sim.scenario.reading.bundles import check_bundles
from sim.scenario.reading.expectations import read_expectations
from sim.scenario.reading.horizon import read_horizon
from sim.scenario.reading.layers import Layers, read_layers
from sim.scenario.reading.mistakes import names_other_kind
from sim.scenario.reading.origins import origins
from sim.scenario.reading.places import read_place
from sim.scenario.reading.sheet import Part, Sheet
from sim.scenario.reading.values import (
    SWITCHED,
    defaults,
    read_quantity,
    read_switch,
    read_switches,
    read_values,
)
from sim.scenario.scenario import Scenario

FAMILIES_TO_A_CASE_HOLDER = 330
FEWEST_CASE_HOLDERS = 40
LEAST_SCALE = 1e-6
NAME = "lower-case letters, digits and hyphens, as in caseload-cap-16"


def load_scenario(name_or_path: str | Path) -> Scenario:
    """Load a scenario; raise all that is wrong with its files at once."""
    file = find(name_or_path, "scenario")
    if not file:
        raise InputError.command_line(*none_such(name_or_path, "scenario"))
    scenario, sheets = read_scenario(file)
    refuse_mistakes(sheets)
    return scenario


def load_place(name_or_path: str | Path) -> tuple[Authority, ...]:
    """Load the authorities of a place; raise all that is wrong with its file at once."""
    file = find(name_or_path, "place")
    if not file:
        raise InputError.command_line(*none_such(name_or_path, "place"))
    authorities, sheet = read_place(file)
    refuse_mistakes([sheet])
    return authorities


def refuse_mistakes(sheets: Iterable[Sheet]) -> None:
    """Raise every mistake that was kept, if there is any."""
    if problems := [problem for sheet in sheets for problem in sheet.problems]:
        raise InputError(problems)


def read_scenario(file: Path, experiment: Sheet | None = None) -> tuple[Scenario, list[Sheet]]:
    """Read a scenario with what it extends, and its place; give back every sheet read.

    experiment : the experiment it belongs to, whose settings come last
    """
    layers = read_layers(file, experiment)
    check_bundles(layers)
    horizon = read_horizon(layers)
    authorities, place = read_authorities(layers)
    sheets = [*layers.all, *([place] if place else [])]
    quick = read_switch(layers.holder("quick"), "quick")
    check_policy_parameters(layers)
    leaf, values = layers.leaf, merged_values(layers)
    law, actions = read_actions(layers, horizon, authorities, {**defaults(), **values})
    scenario = Scenario(
        name=read_name(leaf, "scenario"),
        title=leaf.text("title") or leaf.text("scenario") or "",
        question=leaf.text("question") or "",
        start=horizon.start,
        end=horizon.end,
        past_years=horizon.past_years,
        authorities=authorities,
        population_scale=read_scale(layers, authorities, quick),
        parameters=dict(sorted(values.items())),
        law=law,
        actions=actions,
        shocks=read_shocks(layers, horizon, authorities),
        loops_off=switched_off(layers, "loops"),
        uncoupled=switched_off(layers, "couplings"),
        quick=quick,
        expectations=read_expectations(leaf),
        source_files=tuple(sheet.shown for sheet in sheets),
        origins=origins(layers, place, authorities),
    )
    return scenario, sheets


def read_name(part: Part, key: str) -> str:
    """Read the name that files and tables will carry."""
    name = part.text(key)
    if name is not None and not is_name(name):
        part.wrong("E105", key, f"“{name}” cannot be a name.", f"Write {NAME}.")
    return name or ""


def is_name(name: str) -> bool:
    """Whether a text can name files and columns of tables."""
    return name.replace("-", "").isalnum() and name == name.lower()


def read_authorities(layers: Layers) -> tuple[tuple[Authority, ...], Sheet | None]:
    """Read the place, and give back its sheet."""
    holder = layers.holder("place")
    name = holder.text("place")
    if name is None:
        if not any(sheet.problems for sheet in layers.all):
            holder.wrong("E102", None, "No place is named, here or in what this extends.",
                         "Add place: england-4")  # fmt: skip
        return (), None
    folder = holder.sheet.file.parent
    file = find(name, "place", folder)
    if not file:
        holder.wrong("E201", "place", *none_such(name, "place", beside=folder))
        return (), None
    if names_other_kind(
        holder.sheet, holder.sheet.mark((*holder.place, "place")), name, file, "place"
    ):
        return (), None
    return read_place(file)


def read_scale(layers: Layers, authorities: tuple[Authority, ...], quick: bool) -> float:
    """Read which share of the families is simulated; only a quick look may have too few."""
    part = layers.holder("population_scale")
    scale = read_quantity(part, "population_scale", "share", 1.0, LEAST_SCALE, 1.0)
    if not quick:
        check_scale(part, scale, authorities)
    return scale


def check_scale(part: Part, scale: float, authorities: tuple[Authority, ...]) -> None:
    """Refuse a scale at which an authority has too few case holders for teams to mean anything."""
    small = [
        one for one in authorities
        if 0 < one.families * scale / FAMILIES_TO_A_CASE_HOLDER < FEWEST_CASE_HOLDERS
    ]  # fmt: skip
    if not small:
        return
    least = min(small, key=lambda one: one.families)
    holders = least.families * scale / FAMILIES_TO_A_CASE_HOLDER
    needed = FEWEST_CASE_HOLDERS * FAMILIES_TO_A_CASE_HOLDER / least.families
    advice = f"Use {needed:.3g} or more" if needed <= 1 else "Choose larger authorities"
    part.wrong(
        "E402", "population_scale",
        f"{least.name} would have {holders:.0f} case holders; under {FEWEST_CASE_HOLDERS}, teams "
        "and supervision mean nothing.",
        f"{advice}, or write quick: on for a look that proves nothing.",
    )  # fmt: skip


def check_policy_parameters(layers: Layers) -> None:
    """Refuse facts among the parameters of a scenario that rests on another: levers only."""
    for sheet in layers.sheets:
        part = sheet.top.part("parameters")
        for key in part.data if rests_on_another(sheet) else ():
            one = registry().get(key)
            if one and one.role != "lever" and key.split(".")[0] not in SWITCHED:
                message, levers = not_a_lever(key, one.role)
                advice = f"{levers} An experiment may set it, for all its scenarios alike."
                part.wrong("E205", key, message, advice, on_key=True)


def rests_on_another(sheet: Sheet) -> bool:
    """Whether a scenario is a policy over another, rather than a world of its own."""
    return bool(sheet.top.text("extends") or sheet.top.names("combine"))


def merged_values(layers: Layers) -> dict[str, float]:
    """Read the parameters of every layer; the last word on each holds."""
    values: dict[str, float] = {}
    for part in layers.maps("parameters"):
        values |= read_values(part)
    return values


def switched_off(layers: Layers, section: str) -> tuple[str, ...]:
    """Read the switches of every layer, and name those that end up off."""
    switches: dict[str, bool] = {}
    for part in layers.maps(section):
        switches |= read_switches(part, section)
    return tuple(sorted(name for name, is_on in switches.items() if not is_on))
