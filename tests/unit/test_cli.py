import json
import os
import re

import pytest
from typer.testing import CliRunner

from sim import cli
from sim.cli.app import app
from sim.kernel.errors import CheckFailed, InputError, MachineError
from sim.kernel.machine import packages
from sim.measures.statistic import STATISTICS
from sim.parameters.registry import registry
from sim.scenario.check import watch_files
from sim.scenario.find import HOME


def said(*arguments):
    done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def leaves_with(monkeypatch, capsys, *arguments):
    monkeypatch.setattr("sys.argv", ["cpsim", *arguments])
    with pytest.raises(SystemExit) as left:
        cli.main()
    return left.value.code or 0, capsys.readouterr().err


@pytest.fixture
def empty(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_checking_all_files_says_that_they_are_well():
    assert said("check").endswith("files are as they should be.\n")


def test_checking_one_file_says_so_in_the_singular():
    assert said("check", "baseline") == "1 file is as it should be.\n"


def test_a_folder_is_checked_whole(empty):
    (empty / "mine").mkdir()
    for name in ("one", "two"):
        text = f"scenario: {name}\nextends: baseline\n"
        (empty / "mine" / f"{name}.yaml").write_text(text)
    assert said("check", "mine") == "2 files are as they should be.\n"


def test_showing_a_scenario_names_the_line_of_each_value():
    shown = said("show", "caseload-cap")
    assert "allocation.caseload_cap: to 18 cases" in shown
    assert "baseline.yaml:11" in shown


def test_showing_everything_lists_parameters_that_have_their_default():
    value = registry()["front_door.discrimination"].default
    assert f"front_door.discrimination: {value} d′" in said("show", "baseline", "--all")


def test_json_is_one_document_and_nothing_else():
    assert json.loads(said("show", "baseline", "--json"))["name"] == "baseline"
    assert json.loads(said("demo", "--dry-run", "--json"))["runs"] == 32
    assert json.loads(said("parameters", "--levers", "--json"))
    assert json.loads(said("measures", "--json"))


def test_differences_are_words():
    assert said("diff", "baseline", "second-opinion").startswith(
        "Adds “second-opinion”: casework.second_opinion_share: to 33%, from 2026-04-01, phased in "
        "over 26 weeks, at £150,000 to set up and £50,000 a year in 2025-26 prices.\n"
    )
    assert said("diff", "baseline", "baseline") == "They mean the same.\n"


def test_showing_nothing_in_particular_lists_what_there_is():
    rows = json.loads(said("show", "--json"))
    kinds = {row["name"]: row["kind"] for row in rows}
    assert (kinds["baseline"], kinds["england-4"], kinds["demo"]) == (
        "scenario", "place", "experiment",
    )  # fmt: skip


def test_places_and_experiments_are_shown_with_their_lines():
    assert "  Northmoor: " in said("show", "england-4")
    assert "replicates: 8" in said("show", "demo")
    assert "demo.yaml:8" in said("show", "demo")
    assert json.loads(said("show", "demo", "--json"))["against"] == "baseline"
    assert json.loads(said("show", "england-4", "--json"))[0]["name"] == "Northmoor"


def test_a_day_of_a_scenario_shows_what_holds_then(monkeypatch, capsys):
    told = said("show", "caseload-cap", "--at", "2027-06")
    assert "caseload-cap: in force" in told
    assert json.loads(said("show", "caseload-cap", "--at", "2027-06", "--json"))["levers"]
    code, err = leaves_with(monkeypatch, capsys, "show", "demo", "--at", "2027-06")
    assert (code, "Give --at for a scenario." in err) == (2, True)


def test_a_check_as_json_lists_every_mistake(empty):
    assert json.loads(said("check", "--json"))["mistakes"] == []
    (empty / "mine.yaml").write_text("scenario: mine\nextends: baseline\nplaice: x\n")
    done = CliRunner().invoke(app, ["check", "mine.yaml", "--json"])
    assert done.exit_code == 2
    (mistake,) = json.loads(done.stdout)["mistakes"]
    assert (mistake["code"], mistake["line"], mistake["column"]) == ("E101", 3, 1)
    assert mistake["advice"] == "Did you mean “place”?"


def test_a_watched_file_is_checked_again_when_it_is_saved(empty, monkeypatch):
    file = empty / "mine.yaml"
    file.write_text("scenario: mine\nextends: baseline\nplaice: x\n")
    heard = []

    def save(_seconds):
        if len(heard) == 1:
            file.write_text("scenario: mine\nextends: baseline\nplace: england-4\n")
            os.utime(file, ns=(1, 1))

    monkeypatch.setattr("sim.scenario.check.time.sleep", save)
    watch_files(["mine.yaml"], heard.append, rounds=4)
    assert len(heard) == 2
    assert "Did you mean “place”?" in heard[0]
    assert heard[1] == "1 file is as it should be."


@pytest.mark.parametrize("kind", ["scenario", "bundle", "place", "experiment"])
def test_a_new_file_of_any_kind_is_ready_to_check(empty, kind):
    file = said("new", "of-my-own", "--kind", kind).strip()
    assert said("check", file) == "1 file is as it should be.\n"
    first = (empty / file).read_text("utf-8").splitlines()[0]
    schema = (empty / file).parent / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.resolve().parent == HOME / "scenarios/schema"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("../away",), "“../away” cannot be a name."), (("Mine",), "“Mine” cannot be a name."),
     (("baseline",), "baseline.yaml exists already."),
     (("mine", "--kind", "plaice"), "Did you mean “place”?")],
)  # fmt: skip
def test_a_file_that_cannot_be_new_is_refused(empty, monkeypatch, capsys, arguments, told):
    code, err = leaves_with(monkeypatch, capsys, "new", *arguments)
    assert (code, told in err) == (2, True)
    assert not (empty / "scenarios").exists()


