import json

import pytest
from typer.testing import CliRunner

from sim import cli
from sim.cli.app import app
from sim.kernel.errors import CheckFailed, InputError, MachineError
from sim.parameters.registry import registry


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
    assert said("diff", "baseline", "second-opinion") == (
        "Adds “second-opinion”: casework.second_opinion_share: to 33%, from 2026-04-01.\n"
    )
    assert said("diff", "baseline", "baseline") == "They mean the same.\n"


def test_a_dry_run_says_what_would_be_run():
    planned = said("run", "just-culture", "--dry-run", "--replicates", "3")
    assert "runs          6" in planned
    assert "baseline, just-culture" in planned


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
