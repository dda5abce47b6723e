"""Page: a story as a folder: story.html, story.md, and the tables behind every sentence."""

import json
from pathlib import Path
from typing import Any

from sim.kernel.errors import MachineError
from sim.report.filled import filled
from sim.report.story.lanes import Lanes, lanes
from sim.report.story.moment import Sentence
from sim.report.story.parting import dated
from sim.report.story.story import Story, shown
from sim.report.story.telling import DIARY, SENTENCES
from sim.study.plan import model_version
from sim.study.story.diary import Entry
from sim.study.story.life import Lives

PAGE, TEXT, FACTS = "story.html", "story.md", "story.json"
WIDE, NARROW = 960, 350


def write_story(lives: Lives, folder: Path) -> Story:
    """Write a story's page, text and tables into a folder; give back what they say."""
    story = Story(lives, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PAGE).write_text(rendered(story), encoding="utf-8")
        (folder / TEXT).write_text(story.text(), encoding="utf-8")
        facts = json.dumps(facts_of(story), indent=2, ensure_ascii=False)
        (folder / FACTS).write_text(f"{facts}\n", encoding="utf-8")
        story.diary_table().to_csv(folder / DIARY, index=False, lineterminator="\n")
        story.sentence_table().to_csv(folder / SENTENCES, index=False, lineterminator="\n")
    except OSError as error:
        raise MachineError(f"Cannot write the story to {folder}: {error.strerror}.") from error
    return story


def facts_of(story: Story) -> dict[str, Any]:
    """Say, for machines, which story this is and how it came about."""
    asked, picked = story.lives.asked, story.lives.picked
    return {
        "invented": story.telling.invented,
        "scenario": asked.scenario.name,
        "against": asked.against.name if asked.against else None,
        "seed": asked.seed,
        "replicate": asked.replicate,
        **number(story),
        "rule": picked.rule or None,
        "candidates": picked.many,
        "other_way": picked.other_way,
        "command": story.command,
        "model": model_version(),
        "weeks_told": len(story.weeks),
        "weeks_that_part": sum(one.parts for one in story.weeks),
        "twin": story.parting_said,
    }


def number(story: Story) -> dict[str, Any]:
    """Give the number of whose life it is; a person's short one, too."""
    whose = story.lives.picked.whose
    if story.telling.option == "--family":
        return {"family": whose}
    return {"worker": story.name, "person": whose}


def rendered(story: Story) -> str:
    """Fill in the page."""
    said = {
        "story": story,
        "invented": story.telling.invented,
        "pictures": [("on-page", picture(story, WIDE)), ("on-phone", picture(story, NARROW))],
        "cited": cited(story),
        "model": model_version(),
        "diary": DIARY,
    }
    return filled("story.html.j2", said, day=dated, rows=links)


def picture(story: Story, width: int) -> Lanes:
    """Draw the life, and its twin's where the two read otherwise."""
    named = [("", story.lives.life)]
    if story.lives.twin and story.lives.twin.entries and story.twin:
        named = [(" – here", story.lives.life), (" – under the other policy", story.lives.twin)]
    return lanes(named, width, story.telling.tracks)


def links(sentence: Sentence) -> list[tuple[int, str]]:
    """Give the rows that a sentence rests on: the first of them, and how they are written."""
    return [(sentence.rows[0], shown(sentence.rows))] if sentence.rows else []


def cited(story: Story) -> list[Entry]:
    """List the rows that sentences of the page rest on, in order."""
    weeks = (*story.weeks, *story.twin)
    numbers = {row for week in weeks for one in (*week.truth, *week.file) for row in one.rows}
    entries = [entry for diary in story.diaries for entry in diary.entries]
    return [entry for entry in entries if entry.row in numbers]
