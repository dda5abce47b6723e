"""`cpsim backtest`: runs from an earlier year scored beside simple forecasts."""

import json

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.cli.app import app

TINY = """\
experiment: tiny-one
scenarios: [tiny]
against: tiny
horizon: {start: 2017-04, end: 2019-03, past: 1 year}
replicates: 3
"""
MINE = """\
backtest: mine
experiment: tiny-one
series:
  - {series: many, measure: referrals, published: {2016-17: 500, 2017-18: 550, 2018-19: 560},
     source: here}
  - {series: cases, measure: caseload, published: {2017-18: 17, 2018-19: 16, 2019-20: 15},
     source: there}
"""


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    folder = tmp_path_factory.mktemp("backtested")
    (folder / "tiny-one.yaml").write_text(TINY)
    (folder / "mine.yaml").write_text(MINE)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(
            app, ["backtest", "mine.yaml", "--out", "out", "--workers", "0", "--json"]
        )
    return folder, done


def test_each_forecaster_is_scored_over_all_series(ran):
    folder, done = ran
    scores = {one["forecaster"]: one for one in json.loads(done.stdout)["scores"]}
    (model,) = [name for name in scores if name not in ("persistence", "trend")
                and not name.endswith(", anchored")]  # fmt: skip
    assert set(scores) == {"persistence", "trend", model, f"{model}, anchored"}
    assert scores["persistence"]["against"] == 0.0
    table = pd.read_csv(folder / "out" / "backtest" / "forecasts.csv")
    own = table[table["forecaster"] == "trend"].groupby("series")["off"].mean()
    assert scores["trend"]["off"] == pytest.approx(own.mean())
    kept = pd.read_csv(folder / "out" / "backtest" / "scores.csv")
    assert list(kept["forecaster"]) == list(scores)


def test_a_year_that_was_not_run_is_foretold_by_simple_forecasts_alone(ran):
    table = pd.read_csv(ran[0] / "out" / "backtest" / "forecasts.csv")
    last = table[table["year"] == "2019-20"]
    assert set(last["forecaster"]) == {"persistence", "trend"}


def test_an_anchored_run_foretells_the_change_alone(ran):
    folder = ran[0]
    table = pd.read_csv(folder / "out" / "backtest" / "forecasts.csv").set_index(
        ["series", "year", "forecaster"]
    )
    quarterly = pd.read_parquet(folder / "out" / "quarterly.parquet")
    year = quarterly["quarter"].str[:7]
    means = (
        quarterly.assign(year=year)
        .groupby(["replicate", "year"])
        .agg(n=("referrals", "sum"), weeks=("weeks", "sum"))
        .assign(rate=lambda d: d["n"] / d["weeks"])["rate"]
        .unstack()
    )
    anchored = 550 * means["2018-19"] / means["2017-18"]
    (name,) = [one for one in table.index.unique("forecaster") if one.endswith(", anchored")]
    found = table.loc["many", "2018-19", name]
    assert found["median"] == pytest.approx(anchored.median(), rel=0.01)
    off = (
        np.abs(anchored - 560).mean()
        - np.abs(np.subtract.outer(*[anchored.to_numpy()] * 2)).mean() / 2
    )
    assert found["off"] == pytest.approx(100 * off / 550, rel=0.05)


def test_earlier_results_can_be_scored_and_the_figure_is_kept(ran, monkeypatch):
    folder, _ = ran
    monkeypatch.chdir(folder)
    said = CliRunner().invoke(app, ["backtest", "mine.yaml", "--results", "out"])
    assert said.exit_code == 0, said.output
    assert "persistence" in said.stdout
    text = (folder / "out" / "backtest" / "01-foretold.svg").read_text(encoding="utf-8")
    assert text.startswith("<?xml")
