"""A story is true to its run: watching changes nothing, and no sentence says more than its rows."""

from itertools import pairwise

import pytest

from sim.report.story.tell import tell
from sim.state.columns import NEVER, NOBODY, column
from sim.study.story.follow import BOOKS, Follower, weeks
from sim.study.story.life import part
from sim.study.story.watch import Watch
from sim.study.tables import table_hashes
from tests.worlds import different, moved, small, world

FAMILIES = 2640
EVERY = 8
NOT_WATCHED = ("chances",)


@pytest.fixture(scope="module")
def followed():
    """A world lived to its end with one family in four followed, and the same left alone."""
    setting = small(FAMILIES)
    watched, alone = world(setting), world(setting)
    followers = [Follower(watched, family) for family in range(0, FAMILIES, EVERY)]
    watch = Watch(alone)
    for _ in weeks(watched, followers):
        alone.step()
        watch.take()
    watch.close()
    return watched, alone, followers, watch


def test_following_families_changes_nothing(followed):
    watched, alone, _, _ = followed
    assert different(watched, alone) == []
    assert table_hashes(watched.recorder.tables()) == table_hashes(alone.recorder.tables())


def test_a_diary_holds_every_change_of_a_family(followed):
    watched, _, followers, _ = followed
    for one in followers:
        held = {}
        for entry in one.entries:
            if entry.book in BOOKS and entry.column != "incident":
                assert held.get(entry.what) == entry.before
                held[entry.what] = entry.after
        now = {
            (book, name): getattr(watched.tables, table)[one.family][name].item()
            for book, table in BOOKS.items()
            for name in getattr(watched.tables, table).dtype.names
        }
        assert held == now


def test_every_story_can_be_told_and_every_sentence_has_its_rows(followed):
    _, _, followers, _ = followed
    told = set()
    for one in followers:
        life = one.diary().of_the_family_in(0)
        rows = {entry.row: entry for entry in life.entries}
        for week in tell(life):
            assert (week.date - life.entries[0].date).days == 7 * (week.week - life.entries[0].week)
            for said in (*week.truth, *week.file):
                assert said.rows, said.text
                assert all(row in rows for row in said.rows)
                assert all(rows[row].week <= week.week for row in said.rows)
                told.add(said.text.split()[0])
    assert len(told) > 15


def test_a_story_goes_forward_and_ends_with_its_family(followed):
    _, _, followers, _ = followed
    reborn = 0
    for one in followers:
        whole = one.diary()
        life = whole.of_the_family_in(0)
        assert all(mine.week < other.week for mine, other in pairwise(tell(life)))
        if life.until < whole.until:
            reborn += 1
            assert "The youngest child turned 18." in tell(life)[-1].said
            heir = whole.of_the_family_in(life.until)
            assert heir.entries[0].week == life.until
            assert "lived in" in tell(heir)[0].said[0]
    assert reborn


def test_a_plan_is_told_exactly_when_one_begins(followed):
    _, _, followers, _ = followed
    begun = said = 0
    for one in followers:
        life = one.diary().of_the_family_in(0)
        begun += sum(
            entry.what == ("file", "plans") and entry.before is not None and entry.after > 0
            for entry in life.entries if entry.week < life.until
        )  # fmt: skip
        said += sum("put on a child protection plan" in " ".join(week.said) for week in tell(life))
    assert begun == said > 0


def test_incidents_are_told_where_the_run_has_them(followed):
    watched, _, followers, _ = followed
    book = watched.tables.incidents
    there = {(int(row[0]), int(row[1])) for row in book.rows[: book.count[0]]}
    written = {
        (entry.week, one.family)
        for one in followers for entry in one.entries if entry.what == ("truth", "incident")
    }  # fmt: skip
    assert written == {one for one in there if one[1] % EVERY == 0}


def test_the_first_pass_finds_the_spells_that_the_run_wrote_down(followed):
    _, alone, _, watch = followed
    table = alone.recorder.tables()["spells"]
    table = table[(table["onset_week"] >= 0) & (table["end_week"] != table["onset_week"])]
    seen = table["recognised_week"] != NOBODY
    ends = table["recognised_week"].where(seen, table["end_week"])
    ends = ends.where(seen | (table["end_week"] != NOBODY), alone.week)
    written = sorted(zip(table["onset_week"], ends, seen, strict=True))
    found = sorted((one.week, one.until, one.recognised) for one in watch.found_spells)
    assert found == written


def plans_one_by_one(setting):
    """Find the plans of a run by reading each family every week, in plain Python."""
    lived = world(setting)
    before = column(lived.tables.record, "plans").copy()
    begun, ended = {}, []
    while lived.week < lived.last_week:
        lived.step()
        week = lived.week - 1
        for family in range(FAMILIES):
            record, truth = lived.seen.record[family], lived.seen.truth[family]
            if family in begun and record.status != 4:
                ended.append((family, *begun.pop(family), week))
            if record.plans > before[family]:
                since = lived.seen.trace[family].ended
                quiet = truth.harm == 0 and (since == NEVER or week - since > 13)
                begun[family] = (week, quiet)
            before[family] = record.plans
    return sorted([*ended, *((family, *one, lived.week) for family, one in begun.items())])


def test_the_first_pass_finds_every_plan_and_whether_there_was_harm(followed):
    _, _, _, watch = followed
    found = sorted((one.family, one.week, one.needless, one.until) for one in watch.found_plans)
    assert found == plans_one_by_one(small(FAMILIES))


def test_a_twin_is_the_same_until_the_first_difference(followed):
    _, _, followers, _ = followed
    other = world(moved(small(FAMILIES), "tools", ("casework.structured_tools", "to", 1.0)))
    twins = [Follower(other, one.family) for one in followers]
    for _ in weeks(other, twins):
        pass
    parted = 0
    for mine, theirs in zip(followers, twins, strict=True):
        here, there = mine.diary(), theirs.diary()
        found = part(here, there)
        shared = min(len(here.entries), len(there.entries)) if found is None else next(
            place for place, one in enumerate(here.entries) if one is found[0]
        )  # fmt: skip
        assert all(
            one.said == twin.said
            for one, twin in zip(here.entries[:shared], there.entries[:shared], strict=True)
        )
        if found is not None:
            parted += 1
            assert found[0].said != found[1].said
    assert 0 < parted < len(followers)
