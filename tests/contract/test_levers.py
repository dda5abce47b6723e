"""The register of levers: each is read in one place, writes no measure, and has a price."""

import ast
import re
from functools import cache

import pytest

from sim.parameters.registry import registry, sections
from sim.parameters.section import declared, parameter
from tests.reads import code_of, misread, section_reads

LEVERS = {name: one for name, one in registry().items() if one.role == "lever"}
# Where what a lever takes is counted, in hours or in pounds.
PRICED = {"rules/hours", "rules/hub", "rules/prices", "stages/spending"}
PARTS = re.compile(r"(hours|pounds|stated): (.+)")
NAMES = re.compile(r"\b[a-z_]+\.[a-z_0-9]+\b")


@cache
def places_of(name):
    return frozenset(place for place, reads in section_reads().items() if name in reads)


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_is_read_by_one_stage_or_rule_beside_its_price(name):
    places = places_of(name)
    acts = places - PRICED or places
    assert len(acts) == 1, f"{name} acts in {sorted(acts)}"


def test_reads_are_found_where_they_are():
    assert places_of("workforce.pay_supplement") == {"rules/exits"}
    assert places_of("intervention.notice_weeks") == {"stages/intervention"}
    assert places_of("workforce.notice_weeks") == {"rules/exits"}
    assert places_of("market.near_share") == {"rules/labour_market", "rules/supply"}
    assert places_of("casework.skill_spread") == {"rules/people"}
    assert places_of("casework.training_hours") == {"rules/hours", "rules/employment"}


def test_every_read_of_a_number_is_understood():
    assert sorted(misread()) == []


def test_no_lever_writes_a_measure():
    fields = {name.split(".")[1] for name in LEVERS}
    wrong = []
    for place, tree in code_of().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AugAssign) and writes_tally(node):
                read = {one.attr for one in ast.walk(node.value) if isinstance(one, ast.Attribute)}
                wrong += [f"{place}: {field}" for field in sorted(read & fields)]
    assert not wrong


def writes_tally(node):
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(one, ast.Subscript) and "tally" in ast.unparse(one) for one in targets)


def test_tallies_are_found_where_they_are_written():
    written = [
        node for tree in code_of().values() for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AugAssign) and writes_tally(node)
    ]  # fmt: skip
    assert len(written) > 50


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_has_a_price_in_hours_or_pounds(name):
    parts = LEVERS[name].price.split("; ")
    for part in parts:
        found = PARTS.fullmatch(part)
        assert found, f"{name}: “{part}” does not begin with hours, pounds or stated"
        counted_by = NAMES.findall(found[2])
        if found[1] != "stated":
            assert counted_by, f"{name}: which number counts its {found[1]}?"
        for number in counted_by:
            assert number in registry(), f"{name}: {number} is not declared"
            assert places_of(number), f"{name}: nothing reads {number}"


def test_only_levers_have_prices():
    for section in sections().values():
        for one in declared(section).values():
            assert bool(one.price) == (one.role == "lever")


def test_a_lever_without_a_price_is_refused():
    with pytest.raises(ValueError, match="a lever needs a price, and nothing else has one"):
        parameter(0.0, "visits", unit="share", low=0, high=1, role="lever")
    with pytest.raises(ValueError, match="a lever needs a price, and nothing else has one"):
        parameter(0.0, "visits", unit="share", low=0, high=1, price="stated: much")
