"""Tables written, described, hashed and read again."""

import numpy as np
import pandas as pd
import pytest

from sim.study import tables
from sim.study.dictionary import column_metadata, write_dictionary
from sim.study.tables import column_words, content_hash, read_table, write_table

FRAME = pd.DataFrame(
    {
        "quarter": ["2023-24 Q1", "2023-24 Q2"],
        "first_week": np.array([0, 13], dtype=np.int32),
        "referrals": [0.1 + 0.2, np.nan],
        "fatal": [True, False],
    }
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "quarterly.parquet"


def test_what_is_read_is_what_was_written(path):
    assert write_table(path, [FRAME]) == 2
    pd.testing.assert_frame_equal(read_table(path), FRAME)
    assert content_hash(read_table(path)) == content_hash(FRAME)


def test_equal_tables_are_equal_bytes(path):
    write_table(path, [FRAME], column_metadata("quarterly"))
    first = path.read_bytes()
    write_table(path, [FRAME.iloc[:1], FRAME.iloc[1:]], column_metadata("quarterly"))
    assert path.read_bytes() == first


def test_a_file_says_what_its_columns_hold(path):
    write_table(path, [FRAME], column_metadata("quarterly"))
    said = column_words(path)
    assert said["referrals"]["label"] == "referrals"
    assert said["referrals"]["unit"] == "children"
    assert said["first_week"]["unit"] == "week"


def test_long_tables_are_written_in_blocks(path, monkeypatch):
    monkeypatch.setattr(tables, "ROWS_IN_A_GROUP", 4)
    frames = [FRAME, FRAME.iloc[:0], FRAME, FRAME, FRAME.iloc[:0]]
    assert write_table(path, frames) == 6
    pd.testing.assert_frame_equal(read_table(path), pd.concat([FRAME] * 3, ignore_index=True))


def test_a_table_nobody_filled_keeps_its_columns(path):
    empty = pd.DataFrame({"week": [], "authority": []})
    assert write_table(path, [empty, empty]) == 0
    assert list(read_table(path).columns) == ["week", "authority"]


def test_empty_tables_do_not_hide_the_columns_of_others(path):
    empty = FRAME.iloc[:0].astype(object)
    write_table(path, [empty, FRAME])
    pd.testing.assert_frame_equal(read_table(path), FRAME)


@pytest.mark.parametrize(
    "other",
    [
        FRAME.assign(referrals=[0.3, np.nan]),
        FRAME.assign(quarter=["2023-24 Q1", "2023-24 Q3"]),
        FRAME.rename(columns={"fatal": "published"}),
        FRAME.iloc[::-1],
        FRAME.astype({"first_week": np.int64}),
        FRAME.iloc[:, ::-1],
    ],
)
def test_any_difference_changes_the_hash(other):
    assert content_hash(other) != content_hash(FRAME)


def test_the_hash_does_not_depend_on_how_text_is_held():
    assert content_hash(FRAME.astype({"quarter": object})) == content_hash(FRAME)
    assert content_hash(FRAME.astype({"quarter": "category"})) == content_hash(FRAME)


def test_a_half_written_file_does_not_bear_the_name(path):
    def broken():
        yield FRAME
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        write_table(path, broken())
    assert not path.exists()


def test_the_dictionary_has_a_line_for_each_column(tmp_path):
    file = tmp_path / "data-dictionary.csv"
    write_dictionary(
        file, {"quarterly": ["referrals", "plans", "plans_weeks"], "runs": ["turnover"]}
    )
    read = pd.read_csv(file).fillna("")
    assert list(read["column"]) == ["referrals", "plans", "plans_weeks", "turnover"]
    assert list(read["unit"]) == ["children", "children", "children × weeks", "% a year"]
    assert read["better"].iloc[-1] == "lower"
