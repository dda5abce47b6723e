"""Tracks: a working life as bars along the years, and quarter by quarter."""

from itertools import groupby

from sim.kernel.calendar import Calendar
from sim.report.numbers import plain, signed
from sim.report.story.lanes import Stretch, Track, stretches
from sim.report.story.moment import Moment, moments
from sim.report.story.worker.words import filled, in_post, places_of, short_grade, where
from sim.scenario import Scenario
from sim.state.worker import (
    AGENCY,
    EMPLOYED,
    LOOKING,
    ON_BOOKS,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    WITH_CASES,
    WITHOUT_CASES,
)
from sim.study.story.diary import Diary

LOWEST, HIGHEST = -2.0, 2.0  # SD of strain that the picture shows
GRADE_HEIGHT = {WITH_CASES: 0.55, WITHOUT_CASES: 0.65, TEAM_MANAGER: 0.9, SERVICE_MANAGER: 1.0}
SENIOR_HEIGHT, AGENCY_HEIGHT, BETWEEN_HEIGHT = 0.75, 0.35, 0.1
NAMES = {AGENCY: "through an agency", ON_BOOKS: "on an agency's books", LOOKING: "between posts"}
HEADS = [
    "Quarter to", "Where", "As", "Children held", "Load", "Strain, SD", "Own fear, SD",
    "Supervision, SD", "Hazard of notice a year",
]  # fmt: skip


def at_quarters(life: Diary) -> list[Moment]:
    """List the moments that end a quarter or a turn: those at which a life was looked up."""
    return [one for one in moments(life) if one.has("observer", "experience")]


def strain(life: Diary) -> list[Stretch]:
    """Give strain, from one look to the next."""
    seen = at_quarters(life)
    ends = [one.week for one in seen[1:]] + [life.until]
    return [
        Stretch(one.week, until, share_of(one), f"strain {signed(felt(one), 1)} SD")
        for one, until in zip(seen, ends, strict=True) if until > one.week and in_post(one.now)
    ]  # fmt: skip


def felt(moment: Moment) -> float:
    """Strain at a moment."""
    return moment.now["person", "strain"]


def share_of(moment: Moment) -> float:
    """Share of the lane's height that strain takes."""
    return min(1.0, max(0.02, (felt(moment) - LOWEST) / (HIGHEST - LOWEST)))


def standing(moment: Moment) -> tuple[float, str]:
    """Height and name of where somebody stands."""
    now, how = moment.now, filled(moment.now)
    if how == EMPLOYED:
        kind = int(now["post", "kind"])
        senior = now["person", "senior"] and kind == WITH_CASES
        return SENIOR_HEIGHT if senior else GRADE_HEIGHT[kind], short_grade(now)
    return AGENCY_HEIGHT if how == AGENCY else BETWEEN_HEIGHT, NAMES.get(how, "")


def posts(life: Diary) -> list[Stretch]:
    """Give the stretches in which they stood somewhere."""
    seen = [(one.week, standing(one), int(one.now["post", "authority"])) for one in moments(life)]
    last = {week: (how, place) for week, how, place in seen}
    starts = [(how, next(group)[0]) for how, group in groupby(last.items(), key=lambda one: one[1])]
    ends = [week for _, week in starts[1:]] + [life.until]
    return [
        Stretch(week, until, how[0], f"{how[1]} for {until - week} weeks")
        for ((how, _), week), until in zip(starts, ends, strict=True) if until > week and how[1]
    ]  # fmt: skip


def sickness(life: Diary) -> list[Stretch]:
    """Give the spells of sickness."""
    return [
        Stretch(since, min(int(until), life.until), 1.0, f"off sick for {int(until) - since} weeks")
        for since, _, until in stretches(life, ("person", "sick_until")) if until > since
    ]  # fmt: skip


def incidents(life: Diary) -> list[int]:
    """List the weeks of serious incidents in cases of theirs."""
    return [
        one.week for one in life.entries
        if one.what == ("person", "shaken") and one.after == one.week and one.before is not None
    ]  # fmt: skip


def table(life: Diary, scenario: Scenario) -> list[list[str]]:
    """Write a life quarter by quarter: heads, then rows."""
    calendar, places = Calendar(scenario.start), places_of(scenario)
    rows = [
        line(one, where(one.now, places)) for one in at_quarters(life)
        if one.stage == "workforce" and calendar.ends_quarter(one.week)
    ]  # fmt: skip
    return [HEADS, *rows] if rows else []


def line(moment: Moment, place: str) -> list[str]:
    """Write one quarter."""
    now, working = moment.now, in_post(moment.now)
    cases = working and now["post", "kind"] == WITH_CASES
    known = moment.has("hazard", "total")
    return [
        f"{moment.date:%B %Y}", place if working else "–", standing(moment)[1],
        plain(now["person", "held"], 0) if cases else "–",
        plain(now["person", "load"], 2) if cases else "–",
        signed(felt(moment), 1), signed(now["person", "fear"], 1),
        signed(now["observer", "supervision"], 1) if working else "–",
        plain(now["hazard", "total"], 2) if known else "–",
    ]  # fmt: skip


WORKER_TRACKS = (
    Track("Truth: strain", "truth", strain, incidents),
    Track("File: where they worked", "file", posts),
    Track("File: off sick", "file", sickness),
)
