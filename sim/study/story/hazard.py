"""Hazard: what made it, that somebody gives notice, taken apart by asking the rule itself.

Each factor is the hazard against what it would be were one thing as usual; the usual hazard is
what is left when all are. `tests/law/test_working_life.py` shows that they multiply to the whole.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from sim.kernel.compiled import interpreted
from sim.model import ChildrensServices
from sim.rules.exits import exit_hazard
from sim.state.columns import NEVER, Rows, Views
from sim.state.worker import Worker

TENURES = ("tenure_first", "tenure_second", "tenure_to_five", "tenure_to_ten", "tenure_over_ten")
TOTAL, USUAL = "total", "usual"


class Meeting(NamedTuple):
    """What the rule of giving notice meets, in the order in which it takes it; all copies."""

    worker: Any
    team: Any
    council: Any
    w: Any
    m: Any
    media: Any
    loops: Any
    week: int


def cut(table: Any, row: int) -> Any:
    """Copy one row of a table, as a table."""
    return np.array(table[row : row + 1])


def copied(table: Any, row: int) -> Any:
    """Copy one row of a table, to read and change."""
    return Views(cut(table, row))[0]


class Before:
    """The circumstances of a person's post, as they are before a week's workforce stage."""

    def __init__(self, world: ChildrensServices, worker: Worker) -> None:
        """Keep what the stage itself may change."""
        t = world.tables
        self.world, self.authority = world, int(worker.authority)
        self.team, self.council = cut(t.teams, worker.team), cut(t.councils, self.authority)

    def meeting(self, workers: Rows[Worker], row: int) -> Meeting:
        """Put together what the rule meets, of copies.

        workers : in which the person stands after the stage, with the strain that it felt
        """
        p, a = self.world.parameters, self.authority
        return Meeting(
            copied(workers, row), copied(self.team, 0), copied(self.council, 0),
            copied(p.workforce, a), copied(p.management, a), copied(p.media, a),
            copied(p.loops, a), self.world.week,
        )  # fmt: skip


def no_tenure(one: Meeting) -> None:
    """Let time in the authority count for nothing."""
    for name in TENURES:
        setattr(one.w, name, 1.0)


def no_age(one: Meeting) -> None:
    """Let age count for nothing."""
    one.w.age_over_60 = 1.0


def no_strain(one: Meeting) -> None:
    """Let strain be as usual."""
    one.worker.strain = 0.0


def usual_supervision(one: Meeting) -> None:
    """Let supervision be that of the base year."""
    one.team.supervision = one.m.supervision_usual


def no_blame(one: Meeting) -> None:
    """Let fear be as usual, the authority's and their own."""
    one.worker.fear = 0.0
    one.council.fear = one.media.fear_of_blame * one.media.background_blame


def usual_pay(one: Meeting) -> None:
    """Let pay be as usual."""
    one.w.pay_supplement = 0.0


def usual_caseload(one: Meeting) -> None:
    """Let the caseload be as usual."""
    one.worker.held = one.w.usual_caseload * one.worker.fte


def no_peer(one: Meeting) -> None:
    """Let no colleague have left."""
    one.team.last_exit = NEVER


def usual_authority(one: Meeting) -> None:
    """Let the authority be as others are, lastingly."""
    one.council.exit_effect = 0.0


def usual_year(one: Meeting) -> None:
    """Let the year be as others are."""
    one.council.year_effect = 0.0


FACTORS: dict[str, Callable[[Meeting], None]] = {
    "tenure": no_tenure, "age": no_age, "strain": no_strain, "supervision": usual_supervision,
    "blame": no_blame, "pay": usual_pay, "caseload": usual_caseload, "peers": no_peer,
    "authority": usual_authority, "year": usual_year,
}  # fmt: skip


def hazard_of(before: Before, workers: Rows[Worker], row: int) -> dict[str, float]:
    """Give the yearly hazard of giving notice, what it usually is, and each factor as a ratio."""
    rule = interpreted(exit_hazard)
    total = float(rule(*before.meeting(workers, row)))
    parts = {TOTAL: total}
    usual = before.meeting(workers, row)
    for name, neutral in FACTORS.items():
        without = before.meeting(workers, row)
        neutral(without)
        neutral(usual)
        parts[name] = total / float(rule(*without)) if total > 0.0 else 1.0
    return {**parts, USUAL: float(rule(*usual))}
