"""`cpsim story --worker` from end to end: a person's page, its rows, its twin, what is refused."""

import json
import re

import pandas as pd
import pytest
from typer.testing import CliRunner

from sim import cli
from sim.cli.app import app
from sim.cli.stories import WORKER_PICKS
from sim.report.story.worker.telling import TITLES
from sim.scenario import load_scenario
from sim.study.story.people import People
from sim.study.story.person import Person
from sim.study.story.workers import RULES
from tests.worlds import world

POLICY = """\
scenario: paid-more
extends: tiny
title: A fifth more pay
actions:
  - action: pay
    from: 2023-06
    change:
      workforce.pay_supplement: {to: 20%}
"""
SEED = ("--seed", "20260401")


@pytest.fixture(scope="module")
def watched():
    """The tiny world at its end, and what a first pass found in it."""
    lived = world(load_scenario("tiny"))
    people = People(lived)
    gone = gone_before(lived)
    while lived.week < lived.last_week:
        lived.step()
        people.take()
    return people, gone


def gone_before(lived):
    """Number of somebody who had held a post, and is nowhere when the run starts."""
    here = {
        (one.first_post, one.first_turn)
        for seen in (lived.seen.workers, lived.seen.between)
        for one in (seen[row] for row in range(len(seen))) if one.filled
    }  # fmt: skip
    return next(
        Person(post.number, 1)
        for post in (lived.seen.workers[row] for row in range(len(lived.seen.workers)))
        if post.occupant > 1 and (post.number, 1) not in here
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory, watched):
    """A working life with its twin: the rule that found it, the folder, and what was printed."""
    home = tmp_path_factory.mktemp("stories")
    policy = home / "paid-more.yaml"
    policy.write_text(POLICY, encoding="utf-8")
    folder = home / "story"
    rule = next(
        name for name, one in RULES.items() if not one.compares and one.choose(watched[0], None)
    )
    arguments = ["story", "tiny", "--worker", rule, "--against", str(policy),
                 "--out", str(folder), *SEED]  # fmt: skip
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return folder, done.stdout, rule


def test_a_story_says_whose_it_is_and_how_it_was_picked(told):
    folder, printed, rule = told
    facts = json.loads((folder / "story.json").read_text("utf-8"))
    assert facts["rule"] == rule
    assert "family" not in facts
    post, turn = map(int, facts["worker"].split("-"))
    assert facts["person"] == post * 1048576 + turn
    head = printed[: printed.index("## What happened")]
    assert head.startswith(f"# {TITLES[rule]}")
    assert "No such person exists." in head
    assert f"Social worker {facts['worker']} of scenario “tiny”" in head
    assert RULES[rule].said in head


def test_every_sentence_can_be_looked_up(told):
    folder, printed, _ = told
    diary = pd.read_csv(folder / "story.csv").set_index("row")
    sentences = pd.read_csv(folder / "sentences.csv")
    assert list(diary.index) == list(range(1, len(diary) + 1))
    for one in sentences.itertuples():
        behind = diary.loc[[int(row) for row in str(one.rows).split()]]
        assert len(behind)
        assert set(behind["scenario"]) == {one.scenario}
        assert (behind["week"] <= one.week).all()
        assert one.sentence in printed


def test_a_twin_is_told_or_said_to_be_none(told):
    _, printed, _ = told
    twin = printed[printed.index("## The same person under “A fifth more pay”") :]
    assert "Until the week of" in twin or "there is no twin" in twin


def test_the_page_holds_its_quarters_and_every_link_leads_to_its_row(told):
    page = (told[0] / "story.html").read_text("utf-8")
    linked = set(re.findall(r'href="#([\w-]+)"', page))
    assert linked
    assert linked <= set(re.findall(r'id="([\w-]+)"', page))
    assert re.search(r"Show the \d quarters? under “Two small authorities", page)
    assert "Truth: strain" in page


def test_the_number_on_the_page_makes_the_same_life(told, tmp_path):
    facts = json.loads((told[0] / "story.json").read_text("utf-8"))
    again = tmp_path / "again"
    arguments = ["tiny", "--worker", facts["worker"], "--replicate", "0", *SEED]
    done = CliRunner().invoke(app, ["story", *arguments, "--out", str(again), "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["command"] == f"cpsim story {' '.join(arguments)}"
    first, alone = pd.read_csv(told[0] / "story.csv"), pd.read_csv(again / "story.csv")
    pd.testing.assert_frame_equal(alone, first[first["scenario"] == "tiny"])


REFUSED = {
    "7777-1": (
        "Nobody can have the number 7777-1 in “tiny”: it has no such post or holder.",
        "A number is a post and its holder, counted from 1, such as 12-3. Posts are numbered 0 to ",
    ),
    "2-0": ("Nobody can have the number 2-0 in “tiny”: it has no such post or holder.", ""),
    "2-99": (
        "Nobody of the number 2-99 came in this run of “tiny”: post 2 had ",
        "The table of jobs of a run (cpsim run) gives the number of everyone who worked in it, as "
        "“person”, which --worker takes as well.",
    ),
}


@pytest.mark.parametrize(("number", "said"), REFUSED.items(), ids=REFUSED)
def test_a_person_that_there_is_not_is_refused(number, said, monkeypatch, capsys, tmp_path):
    refuse(number, said, monkeypatch, capsys, tmp_path / "one")


def test_whoever_was_gone_before_is_refused(watched, monkeypatch, capsys, tmp_path):
    gone = watched[1]
    said = (
        f"The run of “tiny” holds nobody of the number {gone}: holder 1 of post {gone.post} left "
        "before it starts, or came from another post and has the number of that.",
        f"Those who hold it later begin at {gone.post}-",
    )
    refuse(str(gone), said, monkeypatch, capsys, tmp_path / "one")


def refuse(number, said, monkeypatch, capsys, out):
    arguments = ["story", "tiny", "--worker", number, "--out", str(out), "--quiet", *SEED]
    monkeypatch.setattr("sys.argv", ["cpsim", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith(f"command line  [E901]\n  {said[0]}")
    assert said[1] in error
    assert not out.exists()


def test_help_names_every_rule():
    assert WORKER_PICKS.replace(" or ", ", ").split(", ") == list(RULES)
