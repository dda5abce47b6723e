"""Watch: a first pass over a run, that finds what a story could be told of.

Reads whole columns at the end of each week, and touches nothing.
"""

from dataclasses import dataclass

import numpy as np

from sim.casefile.status import ASSESSMENT, CHILD_PROTECTION
from sim.casefile.timescales import THREE_MONTHS
from sim.model import ChildrensServices
from sim.rules.consequences import INCIDENT_COLUMNS
from sim.state.columns import NEVER, column
from sim.world.event_tables import KNOWN

KNOWN_OPEN = KNOWN.index("open")


@dataclass(frozen=True, slots=True)
class Lasting:
    """What began in the run in one family, and went on."""

    family: int
    week: int
    until: int

    @property
    def whose(self) -> int:
        """Number of the family."""
        return self.family

    @property
    def weeks(self) -> int:
        """Weeks that it lasted in the run."""
        return self.until - self.week


@dataclass(frozen=True, slots=True)
class Spell(Lasting):
    """One spell of harm, seen at the end of a week, for as long as it was not recognised.

    until : week in which it was recognised, or else ended, or else the run did
    known : weeks of that time in which a case was open
    """

    recognised: bool
    known: int


@dataclass(frozen=True, slots=True)
class Plan(Lasting):
    """One child protection plan.

    needless : whether there was no harm at its start nor in the three months before
    """

    needless: bool


@dataclass(frozen=True, slots=True)
class Incident:
    """One serious incident.

    known    : whether a case was open
    reported : to the front door; where a simulated family stands for several real ones, only
               an incident in the one that it is
    """

    family: int
    week: int
    known: bool
    reported: bool

    @property
    def whose(self) -> int:
        """Number of the family."""
        return self.family


class Watch:
    """All spells, plans and incidents of one run, gathered week by week."""

    def __init__(self, world: ChildrensServices) -> None:
        """Begin with what goes on at the start, which is of no run's making."""
        self.world = world
        self.found_spells: list[Spell] = []
        self.found_plans: list[Plan] = []
        self.onset = self.onsets()
        self.recognised = column(world.tables.trace, "recognised").copy()
        self.known = np.zeros(len(self.onset), np.int64)
        self.plans = column(world.tables.record, "plans").copy()
        self.plan_since = np.full(len(self.onset), NEVER)
        self.needless = np.zeros(len(self.onset), bool)
        self.reported: list[bool] = []

    def onsets(self) -> np.ndarray:
        """Give the week in which each family's present spell began, NEVER if not in the run."""
        truth = self.world.tables.truth
        onset = column(truth, "onset")
        return np.where((column(truth, "harm") > 0) & (onset >= 0), onset, NEVER)

    def take(self) -> None:
        """Take in the week that has just ended."""
        week = self.world.week - 1
        self.take_harm(week)
        self.take_plans(week)
        self.take_incidents()

    def take_harm(self, week: int) -> None:
        """See which spells of harm ended, and which began."""
        recognised = column(self.world.tables.trace, "recognised")
        now = self.onsets()
        for row in np.flatnonzero((self.onset != NEVER) & (now != self.onset)):
            latest = recognised if now[row] == NEVER else self.recognised
            self.end_spell(int(row), int(latest[row]), week)
        self.known[now != self.onset] = 0
        unseen = (now != NEVER) & (recognised == NEVER)
        self.known[unseen & (column(self.world.tables.record, "status") >= ASSESSMENT)] += 1
        self.onset, self.recognised = now, recognised.copy()

    def end_spell(self, row: int, recognised: int, week: int) -> None:
        """Write down a spell, up to when it was recognised."""
        seen = recognised != NEVER
        until = recognised if seen else week
        self.found_spells.append(
            Spell(row, int(self.onset[row]), until, seen, int(self.known[row]))
        )

    def take_plans(self, week: int) -> None:
        """See which plans ended, and which began without harm."""
        t = self.world.tables
        plans, on_plan = column(t.record, "plans"), column(t.record, "status") == CHILD_PROTECTION
        begun = plans > self.plans
        for row in np.flatnonzero((self.plan_since != NEVER) & (~on_plan | begun)):
            self.end_plan(int(row), week)
        quiet = (column(t.truth, "harm") == 0) & (week - column(t.trace, "ended") > THREE_MONTHS)
        self.plan_since[begun] = week
        self.needless[begun] = quiet[begun]
        self.plans = plans.copy()

    def end_plan(self, row: int, week: int) -> None:
        """Write down a plan."""
        since = int(self.plan_since[row])
        self.found_plans.append(Plan(row, since, week, bool(self.needless[row])))
        self.plan_since[row] = NEVER

    def take_incidents(self) -> None:
        """See which of the week's serious incidents were reported: they wait to be screened."""
        book, told = self.world.tables.incidents, column(self.world.tables.record, "incident")
        for row in book.rows[len(self.reported) : book.count[0]]:
            self.reported.append(bool(told[int(row[INCIDENT_COLUMNS.index("family")])]))

    def close(self) -> None:
        """Write down what still goes on when the run ends."""
        week = self.world.week
        for row in np.flatnonzero(self.onset != NEVER):
            self.end_spell(int(row), int(self.recognised[row]), week)
        for row in np.flatnonzero(self.plan_since != NEVER):
            self.end_plan(int(row), week)

    @property
    def incidents(self) -> list[Incident]:
        """All serious incidents, in the order in which they happened."""
        book = self.world.tables.incidents
        week, family, known = (INCIDENT_COLUMNS.index(n) for n in ("week", "family", "known"))
        return [
            Incident(int(row[family]), int(row[week]), bool(row[known] == KNOWN_OPEN), reported)
            for row, reported in zip(book.rows, self.reported, strict=False)
        ]
