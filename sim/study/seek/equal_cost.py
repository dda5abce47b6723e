"""Equal cost: each policy at the size that costs the same a year, then all compared.

The cost of a policy is what it adds to a year's spend over the period of the experiment, in
2023-24 prices: its stated costs, and all that the model itself counts, such as salaries and
placements. Sizes are sought with a few replicates, and compared with all of them.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from sim.kernel.errors import CheckFailed, InputError
from sim.measures.measure import Measure
from sim.scenario import Experiment, Scenario
from sim.scenario.size import Reach, held, reach, sized
from sim.study.batch.batch import Machinery
from sim.study.seek.rounds import REAL, Ask, Rounds, answered, asked, begin, values
from sim.study.seek.size import Cannot, Found, Next, Step, Tried, spread, step
from sim.study.seek.words import NO_SIZE, pounds, why
from sim.study.store import save_experiment

KIND = "equal cost"
PILOT = 4
FEWEST = 2
PILOT_SHARE = 3
WIDE = 0.25
EQUAL, SOUGHT = ", at equal cost", ", equal cost sought and not shown"
WIDE_WORDS = ": too wide a range to call costs equal; ask for more replicates."
TABLE = "equal-cost.csv"
YEARLY_SPEND = Measure(
    "yearly_spend", "Spend a year", "£ a year", "money", "lower", "pounds", 0, 0.0, 1.0,
    (("spend", "yearly"),), (), "Gross spend a year, in 2023-24 prices.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sized:
    """What became of one policy.

    size      : that was compared; None where no size costs what was wanted
    cost      : a year at that size, with its interval, over all replicates
    held      : levers that stay as written, since their changes have no size
    reason    : why there is no such size
    """

    policy: str
    title: str
    size: float | None
    cost: float = np.nan
    low: float = np.nan
    high: float = np.nan
    replicates: int = 0
    held: str = ""
    reason: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether luck leaves the cost too wide a range to call it equal to another."""
        return self.size is not None and (self.high - self.low) / 2 > WIDE * abs(self.cost)


