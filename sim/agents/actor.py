"""What all agents are: a Mesa agent whose state is a row of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import mesa

if TYPE_CHECKING:
    from sim.kernel.chance import Chance
    from sim.state.tables import Tables


class Actor(mesa.Agent):
    """An agent with a permanent number within its kind: its row.

    model : the world; it holds `seen` (tables as agents see them), `rates` (parameters),
            `chance` and `week`
    """

    def __init__(self, model: Any, row: int) -> None:
        """Take a row of the world."""
        super().__init__(model)
        self.row = row

    @property
    def week(self) -> int:
        """The present week."""
        week: int = self.model.week
        return week

    @property
    def seen(self) -> Tables:
        """The world's tables, as agents see them."""
        tables: Tables = self.model.seen
        return tables

    @property
    def chance(self) -> Chance:
        """The world's luck."""
        chance: Chance = self.model.chance
        return chance

    def rates(self, section: str, authority: int) -> Any:
        """Give the numbers of one section as they hold in one authority this week."""
        return getattr(self.model.rates, section)[authority]
