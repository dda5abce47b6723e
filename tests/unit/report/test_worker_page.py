"""A working life's page in a browser, and what it says of a twin."""

import pytest

from sim.report.story.page import facts_of, write_story
from sim.report.story.story import Story
from sim.rules.exits import PROFESSION
from sim.scenario import load_scenario
from sim.study.story.life import Asked, Lives
from sim.study.story.pick import Picked
from sim.study.story.workers import WORKER
from tests.accessible import OPEN_ALL, violations
from tests.careers import GONE, HAZARD, TINY, WHO, career, ended, notice

MEASURED = {"observer.experience": 6.7, "observer.age": 35.4, "observer.supervision": -0.2}
QUARTER = {**MEASURED, **{f"hazard.{name}": value for name, value in HAZARD.items()}}
STRESSED = (8, {"person.stressed": 1, "person.strain": 0.7})
LEAVES = [(5, notice(PROFESSION)), STRESSED, (12, QUARTER), (15, {**ended(PROFESSION), **GONE})]
STAYS = [STRESSED, (12, QUARTER), (25, {"person.senior": 1})]


def lives(twin=STAYS, **known):
    asked = Asked(TINY, load_scenario("baseline") if twin is not None else None, 5, 1,
                  known.get("rule", "burnt-out"), WHO.number, WORKER)  # fmt: skip
    picked = Picked(WHO.number, 0, asked.rule, "the one", 42, "people", known.get("other_way"))
    life = career(*LEAVES)
    other = career(*twin).numbered_from(len(life.entries) + 1) if twin is not None else None
    return Lives(asked, picked, life, other)


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("working-life")
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


def test_the_quarters_are_a_table(opened):
    one = opened()
    one.evaluate(OPEN_ALL)
    row = one.get_by_role("row", name="June 2023")
    assert row.get_by_role("cell").all_inner_texts() == [
        "Northmoor", "social worker", "16", "1.00", "+0.7", "0.0", "−0.2", "0.45"
    ]  # fmt: skip


def test_the_picture_is_told_in_words_for_both_lives(page):
    text = page.read_text("utf-8")
    assert "File: where they worked – here: social worker for 15 weeks" in text
    assert "File: where they worked – under the other policy: social worker for 25 weeks" in text


def test_where_truth_and_file_part_is_said():
    assert Story(lives()).counted == "Truth and file part in 1 of the 4 weeks told below."


def test_the_other_way_round_is_counted():
    said = Story(lives(rule="left-here", other_way=1)).why
    assert "The other way round, 1 of those who stayed here left under “Current policy”." in said


def test_a_number_is_told_as_asked_for():
    story = Story(lives(twin=None, rule=""))
    assert story.title == "One social worker's story"
    assert story.why == "They were asked for by their number, not picked by a rule."
    assert story.command == "cpsim story tiny --worker 12-3 --replicate 1 --seed 5"
    facts = facts_of(story)
    assert (facts["worker"], facts["person"]) == ("12-3", WHO.number)


def test_lives_that_part_say_what_first_differed():
    said = Story(lives()).parting_said
    assert said[0].startswith(
        "Until the week of 8 May 2023 the two lives are the same, to the last digit. What changed "
        "next then was when they gave notice here, and whether they were stressed under “Current "
        "policy” (row 28 and row 89 of story.csv)."
    )
    assert said[1].startswith("What happened to the person first differed in the week of 8 May")


def test_a_twin_who_never_came_has_no_life(tmp_path):
    alone = lives()
    nobody = type(alone.life)("other", "Other policy", WHO.number, (), 104)
    story = write_story(Lives(alone.asked, alone.picked, alone.life, nobody), tmp_path)
    assert story.parting_said == [
        "Nobody of the number 12-3 came under “Other policy”: there is no twin."
    ]
    assert "under the other policy" not in (tmp_path / "story.html").read_text("utf-8")


def test_the_scale_is_said_for_posts():
    assert "The scale is 0.1: there are that many posts" in Story(lives()).notes[-1]
