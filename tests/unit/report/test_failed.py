"""Runs that failed, on the page."""

import json

import pytest

from sim.report import write
from sim.report.comparison import Comparison
from sim.report.making import Failed, failed
from sim.study.store import FAILURES, open_results

TOO_BIG = {"kind": "ValueError", "message": "a caseload of −1", "repeat": "cpsim replay /x k"}
KILLED = {"kind": "Killed", "message": "It ended at once.", "repeat": "cpsim replay /x k"}


@pytest.fixture(scope="module")
def failing(make_results, tmp_path_factory):
    """A results folder with three runs that failed, two of them alike."""
    folder = make_results(tmp_path_factory.mktemp("failing") / "results")
    lines = [
        {"key": "abc", "scenario": "cap", "draw": 0, "replicate": 3, **TOO_BIG},
        {"key": "def", "scenario": "swap", "draw": 0, "replicate": 4, **TOO_BIG},
        {"key": "ghi", "scenario": "baseline", "draw": 0, "replicate": 5, **KILLED},
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / FAILURES).write_text(text, encoding="utf-8")
    return folder


def test_runs_that_failed_alike_stand_together_with_the_command_that_repeats_one(failing):
    assert failed(Comparison(open_results(failing))) == [
        Failed("two runs", "ValueError: a caseload of −1", "“Cap on caseloads”, replicate 3",
               f"cpsim replay {failing.name} abc"),
        Failed("one run", "Killed: It ended at once.", "“Current policy continues”, replicate 5",
               f"cpsim replay {failing.name} ghi"),
    ]  # fmt: skip


def test_the_page_lists_them(failing):
    page = write(failing).read_text(encoding="utf-8")
    assert '<h2 id="failed">Runs that failed</h2>' in page
    assert "ValueError: a caseload of −1" in page
    assert "/x" not in page


def test_a_page_without_failures_has_no_such_part(folder):
    assert 'id="failed"' not in write(folder).read_text(encoding="utf-8")
