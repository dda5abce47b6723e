"""The command of built-in studies: what there are, what is refused, and what is kept."""

import json

import pandas as pd
import pytest

from sim import cli
from sim.study.built_in import listing
from sim.study.built_in.study import Found, Size, Study, side_by_side


def sums(scenario, size):
    """A study that is quickly made: the scenario's name and the size it was given."""
    table = pd.DataFrame([{"name": scenario.name, **size._asdict()}])
    return Found(f"{scenario.name}: {size.replicates} by {size.years}", table)


@pytest.fixture
def typed(monkeypatch, capsys):
    quick = {"quick": Study("what is it?", 5, 4, 3, sums), "fixed": Study("when?", 5, 4, 4, sums)}
    monkeypatch.setattr(listing, "STUDIES", quick)
    monkeypatch.setattr("sim.study.built_in.listing.STUDIES", quick)

    def left(*arguments):
        monkeypatch.setattr("sys.argv", ["cpsim", "study", *arguments])
        try:
            cli.main()
        except SystemExit as error:
            return error.code or 0, capsys.readouterr()
        return 0, capsys.readouterr()

    return left


def test_every_study_says_what_it_asks():
    assert list(listing.STUDIES) == [
        "stationarity", "scale", "responses", "paths", "projection", "regression",
        "corners",
    ]  # fmt: skip
    for study in listing.STUDIES.values():
        assert study.asks.endswith("?")
        assert study.size(None, None, 0) == Size(study.replicates, study.years, 1)


def test_without_a_name_all_are_listed(typed):
    code, printed = typed()
    assert code == 0
    assert "quick" in printed.out
    assert "what is it?" in printed.out


def test_a_study_is_told_and_kept(typed, tmp_path):
    code, printed = typed("quick", "tiny", "--replicates", "3", "--into", str(tmp_path / "new"))
    assert code == 0
    first, _, last = printed.out.splitlines()
    assert (first, last) == ("tiny: 3 by 4", str(tmp_path / "new/quick.csv"))
    assert pd.read_csv(tmp_path / "new/quick.csv")["replicates"].item() == 3


def test_a_study_for_machines_is_one_document(typed):
    code, printed = typed("quick", "tiny", "--years", "6", "--workers", "1", "--json")
    assert code == 0
    told = json.loads(printed.out)
    assert (told["study"], told["years"], told["table"][0]["name"]) == ("quick", 6, "tiny")


@pytest.mark.parametrize(
    ("arguments", "message", "advice"),
    [
        (("quik",), "There is no study “quik”.", "Did you mean “quick”?"),
        (("other",), "There is no study “other”.", "Allowed here: quick, fixed."),
        (("quick", "--replicates", "1"), "A study tells intervals, which one replicate has none of",
         "Give --replicates 2 or more; 5 if none are given."),
        (("quick", "--years", "2"), "This study is of 3 years or more, and 2 are asked for.",
         "Give --years 3 or more; 4 if none are given."),
        (("fixed", "--years", "5"), "This study is of 4 years, and 5 are asked for.",
         "Leave out --years: its end is fixed."),
        (("quick", "--years", "many"), "--years is “many”, and a whole number is needed.",
         "Write 1 or more, in digits."),
        (("quick", "nowhere"), "nowhere", "scenario"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(typed, arguments, message, advice):
    code, printed = typed(*arguments)
    assert code == 2
    assert message in printed.err
    assert advice in printed.err


def test_a_table_that_is_there_is_not_overwritten(typed, tmp_path):
    (tmp_path / "quick.csv").write_text("mine")
    code, printed = typed("quick", "tiny", "--into", str(tmp_path))
    assert code == 2
    assert "quick.csv is there already, and nothing is overwritten." in printed.err
    assert "Name another folder with --into" in printed.err
    assert (tmp_path / "quick.csv").read_text() == "mine"


def test_replicates_come_back_in_order_whoever_made_them():
    tasks = [(number, 2) for number in range(5)]
    assert side_by_side(pow, tasks, 1) == side_by_side(pow, tasks, 2) == [0, 1, 4, 9, 16]


def test_a_folder_that_cannot_be_made_is_told_before_anything_runs(typed, tmp_path):
    (tmp_path / "file").write_text("mine")
    code, printed = typed("quick", "tiny", "--into", str(tmp_path / "file"))
    assert code == 2
    assert "cannot be made a folder" in printed.err
    assert "Name a folder with --into that you may write in." in printed.err
    assert printed.out == ""


def test_what_is_left_out_of_a_scenario_is_said(typed):
    _, printed = typed("quick", "tiny")
    assert printed.out.splitlines()[-1] == "Made without the dated law of “tiny”."
    _, printed = typed("quick", "just-culture")
    assert printed.out.splitlines()[-1] == (
        "Made without the actions or dated law of “just-culture”."
    )