def test_lists_are_searched_by_a_word():
    assert json.loads(said("parameters", "caseload", "--json")).keys() >= {
        "allocation.caseload_cap"
    }
    names = {row["measure"] for row in json.loads(said("measures", "workforce", "--json"))}
    assert {"turnover", "vacancy"} <= names
    assert "matters" in said("measures", "turnover")


def test_statistics_of_the_calibration_table_are_listed_apart():
    names = {row["measure"] for row in json.loads(said("measures", "calibration", "--json"))}
    assert names == set(STATISTICS)
    told = said("measures", "turnover_sd")
    assert "all whole years that were run" in told
    assert "stands in the calibration table alone" in told


@pytest.mark.parametrize("command", ["parameters", "measures"])
def test_a_word_that_nothing_speaks_of_is_refused(monkeypatch, capsys, command):
    code, err = leaves_with(monkeypatch, capsys, command, "zeppelin")
    assert (code, "none speaks of it" in err) == (2, True)


def test_a_dry_run_says_what_would_be_run():
    planned = said("run", "just-culture", "--dry-run", "--replicates", "3")
    assert "runs          6" in planned
    assert "baseline, just-culture" in planned
    assert re.search(r"expected +about \d", planned)
    assert re.search(r"disk +up to \d+ MB", planned)
    assert re.search(r"memory +about \d", planned)


def test_a_new_scenario_is_ready_to_check(empty):
    assert said("new", "fewer-forms") == "scenarios/fewer-forms.yaml\n"
    assert said("check", "fewer-forms") == "1 file is as it should be.\n"


def test_a_scenario_is_not_overwritten(empty, monkeypatch, capsys):
    said("new", "fewer-forms")
    code, told = leaves_with(monkeypatch, capsys, "new", "fewer-forms")
    assert code == 2
    assert "scenarios/fewer-forms.yaml exists already." in told


def test_one_parameter_is_told_in_full():
    told = said("parameters", "front_door.hub_hours")
    assert "evidence    derived" in told


def test_an_unknown_section_names_the_sections():
    with pytest.raises(InputError, match="Sections: families, partners"):
        CliRunner().invoke(app, ["parameters", "frontdoor"], catch_exceptions=False)


