"""Expectations on the command line: what the runs rule out is a check that did not hold."""

import json

import pytest

from sim import cli

RULED_OUT = (
    "The runs rule out what was expected:\n"
    "  Lower thresholds: expected “needless_enquiries falls”, found Enquiries "
)


@pytest.fixture(scope="module")
def ran(make_results, tmp_path_factory):
    return make_results(tmp_path_factory.mktemp("expected") / "results", replicates=4)


@pytest.fixture
def left_with(ran, monkeypatch, capsys):
    """Leave a command whose runs are those of the results folder: the code, and what is printed."""

    def left(*arguments):
        monkeypatch.setattr("sim.study.execute.execute", lambda *_, **__: ran)
        monkeypatch.setattr("sim.report.page.figures", lambda _: [])  # which take long to draw
        monkeypatch.setattr("sys.argv", ["cpsim", *arguments])
        try:
            cli.main()
        except SystemExit as error:
            return error.code or 0, capsys.readouterr()
        return 0, capsys.readouterr()

    return left


@pytest.mark.parametrize("arguments", [("run", "demo"), ("compare", "just-culture")])
def test_what_the_runs_rule_out_is_a_check_that_did_not_hold(ran, left_with, arguments):
    (ran / "report.html").unlink(missing_ok=True)
    code, printed = left_with(*arguments)
    assert code == 5
    assert printed.err.startswith(RULED_OUT)
    assert printed.err.count("expected “") == 1
    assert (ran / "report.html").is_file()
    assert "report.html" in printed.out


def test_a_report_for_machines_is_whole_all_the_same(ran, left_with):
    code, printed = left_with("report", str(ran), "--json")
    assert code == 5
    assert json.loads(printed.out)["report"].endswith("report.html")


def test_the_demo_shows_and_checks_nothing(left_with):
    code, printed = left_with("demo")
    assert (code, printed.err) == (0, "")
