"""A working life is true to its run: the books, the rows and the luck of giving notice agree."""

from itertools import pairwise
from math import prod

import numpy as np
import pytest

from sim.kernel.chance import uniform
from sim.kernel.compiled import interpreted
from sim.report.story.worker.tell import tell
from sim.rules.employment import EmploymentLuck
from sim.rules.exits import AUTHORITY, JOB_COLUMNS, PROFESSION, PROMOTED, RETIRED, TO_AGENCY
from sim.rules.harm import weekly_chance
from sim.rules.people import luck_number
from sim.state.columns import NEVER, NOBODY, column
from sim.state.worker import AGENCY, EMPLOYED, VACANT
from sim.study.story.career import Career
from sim.study.story.chronicle import weeks
from sim.study.story.diary import OPENING
from sim.study.story.hazard import FACTORS, TOTAL, USUAL
from sim.study.story.people import People
from sim.study.story.person import of_number
from sim.study.tables import table_hashes
from tests.worlds import different, moved, small, world

WHO, ENDED_BY, SINCE, STOPPED = (
    JOB_COLUMNS.index(name) for name in ("person", "ended_by", "started", "stopped")
)
SETTING = moved(
    small(5280, years=3), "restless", ("workforce.exit_hazard", "to", 0.4),
    ("management.manager_exit", "to", 1.0), ("management.manager_years", "to", 1.0),
)  # fmt: skip


def everybody(lived):
    """Permanent numbers of all who are or were in a run."""
    book = lived.tables.jobs
    found = {int(row[WHO]) for row in book.rows[: book.count[0]]}
    for table in (lived.tables.workers, lived.tables.between):
        seen = lived.seen.workers if table is lived.tables.workers else lived.seen.between
        here = np.flatnonzero(column(table, "filled") != VACANT)
        found |= {int(interpreted(luck_number)(seen[int(row)])) for row in here}
    return sorted(found)


@pytest.fixture(scope="module")
def followed():
    """A world lived to its end with everybody followed, and the same left alone."""
    alone = world(SETTING)
    people = People(alone)
    while alone.week < alone.last_week:
        alone.step()
        people.take()
    people.close()
    watched = world(SETTING)
    careers = [Career(watched, of_number(number)) for number in everybody(alone)]
    luck = {}
    for _ in weeks(watched, careers):
        week = watched.week - 1
        luck[week] = EmploymentLuck(
            *(watched.chance.key(f"workforce.{name}", week) for name in EmploymentLuck._fields)
        )
    rows = {  # as they are when the last week ends: to write a run's tables changes some
        one.whose: getattr(watched.tables, one.place[0])[one.place[1]].copy()
        for one in careers if one.place
    }  # fmt: skip
    return watched, alone, careers, people, luck, rows


def jobs_of(lived):
    """Jobs that ended: those that go on are written when a run's tables are."""
    book = lived.tables.jobs
    return sorted(
        (int(row[WHO]), int(row[STOPPED]), int(row[SINCE]), int(row[ENDED_BY]))
        for row in book.rows[: book.count[0]] if row[STOPPED] != NOBODY
    )  # fmt: skip


def entries(careers, book, column_):
    return [(one, entry) for one in careers for entry in one.entries
            if entry.what == (book, column_)]  # fmt: skip


def test_following_people_changes_nothing(followed):
    watched, alone, _, _, _, _ = followed
    assert different(watched, alone) == []
    assert table_hashes(watched.recorder.tables()) == table_hashes(alone.recorder.tables())


def test_diaries_hold_every_job_of_the_book_and_no_other(followed):
    _, alone, careers, _, _, _ = followed
    ended = entries(careers, "job", "ended_by")
    began = entries(careers, "job", "started")
    written = sorted(
        (one.whose, end.week, int(start.after), int(end.after))
        for (one, end), (_, start) in zip(ended, began, strict=True)
    )
    assert written == jobs_of(alone)
    assert len(written) > 30


def test_a_diary_holds_every_change_and_the_last_row_of_a_person(followed):
    _, _, careers, _, _, rows = followed
    here = gone = 0
    for one in careers:
        held = {}
        for entry in one.entries:
            if entry.book in ("post", "person"):
                assert held.get(entry.what) == entry.before
                held[entry.what] = entry.after
        if one.ended:
            gone += 1
            assert held["post", "filled"] == VACANT
            continue
        here += 1
        now = rows[one.whose]
        names = [name for book, name in held if book == "person" and name not in ("held", "load")]
        assert [held["person", name] for name in names] == [now[name].item() for name in names]
        assert held["post", "authority"] == now["authority"]
    assert min(here, gone) > 10


def test_whoever_is_gone_is_in_no_row_and_left_for_where_nobody_is_followed(followed):
    watched, _, careers, _, _, _ = followed
    there = set(everybody_now(watched))
    for one in careers:
        assert one.ended == (one.whose not in there)
        if one.ended and one.last["post", "filled"] == EMPLOYED:
            last = [entry for _, entry in entries([one], "job", "ended_by")][-1]
            assert last.week == one.entries[-1].week
            assert last.after in (PROFESSION, RETIRED, AUTHORITY, TO_AGENCY, PROMOTED)


