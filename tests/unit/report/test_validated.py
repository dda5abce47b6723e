"""`cpsim validate`: results held against a file of patterns, from the command line."""

import json

import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.cli.app import app
from sim.kernel.errors import CheckFailed
from sim.report.calibrated.validated import FILE

TINY = """\
experiment: tiny-one
scenarios: [tiny]
against: tiny
horizon: {start: 2023-04, end: 2024-03, past: 1 year}
replicates: 2
"""
MINE = """\
validation: mine
experiment: tiny-one
patterns:
  - {pattern: some, title: Some referrals, measure: referrals, value: 5, band: [1, 9e9], source: it}
  - {pattern: none, title: Far too few, measure: referrals, value: 2, band: [1, 3], source: there}
  - {pattern: sd, title: Spread of load, measure: caseload_sd, value: 7, band: [0, 90], source: it}
  - {pattern: steep, title: Poverty, gradient: referrals, value: 3, band: [0, 99], source: here}
  - {pattern: apart, title: Two differ, variation: referrals, value: 1, band: [0, 2], source: here}
  - {pattern: asked, title: Asked, query: "select count(distinct replicate) from runs", value: 2,
     band: [1.5, 2.5], source: here}
"""


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    folder = tmp_path_factory.mktemp("validated")
    (folder / "tiny-one.yaml").write_text(TINY)
    (folder / "mine.yaml").write_text(MINE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(
            app, ["validate", "mine.yaml", "--out", "out", "--workers", "0", "--json"]
        )
    return folder, done


def test_each_pattern_passes_or_fails_and_the_exit_code_says_so(ran):
    _, done = ran
    found = {one["pattern"]: one for one in json.loads(done.stdout)["patterns"]}
    assert {name: one["verdict"] for name, one in found.items()} == {
        "some": "pass", "none": "fail", "sd": "pass", "steep": "pass", "apart": "not known",
        "asked": "pass",
    }  # fmt: skip
    assert found["some"]["runs"] == 2
    assert found["some"]["low"] < found["some"]["model"] < found["some"]["high"]
    assert isinstance(done.exception, CheckFailed)
    assert done.exception.exit_code == 5


def test_earlier_results_can_be_held_against_a_file_and_the_table_is_kept(ran, monkeypatch):
    folder, _ = ran
    monkeypatch.chdir(folder)
    said = CliRunner().invoke(app, ["validate", "mine.yaml", "--results", "out"])
    assert "Some referrals" in said.stdout
    assert "1 of 6 patterns fail." in str(said.exception)
    assert list(pd.read_csv(folder / "out" / FILE)["verdict"])[:2] == ["pass", "fail"]


def test_a_query_that_gives_more_than_a_number_is_refused(ran, monkeypatch):
    folder, _ = ran
    monkeypatch.chdir(folder)
    text = MINE.replace("count(distinct replicate)", "replicate")
    (folder / "bad.yaml").write_text(text)
    said = CliRunner().invoke(app, ["validate", "bad.yaml", "--results", "out"])
    assert "The query of “asked” gives 2 rows and 1 columns." in str(said.exception)
