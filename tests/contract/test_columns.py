"""Every column of the state is read by something: what nobody reads is not kept."""

import re
from pathlib import Path

import pytest

SIM = Path(__file__).parents[2] / "sim"
STATE = sorted((SIM / "state").glob("*.py"))
COLUMN = re.compile(r"^    (\w+): (?:int|float)\b", re.M)
ELSEWHERE = "\n".join(
    file.read_text("utf-8") for file in sorted(SIM.rglob("*.py")) if file not in STATE
)
COLUMNS = sorted({(file.stem, name) for file in STATE for name in COLUMN.findall(file.read_text())})


def reads(name):
    """How often a column is read, by row or by name; being set does not count."""
    return len(re.findall(rf'\.{name}\b(?!\s*=[^=])|"{name}"', ELSEWHERE))


def test_columns_are_found():
    assert len(COLUMNS) > 100


@pytest.mark.parametrize(("table", "name"), COLUMNS)
def test_a_column_is_read(table, name):
    assert reads(name), f"nothing reads {table}.{name}"
