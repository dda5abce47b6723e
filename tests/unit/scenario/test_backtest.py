"""The files of back-tests: what they say, and what is said of their mistakes."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario.find import files
from sim.scenario.held_against.backtest import begins, load_backtest, named

TINY = """\
experiment: tiny-one
scenarios: [tiny]
against: tiny
horizon: {start: 2017-04, end: 2019-03}
"""
MINE = """\
backtest: mine
experiment: tiny-one
series:
  - {series: a, measure: referrals, published: {2016-17: 5, 2017-18: 4, 2018-19: 6}, source: here}
  - {series: b, measure: turnover, published: {2017-18: 14, 2018-19: 15}, source: there}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny-one.yaml").write_text(TINY)
    return tmp_path


@pytest.mark.parametrize("file", sorted(files("backtest")), ids=lambda file: file.stem)
def test_every_shipped_backtest_loads_and_gives_a_source_for_each_series(file):
    found = load_backtest(file)
    assert found.name == file.stem
    assert found.known == "2017-18"
    assert all(one.source for one in found.series)


def test_the_first_year_that_is_run_is_the_last_that_is_known(folder):
    (folder / "mine.yaml").write_text(MINE)
    found = load_backtest("mine.yaml")
    assert found.known == "2017-18"
    assert found.series[0].published == {"2016-17": 5.0, "2017-18": 4.0, "2018-19": 6.0}
    assert (found.series[1].name, found.series[1].measure) == ("b", "turnover")


def test_a_financial_year_is_named_by_the_calendar_years_that_it_touches():
    assert [named(1999), named(2017)] == ["1999-00", "2017-18"]
    assert begins("1999-00") == 1999


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("measure: referrals", "measure: referals", "Did you mean “referrals”?"),
        ("2016-17: 5", "2016-18: 5", "“2016-18” is no financial year. Write it as 2017-18."),
        ("2016-17: 5", "2016: 5", "“2016” is no financial year."),
        ("2016-17: 5", "2016-17: none", "“none” is not a number above nought."),
        ("2016-17: 5", "2016-17: 0", "“0” is not a number above nought."),
        ("2017-18: 4, ", "", "“a” needs 2017-18, in which the runs begin, and a later year."),
        (", 2018-19: 6", "", "“a” needs 2017-18, in which the runs begin, and a later year."),
        ("series: b", "series: a", "“a” is here twice."),
        ("experiment: tiny-one", "experiment: tiny-won", "Did you mean “tiny-one”?"),
    ],
)
def test_mistakes_are_told_with_what_to_do(folder, old, new, words):
    (folder / "mine.yaml").write_text(MINE.replace(old, new, 1))
    with pytest.raises(InputError) as wrong:
        load_backtest("mine.yaml")
    assert " ".join(words.split()) in " ".join(str(wrong.value).split())


def test_an_experiment_without_scenarios_is_told_of_and_nothing_breaks(folder):
    (folder / "tiny-one.yaml").write_text(TINY.replace("[tiny]", "[tinny]"))
    (folder / "mine.yaml").write_text(MINE)
    with pytest.raises(InputError, match="There is no scenario called “tinny”"):
        load_backtest("mine.yaml")


def test_a_backtest_that_is_not_there_is_told(folder):
    with pytest.raises(InputError, match="There is no backtest called “england-2019”"):
        load_backtest("england-2019")
