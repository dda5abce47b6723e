"""Reading the actions and shocks of a scenario."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sim.kernel.quantities import CASES
from sim.parameters.registry import group, registry
from sim.parameters.section import Parameter
from sim.scenario.place import Authority
from sim.scenario.policy import Action, Change, Chosen, Cost, Operation, Shock
from sim.scenario.reading.contradictions import check_contradictions, check_idle
from sim.scenario.reading.days import (
    FIRST_PRICES,
    financial_year,
    is_price_year,
    last_price_year,
    nearest_price_year,
)
from sim.scenario.reading.horizon import Horizon, read_law_span, read_span
from sim.scenario.reading.layers import Layers
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import (
    outside,
    read_choice,
    read_parameter,
    read_quantity,
    read_value,
    sentence,
)
from sim.scenario.reading.where import read_where
from sim.scenario.shocks import AGENCIES, SHOCKS

DAYS_IN_WEEK = 7
CHOSEN: tuple[Chosen, ...] = ("one", "all")
OPERATIONS: tuple[Operation, ...] = ("to", "by", "multiply")


def read_actions(
    layers: Layers, horizon: Horizon, authorities: tuple[Authority, ...], base: Mapping[str, float]
) -> tuple[tuple[Action, ...], tuple[Action, ...]]:
    """Read the law, and every action that is left after dropping, parents' first.

    base : every parameter's value before any action
    """
    law = [
        (read_moves(part, "law", span, authorities, base), part)
        for part in layers.kept("law", "law")
        if (span := read_law_span(part, horizon))
    ]
    actions = [
        (read_moves(part, "action", read_span(part, "from", horizon), authorities, base), part)
        for part in layers.kept("actions", "action")
    ]
    check_contradictions(layers, (*law, *actions), base)
    ends = layers.holder("horizon", "end|years")
    for i, (action, part) in enumerate(read := (*law, *actions)):
        check_prices(part.part("cost"), horizon.end)
        is_own = i >= len(law) and ends.data and part.sheet is ends.sheet
        end = horizon.end if is_own else None
        check_idle(action, part, [one for one, _ in read[:i]], base, end)
    return (
        tuple(in_force_from(one, horizon.start) for one, _ in law),
        tuple(one for one, _ in actions),
    )


def in_force_from(law: Action, start: date) -> Action:
    """Let a law that began before the run hold from its first day, less what is phased in."""
    gone = max(0, (start - law.start).days // DAYS_IN_WEEK)
    left = max(0, law.phase_in_weeks - gone)
    return replace(law, start=max(start, law.start), phase_in_weeks=left)


def read_moves(
    part: Part, key: str, span: tuple[date, date | None], authorities: tuple[Authority, ...],
    base: Mapping[str, float],
) -> Action:  # fmt: skip
    """Read one action or law, reporting each mistake in it."""
    name = part.text(key) or ""
    start, until = span
    changes = tuple(read_changes(part.part("change"), base))
    check_phasing(part, changes, base)
    return Action(
        name=name,
        title=part.text("title") or name,
        start=start,
        until=until,
        phase_in_weeks=round(read_quantity(part, "phase_in", "weeks", 0.0)),
        where=read_where(part.part("where"), authorities),
        changes=changes,
        cost=read_cost(part.part("cost")),
    )


def read_changes(part: Part, base: Mapping[str, float]) -> Iterator[Change]:
    """Read which levers move, and how."""
    for key in part.data:
        one, how = read_parameter(part, key), part.part(key)
        said = [word for word in OPERATIONS if how.text(word) is not None]
        if one and one.role != "lever":
            part.wrong("E205", key, *not_a_lever(key, one.role), on_key=True)
        if part.data[key] is None:  # which has been told already
            continue
        if (written := part.text(key)) is not None:
            part.wrong("E106", key, "A change says how a lever moves: to a value, by an amount, or "
                       "multiplied.", f"Write {{to: {written}}}.")  # fmt: skip
        elif len(said) != 1 and (said or not how.data):
            wrong = "says more than one of" if said else "needs one of"
            part.wrong("E106", key, f"A change {wrong} “to”, “by” and “multiply”.",
                       "Write for example {to: …}.", on_key=True)  # fmt: skip
        elif one and said and (change := read_change(how, key, one, said[0], base[key])):
            yield change


def read_change(
    how: Part, key: str, one: Parameter, word: Operation, before: float
) -> Change | None:
    """Read how one lever moves, and refuse to move it beyond its limits."""
    if word == "to":
        value = read_value(how, word, one)
        return None if value is None else Change(key, word, value)
    if word == "by":
        moved = read_value(how, word, one, bounded=False)
    else:
        moved = read_quantity(how, word, "ratio", 1.0)
    if moved is None:
        return None
    change = Change(key, word, moved)
    if not one.low <= change.moved(before) <= one.high:
        outside(how, word, one, change.moved(before))
    return change


def check_phasing(part: Part, changes: tuple[Change, ...], base: Mapping[str, float]) -> None:
    """Refuse to phase in a cap that starts from none: there is nothing to move from."""
    for change in changes if part.text("phase_in") else ():
        one = registry()[change.parameter]
        if one.unit == CASES and change.operation == "to" and not base[change.parameter]:
            part.wrong(
                "E106", "phase_in",
                f"{sentence(one.label)}: there is none before, so it cannot move evenly.",
                "Leave phase_in out, or give this change an action of its own.",
            )  # fmt: skip


def not_a_lever(name: str, role: str) -> tuple[str, str]:
    """Say why a policy may not set a number, and what it may set nearby."""
    what = "an uncertain fact" if role == "uncertainty" else "fixed"
    section = name.split(".", maxsplit=1)[0]
    levers = [key for key, one in group(section).items() if one.role == "lever"]
    return (
        f"“{name}” is {what}, and a policy may move levers only.",
        f"Levers of {section}: {', '.join(levers)}." if levers
        else "`cpsim parameters --levers` lists the levers.",
    )  # fmt: skip


def read_cost(part: Part) -> Cost:
    """Read the price of an action and the year of its prices."""
    prices = part.text("prices") or ""
    if prices and not is_price_year(prices):
        part.wrong("E105", "prices", f"“{prices}” is not a financial year.",
                   f"Write {nearest_price_year(prices)}.")  # fmt: skip
    yearly_unit = "£ per year" if " " in (part.text("yearly") or "").strip() else "£"
    return Cost(
        set_up=read_quantity(part, "set_up", "£", 0.0, float("-inf")),
        yearly=read_quantity(part, "yearly", yearly_unit, 0.0, float("-inf")),
        prices=prices,
    )


def check_prices(part: Part, end: date) -> None:
    """Report prices of a year from which nothing can be brought to those of the model.

    end : last day of the run
    """
    prices = part.text("prices") or ""
    first, last = financial_year(FIRST_PRICES), financial_year(last_price_year(end))
    if is_price_year(prices) and not first <= prices <= last:
        part.wrong("E105", "prices",
                   f"“{prices}” is outside what is possible, {first} to {last}.")  # fmt: skip


def read_shocks(
    layers: Layers, horizon: Horizon, authorities: tuple[Authority, ...]
) -> tuple[Shock, ...]:
    """Read every shock that is left after dropping, parents' first."""
    return tuple(
        shock
        for part in layers.kept("shocks", "shock")
        if (shock := read_shock(part, horizon, authorities))
    )


