"""The week: what happens, in order."""

from time import perf_counter
from types import ModuleType

import pandas as pd

from sim.scenario import Scenario
from sim.stages import (
    allocation,
    casework,
    decisions,
    families,
    front_door,
    inspection,
    leadership,
    management,
    media,
    outcomes,
    partners,
    workforce,
)
from sim.world.past import make_room, pack, unpack
from sim.world.recorder import Recorder, count_organisation
from sim.world.shocks import strike
from sim.world.world import World

WEEK: tuple[ModuleType, ...] = (
    families,  # pressure drifts; harm starts, worsens, ends; children age
    partners,  # agencies notice true and false signs, and pass some on
    front_door,  # contacts are screened; some become referrals
    allocation,  # cases find a worker, or wait
    casework,  # workers spend their hours; each contact yields an observation and some help
    decisions,  # enquiry, conference, plan, proceedings, closure: criterion meets evidence
    outcomes,  # what help did; serious incidents; what was missed
    workforce,  # load becomes strain; exits; recruitment; agency cover
    management,  # supervision, audit, team culture, honesty upwards
    leadership,  # belief, attention, budget, response to failure, succession
    inspection,  # visits, judgements, letters, the department's ladder
    media,  # incidents become stories; attention decays; norms and rules remember
)


class ChildrensServices(World):
    """A world that lives: each step is one week."""

    def __init__(
        self, setting: Scenario, seed: int, replicate: int, snapshot: bytes | None = None
    ) -> None:
        """Build a world at the beginning of its past, or at its start from a stored past.

        snapshot : what `build_past` gave for the same past, seed and replicate
        """
        super().__init__(setting, seed, replicate)
        self.timed = False
        self.stage_seconds = {stage_name(stage): 0.0 for stage in WEEK}
        if snapshot is not None:
            unpack(self, snapshot)
        self.recorder = Recorder(self)

    def step(self) -> None:
        """Run every stage once, in order, then turn the page of the calendar."""
        self.begin_week()
        for stage in WEEK:
            started = perf_counter() if self.timed else 0.0
            stage.run(self)
            if self.timed:
                self.stage_seconds[stage_name(stage)] += perf_counter() - started
        self.end_week()

    def step_by_agents(self) -> None:
        """Run the same week through the agents alone, one after another, in plain Python."""
        self.begin_week()
        for stage in WEEK:
            stage.by_agents(self)
        self.end_week()

    def begin_week(self) -> None:
        """Put the week's policy and events in force."""
        self.tables.tally[:] = 0.0
        for counts in self.tables.decided:
            counts[:] = 0.0
        make_room(self)
        self.timeline.apply(self.week, [council.grade for council in self.councils])
        news = strike(self)
        for authority, size in news.deaths:
            media.publish(self, authority, size, everywhere=1.0)
        for authority, size in news.judgements:
            inspection.judge_inadequate(self, authority, size)

    def end_week(self) -> None:
        """Record the week."""
        count_organisation(self)
        if self.week >= 0:
            self.recorder.record()
        self.week += 1
        if self.week == 0:
            self.begin_books()

    def begin_books(self) -> None:
        """Begin the run's books afresh, so that they hold nothing that ended in the past."""
        for book in (
            self.tables.spells,
            self.tables.jobs,
            self.tables.incidents,
            self.tables.judgements,
        ):
            book.count[0] = 0

    @property
    def last_week(self) -> int:
        """Week after which the run ends."""
        return self.calendar.week(self.setting.end)

    def run(self) -> dict[str, pd.DataFrame]:
        """Run from where the world stands to the scenario's end, and give its tables."""
        while self.week < self.last_week:
            self.step()
        return self.recorder.tables()


def stage_name(stage: ModuleType) -> str:
    """Name of a stage."""
    return stage.__name__.rpartition(".")[2]


def build_past(setting: Scenario, seed: int, replicate: int) -> bytes:
    """Simulate a world's past, and pack what it leaves at the scenario's start.

    The same for all scenarios whose `past_meaning` is equal.
    """
    world = ChildrensServices(setting, seed, replicate)
    while world.week < 0:
        world.step()
    return pack(world)
