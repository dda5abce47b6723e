"""The documents say what the code is: names on the page are names in the code."""

import re
from functools import cache

import pytest

from sim.measures import MEASURES
from sim.model import WEEK, stage_name
from sim.parameters.loops import Couplings, Loops
from sim.parameters.registry import registry
from sim.parameters.section import declared
from sim.scenario.find import HOME

PAGES = ("README", "MODEL", "GLOSSARY", "DECISIONS", "LIMITS", "CHANGELOG")
FILE = re.compile(r"\b(?:sim|tests|scenarios|experiments|results)/[\w./-]*\w\.(?:py|yaml|md)\b")
LINK = re.compile(r"\]\(([^)#:]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
SECTIONS = {name.split(".")[0] for name in registry()}
STREAM = re.compile(r'luck\(\w+, "(\w+)"\)|[cC]hance\.\w+\(\s*"(\w+)\.')
PLUMBING = {"__init__", "lists"}
MODEL_ROOMS = ("model.py", "stages", "rules", "agents", "world", "state")


def page(name):
    return (HOME / f"{name}.md").read_text("utf-8")


def part(name, heading):
    return page(name).split(f"\n{heading}\n")[1].split("\n## ")[0]


@cache
def code(*rooms):
    files = [file for file in (HOME / "sim").rglob("*.py") if "parameters" not in file.parts]
    chosen = sorted(file for file in files if not rooms or room_of(file) in rooms)
    return "\n".join(file.read_text("utf-8") for file in chosen)


def room_of(file):
    return file.relative_to(HOME / "sim").parts[0]


@pytest.mark.parametrize("name", PAGES)
def test_every_file_and_link_on_a_page_exists(name):
    text = re.sub(r"```.*?```", "", page(name), flags=re.DOTALL)
    named = {*FILE.findall(text), *LINK.findall(text)}
    assert [one for one in sorted(named) if not (HOME / one).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_number_on_a_page_is_declared(name):
    quoted = {one for one in CODE.findall(page(name)) if re.fullmatch(r"[a-z_]+\.[a-z_0-9]+", one)}
    numbers = {one for one in quoted if one.split(".")[0] in SECTIONS}
    assert sorted(numbers - set(registry())) == []


def test_the_model_lists_the_stages_in_their_order():
    week = part("MODEL", "## 3. Process overview and scheduling")
    rows = re.findall(r"^\| \d+ \| (\w+): `sim/stages/([^`]+?)(?:\.py|/)`", week, re.M)
    names = [stage_name(stage) for stage in WEEK]
    assert rows == [(name, name) for name in names]


def test_the_model_names_every_switch():
    switches = {*declared(Loops), *(f"couplings.{name}" for name in declared(Couplings))}
    assert [one for one in sorted(switches) if f"`{one}`" not in page("MODEL")] == []


def test_the_model_names_every_kind_of_luck():
    drawn = {one or other for one, other in STREAM.findall(code("stages", "agents", "world"))}
    assert len(drawn) > 12
    assert [prefix for prefix in sorted(drawn) if f"`{prefix}.`" not in page("MODEL")] == []


def test_the_model_names_every_file_of_rules_that_a_reader_needs():
    files = [*(HOME / "sim/rules").glob("*.py"), *(HOME / "sim/agents").glob("*.py")]
    names = {
        file.relative_to(HOME).as_posix() for file in files if file.stem not in PLUMBING
    }  # fmt: skip
    assert [one for one in sorted(names) if one not in page("MODEL")] == []


def test_the_limits_name_the_numbers_that_no_rule_reads():
    told = CODE.findall(part("LIMITS", "## Numbers that nothing reads yet"))
    text = code(*MODEL_ROOMS)
    unread = [
        name for name in registry()
        if not name.startswith(("loops.", "couplings."))
        and not re.search(rf"(\.|, \"){name.split('.')[1]}\b", text)
    ]  # fmt: skip
    assert sorted(told) == sorted(unread)


def test_words_of_the_glossary_are_words_of_the_code():
    tables = page("GLOSSARY").split("## Abbreviations")[0]
    rows = [line.split("|") for line in tables.splitlines() if line.count("|") == 4]
    said = {one for row in rows for one in CODE.findall(row[2])}
    text = code() + "\n".join((*MEASURES, *registry()))
    assert len(said) > 50
    assert [one for one in sorted(said) if not re.search(rf"\b{one}\b", text)] == []


def test_every_abbreviation_of_a_measure_is_explained():
    words = [(one.label, one.unit, one.definition, one.follows) for one in MEASURES.values()]
    text = " ".join(" ".join(one) for one in words)
    short = set(re.findall(r"\b[A-Z]{2,5}s?\b|\bDfE\b", text))
    known = set(re.findall(r"^\| (\S+) \|", part("GLOSSARY", "## Abbreviations"), re.M))
    assert sorted(short - known) == []


def test_decisions_are_numbered_and_dated():
    heads = re.findall(r"^\*\*(\d{3}) .+\*\* \(20\d\d-\d\d-\d\d\)$", page("DECISIONS"), re.M)
    assert heads == [f"{number:03d}" for number in range(1, len(heads) + 1)]
    assert len(heads) == page("DECISIONS").count("\n**")


def test_the_limits_begin_with_what_is_essential():
    assert page("LIMITS").split("\n## ")[1].startswith("Essentials\n")
    assert len(part("LIMITS", "## Essentials")) < 1000
