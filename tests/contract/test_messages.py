"""Mistakes are reported all at once, each file's in the order of its lines."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario.check import check_files


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "mine.yaml"


def test_many_mistakes_come_at_once_in_the_order_of_their_lines(file):
    file.write_text(
        "scenario: Mine\nextends: baseline\nplaice: x\nloops: {silense: off}\n"
        "parameters: {a.b: 1}\nactions: none\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as raised:
        check_files(["mine.yaml"])
    assert [one.code for one in raised.value.problems] == ["E105", "E101", "E304", "E301", "E103"]
