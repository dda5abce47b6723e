"""One run from the inside: go on to a day, and look at who is there."""

from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd

from sim.kernel.errors import InputError
from sim.model import ChildrensServices
from sim.scenario import Scenario
from sim.scenario.experiment import SEED
from sim.scenario.telling.on_a_day import read_day
from sim.study.replicate import past_of


class Model:
    """A world at its start, which goes on when it is told to.

    It is the very world of a run with the same scenario, seed and replicate.
    """

    def __init__(self, scenario: Scenario, *, seed: int = SEED, replicate: int = 0) -> None:
        """Build the world's past, or take it from the cache."""
        snapshot = past_of(scenario, seed, replicate)
        self.scenario = scenario
        self.world = ChildrensServices(scenario, seed, replicate, snapshot)

    @property
    def date(self) -> date:
        """Monday of the week that comes next."""
        return self.world.calendar.date(self.world.week)

    def run_to(self, day: str) -> "Model":
        """Go on to a day, as 2028-10 or “year 3”; a world cannot go back."""
        week = self.world.calendar.week(read_day(day, self.scenario))
        if week < self.world.week:
            raise InputError.command_line(
                f"The world stands at {self.date} already, and cannot go back to {day}.",
                "Make a new one.",
            )
        while self.world.week < week:
            self.world.step()
        return self

    @property
    def workers(self) -> "Table":
        """Posts of case-holding social workers, and who fills them."""
        return Table(self.world.tables.workers)

    @property
    def families(self) -> "Table":
        """What councils' files say of each family; the truth is another table."""
        return Table(self.world.tables.record)

    @property
    def truth(self) -> "Table":
        """What is the matter in each family, which nobody in the model sees."""
        return Table(self.world.tables.truth)

    @property
    def teams(self) -> "Table":
        """Teams of social workers."""
        return Table(self.world.tables.teams)


class Table:
    """One table of a world: a row for each."""

    def __init__(self, rows: Any) -> None:
        """Take the world's own rows."""
        self.rows = cast(np.ndarray[Any, np.dtype[Any]], rows)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows)

    def frame(self) -> pd.DataFrame:
        """Copy the table as it stands now."""
        return pd.DataFrame({name: self.rows[name].copy() for name in self.rows.dtype.names or ()})
