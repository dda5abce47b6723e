"""`cpsim explain` and `cpsim loops` from end to end."""

import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from sim import cli
from sim.cli.app import app
from sim.parameters.loops import Loops
from sim.parameters.section import declared

POLICY = """\
scenario: calm
extends: tiny
title: Less blame
actions:
  - action: less-blame
    from: 2023-06
    change:
      media.blame_culture: {to: 0.3}
"""


def typed(*arguments):
    found = CliRunner().invoke(app, [str(one) for one in arguments])
    assert found.exit_code == 0, found.output
    return found.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("explained")
    policy = folder / "calm.yaml"
    policy.write_text(POLICY, encoding="utf-8")
    out = folder / "out"
    text = typed("explain", policy, "--groups", "blame,practice", "--replicates", 2, "--out", out)
    return policy, out, text


def test_a_policy_is_explained_in_words_a_table_and_a_picture(made):
    _, out, text = made
    assert text.startswith("experiment")
    assert "expected" in text.split("\n\n")[0]
    assert "Staff turnover (% a year) with Less blame" in text
    table = pd.read_csv(out / "explained.csv")
    sums = table.groupby(["measure", "part"])["mean"].sum().unstack()
    parts = sums.drop(columns="all together").sum(axis="columns")
    assert parts.tolist() == pytest.approx(sums["all together"].tolist())
    assert (out / "explained/01-explained-calm.png").stat().st_size > 10_000


def test_results_are_explained_again_without_running(made):
    _, out, text = made
    again = typed("explain", out)
    assert text.endswith(again)
    told = json.loads(typed("explain", out, "--json"))
    assert {row["part"] for row in told["table"]} == {
        "blame", "practice", "with all of these off", "all together",
    }  # fmt: skip


def test_the_time_is_told_before_anything_is_run(made):
    policy, _, _ = made
    told = json.loads(typed("explain", policy, "--open", "money", "--dry-run", "--json"))
    assert (told["scenarios"], told["runs"]) == (8, 64)
    assert told["expected"].startswith("about ")


def test_results_without_switches_explain_nothing(made, tmp_path, monkeypatch, capsys):
    policy, _, _ = made
    plain = tmp_path / "plain"
    typed("run", policy, "--replicates", 1, "--out", plain, "--quiet")
    monkeypatch.setattr("sys.argv", ["cpsim", "explain", str(plain)])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2
    printed = capsys.readouterr().err
    assert "holds no runs with loops switched off, so nothing can be explained." in printed
    assert "Make them: cpsim explain EXPERIMENT." in printed


def test_loops_are_listed_with_whether_they_run(tmp_path):
    quiet = tmp_path / "quiet.yaml"
    quiet.write_text("scenario: quiet\nextends: tiny\nloops: {silence: off}\n", encoding="utf-8")
    rows = json.loads(typed("loops", quiet, "--json"))
    assert [row["loop"] for row in rows] == list(declared(Loops))
    assert [row["loop"] for row in rows if row["runs"] == "off"] == ["silence"]
    assert {row["kind"] for row in rows} == {"reinforcing", "balancing"}