def everybody_now(lived):
    for seen, table in (
        (lived.seen.workers, lived.tables.workers), (lived.seen.between, lived.tables.between),
    ):  # fmt: skip
        for row in np.flatnonzero(column(table, "filled") != VACANT):
            yield int(interpreted(luck_number)(seen[int(row)]))


def hazards(one):
    """Each look at the hazard of a person: week, its parts, whether notice was given."""
    found = {}
    for entry in one.entries:
        if entry.book == "hazard":
            found.setdefault(entry.week, {})[entry.column] = entry.after
    noticed = {
        entry.week for entry in one.entries
        if entry.what == ("person", "leaves") and entry.after > NEVER and entry.before is not None
    }  # fmt: skip
    return [(week, parts, week in noticed) for week, parts in found.items()]


def test_the_factors_of_a_hazard_multiply_to_the_whole(followed):
    _, _, careers, _, _, _ = followed
    moved_by = dict.fromkeys(FACTORS, 0)
    for one in careers:
        for _, parts, _ in hazards(one):
            product = parts[USUAL] * prod(parts[name] for name in FACTORS)
            assert product == pytest.approx(parts[TOTAL], rel=1e-12)
            for name in FACTORS:
                moved_by[name] += abs(parts[name] - 1.0) > 1e-9
    assert {name for name, times in moved_by.items() if not times} <= {"pay", "age"}


def test_notice_falls_as_the_hazard_and_the_luck_of_the_week_say(followed):
    _, _, careers, _, luck, _ = followed
    gave = stayed = 0
    for one in careers:
        for week, parts, noticed in hazards(one):
            drawn = uniform(luck[week].exit, one.whose)
            falls = drawn < weekly_chance(parts[TOTAL])
            if falls:
                assert noticed
            elif noticed:
                ages = [e.after for e in one.entries if e.what == ("observer", "age")]
                assert max(ages) > 60.0
            gave, stayed = gave + falls, stayed + (not falls)
    assert gave > 20
    assert stayed > 100


def test_every_sentence_has_its_rows_and_a_story_goes_forward(followed):
    _, _, careers, _, _, _ = followed
    told = set()
    for one in careers:
        rows = {entry.row: entry for entry in one.entries}
        story = tell(one.diary(), SETTING)
        assert all(mine.week < other.week for mine, other in pairwise(story))
        for week in story:
            for said in (*week.truth, *week.file):
                assert said.rows, said.text
                assert all(rows[row].week <= week.week for row in said.rows)
                told.add(said.text.split()[0])
    assert len(told) > 10


def sentences(one):
    return [text for week in tell(one.diary(), SETTING) for text in week.said]


def test_a_departure_is_told_for_each_job_that_ended(followed):
    _, alone, careers, _, _, _ = followed
    words = ("Left ", "The assignment in ", "Moved to a post of ", "Retired from ")
    told = [
        (one.whose, week.week)
        for one in careers for week in tell(one.diary(), SETTING)
        if any(text.startswith(words) for text in week.said)
    ]  # fmt: skip
    assert sorted(told) == sorted({(whose, week) for whose, week, _, _ in jobs_of(alone)})
    ends = [text for one in careers for text in sentences(one) if "The story ends here" in text]
    assert len(ends) == sum(one.ended for one in careers)


def test_appointments_are_told_where_the_first_pass_finds_them(followed):
    _, _, careers, people, _, _ = followed
    found = sorted((one.whose, one.week) for one in people.appointed)
    told = sorted(
        (one.whose, week.week)
        for one in careers for week in tell(one.diary(), SETTING)
        if any("Was appointed" in text for text in week.said)
    )  # fmt: skip
    assert told == found
    assert found


def test_the_first_pass_finds_the_jobs_moves_and_assignments_of_the_run(followed):
    _, alone, careers, people, _, _ = followed
    assert sorted(
        (one.whose, one.week, one.started, one.ended_by) for one in people.jobs
    ) == jobs_of(alone)  # fmt: skip
    assert {one.whose for one in people.sent} == {
        one.whose for one in careers
        if any(entry.what == ("post", "filled") and entry.after == AGENCY
               and entry.stage != OPENING for entry in one.entries)
    }  # fmt: skip
    gone = {(one.whose, one.week) for one in people.jobs}  # the pass looks when the week has ended
    assert sorted((one.whose, one.week) for one in people.shaken) == sorted(
        (one.whose, entry.week) for one, entry in entries(careers, "person", "shaken")
        if entry.after == entry.week and (one.whose, entry.week) not in gone
    )  # fmt: skip
    for one in people.moved:
        life = next(career for career in careers if career.whose == one.whose)
        assert any("Came to" in text and "from" in text for text in sentences(life))


def test_nobody_is_followed_before_they_come(followed):
    _, _, careers, _, _, _ = followed
    later = [one for one in careers if one.entries[0].stage != OPENING]
    assert len(later) > 10
    for one in later:
        assert one.entries[0].stage == "workforce"
        first = {entry.what: entry.after for entry in one.entries
                 if entry.week == one.entries[0].week}  # fmt: skip
        assert first["person", "started"] == one.entries[0].week
        assert first["person", "leaves"] == NEVER
        assert first["post", "number"] >= NOBODY
