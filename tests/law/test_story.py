"""A story is true to its run: watching changes nothing, and no sentence says more than its rows."""

import re
from itertools import pairwise

import pytest

from sim.casefile.events import CONFERENCE_HELD, COURT_HEARD, ENQUIRED
from sim.casefile.status import ASSESSMENT, CaseStatus
from sim.kernel.compiled import interpreted
from sim.report.story.moment import moments
from sim.report.story.tell import tell
from sim.rules.consequences import report
from sim.state.columns import NEVER, NOBODY, column
from sim.study.story.chronicle import weeks
from sim.study.story.diary import OPENING
from sim.study.story.follow import BOOKS, Follower
from sim.study.story.life import part
from sim.study.story.watch import Watch
from sim.study.tables import table_hashes
from tests.worlds import different, moved, small, world

FAMILIES = 2640
EVERY = 8
ANSWERED = re.compile(
    "already|so soon after|No enquiry began|and one began|The assessment was|enquiry ended"
    "|conference was held|review|the court|by agreement"
)


@pytest.fixture(scope="module")
def followed():
    """A world lived to its end with one family in eight followed, and the same left alone."""
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
            if entry.book in BOOKS and entry.what != ("truth", "incident"):
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


def test_the_first_pass_knows_which_incidents_were_reported(followed):
    watched, _, followers, watch = followed
    assert len(watch.incidents) == watched.tables.incidents.count[0] > 0
    reported = {
        (entry.week, one.family)
        for one in followers for entry in one.entries
        if entry.what == ("file", "incident") and entry.after
    }  # fmt: skip
    assert reported == {
        (one.week, one.family) for one in watch.incidents if one.family % EVERY == 0
    }


STEPS = {
    ENQUIRED: ("conference", lambda one: one.file("conference_left") >= 0.0),
    CONFERENCE_HELD: ("plan", lambda one: one.file("status") == CaseStatus.CHILD_PROTECTION),
    COURT_HEARD: ("care_order", lambda one: one.file("status") == CaseStatus.IN_CARE),
}


def test_decisions_fall_as_the_thresholds_that_were_looked_up_say(followed):
    _, _, followers, _ = followed
    fell = dict.fromkeys((True, False), 0)
    for one in followers:
        for moment in moments(one.diary()):
            event = moment.before.get(("file", "event"))
            if moment.stage == "decisions" and event in STEPS:
                bar, taken = STEPS[event]
                assert taken(moment) == (moment.file("belief") > moment.bars[bar])
                fell[taken(moment)] += 1
    assert min(fell.values()) > 0


def test_moves_are_told_exactly_when_the_run_has_them(followed):
    _, _, followers, _ = followed
    moves = said = 0
    for one in followers:
        life = one.diary().of_the_family_in(0)
        moves += sum(
            entry.what == ("family", "authority") and entry.week < life.until
            for entry in life.entries if entry.stage != OPENING
        )  # fmt: skip
        told = [text for week in tell(life) for text in week.said]
        said += told.count("The family moved to another authority.")
    assert moves == said > 0


def test_incidents_reported_on_open_cases_join_their_files_and_are_answered():
    lived = world(small(FAMILIES))
    seen = lived.seen
    known = [family for family in range(FAMILIES) if seen.record[family].status >= ASSESSMENT]
    followers = [Follower(lived, family) for family in known]
    tally = lived.tables.tally
    for family in known:
        interpreted(report)(
            seen.homes[family], seen.record[family], family, lived.week, seen.queue, tally
        )
    for _ in zip(range(4), weeks(lived, followers), strict=False):
        pass
    joined = answered = 0
    for one in followers:
        told = [said for week in tell(one.diary()) for said in week.file]
        joins = {said.week for said in told if "joined the file of the open case" in said.text}
        joined += len(joins)
        answered += any(said.week in joins and ANSWERED.search(said.text) for said in told)
    assert joined == answered > 0.8 * len(known) > 20


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
