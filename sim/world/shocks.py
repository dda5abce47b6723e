"""Shocks: a scenario's events, set into the world on their dates; what follows is the model's."""

from typing import NamedTuple

import numpy as np

from sim.kernel.compiled import interpreted
from sim.rules.harm import refresh
from sim.scenario import Shock
from sim.scenario.shocks import AGENCIES
from sim.state.columns import column
from sim.world.council_state import forget_recovery
from sim.world.settings import GRADES
from sim.world.world import World


class News(NamedTuple):
    """What inspectors and the press have to tell this week: authorities, each with a size."""

    deaths: list[tuple[int, float]]
    judgements: list[tuple[int, float]]


def strike(world: World) -> News:
    """Set this week's events, and give those of them that are news."""
    world.closures.clear()
    economic = [0.0] * len(world.councils)
    news = News([], [])
    for number, shock in enumerate(world.setting.shocks):
        first = world.calendar.week(shock.start)
        over = world.calendar.date(world.week) > (shock.until or world.calendar.date(first))
        if world.week < first or (over and world.week > first):
            continue
        for a in befallen(world, shock, number):
            if shock.kind == "recession":
                economic[a] += shock.size
            elif shock.kind == "agency_closed":
                world.closures[a, AGENCIES.index(shock.agency or "school")] = shock.size
            elif world.week == first:
                once(world, shock, a, news)
    for council, pressure in zip(world.councils, economic, strict=True):
        council.economic = pressure
    return news


def once(world: World, shock: Shock, a: int, news: News) -> None:
    """Set an event that happens in one week."""
    if shock.kind == "publicised_death":
        news.deaths.append((a, shock.size))
    elif shock.kind == "judged_inadequate":
        news.judgements.append((a, shock.size))
        forget_recovery(world.councils[a])
    elif shock.kind == "funding_cut":
        council = world.councils[a]
        council.base_spend *= 1.0 - shock.size
        council.budget *= 1.0 - shock.size
        council.early_help_budget *= 1.0 - shock.size
        council.early_help_places *= 1.0 - shock.size
    elif shock.kind == "surge_of_need":
        surge(world, a, shock.size)


def befallen(world: World, shock: Shock, number: int) -> list[int]:
    """Find the authorities that a shock befalls: all that match, or one of them drawn."""
    matching = [
        a
        for a, authority in enumerate(world.setting.authorities)
        if shock.where.matches(authority, GRADES[world.councils[a].grade])
    ]
    if shock.chosen == "all" or not matching:
        return matching
    u = world.chance.uniform("shocks.chosen", world.calendar.week(shock.start), number)
    return [matching[int(u * len(matching))]]


def surge(world: World, a: int, share: float) -> None:
    """Let the pressure of a share of families jump by one."""
    t = world.seen
    rows = np.flatnonzero(column(world.tables.homes, "authority") == a)
    luck = world.chance.uniforms("shocks.surge", world.week, rows)
    for row in rows[luck < share]:
        i = int(row)
        t.truth[i].passing_pressure += 1.0
        t.truth[i].pressure += 1.0
        interpreted(refresh)(
            t.homes[i], t.truth[i], t.record[i], t.chances, i, world.week,
            world.rates.families[a], world.rates.partners[a],
            world.rates.loops[a],
        )  # fmt: skip
