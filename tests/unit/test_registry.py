import pytest
from ruamel.yaml import YAML

from sim.parameters import listing
from sim.parameters.registry import group, registry, sections, source_keys
from sim.scenario.find import HOME

SOURCES = YAML(typ="safe").load((HOME / "scenarios/sources.yaml").read_text("utf-8"))["sources"]
SETTINGS = {"quantity", "figure", "unit", "period", "publication", "seen", "kind"}


@pytest.mark.parametrize("name", registry())
def test_every_number_has_a_unit_a_range_and_its_sources(name):
    one = registry()[name]
    assert one.unit
    assert one.label
    assert one.low <= one.default <= one.high
    missing = [key for key in source_keys(one) if key not in SOURCES]
    assert not missing, f"not in scenarios/sources.yaml: {missing}"
    assert source_keys(one) or one.evidence in ("assumed", "elicited")


def test_numbers_only_recalled_are_never_called_published():
    recalled = {key for key, source in SOURCES.items() if source["kind"] == "from memory"}
    for name, one in registry().items():
        if one.evidence == "published":
            assert not recalled & {*source_keys(one)}, name


def test_an_uncertain_number_has_a_range():
    points = [
        name for name, one in registry().items()
        if one.role == "uncertainty" and one.low == one.high
    ]  # fmt: skip
    assert not points


def test_every_source_says_what_was_measured_by_whom():
    for key, source in SOURCES.items():
        assert {"quantity", "figure", "publication", "kind"} <= source.keys() <= SETTINGS, key
        assert source["kind"] in ("published", "quoted", "worked out", "from memory"), key


def test_names_are_made_of_section_and_field():
    assert {name.split(".")[0] for name in registry()} == {*sections()}


def test_a_group_is_a_section_or_one_parameter():
    assert all(name.startswith("media.") for name in group("media"))
    assert [*group("media.blame_culture")] == ["media.blame_culture"]


def test_levers_can_be_listed_alone():
    assert all(one.role == "lever" for one in listing.found(None, True).values())
