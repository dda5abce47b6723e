"""Files broken in any way give words or a scenario, never a traceback."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.find import HOME

FILES = ["scenarios/policies/just-culture.yaml", "scenarios/places/test-2.yaml",
         "scenarios/tiny.yaml", "experiments/demo.yaml"]  # fmt: skip
SEEDS = [(HOME / file).read_text("utf-8") for file in FILES]
PIECES = [
    "\t", "  ", "\n", ":", "- ", "{", "}", "[", "]", ",", "“", '"', "'", "#", "&a", "*a", "!!int",
    "null", "~", "none", "-1", "1e999", "9" * 400, "£4,000", "2026-4", "year 0", "\ufeff", "\0",
    "<<: 1", "? ", "|", ">", "%", "@", "é", "x" * 50,
]  # fmt: skip
ODD = [b"\xff\xfe\x00", b"", b"- 1\n", b"words", b"a: &a [*a]\n", b"[" * 1200, b"--- 1\n--- 2\n"]


@pytest.fixture
def mine(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "mine.yaml"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_a_broken_file_is_explained(mine, data):
    text = data.draw(some.sampled_from(SEEDS))
    for _ in range(data.draw(some.integers(1, 3))):
        start = data.draw(some.integers(0, len(text)))
        end = data.draw(some.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(some.sampled_from(PIECES)) + text[end:]
    mine.write_text(text, encoding="utf-8")
    explained(mine)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=some.text(max_size=200))
def test_any_text_is_explained(mine, text):
    mine.write_text(text, encoding="utf-8")
    explained(mine)


@pytest.mark.parametrize("content", ODD)
def test_odd_files_are_explained(mine, content):
    mine.write_bytes(content)
    explained(mine)


def explained(file):
    """Check a file: whatever is raised must be a mistake in words."""
    told = None
    try:
        check_files([str(file)])
    except InputError as error:
        told = error
    assert told is None or all(one.message and one.line >= 0 for one in told.problems)
