"""A leader of an authority: believes what reaches the post, and what inspectors write."""

from abc import ABC, abstractmethod
from math import exp
from typing import Protocol

from sim.agents.actor import Actor
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.rules.leaders import believes, word_of
from sim.state.organisation import Council


class Believing(Protocol):
    """A post whose holder believes something about practice quality, 0 to 1."""

    belief: float


class Leader(Actor, ABC):
    """A director or a chief executive; its row is the authority's."""

    @property
    @abstractmethod
    def post(self) -> Believing:
        """Its row."""

    @property
    @abstractmethod
    def heard(self) -> float:
        """What those below say of practice quality, as it arrives here."""

    @property
    def council(self) -> Council:
        """Its council."""
        return self.seen.councils[self.row]

    def think(self, weeks: int) -> None:
        """Move belief towards what indicators, reports, the last judgement and incidents say."""
        p, loops = self.rates("leadership", self.row), self.rates("loops", self.row)
        says = believes(self.council, self.council.grade, self.heard, p, loops)
        step = 1.0 - exp(-p.belief_speed * weeks / WEEKS_IN_YEAR)
        self.post.belief += (says - self.post.belief) * step

    def read_letter(self, grade: int) -> None:
        """Believe in part what inspectors wrote after a visit without a full judgement."""
        p, loops = self.rates("leadership", self.row), self.rates("loops", self.row)
        weight = self.rates("inspection", self.row).letter_weight
        weight *= loops.inspection_corrects_belief
        self.post.belief += weight * (word_of(grade, p, loops) - self.post.belief)
