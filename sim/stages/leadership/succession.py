"""Who leads: how directors and chief executives leave, and who comes after them."""

import numpy as np

from sim.agents.chief_executive import ChiefExecutive
from sim.agents.director import Director
from sim.kernel.chance import gumbel_quantile, paired, uniform
from sim.measures.counters import CELLS, index
from sim.rules.leaders import name_of, rest_of_england, settled
from sim.state.organisation import NONE
from sim.world.world import World

CHIEF_CHANGES = index("chief_changes")


def succeed(world: World, weeks: int) -> None:
    """Let leaders leave for reasons of their own or elsewhere, and others come after them.

    weeks : since it was last done
    """
    for chief in world.chief_executives:
        if chief.may_leave(weeks):
            world.tables.tally[chief.row * CELLS, CHIEF_CHANGES] += 1.0
    for director in in_turn(world):
        director.settle(weeks)
        if director.post.interim:
            if director.makes_way(weeks):
                appoint(world, director)
        elif director.leaves(weeks) or director.is_drawn_away(rest(world), weeks):
            leave(world, director)


def in_turn(world: World) -> list[Director]:
    """Give directors in an order of luck, so that no authority is always first to choose."""
    turns = world.chance.uniforms(
        "leadership.turn", world.week, np.arange(len(world.directors), dtype=np.int64)
    )
    return [world.directors[row] for row in np.argsort(turns)]


def rest(world: World) -> float:
    """Share of all other authorities that are not simulated, or not shared with."""
    england = world.rates.media[0].england_authorities
    shared = bool(world.rates.couplings[0].labour_market)
    return rest_of_england(len(world.councils), england, shared)


def answer_failure(world: World, chief: ChiefExecutive) -> None:
    """Answer last week's failure, a poor judgement or a publicised incident; let alarm fade."""
    chief.forget_alarm()
    council, director = chief.council, world.directors[chief.row]
    if not director.post.interim and chief.removes_director(council.failed):
        remove(world, director)
    council.failed = NONE


def remove(world: World, director: Director) -> None:
    """Remove a director: somebody stands in, and those below learn to keep silent."""
    director.part()
    director.stand_in()
    a = director.row
    lost = world.rates.management[a].safety_of_removal * world.rates.loops[a].blame_runs_downhill
    for row in range(director.council.first_team, director.council.end_team):
        team = world.seen.teams[row]
        team.safety = max(0.0, team.safety - lost)


def leave(world: World, director: Director) -> None:
    """Let a director go of their own accord: somebody stands in, or the successor is there."""
    director.part()
    share = world.rates.leadership[director.row].interim_share
    if world.chance.uniform("leadership.interim", world.week, director.post.number) < share:
        director.stand_in()
    else:
        appoint(world, director)


def appoint(world: World, director: Director) -> None:
    """Appoint a director: from elsewhere, which leaves a post empty there, or for the first time.

    Whoever comes tells the chief executive what they find.
    """
    p, number = world.rates.leadership[director.row], director.post.number
    luck = world.chance.uniform("leadership.from_elsewhere", world.week, number)
    looks, near = luck < p.from_elsewhere, is_near(world, director)
    asked = who_follows(world, director) if looks and near else None
    if asked is not None:
        director.follow(asked.post)
        asked.part()
        asked.stand_in()
    else:
        director.take_up(first=int(near or not looks))
    world.chief_executives[director.row].hear_afresh()


def is_near(world: World, director: Director) -> bool:
    """Whether a call goes out among simulated authorities, not to the rest of England."""
    luck = world.chance.uniform("leadership.near", world.week, director.post.number)
    domino = world.rates.loops[director.row].leader_domino
    return luck >= rest(world) and domino != 0.0


def who_follows(world: World, director: Director) -> Director | None:
    """Call directors elsewhere, those of a better name rather first; who is settled follows.

    After some calls in vain the authority looks at home: leaders of experience are few.
    """
    a, key = director.row, world.chance.key("leadership.called", world.week)
    p, loops = world.rates.leadership[a], world.rates.loops[a]
    others = [one for one in world.directors if one is not director]

    def wanted(one: Director) -> float:
        luck = gumbel_quantile(uniform(key, paired(a, one.row)))
        return name_of(one.council, p, loops) + luck

    called = sorted(others, key=wanted, reverse=True)[: int(p.calls)]
    return next((one for one in called if settled(one.post, world.week, p)), None)
