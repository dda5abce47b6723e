"""Progress: how far a batch is, on standard error, for people and for log files."""

import sys
import time
from datetime import timedelta
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn

STEP = 5
PERCENT = 100
SECONDS_IN_A_MINUTE = 60


class Meter(Protocol):
    """Whatever shows how far a batch is."""

    def begin(self, weeks: int, runs: int) -> None:
        """Start: so many simulated weeks and runs are to be done."""

    def advance(self, weeks: int, runs: int, failed: int) -> None:
        """Show what is done so far: simulated weeks, runs, and of those the failed."""

    def note(self, text: str) -> None:
        """Say something in a line of its own."""

    def end(self) -> None:
        """Leave the screen in order."""


class Silent:
    """Show nothing."""

    def begin(self, weeks: int, runs: int) -> None:
        """Show nothing."""

    def advance(self, weeks: int, runs: int, failed: int) -> None:
        """Show nothing."""

    def note(self, text: str) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Do nothing."""


class Lines:
    """A plain line for every 5 per cent, where standard error is not a terminal."""

    def __init__(self) -> None:
        """Start before the first line."""
        self.clock = Clock()
        self.shown = 0

    def begin(self, weeks: int, runs: int) -> None:
        """Start the clock."""
        self.clock = Clock(weeks, runs)
        self.shown = 0

    def advance(self, weeks: int, runs: int, failed: int) -> None:
        """Write a line when another 5 per cent are done."""
        per_cent = self.clock.per_cent(weeks)
        if per_cent >= self.shown + STEP:
            self.shown = per_cent - per_cent % STEP
            self.note(f"{self.shown:3d}%  {self.clock.words(weeks, runs, failed)}")

    def note(self, text: str) -> None:
        """Write a line."""
        print(text, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Do nothing."""


class Bar:
    """A bar with runs done, rate and time left, on a terminal."""

    def __init__(self) -> None:
        """Prepare the bar; it appears with the first run."""
        self.clock = Clock()
        self.task: TaskID | None = None
        self.bar = Progress(
            BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"),
            console=Console(stderr=True), transient=True,
        )  # fmt: skip

    def begin(self, weeks: int, runs: int) -> None:
        """Show the bar and start the clock."""
        self.clock = Clock(weeks, runs)
        self.task = self.bar.add_task(self.clock.words(0, 0, 0), total=max(1, weeks))
        self.bar.start()

    def advance(self, weeks: int, runs: int, failed: int) -> None:
        """Move the bar."""
        if self.task is not None:
            words = self.clock.words(weeks, runs, failed)
            self.bar.update(self.task, completed=weeks, description=words)

    def note(self, text: str) -> None:
        """Write a line above the bar."""
        self.bar.console.print(text, highlight=False, markup=False)

    def end(self) -> None:
        """Take the bar away."""
        self.bar.stop()


class Clock:
    """Rate and time left, from simulated weeks done."""

    def __init__(self, weeks: int = 0, runs: int = 0) -> None:
        """Start now."""
        self.weeks, self.runs, self.start = weeks, runs, time.monotonic()

    def per_cent(self, weeks: int) -> int:
        """Share done, in whole per cent."""
        return PERCENT * weeks // self.weeks if self.weeks else PERCENT

    def words(self, weeks: int, runs: int, failed: int) -> str:
        """Say how many runs are done and failed, how fast, and how long it will take."""
        spent = max(time.monotonic() - self.start, 1e-9)
        parts = [f"{runs} of {self.runs} runs"]
        parts += [f"{failed} failed"] if failed else []
        if runs:
            parts.append(f"{SECONDS_IN_A_MINUTE * runs / spent:.0f} runs a minute")
        if weeks:
            parts.append(f"{duration(spent * (self.weeks - weeks) / weeks)} left")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """Say a length of time as h:mm:ss."""
    return str(timedelta(seconds=round(seconds)))


def fitting(*, quiet: bool) -> Meter:
    """Choose what fits: nothing, a bar, or plain lines."""
    if quiet:
        return Silent()
    return Bar() if sys.stderr.isatty() else Lines()
