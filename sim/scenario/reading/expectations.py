"""Reading what a scenario foretells: “turnover falls by 1 against baseline because …”."""

import re
from collections.abc import Sequence

from sim.measures import MEASURES
from sim.scenario.expectation import Direction, Expectation
from sim.scenario.find import find, none_such
from sim.scenario.reading.mistakes import did_you_mean
from sim.scenario.reading.sheet import Mark, Part, Sheet
from sim.scenario.reading.values import no_measure

WAYS: dict[str, Direction] = {
    "rises": "rises", "falls": "falls", "stays": "stays",
    "increases": "rises", "grows": "rises", "goes up": "rises",
    "decreases": "falls", "drops": "falls", "declines": "falls", "goes down": "falls",
    "is unchanged": "stays", "does not change": "stays",
}  # fmt: skip
FORETOLD: tuple[Direction, ...] = ("rises", "falls", "stays")
LINE = re.compile(
    r"(?P<measure>\S+)\s+(?P<way>.*?)"
    r"(?:\s+(?P<link>by|within)\s+(?P<at_least>at least\s+)?(?P<least>.*?))?"
    r"(?:\s+against\s+(?P<against>\S+))?"
    r"(?:\s+because\s+(?P<because>.*))?"
)
SIZE = re.compile(r"£?(?P<number>\d+(?:\.\d+)?)(?P<words>.*)")
FORM = "Write for example: turnover falls by 1 because caseloads fall."


def read_expectations(top: Part) -> tuple[Expectation, ...]:
    """Read what a file foretells; each file speaks for itself, not for what it extends."""
    read: list[Expectation] = []
    for i, text in enumerate(top.names("expect")):
        mark = top.sheet.mark_of(("expect",), i)
        if one := read_expectation(top.sheet, mark, text):
            check_opposite(top.sheet, mark, one, read)
            read.append(one)
    return tuple(read)


def check_opposite(
    sheet: Sheet, mark: Mark, one: Expectation, before: Sequence[Expectation]
) -> None:
    """Report an expectation whose opposite stands above it: no run could meet both."""
    ways = {
        one.direction,
        *(
            other.direction
            for other in before
            if (other.measure, other.against) == (one.measure, one.against)
        ),
    }
    if ways >= {"rises", "falls"} and one.direction != "stays":
        sheet.wrong(
            "E409", mark, f"{one.measure} is expected to rise and to fall, and cannot do both.",
            "Keep what you expect, and delete the other line.",
        )  # fmt: skip


def read_expectation(sheet: Sheet, mark: Mark, text: str) -> Expectation | None:
    """Read one line, reporting what cannot be understood in it."""
    found = LINE.fullmatch(" ".join(text.split()))
    if not found or not found["way"]:
        sheet.wrong("E409", mark, f"“{text}” foretells nothing that can be judged.", FORM)
        return None
    measure, way = found["measure"], found["way"]
    if measure not in MEASURES:
        sheet.wrong("E403", mark, *no_measure(measure))
    if way not in FORETOLD:
        said = WAYS.get(way)
        advice = f"Write “{said}”." if said else did_you_mean(way, FORETOLD)
        sheet.wrong("E409", mark, f"“{way}” is no way in which a measure moves.", advice or FORM)
    else:
        check_link(sheet, mark, found)
    least = read_size(sheet, mark, found["least"], measure)
    check_against(sheet, mark, found["against"])
    if measure not in MEASURES or way not in FORETOLD:
        return None
    return Expectation(
        text, measure, WAYS[way], least, found["against"] or "", found["because"] or ""
    )


def check_link(sheet: Sheet, mark: Mark, found: re.Match[str]) -> None:
    """Report a limit on what moves, or a least move of what stays: neither is foretold so."""
    way, link, size = found["way"], found["link"], found["least"]
    if way == "stays" and (link == "by" or found["at_least"]):
        said = f"“{link} {found['at_least'] or ''}{size}” is how much a measure moves, and this one"
        sheet.wrong("E409", mark, f"{said} stays.", f"Write “stays within {size}”.")
    elif way != "stays" and link == "within":
        sheet.wrong(
            "E409", mark,
            f"“{way} within {size}” sets a limit, and a measure that {way} has a least change.",
            f"Write “{way} by at least {size}”, or “stays within {size}”.",
        )  # fmt: skip


def read_size(sheet: Sheet, mark: Mark, written: str | None, measure: str) -> float:
    """Read the smallest change meant, in the measure's own unit."""
    if written is None or measure not in MEASURES:
        return 0.0
    unit = MEASURES[measure].unit
    own = ("", unit, *(("point", "points") if unit.startswith("%") else ()))
    found = SIZE.fullmatch(written)
    if found and found["words"].strip() in own and not found["words"].startswith("%"):
        return float(found["number"])
    wanted = "2 points" if unit.startswith("%") else "2"
    sheet.wrong(
        "E409", mark, f"“{written}” is no size of a change in {measure}, which is in {unit}.",
        f"Write it in that unit alone, as in “by {wanted}”.",
    )  # fmt: skip
    return 0.0


def check_against(sheet: Sheet, mark: Mark, name: str | None) -> None:
    """Report a scenario to compare with that there is none of."""
    if name and not find(name, "scenario", sheet.file.parent):
        sheet.wrong("E201", mark, *none_such(name, "scenario", beside=sheet.file.parent))
