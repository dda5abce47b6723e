from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.kernel.quantities import NotAQuantity, formatted, parse
from sim.parameters.registry import registry

UNITS = sorted({one.unit for one in registry().values()})

READ = [
    ("16 cases", "cases", 16),
    ("1 case", "cases", 1),
    ("none", "cases", 0),
    ("2 years", "years", 2),
    ("6 months", "years", 0.5),
    ("7 days", "weeks", 1),
    ("15%", "share", 0.15),
    ("0.15", "share", 0.15),
    ("1 in 20", "share", 0.05),
    ("1e-3", "share", 0.001),
    (0.4, "SD", 0.4),
    ("0.4 SD", "SD", 0.4),
    ("1.2 d′", "d′", 1.2),
    ("£4k per year", "£ per year", 4000),
    ("£4,000 a year", "£ per year", 4000),
    ("£1.2bn", "£", 1.2e9),
    ("−£300k", "£", -300_000),
    ("90 minutes", "hours", 1.5),
    ("2 hours a week", "hours per week", 2),
    ("520 per 10000 children", "per 10,000 children", 520),
    ("520 per 10,000", "per 10,000 children", 520),
    ("0.2 per year", "per year", 0.2),
    ("0.1 per month", "per year", 1.2),
    ("2% a year", "% a year", 0.02),
    ("-3% per year", "% a year", -0.03),
    ("on", "switch", 1),
    ("no", "switch", 0),
    (True, "switch", 1),
]


@pytest.mark.parametrize(("written", "unit", "value"), READ)
def test_values_are_read_in_the_declared_unit(written, unit, value):
    assert parse(written, unit) == pytest.approx(value, rel=1e-12)


def test_a_share_a_year_becomes_the_hazard_that_gives_it():
    assert parse("15% a year", "per year") == pytest.approx(0.1625, abs=1e-4)


def test_a_hazard_becomes_the_share_that_it_gives():
    assert parse("0.1625 per year", "% a year") == pytest.approx(0.15, abs=1e-4)


REFUSED = [
    ("16", "cases", "“16” has no unit: write 16 cases."),
    ("14", "per year", "“14” has no unit: write for example 0.2 per year."),
    ("12", "weeks", "“12” has no unit: write 12 weeks or 12 months."),
    ("£4k", "£ per year", "“£4k” is not in £ per year: write £4000 per year."),
    ("2%", "% a year", "“2%” is not in % a year: write 2% a year."),
    ("5 cases", "hours", "“5 cases” is not in hours: write for example 1.5 hours."),
    ("2 hours", "weeks", "“2 hours” is not in weeks: write for example 8 weeks or 2 months."),
    ("soon", "share", "“soon” is not a number with a unit: write for example 15% or 1 in 20."),
    ("4k", "£", "“4k”: only pounds are written with k, m or bn. Write £4k, if that is meant."),
    ("1 in 0", "share", "“1 in 0” is not a number: nothing is so many in none."),
    ("5 people", "count", "“5 people” is wanted without a unit: write 5."),
    ("high", "level", "“high” is not a number: write for example 0.5."),
    ("100% a year", "per year", "“100% a year”: a share must stay under 100%."),
    ("9e999", "share", "“9e999” is too large."),
]


@pytest.mark.parametrize(("written", "unit", "said"), REFUSED)
def test_what_cannot_be_read_is_explained(written, unit, said):
    with pytest.raises(NotAQuantity) as refused:
        parse(written, unit)
    assert str(refused.value) == said


@given(some.text(max_size=20), some.sampled_from(UNITS))
def test_any_text_is_read_or_refused_in_words(written, unit):
    with suppress(NotAQuantity):
        assert isinstance(parse(written, unit), float)


@pytest.mark.parametrize("thousands", [False, True])
@pytest.mark.parametrize("name", registry())
def test_every_default_and_limit_can_be_written_and_read_back(name, thousands):
    one = registry()[name]
    for value in (one.default, one.low, one.high):
        assert parse(formatted(value, one.unit, thousands), one.unit) == pytest.approx(value)


def test_numbers_in_sentences_have_commas_and_a_true_minus():
    assert formatted(-30_000, "£ per year", True) == "−£30,000 per year"


def test_numbers_in_files_have_no_commas():
    assert formatted(30_000, "£ per year") == "£30000 per year"
