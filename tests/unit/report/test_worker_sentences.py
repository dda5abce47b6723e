"""What a page tells of a working life: each thing that can happen, and the sentence for it."""

import pytest

from sim.report.story.lanes import lanes
from sim.report.story.worker.tell import tell
from sim.report.story.worker.telling import WORKER, in_words, kinship
from sim.report.story.worker.tracks import WORKER_TRACKS, table
from sim.rules.exits import PROFESSION
from sim.study.story.hazard import FACTORS
from tests.careers import GONE, HAZARD, IN_POST, NEW, TINY, career, ended, notice, said
from tests.turns import CAME, HAPPENS, STANDS


@pytest.mark.parametrize(("opening", "values", "side", "text"), HAPPENS.values(), ids=HAPPENS)
def test_what_happens_is_told(opening, values, side, text):
    assert text in said((5, values), side=side, opening=opening)


@pytest.mark.parametrize(("opening", "text"), STANDS.values(), ids=STANDS)
def test_where_somebody_stood_is_told(opening, text):
    assert tell(career(opening=opening), TINY)[0].file[0].text == text


@pytest.mark.parametrize(("values", "text"), CAME.values(), ids=CAME)
def test_how_somebody_came_is_told(values, text):
    assert text in said((5, values), opening=None)


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (IN_POST, "They were 35, with six years in the profession, and were about as able as most "
         "of equal experience. Strain stood at +0.2 SD."),
        ({**IN_POST, "person.talent": -0.4, "person.stressed": 1}, "They were 35, with six years "
         "in the profession, and were less able than most of equal experience. Strain stood at "
         "+0.2 SD, and they counted as stressed."),
    ],
)  # fmt: skip
def test_who_they_were_is_told(opening, text):
    assert tell(career(opening=opening), TINY)[0].truth[0].text == text


def year(last=60):
    return [
        (week, {"person.strain": 0.2 + week / 100, "person.held": 14.0 + week % 5,
                "person.load": 1.1}) for week in range(1, last)
    ]  # fmt: skip


def test_a_year_of_work_is_put_into_one_sentence_on_either_side():
    texts = said(*year(), side="file"), said(*year(), side="truth")
    assert texts[0][0] == (
        "In the 12 months before, they held 16 children on average, between 14 and 18."
    )
    assert texts[1][0] == (
        "In the 12 months before, cases asked for 1.10 times the hours there were; strain went "
        "from +0.2 SD to +0.7 SD."
    )


def test_short_sickness_is_summed_up_and_a_long_spell_told_by_itself():
    weeks = dict(year())
    weeks[10] = {**weeks[10], "person.sick_until": 12}
    weeks[20] = {**weeks[20], "person.sick_until": 26}
    told = " ".join(said(*weeks.items()))
    assert "went off sick once, for two weeks" in told
    assert "Went off sick." in told
    assert "Came back to work after six weeks off sick." in told


def test_the_picture_is_told_in_words():
    life = career((5, {"person.sick_until": 8}), (9, {**ended(PROFESSION), **GONE}))
    drawn = lanes([("", life)], 900, WORKER_TRACKS)
    assert drawn.says == (
        "Truth: strain: strain +0.2 SD. File: where they worked: social worker for 9 weeks. "
        "File: off sick: off sick for 3 weeks"
    )


def test_an_incident_is_marked():
    life = career((5, {"stage": "outcomes", "person.shaken": 5}))
    assert len(lanes([("", life)], 900, WORKER_TRACKS).lanes[0].marks) == 1
    before = career(opening={**IN_POST, "person.shaken": -9})
    assert lanes([("", before)], 900, WORKER_TRACKS).lanes[0].marks == ()


def test_a_table_has_a_row_for_each_quarter_and_none_for_other_turns():
    measured = {"observer.experience": 6.7, "observer.age": 35.4, "observer.supervision": -0.2}
    hazard = {f"hazard.{name}": value for name, value in HAZARD.items()}
    life = career((4, measured), (12, {**measured, **hazard, "person.strain": 0.31}))
    heads, *rows = table(life, TINY)
    assert len(heads) == len(rows[0])
    assert rows == [
        ["June 2023", "Northmoor", "social worker", "16", "1.00", "+0.3", "0.0", "−0.2", "0.45"]
    ]
    assert table(career(), TINY) == []


def test_a_twin_who_is_none_is_said_to_be():
    life, other = career((5, NEW), opening=None), career((9, NEW), opening=None)
    nobody = career()
    nobody = type(nobody)("other", "Other policy", life.whose, (), 90)
    assert kinship(life, life) == []
    assert kinship(life, nobody) == [
        "Nobody of the number 12-3 came under “Other policy”: there is no twin."
    ]
    assert kinship(life, other)[0].startswith(
        "Under “Current policy” the number 12-3 belongs to somebody who came otherwise: they came "
        "newly qualified, into a first post in the week of 5 June 2023, and here they came"
    )


def test_every_row_of_a_diary_can_be_put_into_words():
    life = career((5, {**notice(PROFESSION), **ended(PROFESSION)}))
    words = {one.what: in_words(one) for one in life.entries}
    assert words["hazard", "strain"] == "the hazard of giving notice"
    assert words["person", "strain"] == "their strain"
    assert words["job", "ended_by"] == "when a job ended"
    assert words["person", "talent"] == "talent (person)"
    assert set(FACTORS) < {column for book, column in words if book == "hazard"}
    assert WORKER.names(life.whose) == "12-3"
