"""Inputs and luck on the page, of a real run over an invented ensemble."""

import numpy as np
import pytest

from sim.analysis.fitting.scores import even, normals
from sim.calibration.space import Space
from sim.kernel.chance import Chance
from sim.report.beside import spread as of_spread
from sim.report.beside.about import about
from sim.report.beside.spread import Spread, spread
from sim.report.page import write
from sim.scenario import load_experiment
from sim.scenario.varying.ensemble import MODEL, read_ensemble
from sim.study.execute import execute
from sim.study.plan import model_version
from sim.study.store import open_results

DRAWS, REPLICATES = 16, 32
USED = 15  # of so many draws the first so many places are even fractions of 32, two of them in one
ASKED = f"""\
experiment: pair
scenarios: [tiny, tiny-more]
against: tiny
horizon: {{start: 2023-04, end: 2024-03, past: 1 year}}
replicates: {REPLICATES}
measures: [caseload, referrals, spend]
ensemble: mine
"""
MORE = """\
scenario: tiny-more
extends: tiny
actions:
  - action: more-posts
    from: 2023-04
    change: {workforce.posts_funded: {multiply: 1.3}}
"""


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spread")
    space = Space.of_catalogue()
    places = space.within(0.3, even(normals(Chance(5, 0), "test", 0, (DRAWS, len(space.names)))))
    rows = [
        ",".join([str(n), "1.0", *map(repr, row)]) for n, row in enumerate(space.values(places), 1)
    ]
    (folder / "scenarios/ensembles").mkdir(parents=True)
    head = ",".join(["draw", "weight", *space.names])
    text = "\n".join([f"{MODEL}{model_version()}", head, *rows]) + "\n"
    (folder / "scenarios/ensembles/mine.csv").write_text(text)
    (folder / "pair.yaml").write_text(ASKED)
    (folder / "tiny-more.yaml").write_text(MORE)
    read_ensemble.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        path = execute(load_experiment("pair.yaml"), folder / "out", 0, quiet=True)
    return about(open_results(path))


def test_each_effect_is_told_apart_into_inputs_and_luck(compared):
    found = spread(compared)
    assert isinstance(found, Spread)
    assert found.draws == USED
    assert found.stale == ""
    assert [one.measure for one in found.rows] == [one.label for one in compared.subjects]
    caseload = found.rows[0]
    assert caseload.change.startswith("−")
    assert caseload.chance.endswith("%")
    assert float(caseload.luck) > 0.0


def test_the_page_tells_it_and_that_too_few_draws_tell_no_leaning(compared):
    text = write(compared.results.path).read_text(encoding="utf-8")
    assert "Inputs and luck" in text
    assert f"with {USED} draws of “mine”" in text
    assert "30 draws or more, which is 60 replicates; there are 15." in text
    assert "The intervals show luck alone" not in text
    assert "The model has moved" not in text
    assert "90% of draws, without luck" in text
    assert "Half of runs" not in text


def test_with_draws_enough_it_is_said_what_an_effect_leans_on(compared, monkeypatch):
    monkeypatch.setattr(of_spread, "FEWEST_DRAWS", 10)
    (line,) = spread(compared).leans
    assert line.startswith("“tiny-more”")
    assert "lean most on" in line or "no assumption moves" in line


def test_an_assumption_is_told_with_the_value_that_turns_the_effect(compared):
    names = list(compared.experiment.inputs.numbers)
    one = of_spread.registry()[names[0]]
    lean = of_spread.Lean(0, 1.5, 0.0)
    text = of_spread.turned(lean, one, compared.subjects[0])
    assert "+1.5 for each SD of it; the effect turns at " in text
    none = of_spread.turned(of_spread.Lean(0, 1.5, np.nan), one, compared.subjects[0])
    assert "no value in its range turns the effect" in none


def test_a_model_that_has_moved_is_told(compared, monkeypatch):
    monkeypatch.setattr(of_spread, "model_version", lambda: "other")
    assert spread(compared).stale == model_version()
    text = write(compared.results.path).read_text(encoding="utf-8")
    assert "The model has moved since these draws were found" in text


def test_runs_that_share_the_defaults_have_no_such_section(compared):
    plain = type(compared)(open_results(compared.results.path))
    experiment = plain.experiment
    object.__setattr__(experiment, "inputs", None)
    assert spread(plain) is None
