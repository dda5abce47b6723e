"""Places from published figures: made councils are found again, as surely as it says."""

from math import exp

import numpy as np
import pytest
from typer.testing import CliRunner

from sim.analysis.fitting.scores import normals
from sim.cli.app import app
from sim.kernel.chance import Chance
from sim.kernel.errors import InputError
from sim.notebook.places import new_place
from sim.scenario.check import check_files
from sim.scenario.council import HALF, Figures, apart, between, inferred
from sim.scenario.load import load_place

COUNCILS = 2000


def figures(**changed):
    given = {"name": "mine", "children": 92_000, "kind": "unitary", "region": "Midlands"} | changed
    return Figures(**given)


@pytest.fixture(scope="module")
def made():
    """Councils drawn from the spread between authorities, each with its rates and meals."""
    known, luck = between(), Chance(6, 0)
    stand = normals(luck, "test", 0, (COUNCILS, 2)) * [
        known["deprivation"]["spread"], known["threshold"]["spread"]
    ]  # fmt: skip
    noise = normals(luck, "test", 1, (COUNCILS, 7))
    found = []
    for (deprivation, threshold), off in zip(stand, noise, strict=True):
        rates = {
            name: one["percentiles"][2] * exp(
                one["of_deprivation"] * deprivation + one["of_threshold"] * threshold
                + apart(one) * e
            )
            for (name, one), e in zip(known["rates"].items(), off, strict=False)
        }  # fmt: skip
        seen = deprivation + known["deprivation"]["error"] * off[-1]
        meals = known["free_school_meals"]["middle"] * exp(
            seen / known["deprivation"]["of_log_meals"]
        )
        found.append((figures(meals=meals, rates=rates), deprivation, threshold))
    return found


def allowed(one):
    try:
        return inferred(one)
    except InputError:  # a rate far beyond England's, one in thousands
        return None


def test_ranges_hold_nine_in_ten_of_made_councils(made):
    told = [(found, d, t) for one, d, t in made if (found := allowed(one))]
    assert len(told) > 0.98 * COUNCILS
    for what, at in (("deprivation", 1), ("threshold", 2)):
        inside = [
            abs(row[at] - getattr(row[0], what)[0]) <= getattr(row[0], what)[1] for row in told
        ]
        assert np.mean(inside) == pytest.approx(0.9, abs=0.02)


def test_more_figures_make_it_surer():
    none, some = inferred(figures()), inferred(figures(meals=24.0))
    more = inferred(figures(meals=24.0, rates={"plans": 41.0, "looked_after": 67.0}))
    assert none.deprivation == (0.0, pytest.approx(HALF * between()["deprivation"]["spread"]))
    assert some.deprivation[1] < none.deprivation[1]
    assert more.threshold[1] < 0.5 * some.threshold[1]


def test_a_poor_place_with_few_plans_has_a_high_bar():
    found = inferred(figures(meals=38.0, rates={"plans": 35.0}))
    assert found.deprivation[0] > 0.2
    assert found.threshold[0] > 0.1
    assert found.expected["plans"] < 50.0


def test_the_file_is_a_place_and_says_how_sure_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file, found = new_place("mine", 92_000, plans=62.0, kind="metropolitan")
    assert check_files([str(file)]) == 1
    (one,) = load_place(file)
    assert one.families == found.families
    assert one.threshold == pytest.approx(found.threshold[0], abs=0.005)
    assert "published 62" in file.read_text(encoding="utf-8")
    with pytest.raises(InputError, match="exists already"):
        new_place("mine", 92_000)


def test_the_command_says_what_it_inferred(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(app, ["place", "new", "mine", "--children", "92000", "--plans", "62"])
    assert said.exit_code == 0
    assert "deprivation: 0." in said.stdout
    assert "Written to scenarios/places/mine.yaml" in said.stdout
    again = CliRunner().invoke(app, ["place", "new", "other", "--children", "92000", "--json"])
    assert '"families": 45771' in again.stdout


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"rates": {"plan": 40.0}}, "There is no rate called “plan”."),
        ({"rates": {"plans": 4000.0}}, "4000 for 10,000 children cannot be a council’s rate"),
        ({"meals": 0.24}, "0.24% cannot be a council’s share of pupils"),
        ({"children": 92}, "92 children are no council."),
        ({"kind": "borough"}, "“borough” is not known."),
        ({"grade": "fine"}, "“fine” is not known."),
    ],
)
def test_what_can_be_no_council_is_refused(changed, words):
    with pytest.raises(InputError) as wrong:
        inferred(figures(**changed))
    assert words in str(wrong.value)
