"""The files of validations: what they say, and what is said of their mistakes."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario.find import files
from sim.scenario.held_against.validation import HOWS, load_validation

TINY = "experiment: tiny-one\nscenarios: [tiny]\nagainst: tiny\nreplicates: 2\n"
MINE = """\
validation: mine
experiment: tiny-one
patterns:
  - {pattern: a, variation: referrals, value: 0.3, band: [0.2, 0.4], source: somewhere}
  - {pattern: b, correlation: [referrals, section_47], value: 0.7, band: [0.5, 0.9], source: there}
  - {pattern: c, persistence: referrals, years: 5, value: 0.5, band: [0.3, 0.7], source: there}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny-one.yaml").write_text(TINY)
    return tmp_path


@pytest.mark.parametrize("file", sorted(files("validation")), ids=lambda file: file.stem)
def test_every_shipped_validation_loads_and_gives_a_source_for_each_pattern(file):
    found = load_validation(file)
    assert found.name == file.stem
    assert all(one.source and one.low <= one.value <= one.high for one in found.patterns)


def test_a_pattern_is_read_with_what_it_is_held_against(folder):
    (folder / "mine.yaml").write_text(MINE)
    one, other, last = load_validation("mine.yaml").patterns
    assert (one.how, one.of, one.low, one.high) == ("variation", ("referrals",), 0.2, 0.4)
    assert other.of == ("referrals", "section_47")
    assert last.years == 5
    assert {one.how, other.how, last.how} < set(HOWS)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("variation: referrals, ", "", "“a” says 0 times what of the results is meant."),
        ("variation: referrals", "variation: referrals, measure: referrals", "“a” says 2 times"),
        ("variation: referrals", "variation: referals", "Did you mean “referrals”?"),
        ("[referrals, section_47]", "referrals", "This takes 2 and has 1."),
        ("variation: referrals", "variation: [referrals, turnover]", "This takes 1 and has 2."),
        ("band: [0.2, 0.4]", "band: [0.4, 0.2]", "This is no band."),
        ("band: [0.2, 0.4]", "band: [low, high]", "Write two numbers, as [0.6, 0.9]."),
        ("value: 0.3", "value: 30%", "“30%” is not a number."),
        ("pattern: b", "pattern: a", "“a” is here twice."),
        ("experiment: tiny-one", "experiment: tiny-won", "Did you mean “tiny-one”?"),
    ],
)
def test_mistakes_are_told_with_what_to_do(folder, old, new, words):
    (folder / "mine.yaml").write_text(MINE.replace(old, new, 1))
    with pytest.raises(InputError) as wrong:
        load_validation("mine.yaml")
    assert words in str(wrong.value)