def test_no_results_are_an_empty_list(empty):
    assert json.loads(said("list", "--json")) == []


def test_the_machine_is_described():
    rows = json.loads(CliRunner().invoke(app, ["doctor", "--json"]).stdout)
    assert rows[0]["check"] == "Python"
    assert rows[0]["state"] == "good"


def test_a_machine_set_up_from_the_lock_is_well(monkeypatch, tmp_path):
    monkeypatch.setenv("CPSIM_CACHE", str(tmp_path / "elsewhere"))
    result = CliRunner().invoke(app, ["doctor", "--json"])
    assert result.exit_code == 0, result.stdout
    found = {row["check"]: row for row in json.loads(result.stdout)}
    assert found["packages"]["found"] == "as locked"
    assert found["simulated pasts"]["found"] == str(tmp_path / "elsewhere")


@pytest.mark.parametrize(
    ("marker", "found"),
    [
        (" ; implementation_name == 'pypy'", "as locked"),
        (" ; sys_platform == 'nowhere'", "as locked"),
        (" ; implementation_name == 'cpython'", "no-such-package missing (locked: 1.0)"),
        ("", "no-such-package missing (locked: 1.0)"),
    ],
)
def test_a_package_is_missed_only_where_its_marker_asks_for_it(tmp_path, marker, found):
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"no-such-package==1.0{marker} \\\n    --hash=sha256:0\n", "utf-8")
    assert packages(lock).found == found


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--version",), 0), (("run", "nothing-of-the-sort"), 2), (("frobnicate",), 2), (("run",), 2)],
)
def test_the_way_it_leaves_says_what_happened(monkeypatch, capsys, arguments, code):
    assert leaves_with(monkeypatch, capsys, *arguments)[0] == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MachineError("No space."), 3), (CheckFailed("Differs."), 5), (ValueError("?"), 1),
        (KeyboardInterrupt(), 130),
    ],
)  # fmt: skip
def test_each_kind_of_trouble_has_its_code(monkeypatch, capsys, error, code):
    def fail(_names):
        raise error

    monkeypatch.setattr("sim.scenario.check.check_files", fail)
    assert leaves_with(monkeypatch, capsys, "check")[0] == code


def test_a_fault_in_the_program_asks_for_a_report(monkeypatch, capsys):
    monkeypatch.setattr("sim.scenario.check.check_files", lambda _names: 1 / 0)
    _, told = leaves_with(monkeypatch, capsys, "check")
    assert told.endswith("Please report it with the lines above.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("run", "baseline", "--replicates", "0"), "--replicates is 0.\n  It must be 1 or more.\n"),
        (("run", "baseline", "--replicates", "x"),
         "--replicates is “x”, and a whole number is needed.\n  Write 1 or more, in digits.\n"),
        (("demo", "--seed", "-1"), "--seed is -1.\n  It must be 0 or more.\n"),
        (("bench", "--weeks", "1.5"),
         "--weeks is “1.5”, and a whole number is needed.\n  Write 1 or more, in digits.\n"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_refused_in_our_own_words(
    monkeypatch, capsys, arguments, told
):  # fmt: skip
    left = leaves_with(monkeypatch, capsys, *arguments)
    assert left == (2, f"command line  [E901]\n  {told}")


def test_scenarios_are_compared_with_a_file_by_the_name_in_it(empty):
    (empty / "span.yaml").write_text("scenario: narrow-span\nextends: baseline\n")
    asked = ("compare", "just-culture", "--against", "span.yaml", "--dry-run", "--json")
    assert json.loads(said(*asked))["against"] == "narrow-span"


def test_a_file_of_no_settings_is_not_echoed_whole(empty, monkeypatch, capsys):
    (empty / "list.yaml").write_text(" ".join(["root:x:0:0"] * 1000))
    code, err = leaves_with(monkeypatch, capsys, "check", "list.yaml")
    assert code == 2
    assert max(map(len, err.splitlines())) <= 164