def equal_cost(
    experiment: Experiment, target: float, out: Path | None = None, workers: int | None = None,
    *, quiet: bool = False, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Compare an experiment's policies, each at the size that costs the same; give the folder.

    target : pounds a year, in 2023-24 prices, for the place simulated; a saving if negative
    """
    refuse(experiment, target)
    named = replace(experiment, name=f"{experiment.name}-equal-cost")
    path = begin(Ask(KIND, named, {"target": target}), out)
    return go_on(path, workers, quiet=quiet, machinery=machinery)


def refuse(experiment: Experiment, target: float) -> None:
    """Refuse what cannot be compared at equal cost."""
    if not target:
        raise InputError.command_line(
            "Every policy costs £0 at a size of nought.", "Give what each is to cost, as £5m."
        )
    if experiment.replicates < FEWEST:
        raise InputError.command_line(
            "One replicate cannot tell what a policy costs.", "Ask for at least --replicates 2."
        )
    if len(experiment.scenarios) < FEWEST:
        raise InputError.command_line("There is no policy to compare.", "Name one with actions.")


def go_on(
    path: Path, workers: int | None = None, *, quiet: bool = False,
    machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Carry a search through, whatever of it is done already."""
    ask = asked(path)
    target = float(ask.settings["target"])
    rounds = Rounds(path, workers, quiet, machinery)
    ended = {
        policy.name: seek(rounds, ask.experiment, policy, target)
        for policy in policies(ask.experiment)
    }
    found = {name: one.size for name, one in ended.items() if one.size}
    if not found:
        write(path, target, list(ended.values()))
        raise CheckFailed(
            f"No policy can cost {pounds(target)} a year:\n"
            + "\n".join(f"  {one.policy}: {one.reason}" for one in ended.values())
        )
    last = at_sizes(ask.experiment, found)
    costs = added(values(rounds.make(last, ""), YEARLY_SPEND), ask.experiment.against)
    known = [stated(one, costs) for one in ended.values()]
    write(path, target, known)
    save_experiment(path, told(last, target, known))
    return path


def policies(experiment: Experiment) -> list[Scenario]:
    """List the scenarios that are compared with another."""
    return [one for one in experiment.scenarios if one.name != experiment.against]


def seek(rounds: Rounds, experiment: Experiment, policy: Scenario, target: float) -> Sized:
    """Seek the size at which one policy costs what is wanted."""
    farthest = reach(policy)
    kept = ", ".join(held(policy))
    if farthest is None:
        return Sized(policy.name, policy.title, None, held=kept, reason=NO_SIZE)
    tried: list[Tried] = []
    while isinstance(now := step(tried, target, farthest.size), Next):
        tried.append(measured(rounds, experiment, policy, now.size))
        at = f"{policy.name} at {now.size:.3g} of its size"
        rounds.say(f"{at} costs {pounds(tried[-1].cost)} a year.")
    return ending(policy, now, tried, farthest, kept)


def ending(
    policy: Scenario, now: Step, tried: Sequence[Tried], farthest: Reach, kept: str
) -> Sized:
    """Say how the search for one policy's size ended."""
    if isinstance(now, Cannot):
        reason = why(now, tried, farthest)
        return Sized(policy.name, policy.title, None, held=kept, reason=reason)
    size = now.size if isinstance(now, Found) else None
    return Sized(policy.name, policy.title, size, held=kept)


def measured(rounds: Rounds, experiment: Experiment, policy: Scenario, size: float) -> Tried:
    """Run a policy at one size with a few replicates, and see what it costs."""
    against = next(one for one in experiment.scenarios if one.name == experiment.against)
    trial = replace(
        experiment,
        scenarios=(against, sized(policy, size)),
        replicates=min(experiment.replicates, max(PILOT, experiment.replicates // PILOT_SHARE)),
    )
    spent = values(rounds.make(trial), YEARLY_SPEND)
    return Tried(size, added(spent, experiment.against)[policy.name])


def added(spent: dict[str, tuple[float, ...]], against: str) -> dict[str, tuple[float, ...]]:
    """Take what each policy adds to the spend of the scenario compared with, by replicate."""
    return {
        name: tuple(np.subtract(numbers, spent[against]).tolist())
        for name, numbers in spent.items()
        if name != against
    }


def at_sizes(experiment: Experiment, sizes: dict[str, float]) -> Experiment:
    """Put the policies at the sizes found into an experiment that says so."""
    scenarios = tuple(
        sized(one, sizes[one.name]) if one.name in sizes else one
        for one in experiment.scenarios
        if one.name in sizes or one.name == experiment.against
    )
    return replace(experiment, title=f"{experiment.title}{EQUAL}", scenarios=scenarios)


def told(experiment: Experiment, target: float, ended: Sequence[Sized]) -> Experiment:
    """Note in the experiment, for its report, what was compared."""
    a_year = f"{pounds(target)} a year in 2023-24 prices"
    wanted, title = f"Each policy at the size that costs {a_year}.", experiment.title
    if any(one.is_wide for one in ended):
        title = title.removesuffix(EQUAL) + SOUGHT
        wanted = f"Each policy at the best estimate of the size that costs {a_year}."
    return replace(experiment, title=title, notes=(wanted, *map(sentence, ended)))


def stated(one: Sized, costs: dict[str, tuple[float, ...]]) -> Sized:
    """Add what a policy costs at its size, over all replicates."""
    if one.size is None:
        return one
    cost, _, half = spread(costs[one.policy])
    return replace(
        one, cost=cost, low=cost - half, high=cost + half, replicates=len(costs[one.policy])
    )


def write(path: Path, target: float, ended: Sequence[Sized]) -> None:
    """Write the sizes and costs, as a table and beside what was asked."""
    table = pd.DataFrame([asdict(one) for one in ended])
    table.to_csv(path / TABLE, index=False, lineterminator="\n")
    rows = [{key: tidy(value) for key, value in asdict(one).items()} for one in ended]
    said = [sentence(one) for one in ended]
    answered(path, {"said": said, "target": target, "policies": rows})


def sentence(one: Sized) -> str:
    """Say what became of a policy."""
    if one.size is None:
        return f"{one.policy} is left out: {one.reason}"
    between = f"{pounds(one.low)} to {pounds(one.high)}"
    told = f"{one.policy} at {one.size:.4g} of its size costs {pounds(one.cost)} a year ({between})"
    return told + (WIDE_WORDS if one.is_wide else ".")


def tidy(given: object) -> object:
    """Write what is not known as nothing, since JSON has no such number."""
    return None if isinstance(given, float) and not np.isfinite(given) else given
