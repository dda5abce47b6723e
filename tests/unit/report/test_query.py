"""Query: tables are asked by SQL, never changed; what cannot be asked is told."""

import pandas as pd
import pytest

from sim.kernel.errors import InputError
from sim.report.files.query import query, written
from sim.report.page import write


@pytest.fixture
def folder(tmp_path):
    table = pd.DataFrame({"scenario": ["a", "a", "b"], "turnover": [10.0, 12.0, 15.0]})
    table.to_parquet(tmp_path / "runs.parquet")
    return tmp_path


def test_tables_are_there_by_their_names(folder):
    found = query(folder, "select scenario, avg(turnover) as mean from runs group by 1 order by 1")
    assert found.to_dict("list") == {"scenario": ["a", "b"], "mean": [11.0, 15.0]}


@pytest.mark.parametrize(
    ("sql", "said", "advice"),
    [
        ("select * from nobody", "Table with name nobody does not exist",
         "There are the tables runs; data-dictionary.csv"),
        ("selec 1", "syntax error", "There are the tables runs"),
        ("drop view runs", "results are never changed", "begins with select"),
        ("copy runs to 'x.csv'", "results are never changed", "begins with select"),
        ("select 1; select 2", "One question is asked at a time", "begins with select"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(folder, sql, said, advice):
    with pytest.raises(InputError, match=said) as raised:
        query(folder, sql)
    assert advice in str(raised.value)


def test_a_folder_without_tables_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no tables to ask") as raised:
        query(tmp_path, "select 1")
    assert "cpsim list" in str(raised.value)


def test_answers_are_written_as_csv_or_spreadsheet_and_over_nothing(folder):
    table = query(folder, "select * from runs")
    for name, read in (("a.csv", pd.read_csv), ("a.xlsx", None)):
        file = written(table, folder / name)
        assert file.is_file()
        if read:
            pd.testing.assert_frame_equal(read(file), table)
    with pytest.raises(InputError, match="is there already"):
        written(table, folder / "a.csv")
    with pytest.raises(InputError, match="ends in nothing that can be written") as raised:
        written(table, folder / "a.txt")
    assert "End it in .csv or .xlsx." in str(raised.value)


def test_runs_that_are_not_joined_are_told_from_no_results(tmp_path):
    (tmp_path / "runs").mkdir()
    with pytest.raises(InputError, match="holds no tables to ask") as raised:
        query(tmp_path, "select 1")
    assert "join shards with cpsim merge" in str(raised.value)
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(InputError, match="holds no joined tables, and a report is about") as raised:
        write(tmp_path)
    assert "join all shards with cpsim merge" in str(raised.value)


def test_what_no_file_can_hold_is_told(folder):
    table = query(folder, "select * from runs")
    with pytest.raises(InputError, match=r"There is no folder .*nowhere to write a.csv in"):
        written(table, folder / "nowhere" / "a.csv")
    many = pd.DataFrame({"n": range(1_048_576)})
    with pytest.raises(InputError, match="1,048,576 rows and 1 columns; a spreadsheet") as raised:
        written(many, folder / "many.xlsx")
    assert "Write it as .csv, or ask for less." in str(raised.value)
    timed = pd.DataFrame({"at": pd.to_datetime(["2026-01-01"], utc=True)})
    with pytest.raises(InputError, match="A spreadsheet cannot hold this answer"):
        written(timed, folder / "timed.xlsx")
    assert not (folder / "timed.xlsx").exists()
