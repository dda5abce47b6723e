"""The files of calibrations: what they say, and what is said of their mistakes."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.find import files
from sim.scenario.held_against.calibration import load_calibration

TINY = "experiment: tiny-one\nscenarios: [tiny]\nagainst: tiny\nreplicates: 2\n"
TOY = """\
calibration: toy
worlds:
  - {experiment: tiny-one}
waves:
  - {reach: 25%, points: 40}
  - {reach: 100%, points: 30}
draws: 20
effective: 10
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny-one.yaml").write_text(TINY)
    return tmp_path


def said(folder, text):
    (folder / "toy.yaml").write_text(text)
    with pytest.raises(InputError) as wrong:
        load_calibration("toy.yaml")
    return str(wrong.value)


@pytest.mark.parametrize("file", sorted(files("calibration")), ids=lambda file: file.stem)
def test_every_shipped_calibration_loads_and_names_its_file(file):
    found = load_calibration(file)
    assert found.name == file.stem
    assert found.draws >= 100
    assert found.effective >= 60
    assert found.waves[-1].reach == 1.0


def test_what_a_calibration_leaves_out_has_sensible_defaults(folder):
    text = TOY.replace("draws: 20\neffective: 10\n", "").replace("points: 30", "points: 200")
    (folder / "toy.yaml").write_text(text)
    toy = load_calibration("toy.yaml")
    assert (toy.title, toy.draws, toy.effective, toy.centre) == ("toy", 120, 60, 8)
    assert [(one.reach, one.points) for one in toy.waves] == [(0.25, 40), (1.0, 200)]
    assert [(one.experiment.name, one.every) for one in toy.worlds] == [("tiny-one", 1)]


def test_a_folder_of_files_is_checked_with_its_calibrations(folder):
    (folder / "toy.yaml").write_text(TOY.replace("draws", "drawss"))
    with pytest.raises(InputError, match="Did you mean “draws”"):
        check_files(["toy.yaml"])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("draws: 20", "draws: 31",
         "An ensemble of 31 draws is taken from the last wave, which has 30 points."),
        ("effective: 10", "effective: 21", "20 draws cannot be worth 21 even ones."),
        ("reach: 25%", "reach: 120%", "“120%” is outside what is possible, 0% to 100%."),
        ("points: 40", "points: some", "“some” is not a whole number, 2 or more."),
        ("{experiment: tiny-one}", "{experiment: demo}",
         "“demo” compares, varies or seeks something, and a calibration does that."),
        ("draws: 20", "solved: [decisions.plann]\ndraws: 20", "Did you mean “decisions.plan”?"),
        ("draws: 20", "solved: families.relapse\ndraws: 20", "it is uncertain, and varies anyway."),
        ("{experiment: tiny-one}", "{experiment: tiny-won}", "Did you mean “tiny-one”?"),
        ("{experiment: tiny-one}", "{experiment: tiny-one, every: 0}",
         "“0” is not a whole number, 1 or more."),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_what_to_do(folder, old, new, words):
    assert words in said(folder, TOY.replace(old, new))


def test_a_name_that_there_is_none_of_is_told(folder):
    with pytest.raises(InputError, match="There is no calibration called “englund”"):
        load_calibration("englund")
