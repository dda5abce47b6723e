"""Files broken in any way give words or a scenario, never a traceback."""

import json
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from ruamel.yaml import YAML

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.find import ROOMS, files

BUNDLE = "scenario: b\nextends: baseline\ncombine: [just-culture, caseload-cap]\ndrop: [x]\n"
WHOLE = (
    BUNDLE
    + """
expect: [turnover falls by 1 because of pay, spend stays within 3 against baseline]
parameters: {management.span: 5}
loops: {silence: off}
couplings: {press: off}
actions:
  - action: one
    from: year 4
    until: 2029-03
    phase_in: 6 months
    where: {kind: [london], help_and_protection: good, region: North, name: [Eastwick]}
    change: {money.growth: {by: 1% a year}, allocation.caseload_cap: {to: 16 cases}}
    cost: {set_up: £4k, yearly: £1.2m, prices: 2025-26}
shocks:
  - {shock: agency_closed, at: 2027-01, until: 2027-03, agency: school, where: {chosen: one}}
"""
)
FACTORS = """
experiment: e
scenarios: [baseline, just-culture]
horizon: {start: 2023-04, years: 8, past: 25 years}
factors:
  casework.discrimination: from catalogue
  management.span: {values: [4, 5]}
  money.growth: {low: 1% a year, high: 2% a year, shape: normal}
design: {method: sobol, samples: 128}
"""
FILES = sorted(file for room in ROOMS for file in files(room))
SEEDS = [WHOLE, FACTORS, *(file.read_text("utf-8") for file in FILES)]
TREES = [YAML(typ="safe", pure=True).load(text) for text in SEEDS]
VALUES = [
    None, "", [], {}, "none", "1 in 0", "1 in 20", "-5", "0", "1e400", "£4k", "15%", "soon",
    "year 0", "2026-13", "9999-12-31", "0001-01", ["a", None], [[]], [{}], {"to": None},
    {"a": {"b": [1]}},
    "baseline", "just-culture", True, 3, 2.5, "é" * 40, "from catalogue", "100% per day",
]  # fmt: skip
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


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@settings(max_examples=350, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_a_file_with_its_settings_changed_about_is_explained(mine, data):
    tree = deepcopy(data.draw(some.sampled_from(TREES)))
    for _ in range(data.draw(some.integers(1, 4))):
        holder = data.draw(some.sampled_from(list(holders(tree))))
        change(holder, data)
    mine.write_text(json.dumps(tree, indent=1, ensure_ascii=False, default=str), encoding="utf-8")
    explained(mine)


def holders(tree):
    """Give every map and list of a file that holds something."""
    if tree and isinstance(tree, dict | list):
        yield tree
        for one in tree.values() if isinstance(tree, dict) else tree:
            yield from holders(one)


def change(holder, data):
    """Change one entry: another value, another name, twice, swapped with a neighbour, or gone."""
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    key, other = (data.draw(some.sampled_from(keys)) for _ in range(2))
    match data.draw(some.sampled_from(["value", "name", "again", "swap", "gone"])):
        case "value":
            holder[key] = deepcopy(data.draw(some.sampled_from(VALUES)))
        case "name" if isinstance(holder, dict):
            name = data.draw(some.sampled_from([*NAMES, f"{key}x", str(key)[1:]]))
            holder[name] = holder.pop(key)
        case "again" if isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        case "swap":
            holder[key], holder[other] = holder[other], holder[key]
        case _:
            del holder[key]


NAMES = ["scenario", "from", "to", "by", "values", "where", "actions", "parameters", "", "a.b"]


def explained(file):
    """Check a file: whatever is raised must be a mistake in words."""
    told = None
    try:
        check_files([str(file)])
    except InputError as error:
        told = error
    assert told is None or all(one.message and one.line >= 0 for one in told.problems)
    assert told is None or str(told)
