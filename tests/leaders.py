"""Forty authorities whose leaders alone live: nothing else of the week runs."""

from dataclasses import dataclass, field, replace
from functools import cache

from sim.model import ChildrensServices
from sim.scenario.experiment import load_experiment
from sim.scenario.find import find
from sim.stages.leadership import succession
from sim.state.organisation import JUDGEMENT, STORY

MONTH, YEAR = 4, 52
SMALLEST = 0.01


@cache
def forty():
    one = load_experiment(find("calibration-workforce", "experiment")).scenarios[0]
    return replace(one, population_scale=SMALLEST, past_years=0, law=())


@dataclass
class Leaders:
    """What became of them: who stood in for whom, came, went and followed a call."""

    model: ChildrensServices
    went: list = field(default_factory=list)
    removed: list = field(default_factory=list)


def lead(monkeypatch, years, seed=1, each_week=None, **numbers):
    """Let leaders alone live for so many years; `each_week` may do things to the world."""
    model = ChildrensServices(replace(forty(), parameters=numbers), seed, 0)
    story = Leaders(model)
    part, remove = succession.Director.part, succession.remove

    def parted(self):
        story.went.append((self.week, self.row, self.post.number))
        part(self)

    def removed(world, director):
        story.removed.append(director.row)
        remove(world, director)

    monkeypatch.setattr(succession.Director, "part", parted)
    monkeypatch.setattr(succession, "remove", removed)
    for model.week in range(years * YEAR):
        if each_week:
            each_week(model)
        if model.week % MONTH == 0:
            succession.succeed(model, MONTH)
        for chief in model.chief_executives:
            succession.answer_failure(model, chief)
    monkeypatch.undo()
    return story


def stories(model):
    """Let every authority fail in the press once a year."""
    if model.week % YEAR == 0:
        for council in model.councils:
            council.failed = STORY


def judgements(model):
    """Let every authority be judged inadequate once a year."""
    if model.week % YEAR == 0:
        for council in model.councils:
            council.failed = JUDGEMENT


def afraid(model):
    """Let every authority live in fear."""
    for council in model.councils:
        council.fear = 3.0
