"""The package as a notebook sees it."""

import inspect
import subprocess
import sys
from datetime import date

import pandas as pd
import pytest

import sim
from sim.cli.app import COMMANDS
from sim.kernel.errors import InputError
from sim.scenario import Experiment, Scenario
from sim.scenario.find import HOME

HEAVY = {"numba", "mesa", "pandas", "scipy", "matplotlib", "pyarrow", "pydantic"}
# A room of the package has the command's name, so the function has another.
RENAMED = {
    "parameters": "parameter_table", "measures": "measure_table", "report": "write_report",
    "study": "study_model",
}  # fmt: skip
# How something is printed means nothing where objects are given back; what would be run is
# told by `planned`.
ONLY_PRINTED, PLANNED = {"as_json"}, {"dry_run"}


def test_importing_the_package_costs_nothing():
    code = "import sys, sim; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(loaded.stdout.split())


@pytest.mark.parametrize("name", sim.__all__)
def test_what_is_promised_is_there(name):
    assert callable(getattr(sim, name))
    assert name in dir(sim)


def test_what_is_not_there_is_told():
    with pytest.raises(AttributeError, match="“sim” has no “nothing”"):
        _ = sim.nothing


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_has_its_argument_and_the_reverse(command):
    typed = set(inspect.signature(COMMANDS[command]).parameters)
    counterpart = inspect.signature(getattr(sim, RENAMED.get(command, command))).parameters
    if typed & PLANNED:
        assert {"names", "replicates", "seed"} == set(inspect.signature(sim.planned).parameters)
    assert set(counterpart) == typed - ONLY_PRINTED - PLANNED


@pytest.mark.parametrize("command", COMMANDS)
def test_an_argument_that_may_be_left_out_is_the_same_on_both_sides(command):
    typed = inspect.signature(COMMANDS[command]).parameters
    given = inspect.signature(getattr(sim, RENAMED.get(command, command))).parameters
    for name, one in given.items():
        assert (one.default is one.empty) == (typed[name].default is one.empty), name


@pytest.mark.parametrize("name", sim.__all__)
def test_every_function_is_typed(name):
    one = getattr(sim, name)
    if inspect.isfunction(one):
        signature = inspect.signature(one)
        assert signature.return_annotation is not signature.empty
        assert all(it.annotation is not it.empty for it in signature.parameters.values())


def test_a_name_loads_a_scenario_or_an_experiment():
    assert isinstance(sim.load("baseline"), Scenario)
    assert isinstance(sim.load("demo"), Experiment)


def test_scenarios_are_asked_against_the_baseline():
    asked = sim.asked(sim.load("caseload-cap"), replicates=3, seed=5)
    assert [one.name for one in asked.scenarios] == ["baseline", "caseload-cap"]
    assert (asked.against, asked.replicates, asked.seed) == ("baseline", 3, 5)


def test_an_experiment_keeps_what_is_not_asked_otherwise():
    demo = sim.load("demo")
    assert sim.asked("demo") == sim.asked(demo) == demo


def test_names_will_do_where_scenarios_are_wanted():
    two = sim.asked(["just-culture", sim.load("second-opinion")])
    assert [one.name for one in two.scenarios] == ["baseline", "just-culture", "second-opinion"]
    assert sim.planned("demo", replicates=2)["runs"] == 8


def test_a_name_nobody_knows_is_told():
    with pytest.raises(InputError, match="no scenario called “basline”"):
        sim.load("basline")


@pytest.mark.parametrize(
    "ask", [sim.load, sim.asked, lambda it: sim.asked([it]), lambda it: sim.diff("baseline", it),
            lambda it: sim.compare("just-culture", against=it), sim.story,
            lambda it: sim.story("tiny", against=it)],
)  # fmt: skip
def test_what_is_neither_a_name_nor_a_file_is_refused(ask):
    with pytest.raises(InputError, match=r"“3” is neither a name nor a file\.\n  Give the name of"):
        ask(3)


def test_what_is_no_scenario_is_told_with_what_reads_it():
    for ask in (sim.compare, lambda it: sim.diff("baseline", it)):
        with pytest.raises(InputError, match="This is an experiment, and `cpsim run` reads those"):
            ask("demo")
    place = HOME / "scenarios/places/england-4.yaml"
    with pytest.raises(InputError, match=r"E201[\s\S]*This is no scenario.*\n.*This is a place"):
        sim.load(place)


