"""The schema alone, as any editor reads it: shipped files pass, and known mistakes do not."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from sim.scenario.find import HOME, ROOMS, files
from sim.scenario.new import KINDS

SHIPPED = sorted({(room, file) for room in ROOMS for file in files(room)})
MISTAKES = HOME / "tests/golden/mistakes"


def validator(kind):
    schema = json.loads((HOME / f"scenarios/schema/{kind}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def read(text):
    """Read YAML as editors do: a day is a text."""
    return as_text(YAML(typ="safe", pure=True).load(text))


def as_text(part):
    if isinstance(part, dict):
        return {key: as_text(one) for key, one in part.items()}
    if isinstance(part, list):
        return [as_text(one) for one in part]
    return part.isoformat() if isinstance(part, date) else part


def wrong(kind, text):
    """List where a file is not as the schema has it."""
    errors = map(innermost, validator(kind).iter_errors(read(text)))
    return sorted({".".join(map(str, one.absolute_path)) for one in errors})


def innermost(error):
    """Find what is wrong furthest inside, where one of several shapes would do."""
    deeper = [innermost(one) for one in error.context or ()]
    return max([error, *deeper], key=lambda one: len(one.absolute_path))


@pytest.mark.parametrize(("room", "file"), SHIPPED, ids=lambda it: getattr(it, "stem", ""))
def test_every_shipped_file_passes_and_names_its_schema(room, file):
    text = file.read_text("utf-8")
    assert wrong(room, text) == []
    first = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / first).resolve() == HOME / f"scenarios/schema/{room}.json"


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_to_start_from_passes(kind):
    text, room = KINDS[kind]
    assert wrong(room, text.format(name="mine", schema="")) == []


@pytest.mark.parametrize(
    ("kind", "name", "places"),
    [
        ("scenario", "place-misspelt", [""]),
        ("scenario", "warm-up-of-another-tool", ["horizon"]),
        ("scenario", "no-name", [""]),
        ("scenario", "name-with-capitals", ["scenario"]),
        ("scenario", "actions-none", ["actions"]),
        ("scenario", "month-without-zero", ["horizon.start"]),
        ("scenario", "shock-misspelt", ["shocks.0.shock"]),
        ("scenario", "price-year", ["actions.0.cost.prices"]),
        ("scenario", "change-says-two-things", ["actions.0.change.management.span"]),
        ("scenario", "change-says-nothing", ["actions.0.change.management.span"]),
        ("scenario", "change-without-braces", ["actions.0.change.management.span"]),
        ("scenario", "policy-moves-a-fact", ["actions.0.change"]),
        ("scenario", "parameter-misspelt", ["parameters"]),
        ("scenario", "loop-misspelt", ["loops"]),
        ("scenario", "switches", ["couplings", "loops.silence", "quick"]),
        ("scenario", "expectations", ["expect.1"]),
        ("experiment", "measure-misspelt", ["measures.0"]),
        ("experiment", "experiment-many-mistakes",
         ["", "design", "factors.management.span", "measures.0", "measures.1", "parameters",
          "period", "quick"]),
        ("place", "kind-of-authority", ["authorities.0.kind"]),
        ("place", "place-many-mistakes",
         ["authorities.0.kind", "authorities.1", "authorities.2.help_and_protection",
          "parameters"]),
    ],
)  # fmt: skip
def test_a_known_mistake_is_refused_where_it_stands(kind, name, places):
    assert wrong(kind, (MISTAKES / f"{name}.yaml").read_text("utf-8")) == places


def test_a_range_lacks_nothing_and_says_no_more_than_it_may():
    text = "experiment: e\nscenarios: [baseline]\nfactors: {{management.span: {}}}\n"
    assert wrong("experiment", text.format("from catalogue")) == []
    assert wrong("experiment", text.format("{low: 4, high: 6}")) == []
    assert wrong("experiment", text.format("{values: [4, 6]}")) == []
    assert wrong("experiment", text.format("soon")) == ["factors.management.span"]
