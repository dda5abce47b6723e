"""A director of children's services: comes, is asked elsewhere, leaves, or stands in."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from sim.agents.leader import Leader
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import paired
from sim.measures.counters import CELLS, index
from sim.rules.harm import weekly_chance
from sim.rules.leaders import (
    drawn_away,
    pressure,
    skill_drawn,
    skill_shown,
    word_of_indicators,
)
from sim.rules.management import MONTHS_IN_YEAR

if TYPE_CHECKING:
    from sim.state.organisation import Director as Post

CHANGES = index("director_changes")


class Director(Leader):
    """The director of one authority; the person draws by a number that travels along."""

    @property
    def post(self) -> Post:
        """Its row."""
        return self.seen.directors[self.row]

    @property
    def heard(self) -> float:
        """What service managers tell of practice quality."""
        return self.council.reports

    def leaves(self, weeks: int) -> bool:
        """Leave for reasons of one's own, sooner under blame."""
        p = self.rates("leadership", self.row)
        rate = p.director_exit * pressure(
            self.council, p, self.rates("media", self.row), self.rates("loops", self.row)
        )
        return self.happens("director_exit", rate, weeks)

    def is_drawn_away(self, rest: float, weeks: int) -> bool:
        """Follow the call of an authority that is not simulated.

        rest : share of all other authorities that these are
        """
        p, loops = self.rates("leadership", self.row), self.rates("loops", self.row)
        rate = drawn_away(self.council, self.post, self.week, rest, p, loops)
        return self.happens("drawn_away", rate, weeks)

    def makes_way(self, weeks: int) -> bool:
        """Hand over to whoever has been appointed, after standing in."""
        p = self.rates("leadership", self.row)
        return self.happens("interim_end", MONTHS_IN_YEAR / p.interim_months, weeks)

    def happens(self, what: str, rate: float, weeks: int) -> bool:
        """Whether something of so much a year happens to the person within so many weeks."""
        luck = self.chance.uniform(f"leadership.{what}", self.week, self.post.number)
        return luck < weekly_chance(rate * weeks)

    def part(self) -> None:
        """Go, whatever the reason; it is counted, and unsettles for a time."""
        self.council.unsettled = 1.0
        self.seen.tally[self.row * CELLS, CHANGES] += 1.0

    def stand_in(self) -> None:
        """Let somebody stand in until a director is appointed."""
        self.begin(self.somebody_new(), interim=1, first=0)

    def take_up(self, first: int) -> None:
        """Take up the post as somebody who has not worked in a simulated authority.

        first : whether it is the person's first directorship
        """
        self.begin(self.somebody_new(), interim=0, first=first)

    def follow(self, leaver: Post) -> None:
        """Take up the post as the director of another authority, who leaves that one."""
        self.begin((leaver.number, leaver.own_skill), interim=0, first=0)

    def somebody_new(self) -> tuple[int, float]:
        """Give a new person: number and skill."""
        number = paired(self.row, self.post.came + 1)
        z = self.chance.normal("directors.skill", 0, number)
        p, m = self.rates("leadership", self.row), self.rates("management", self.row)
        return number, skill_drawn(z, p, m)

    def begin(self, person: tuple[int, float], interim: int, first: int) -> None:
        """Begin in the post."""
        self.post.number, self.post.own_skill = person
        self.post.came += 1
        self.post.started = self.week
        self.post.interim, self.post.first = interim, first
        p, loops = self.rates("leadership", self.row), self.rates("loops", self.row)
        self.post.belief = word_of_indicators(self.council, p, loops)
        self.show_skill()

    def settle(self, weeks: int) -> None:
        """Grow into the post; what the change has unsettled settles."""
        years = self.rates("leadership", self.row).disruption_years
        self.council.unsettled *= exp(-weeks / (years * WEEKS_IN_YEAR))
        self.show_skill()

    def show_skill(self) -> None:
        """Answer for the post with the skill that one has in it by now."""
        p = self.rates("leadership", self.row)
        self.post.skill = skill_shown(self.post, self.week, p)