def test_a_run_of_nothing_or_without_replicates_is_refused():
    with pytest.raises(InputError, match="There is no scenario to run"):
        sim.run([])
    for number in (0, -3):
        with pytest.raises(InputError, match=f"replicates is {number}"):
            sim.run("baseline", replicates=number)


def test_scenarios_of_one_name_are_not_run_together():
    tiny = sim.load("tiny")
    two = [
        sim.change(tiny, "workforce.pay_supplement", to=to, start="2023-10", name="pay")
        for to in ("5%", "10%")
    ]
    with pytest.raises(InputError, match="Two different scenarios are called “pay”"):
        sim.run([tiny, *two])


def test_a_scenario_is_changed_in_the_words_of_a_file():
    baseline = sim.load("baseline")
    cap = sim.change(
        baseline, "allocation.caseload_cap", to="16 cases", start="2026-10", name="cap-16",
        where="{kind: county}", cost="{yearly: £1m, prices: 2025-26}", title="A cap",
    )  # fmt: skip
    (action,) = cap.actions
    assert (cap.name, cap.title, baseline.actions) == ("cap-16", "A cap", ())
    assert (action.start, action.changes[0].value) == (date(2026, 10, 1), 16.0)
    assert (action.where.kinds, action.cost.yearly) == (("county",), 1e6)


def test_a_change_with_a_mistake_is_refused_with_its_line():
    with pytest.raises(InputError, match=r"E302") as raised:
        sim.change(sim.load("baseline"), "workforce.pay_supplement", to="5 hours", start="2026-10",
                   name="pay")  # fmt: skip
    assert "workforce.pay_supplement: {to: 5 hours}" in str(raised.value)


@pytest.mark.parametrize(
    ("how", "told"),
    [({"multiply": "1.2"}, "it is 0 before, and 0 times anything is 0"),
     ({"to": "5%", "phase_in": "2 years", "until": "2026-12"}, "and lasts 13")],
)  # fmt: skip
def test_a_change_that_can_do_nothing_is_refused_as_in_a_file(how, told):
    with pytest.raises(InputError, match=f"E412[\\s\\S]*{told}"):
        sim.change(sim.load("baseline"), "workforce.pay_supplement", start="2026-10", name="pay",
                   **how)  # fmt: skip


def test_a_change_may_multiply_what_an_earlier_action_moves():
    paid = sim.change(sim.load("baseline"), "workforce.pay_supplement", to="5%", start="2026-10",
                      name="pay")  # fmt: skip
    more = sim.change(paid, "workforce.pay_supplement", multiply="1.2", start="2027-10",
                      name="more-pay")  # fmt: skip
    assert [one.name for one in more.actions] == ["pay", "more-pay"]


def test_files_are_checked_shown_and_told_apart():
    assert sim.check("baseline") == 1
    assert sim.check(["baseline", "tiny"]) == 2
    assert "allocation.caseload_cap" in sim.show("caseload-cap")
    assert "allocation.caseload_cap" in sim.show(sim.load("caseload-cap"), at="2028-04")
    assert "Northmoor" in sim.show("england-4")
    assert "baseline" in sim.show()
    assert sim.diff("baseline", "baseline") == []
    assert any("management.just_culture" in line for line in sim.diff("baseline", "just-culture"))
    with pytest.raises(InputError, match="is of no day"):
        sim.show("england-4", at="2028-04")


def test_what_there_is_comes_as_tables():
    assert set(sim.parameter_table(levers=True)["role"]) == {"lever"}
    assert list(sim.measure_table("turnover")["measure"]) == ["turnover"]
    assert "E303" in sim.errors()
    assert "E303" in sim.errors("e303")
    assert sim.doctor()["good"].dtype == bool
    with pytest.raises(InputError, match="no code “E999”"):
        sim.errors("E999")


def test_no_results_are_an_empty_table(tmp_path):
    assert sim.list(tmp_path).empty


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Results of a tiny world with and without a pay supplement."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("cache")))
        pay = sim.change(sim.load("tiny"), "workforce.pay_supplement", to="10%", start="2023-10",
                         name="pay", title="Ten per cent more pay")  # fmt: skip
        yield sim.run(pay, replicates=3, workers=0, quiet=True,
                      out=tmp_path_factory.mktemp("results"))  # fmt: skip


