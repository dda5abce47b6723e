"""Small worlds that tests share: two authorities, a short past, made in the test itself."""

from dataclasses import fields, replace
from datetime import date
from functools import cache

import numpy as np

from sim.model import ChildrensServices, build_past
from sim.scenario import Action, Change, Cost, Scenario, Where, load_scenario

SEED = 20260401
# Nobody comes from outside, through an agency or out of another authority's post.
NOBODY_COMES = {
    "market.supply": 0.0, "market.returns": 0.0, "market.movers": 0.0,
    "market.agency_entry": 0.0, "market.books": 0.0, "market.agency_to_post": 0.0,
    "workforce.agency_limit": 0.0,
    "workforce.exit_profession": 1.0, "workforce.exit_profession_early": 1.0,
}  # fmt: skip


def small(families: int = 2640, past: int = 3, years: int = 2, **others: object) -> Scenario:
    """Two authorities with so many families in all, a past of so many years, and no law."""
    tiny = load_scenario("tiny")
    whole = sum(place.families for place in tiny.authorities)
    end = date(tiny.start.year + years, 3, 31)
    settings = {"past_years": past, "end": end, "law": (), **others}
    return replace(tiny, population_scale=families / whole, **settings)


def moved(
    setting: Scenario, name: str, *changes: tuple[str, str, float], **where: object
) -> Scenario:
    """The same scenario with levers moved from its first week."""
    made = tuple(Change(*change) for change in changes)
    action = Action(name, name, setting.start, None, 0, Where(**where), made, Cost())
    return replace(setting, name=name, actions=(*setting.actions, action))


@cache
def past(meaning: str, replicate: int) -> bytes:
    return build_past(KNOWN[meaning], SEED, replicate)


KNOWN: dict[str, Scenario] = {}


def world(setting: Scenario, replicate: int = 0) -> ChildrensServices:
    """A world at its start, its past shared with others that have the same."""
    KNOWN.setdefault(setting.past_meaning, setting)
    return ChildrensServices(setting, SEED, replicate, past(setting.past_meaning, replicate))


def different(one: ChildrensServices, other: ChildrensServices) -> list[str]:
    """Names of the tables whose bytes differ."""
    found = []
    for part in fields(one.tables):
        mine, theirs = getattr(one.tables, part.name), getattr(other.tables, part.name)
        pairs = zip(mine, theirs, strict=True) if isinstance(mine, tuple) else [(mine, theirs)]
        if any(np.asarray(a).tobytes() != np.asarray(b).tobytes() for a, b in pairs):
            found.append(part.name)
    return found
