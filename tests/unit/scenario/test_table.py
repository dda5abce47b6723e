"""Tables of points: what a mistake in a column says, however many rows make it."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario.experiment import load_experiment

ASKED = """\
experiment: mine
scenarios: [tiny]
against: tiny
design: {method: list, file: points.csv}
"""
HEADS = "allocation.caseload_cap,casework.training_hours\n"


@pytest.fixture
def told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.yaml").write_text(ASKED)

    def load(rows):
        (tmp_path / "points.csv").write_text(HEADS + rows)
        return load_experiment("mine.yaml")

    return load


def test_a_table_gives_its_points(told):
    found = told("16 cases,40 hours per year\n18 cases,60 hours per year\n")
    assert len(found.design.points) == 2
    assert [one.parameter for one in found.factors] == HEADS.strip().split(",")


@pytest.mark.parametrize(
    ("rows", "words"), [(3, "So are 2 more rows."), (2, "So is one more row.")]
)
def test_a_unit_that_a_whole_column_lacks_is_asked_for_once(told, rows, words):
    with pytest.raises(InputError) as wrong:
        told("16,40 hours per year\n" * rows)
    assert str(wrong.value).count("has no unit: write 16 cases") == 1
    assert words in str(wrong.value)


def test_mistakes_of_two_columns_are_told_apart(told):
    with pytest.raises(InputError) as wrong:
        told("16,40\n17,50\n")
    assert str(wrong.value).count("has no unit") == 2
    assert str(wrong.value).count("So is one more row.") == 2


def test_a_mistake_of_one_row_is_told_of_that_row_alone(told):
    with pytest.raises(InputError) as wrong:
        told("16 cases,40 hours per year\n17,40 hours per year\n")
    assert "points.csv:3:1" in str(wrong.value)
    assert "more row" not in str(wrong.value)
