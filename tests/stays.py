"""Stays in the stocks of a child's journey, watched on the files from outside, stage by stage."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from sim.casefile.status import CaseStatus
from sim.model import WEEK, ChildrensServices, stage_name
from sim.state.columns import NEVER, NOBODY, column
from sim.state.worker import VACANT

FILE = dict[str, Any]


@dataclass(frozen=True)
class Stock:
    """A stock: its counters, who is in it, and what on file tells one stay from the next.

    counter, arrivals, departures : counters that add up to each; one with a minus is taken off
    """

    counter: str
    arrivals: str
    departures: str
    holds: Callable[[FILE], Any]
    mark: str

    def flow(self, names: str, counts: Callable[[str], float]) -> float:
        """Add up counters."""
        signed = [(name.lstrip("-"), -1 if name[0] == "-" else 1) for name in names.split()]
        return sum(sign * counts(name) for name, sign in signed)

    def net(self, counts: Callable[[str], float]) -> float:
        """Give what came in less what went out."""
        return self.flow(self.arrivals, counts) - self.flow(self.departures, counts)


def at(status: CaseStatus) -> Callable[[FILE], Any]:
    return lambda file: file["status"] == status


def is_open(file: FILE) -> Any:
    return file["status"] >= CaseStatus.ASSESSMENT


def in_care(file: FILE) -> Any:
    removed = (file["status"] == CaseStatus.PROCEEDINGS) & (file["interim"] == 1)
    return (file["status"] == CaseStatus.IN_CARE) | removed


OPENED = "referrals -referrals_no_action"
STOCKS = (
    Stock("contacts_waiting", "contacts -contacts_joined", "contacts_screened contacts_lapsed",
          lambda file: file["contact_waits"] != NEVER, "contact_waits"),
    Stock("early_help", "early_help_started", "early_help_ended",
          at(CaseStatus.EARLY_HELP), "status_since"),
    Stock("being_assessed", OPENED, "assessments assessments_overtaken",
          at(CaseStatus.ASSESSMENT), "opened"),
    Stock("under_enquiry", "enquiries", "findings_harmed findings_unharmed enquiries_dropped",
          lambda file: file["enquiry_left"] >= 0, "enquiry_began"),
    Stock("conferences_awaited", "conferences_called", "conferences conferences_dropped",
          lambda file: file["conference_left"] >= 0, "enquiry_began"),
    Stock("in_need", OPENED, "closed", is_open, "opened"),
    Stock("in_need -being_assessed", "needs_started", "needs_ended",
          lambda file: is_open(file) & (file["in_need_since"] != NEVER), "in_need_since"),
    Stock("plans", "plans_started", "plans_ended",
          at(CaseStatus.CHILD_PROTECTION), "status_since"),
    Stock("in_proceedings", "proceedings_started", "proceedings_ended",
          at(CaseStatus.PROCEEDINGS), "status_since"),
    Stock("looked_after", "care_started", "care_ended", in_care, "opened"),
    Stock("unallocated", "unallocated_began", "unallocated_ended",
          lambda file: is_open(file) & (file["worker"] == NOBODY), "opened"),
)  # fmt: skip


class Watch:
    """The stays in one stock.

    now     : mark of each family's present stay, NEVER if it is not in the stock
    aged    : children that births and birthdays of this week added to families in it
    entries : (week, children) of each stay's beginning
    lengths : child-weeks of each of these stays by week of the run
    """

    def __init__(self, stock: Stock, families: int) -> None:
        self.stock = stock
        self.now = np.full(families, NEVER)
        self.stay = np.full(families, NOBODY)
        self.aged = 0.0
        self.entries: list[tuple[int, int]] = []
        self.present: list[tuple[int, Any, Any]] = []

    def look(self, file: FILE, children: Any, week: int) -> None:
        """Note who has come and gone since the last look."""
        mark = np.where(self.stock.holds(file), file[self.stock.mark], NEVER)
        for family in np.flatnonzero((mark != self.now) & (mark != NEVER)):
            self.stay[family] = len(self.entries)
            self.entries.append((week, int(children[family])))
        self.now = mark

    def age(self, file: FILE, before: Any, after: Any) -> None:
        """Note what births and birthdays added to the families that stay in."""
        mark = np.where(self.stock.holds(file), file[self.stock.mark], NEVER)
        stays = (mark == self.now) & (mark != NEVER)
        self.aged = float((after - before)[stays].sum())

    def end_week(self, children: Any, week: int) -> float:
        """Note who is there at the end of a week, and count the children."""
        inside = np.flatnonzero(self.now != NEVER)
        self.present.append((week, self.stay[inside].copy(), children[inside].copy()))
        return float(children[inside].sum())

    def child_weeks(self, first: int, last: int) -> Any:
        """Child-weeks of each stay at the ends of such weeks, the last one not among them."""
        total = np.zeros(len(self.entries))
        for week, stays, children in self.present:
            if first <= week < last:
                np.add.at(total, stays, children)
        return total


def watched_week(model: ChildrensServices, watches: tuple[Watch, ...]) -> None:
    """Let a world live a week, and look at its files after every stage."""
    children = column(model.tables.homes, "children").copy()
    week = model.week
    model.begin_week()
    for stage in WEEK:
        gone = worker_gone(model)
        stage.run(model)
        file, now = model.tables.record, column(model.tables.homes, "children")
        for watch in watches:
            if stage_name(stage) == "families":
                watch.age(file, children, now)
            watch.look(file, now, week)
            if stage_name(stage) == "allocation" and watch.stock.counter == "unallocated":
                at_once = gone & (file["worker"] != NOBODY)
                watch.entries += [(week, int(now[family])) for family in np.flatnonzero(at_once)]
    model.end_week()


def worker_gone(model: ChildrensServices) -> Any:
    """Whether the worker who holds each family's case is there no more."""
    file, workers = model.tables.record, model.tables.workers
    holder = file["worker"]
    left = (column(workers, "filled") == VACANT)[holder]
    newer = column(workers, "started")[holder] >= file["allocated"]
    return (holder != NOBODY) & (left | newer)
