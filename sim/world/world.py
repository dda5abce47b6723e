"""The world: tables, numbers in force, luck, calendar and agents. It holds; it does nothing."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import mesa
import numpy as np

from sim.agents.chief_executive import ChiefExecutive
from sim.agents.director import Director
from sim.agents.family import Family
from sim.agents.inspector import Inspector
from sim.agents.manager import Manager
from sim.agents.partner_agency import PartnerAgency
from sim.agents.social_worker import SocialWorker
from sim.kernel.calendar import Calendar
from sim.kernel.chance import Chance, keys
from sim.measures.counters import CELLS
from sim.rules.consequences import INCIDENT_COLUMNS
from sim.rules.exits import JOB_COLUMNS
from sim.rules.harm import SPELL_COLUMNS
from sim.rules.press import STORY_COLUMNS
from sim.state.columns import blank, column
from sim.state.decided import blank_decided
from sim.state.household import Household
from sim.state.organisation import SERVICE_MANAGER, TEAM_MANAGER
from sim.state.record import Record
from sim.state.staffed import blank_staffed
from sim.state.tables import Lists, Tables, blank_book, blank_list, blank_tally
from sim.state.trace import Trace
from sim.state.truth import Chances, Truth
from sim.world import organisations, posts
from sim.world.population import settle
from sim.world.settings import Timeline, in_force

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.scenario import Scenario
    from sim.state.organisation import Council

JUDGEMENT_COLUMNS = ("week", "authority", "visit", "area", "grade")


class World(mesa.Model):
    """One world of one scenario with one replicate's luck.

    setting    : the scenario
    parameters : numbers in force, as compiled stages read them; `rates` as agents read them
    tables     : the state, as compiled stages see it; `seen` as agents see it
    week       : weeks since the scenario's start; negative in the past
    closures   : share of contact lost by (authority, kind of agency) this week
    """

    def __init__(self, setting: Scenario, seed: int, replicate: int) -> None:
        """Build a world as it was when its past began."""
        super().__init__(rng=seed)
        self.setting = setting
        self.replicate = replicate
        self.chance_of_all = Chance(seed, replicate)
        self.calendar = Calendar(setting.start)
        self.week = -self.past_weeks
        self.parameters = in_force(setting)
        self.timeline = Timeline(setting, self.parameters)
        self.tables = first_tables(self)
        self.closures: dict[tuple[int, int], float] = {}
        self.take_seats()

    @property
    def chance(self) -> Chance:
        """The world's luck."""
        return self.chance_of_all

    @property
    def past_weeks(self) -> int:
        """Weeks of the past."""
        return round(self.setting.past_years * 365.25 / 7)

    def take_seats(self) -> None:
        """Let the agents that act every week take their rows of the tables."""
        for agent in list(self.agents):
            agent.remove()
        for kept in ("families", "social_workers"):
            self.__dict__.pop(kept, None)
        self.seen = self.tables.viewed()
        self.rates: Any = self.parameters.viewed()
        self.councils: list[Council] = [
            self.seen.councils[a] for a in range(len(self.tables.councils))
        ]
        self.partner_agencies = [
            PartnerAgency(self, row) for row in range(len(self.tables.agencies))
        ]
        self.managers = [Manager(self, row) for row in range(len(self.tables.managers))]
        self.team_managers = [one for one in self.managers if one.post.grade == TEAM_MANAGER]
        self.service_managers = [one for one in self.managers if one.post.grade == SERVICE_MANAGER]
        self.directors = [Director(self, row) for row in range(len(self.councils))]
        self.chief_executives = [ChiefExecutive(self, row) for row in range(len(self.councils))]
        self.inspectors = [Inspector(self, row) for row in range(len(self.tables.inspectors))]

    @cached_property
    def families(self) -> list[Family]:
        """All families as agents, in order of number; made when first asked for."""
        return [Family(self, row) for row in range(len(self.tables.homes))]

    @cached_property
    def social_workers(self) -> list[SocialWorker]:
        """All posts as agents, in order of number; made when first asked for."""
        return [SocialWorker(self, row) for row in range(len(self.tables.workers))]

    def family(self, row: int) -> Family:
        """Look at one family, without keeping a place for it among the agents."""
        if "families" in self.__dict__:
            return self.families[row]
        one = Family(self, row)
        one.remove()
        return one

    def listed(self, lists: Lists) -> list[Family]:
        """Give a list's families as agents."""
        return [self.family(int(row)) for row in lists.families[: lists.count[0]]]

    def known_families(self) -> list[Family]:
        """Give the families with an open case as agents."""
        return self.listed(self.tables.known)

    def known_in(self, authority: int) -> NDArray[np.int32]:
        """Give the rows of an authority's open cases."""
        known = self.tables.known.families[: self.tables.known.count[0]]
        rows: NDArray[np.int32] = known[column(self.tables.homes, "authority")[known] == authority]
        return rows

    def luck[L](self, kind: type[L], stage: str) -> L:
        """Give a stage's keys for this week."""
        return keys(self.chance, kind, stage, self.week)

    def lasting_luck[L](self, kind: type[L], stage: str) -> L:
        """Give keys for what is drawn once in a life: the same in every week."""
        return keys(self.chance, kind, stage, 0)

    def children_in(self, authority: int) -> float:
        """Count an authority's dependent children, as simulated."""
        return float(self.tables.population[authority * CELLS : (authority + 1) * CELLS].sum())


def first_tables(world: World) -> Tables:
    """Make the tables as they were when the past began."""
    chance, week, places = world.chance, world.week, len(world.setting.authorities)
    rates = world.parameters.viewed()
    made = organisations.Sizes(world.setting, rates, chance, week)
    councils = organisations.councils(world.setting, rates, made, chance, week)
    teams = organisations.teams(councils, rates)
    tables = Tables(
        **first_families(sum(made.families)),
        **first_books(places),
        councils=councils,
        teams=teams,
        workers=posts.workers(councils, made.blocks, rates, chance, week),
        between=posts.between(posts.room_between(councils)),
        markets=posts.markets(councils, rates),
        agencies=organisations.agencies(councils, rates),
        managers=organisations.managers(teams, councils, made, rates, chance, week),
        directors=organisations.directors(rates, places, chance, week),
        chiefs=organisations.chiefs(rates, places, chance, week),
        inspectors=organisations.inspectors(rates, places, chance, week),
        national=organisations.national(),
    )
    column(tables.homes, "authority")[:] = np.repeat(np.arange(places), made.families)
    settle(tables, world.parameters, chance, week)
    return tables


def first_families(families: int) -> dict[str, Any]:
    """Make the tables and lists of families, empty."""
    rows = {"homes": Household, "truth": Truth, "record": Record, "trace": Trace}
    lists = ("known", "harmed", "helped", "queue")
    return {
        **{name: blank(kind, families) for name, kind in rows.items()},
        **{name: blank_list(2 * families) for name in lists},
        "chances": Chances(np.zeros(families), np.zeros(families)),
    }


def first_books(places: int) -> dict[str, Any]:
    """Make the counts and books of so many authorities, empty."""
    return {
        "population": np.zeros(places * CELLS),
        "tally": blank_tally(places),
        "decided": blank_decided(places),
        "staffed": blank_staffed(places),
        "spells": blank_book(len(SPELL_COLUMNS)),
        "jobs": blank_book(len(JOB_COLUMNS)),
        "incidents": blank_book(len(INCIDENT_COLUMNS)),
        "judgements": blank_book(len(JUDGEMENT_COLUMNS)),
        "stories": blank_book(len(STORY_COLUMNS)),
    }
