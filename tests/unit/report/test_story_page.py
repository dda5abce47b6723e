"""A story's page in a browser: everybody can read it, on a screen, a telephone and paper."""

import pytest

from sim.report.story.lanes import FAMILY_TRACKS, lanes
from sim.report.story.page import write_story
from sim.report.story.story import Story, shown
from sim.scenario import load_scenario
from sim.study.story.life import Asked, Lives
from sim.study.story.pick import Picked
from tests.accessible import OPEN_ALL, violations
from tests.diaries import HARMED, OPEN, diary, opened_with

PAPER = 703
TURNS = [
    (4, "casework", {"file.event": 4}),
    (4, "decisions", {"file.event": 0, "file.belief": -0.6, "threshold.conference": 1.5}),
    (9, "outcomes", {"truth.incident": 1}),
    (30, "families", {"truth.harm": 0, "observer.ended": 30}),
]
OTHERWISE = [*TURNS[:2], (9, "outcomes", {"truth.incident": 2})]


def lives(twin=OTHERWISE, rule="missed-though-known"):
    tiny = load_scenario("tiny")
    asked = Asked(tiny, load_scenario("baseline") if twin else None, 5, 1, rule)
    picked = Picked(7, 0, rule, "the spell that went on longest", 42, "spells of harm")
    opening = opened_with({**OPEN, **HARMED, "file.enquiry_began": 2})
    life = diary(*TURNS, **opening)
    other = diary(*twin, **opening).numbered_from(len(life.entries) + 1) if twin else None
    return Lives(asked, picked, life, other)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("story")
    write_story(lives(), folder)
    return folder / "story.html"


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(opened, width):
    one = opened(width)
    one.evaluate(OPEN_ALL)
    assert violations(one) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_never_scrolls_sideways(opened, width):
    assert opened(width).evaluate("document.documentElement.scrollWidth") <= width


def test_paper_holds_the_whole_width(opened):
    one = opened(PAPER)
    one.emulate_media(media="print")
    assert one.evaluate("document.documentElement.scrollWidth") <= PAPER


def test_a_telephone_names_each_side_since_it_has_no_columns(opened):
    sides = opened(390).locator(".side").first
    assert sides.is_visible()
    assert not opened(1280).locator(".side").first.is_visible()


def test_where_truth_and_file_part_is_said_in_words(opened):
    assert opened().get_by_text("Truth and file part", exact=True).count() == 1


def test_a_story_alone_says_nothing_of_a_twin():
    story = Story(lives(twin=()))
    assert story.parting is None
    assert story.twin == []
    assert "The same family" not in story.text()


def test_lives_that_read_the_same_are_told_once():
    small = [(one, stage, {**values}) for one, stage, values in TURNS]
    small[1] = (4, "decisions", {**TURNS[1][2], "file.belief": -0.61})
    story = Story(lives(twin=small))
    assert story.twin == []
    assert story.parting_said[1] == (
        "Nothing that this page tells of the family differed: the twin's story would read the same."
    )
    assert "the concern about harm on file: -0.6 here and -0.61 under" in story.parting_said[0]


def test_lives_that_are_the_same_are_said_to_be():
    assert Story(lives(twin=TURNS)).parting_said == [
        "The two lives are the same to the last digit, for the whole run."
    ]


def test_only_weeks_that_read_otherwise_are_told_of_the_twin():
    story = Story(lives())
    assert [one.week for one in story.twin] == [9]
    assert story.parting_said[1].startswith(
        "What happened to the family first differed in the week of 5 June 2023."
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((3,), "3"), ((3, 4, 5, 9), "3–5, 9"),
        ((1, 3, 5, 7, 9, 11, 13), "7 rows, 1 to 13"),
    ],
)  # fmt: skip
def test_row_numbers_are_written_shortly(rows, expected):
    assert shown(rows) == expected


def test_the_picture_is_told_in_words(page):
    text = page.read_text("utf-8")
    assert "Truth: harm going on – here: neglect for 30 weeks; one serious incident" in text


def test_a_lane_without_anything_says_none():
    calm = diary((4, "families", {"truth.pressure": 0.3}))
    drawn = lanes([("", calm)], 400, FAMILY_TRACKS)
    assert [one.title for one in drawn.lanes] == [
        "Truth: harm going on (none)", "File: where the case stood (none)",
    ]  # fmt: skip