def read_shock(part: Part, horizon: Horizon, authorities: tuple[Authority, ...]) -> Shock | None:
    """Read one shock, reporting each mistake in it."""
    start, until = read_span(part, "at", horizon)
    where = read_where(part.part("where"), authorities)
    kind = read_choice(part, "shock", tuple(SHOCKS), "")
    if not kind:
        return None
    event = SHOCKS[kind]
    usual: Chosen = "one" if event.befalls_one else "all"
    chosen = read_choice(part.part("where"), "chosen", CHOSEN, usual)
    agency = read_choice(part, "agency", AGENCIES, "")
    if event.needs_agency and not part.text("agency"):
        part.wrong(
            "E102", None, f"“{kind}” needs an agency.", f"Add agency: one of {', '.join(AGENCIES)}."
        )
    if agency and not event.needs_agency:
        part.wrong("E106", "agency", f"“{kind}” has no agency.", "Delete this line.", on_key=True)
    if event.lasts and not part.text("until"):
        part.wrong("E102", None, f"“{kind}” lasts, and needs a last day.", "Add until: …")
    return Shock(
        kind=kind,
        start=start,
        until=until,
        where=where,
        chosen=chosen,
        size=read_quantity(part, "size", event.unit, event.default, event.low, event.high),
        agency=agency or None,
    )
