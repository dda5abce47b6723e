"""`cpsim story` from end to end: a tiny world, its page, and the rows behind every sentence."""

import json
import re
import shlex
from pathlib import Path

import pandas as pd
import pytest
from typer.testing import CliRunner

from sim import cli
from sim.cli.app import app
from sim.cli.stories import PICKS
from sim.study.story.pick import RULES

POLICY = """\
scenario: looked-at-twice
extends: tiny
title: Second opinions everywhere
actions:
  - action: second-opinion
    from: 2023-06
    change:
      casework.second_opinion_share: {to: 100%}
"""
SEED = ("--seed", "20260401")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A story with its twin: the folder, and what was printed."""
    home = tmp_path_factory.mktemp("stories")
    policy = home / "looked-at-twice.yaml"
    policy.write_text(POLICY, encoding="utf-8")
    folder = home / "story"
    arguments = ["story", "tiny", "--pick", "missed-here", "--against", str(policy),
                 "--out", str(folder), *SEED]  # fmt: skip
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return folder, done.stdout


def test_a_story_is_a_folder_that_says_what_it_is(told):
    folder, printed = told
    assert {one.name for one in folder.iterdir()} == {
        "story.html", "story.md", "story.json", "story.csv", "sentences.csv",
    }  # fmt: skip
    assert (folder / "story.md").read_text("utf-8") in printed
    facts = json.loads((folder / "story.json").read_text("utf-8"))
    assert (facts["scenario"], facts["against"]) == ("tiny", "looked-at-twice")
    assert facts["rule"] == "missed-here"


def test_the_first_lines_say_that_the_family_is_invented_and_how_it_was_picked(told):
    folder, printed = told
    facts = json.loads((folder / "story.json").read_text("utf-8"))
    head = printed[: printed.index("## What happened")]
    page = (folder / "story.html").read_text("utf-8")
    first = re.sub(r"<style>.*?</style>|<[^>]+>", "", page[: page.index("<h2")], flags=re.S)
    for text in (head, first):
        assert "No such family exists." in text
        assert f"Family {facts['family']} of scenario “tiny”" in text
        assert "seed 20260401, replicate 0" in text
        assert "rule “missed-here”: the spell of harm that went on longest" in text
        assert f"of {facts['candidates']:,} spells of harm" in text


def test_every_sentence_can_be_looked_up(told):
    folder, printed = told
    diary = pd.read_csv(folder / "story.csv").set_index("row")
    sentences = pd.read_csv(folder / "sentences.csv")
    assert list(diary.index) == list(range(1, len(diary) + 1))
    for one in sentences.itertuples():
        rows = [int(row) for row in str(one.rows).split()]
        assert rows
        behind = diary.loc[rows]
        assert set(behind["scenario"]) == {one.scenario}
        assert (behind["week"] <= one.week).all()
        assert one.sentence in printed
    assert set(sentences["scenario"]) == {"tiny", "looked-at-twice"}


def test_the_twin_is_the_same_until_it_is_said_to_part(told):
    folder, printed = told
    diary = pd.read_csv(folder / "story.csv")
    said = re.search(r"\(row (\d+) and row (\d+) of story.csv\)", printed)
    here, there = int(said[1]), int(said[2])
    one = diary[diary["scenario"] == "tiny"].set_index("row")
    twin = diary[diary["scenario"] == "looked-at-twice"].set_index("row")
    before = here - 1
    assert there - len(one) - 1 == before
    columns = ["week", "stage", "book", "column", "before", "after"]
    pd.testing.assert_frame_equal(
        one.loc[:before, columns].reset_index(drop=True),
        twin.loc[: there - 1, columns].reset_index(drop=True),
    )
    assert tuple(one.loc[here, columns]) != tuple(twin.loc[there, columns])


def test_every_link_of_the_page_leads_to_its_row(told):
    page = (told[0] / "story.html").read_text("utf-8")
    linked = set(re.findall(r'href="#([\w-]+)"', page))
    assert linked
    assert linked <= set(re.findall(r'id="([\w-]+)"', page))
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_the_command_on_the_page_makes_the_same_story(told, tmp_path):
    again = tmp_path / "again"
    family = json.loads((told[0] / "story.json").read_text("utf-8"))["family"]
    arguments = ["tiny", "--family", str(family), "--replicate", "0", *SEED]
    done = CliRunner().invoke(app, ["story", *arguments, "--out", str(again), "--json"])
    assert done.exit_code == 0, done.output
    facts = json.loads(done.stdout)
    assert facts["command"] == f"cpsim story {' '.join(arguments)}"
    assert facts["page"] == str(again / "story.html")
    first = pd.read_csv(told[0] / "story.csv")
    alone = pd.read_csv(again / "story.csv")
    pd.testing.assert_frame_equal(alone, first[first["scenario"] == "tiny"])


OF_ITS_OWN = """
experiment: of-its-own
title: A world of its own
question: What becomes of a family in a smaller world?
population_scale: 5%
scenarios: [tiny, calm]
against: tiny
replicates: 3
seed: 7
period: {from: 2023-04, to: 2024-03}
"""
CALM = """
scenario: calm
title: Calm
extends: tiny
actions: [{action: calm, from: 2023-04, change: {media.blame_culture: {to: 0.3}}}]
"""


def test_a_story_of_an_experiments_scenario_names_both_in_its_command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("of-its-own.yaml").write_text(OF_ITS_OWN, "utf-8")
    Path("calm.yaml").write_text(CALM, "utf-8")
    first = ["of-its-own.yaml", "--scenario", "calm"]
    done = CliRunner().invoke(app, ["story", *first, "--out", "one", "--json"])
    assert done.exit_code == 0, done.output
    command = json.loads(done.stdout)["command"]
    assert command.startswith(f"cpsim story {' '.join(first)} ")
    again = CliRunner().invoke(app, [*shlex.split(command)[1:], "--out", "two", "--json"])
    assert again.exit_code == 0, again.output
    told = [pd.read_csv(Path(folder) / "story.csv") for folder in ("one", "two")]
    pd.testing.assert_frame_equal(*told)


def test_a_family_may_be_named_by_its_number(tmp_path):
    out = str(tmp_path / "one")
    done = CliRunner().invoke(app, ["story", "tiny", "--family", "12", "--out", out, "--quiet"])
    assert done.exit_code == 0, done.output
    assert "It was asked for by its number, not picked by a rule." in done.stdout
    assert done.stderr == ""


def test_a_family_that_there_is_not_is_refused(monkeypatch, capsys, tmp_path):
    arguments = ["story", "tiny", "--family", "2640", "--out", str(tmp_path / "one"), "--quiet"]
    monkeypatch.setattr("sys.argv", ["cpsim", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "command line  [E901]\n  There is no family 2,640 in “tiny”.\n"
        "  Its 2,640 families are numbered from 0 to 2639.\n"
    )
    assert not (tmp_path / "one").exists()


def test_a_story_that_cannot_be_written_is_told(monkeypatch, capsys, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    out = tmp_path / "file" / "story"
    arguments = ["story", "tiny", "--family", "12", "--out", str(out), "--quiet"]
    monkeypatch.setattr("sys.argv", ["cpsim", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 3
    assert capsys.readouterr().err == f"Cannot write the story to {out}: Not a directory.\n"


def test_a_dry_run_writes_nothing(tmp_path):
    out = tmp_path / "story"
    done = CliRunner().invoke(
        app, ["story", "tiny", "--pick", "needless-plan", "--out", str(out), "--dry-run", "--json"]
    )
    assert json.loads(done.stdout)["runs"] == 2
    assert not out.exists()


def test_help_names_every_rule():
    named = [one.split()[0] for one in PICKS.replace(" or ", ", ").split(", ")]
    assert named == list(RULES)
