"""The files of calibrations: what they say, and what is said of their mistakes."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.find import files
from sim.scenario.held_against.calibration import load_calibration

TINY = "experiment: tiny-one\nscenarios: [tiny]\nagainst: tiny\nreplicates: 2\n"
TOY = """\
calibration: toy
worlds: [tiny-one]
waves: [25%, 100%]
points: 30
draws: 20
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
    assert found.waves[-1] == 1.0


def test_what_a_calibration_leaves_out_has_sensible_defaults(folder):
    (folder / "toy.yaml").write_text(TOY.replace("draws: 20\n", "").replace("30", "200"))
    toy = load_calibration("toy.yaml")
    assert (toy.title, toy.draws, toy.points, toy.centre) == ("toy", 120, 200, 8)
    assert toy.waves == (0.25, 1.0)
    assert [one.name for one in toy.worlds] == ["tiny-one"]


def test_a_folder_of_files_is_checked_with_its_calibrations(folder):
    (folder / "toy.yaml").write_text(TOY.replace("draws", "drawss"))
    with pytest.raises(InputError, match="Did you mean “draws”"):
        check_files(["toy.yaml"])


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("draws: 20", "draws: 31",
         "An ensemble of 31 draws is taken from the last wave, which has 30 points."),
        ("waves: [25%", "waves: [120%", "“120%” is outside what is possible, 1% to 100%."),
        ("waves: [25%", "waves: [far", "“far” is not a number with a unit: write for example 15%"),
        ("waves: [25%, 100%]", "waves: []", "“waves” is empty."),
        ("points: 30", "points: some", "“some” is not a whole number, 2 or more."),
        ("[tiny-one]", "[demo]",
         "“demo” compares, varies or seeks something, and a calibration does that."),
        ("draws: 20", "solved: [decisions.plann]\ndraws: 20", "Did you mean “decisions.plan”?"),
        ("draws: 20", "solved: families.relapse\ndraws: 20", "it is uncertain, and varies anyway."),
        ("[tiny-one]", "[tiny-won]", "Did you mean “tiny-one”?"),
        ("[tiny-one]", "[]", "“worlds” is empty."),
    ],
)  # fmt: skip
def test_mistakes_are_told_with_what_to_do(folder, old, new, words):
    assert words in said(folder, TOY.replace(old, new))


def test_a_name_that_there_is_none_of_is_told(folder):
    with pytest.raises(InputError, match="There is no calibration called “englund”"):
        load_calibration("englund")