def test_effects_are_those_of_the_report(results):
    found = results.effects()
    assert set(found["measure"]) <= set(sim.measure_table()["measure"])
    assert set(found["scenario"]) == {"pay"}
    one = results.effects(["turnover"])
    runs = results.table("runs").set_index(["scenario", "replicate"])["turnover"]
    assert one["change"].item() == pytest.approx((runs["pay"] - runs["without"]).mean())
    with pytest.raises(InputError, match="no measure called “turnovr”"):
        results.effects(["turnovr"])
    with pytest.raises(InputError, match=r"no runs of “zz” here\.\n  There are: pay, without\."):
        results.effects(against="zz")
    with pytest.raises(InputError, match="no runs of “zz” here"):
        results.over_time("spend", "zz")


def test_changes_come_run_by_run(results):
    paired = results.paired("turnover")
    assert list(paired.columns) == [
        "scenario", "draw", "replicate", "baseline", "value", "change"
    ]  # fmt: skip
    assert paired["change"].mean() == pytest.approx(results.effects(["turnover"])["change"].item())
    assert set(paired["scenario"]) == {"pay"}
    with pytest.raises(InputError, match=r"has no design that tells[\s\S]*sobol, morris"):
        results.sensitivity("turnover")


@pytest.fixture(scope="module")
def varied(tmp_path_factory):
    """Results of a tiny world whose caps and pay are varied."""
    folder = tmp_path_factory.mktemp("varied")
    (folder / "asked.yaml").write_text(
        "experiment: asked\nscenarios: [tiny]\nmeasures: caseload\nreplicates: 1\n"
        "factors:\n  workforce.posts_funded: {low: 0.8, high: 1.2}\n"
        "  workforce.pay_supplement: {low: 0%, high: 10%}\n"
        "design: {method: morris, trajectories: 2, levels: 4}\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield sim.run(folder / "asked.yaml", workers=0, quiet=True, out=folder / "out")


def test_a_sweep_tells_what_drives_a_measure(varied):
    assert varied.factors == ["workforce.posts_funded", "workforce.pay_supplement"]
    whole = varied.sensitivity("spend").set_index("factor")
    assert whole.loc["workforce.pay_supplement", "value"] > 0
    yearly = varied.sensitivity("spend", by_year=True)
    assert set(yearly["year"]) == {"2023-24", "2024-25"}
    assert varied.paired("caseload").empty


def test_a_measure_comes_by_quarter_and_by_group(results):
    assert list(results.quarterly("caseload").columns) == [
        "scenario", "draw", "replicate", "quarter", "weeks", "value"
    ]  # fmt: skip
    assert set(results.by("caseload", "year")["year"]) == {"2023-24", "2024-25"}
    assert results.over_time("spend", "pay").moments["n"].eq(3).all()
    with pytest.raises(InputError, match="“month” is no breakdown"):
        results.by("caseload", "month")


def test_figures_show_their_finding_and_hold_their_data(results):
    figure = results.plot.effects()
    assert figure.title in figure._repr_html_().replace("&#x27;", "'").replace("&amp;", "&")
    assert "<svg" in figure._repr_html_()
    assert isinstance(results.plot.fan("caseload").data, pd.DataFrame)
    with pytest.raises(InputError, match=r"E403[\s\S]*There is no measure called “caselaod”"):
        results.plot.fan("caselaod")


def test_the_report_is_written_and_results_are_found_again(results):
    assert sim.open(results.path).experiment == results.experiment
    assert sim.write_report(results.path) == results.path / "report.html"
    assert results.answer is None


def test_one_run_is_looked_at_from_the_inside(tmp_path, monkeypatch):
    monkeypatch.setenv("CPSIM_CACHE", str(tmp_path))
    model = sim.Model(sim.load("tiny"), seed=1)
    assert model.run_to("2023-06").date == date(2023, 6, 5)
    posts = model.workers.frame()
    assert len(posts) == len(model.workers) > 0
    assert posts["filled"].isin([0, 1, 2]).all()
    assert len(model.families) == len(model.truth.frame())
    with pytest.raises(InputError, match="cannot go back"):
        model.run_to("2023-05")
