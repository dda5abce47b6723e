"""The house keeps its shape: small files, whole words, luck and drawing in one place each."""

import ast
import re
from collections import defaultdict
from zlib import crc32

import pytest

from sim.scenario.find import HOME

SOURCES = sorted((HOME / "sim").rglob("*.py"))
TESTS = sorted((HOME / "tests").rglob("*.py"))
MOST_LINES = 300
MOST_FILES = 15
UNBOUNDED = {"parameters", "rules"}
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
TOP_LEVEL = {"sim", "scenarios", "experiments", "results", "tests"}
OTHER_LUCK = re.compile(
    r"np\.random|numpy\.random|\bimport random\b|\.shuffle_do\(|\.random\.|\.rng\."
)
# The very words that sources may not hold: what is not finished is not left behind.
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def name(file):
    return str(file.relative_to(HOME))


@pytest.mark.parametrize("file", SOURCES + TESTS, ids=name)
def test_a_file_is_one_idea(file):
    assert len(file.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("file", SOURCES + TESTS, ids=name)
def test_a_module_is_named_after_what_it_holds(file):
    assert not BANNED_NAMES & {file.stem, *file.relative_to(HOME).parts}


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_nothing_is_left_unfinished(file):
    assert not UNFINISHED.search(file.read_text("utf-8"))


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_luck_comes_from_chance_alone(file):
    if file != HOME / "sim/kernel/chance.py":
        assert not OTHER_LUCK.search(file.read_text("utf-8"))


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_a_function_fits_on_a_page(file):
    long = [
        f"{node.name}: {length(node)}"
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and length(node) > 30
    ]
    assert not long


def length(function):
    """Count the lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_a_folder_holds_no_more_than_one_can_see():
    folders = defaultdict(set)
    for file in SOURCES:
        if file.name != "__init__.py":
            folders[file.parent].add(file.stem)
    crowded = {
        name(folder): len(files) for folder, files in folders.items()
        if len(files) > MOST_FILES and folder.name not in UNBOUNDED
    }  # fmt: skip
    assert not crowded


def test_there_are_five_folders_at_the_top():
    hidden = {folder.name for folder in HOME.iterdir() if folder.name.startswith(".")}
    folders = {folder.name for folder in HOME.iterdir() if folder.is_dir()} - hidden
    assert folders - {"dist", "__pycache__"} == TOP_LEVEL


DRAWS = {"key", "uniform", "uniforms", "normal"}


def streams():
    """Find the names of streams: literals like "partners.sign" given as the first argument."""
    calls = [
        node
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args
    ]
    drawn = [node.args[0] for node in calls if node.func.attr in DRAWS]
    named = [one.value for one in drawn if isinstance(one, ast.Constant)]
    return {one for one in named if isinstance(one, str)}


def test_no_two_streams_of_luck_share_a_number():
    codes = defaultdict(set)
    for stream in streams():
        codes[crc32(stream.encode())].add(stream)
    assert all(len(names) == 1 for names in codes.values())


def test_streams_are_named_after_the_decision_of_a_stage():
    assert all(re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", stream) for stream in streams())
