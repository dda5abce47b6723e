"""Paths: parts that add up, switches that switch, chances that are those of the rules."""

from dataclasses import replace
from itertools import permutations

import pandas as pd
import pytest

from sim.kernel.shapley import shapley
from sim.report.studies.keep import keep
from sim.report.studies.paths import title
from sim.study.built_in.paths.leaving import COUNTED, LEAVING, run_watched
from sim.study.built_in.paths.shares import TOTAL, compared, parts, shares
from sim.study.built_in.paths.study import direct, line, told
from sim.study.built_in.paths.switches import PATHS, REST, SIGNS, settings, switched
from tests.worlds import SEED, small

NAMES = [path.name for path in PATHS]
BESIDE = {"referrals": 20.0, "caseload": 2.0, "load": 0.1, "strain": 0.1, COUNTED: 4.0}


def made(more=0.0):
    """Effects where strain alone does 6, and caseload and peers only together 2."""
    return {
        on: {
            measure: 1.0 + more + 6.0 * ("strain" in on) + 2.0 * ({"caseload", "peers"} <= on)
            for measure in (LEAVING, "vacancy", "absence", "visits_done")
        }
        for on in settings()
    }


def test_there_is_a_setting_for_every_set_of_paths():
    assert len(set(settings())) == len(list(settings())) == 2 ** len(PATHS)


def test_parts_are_means_over_all_orders_and_add_up_to_the_total():
    worth = {on: len(on) ** 2 + 3.0 * ("peers" in on) for on in settings()}
    by_hand = dict.fromkeys(NAMES, 0.0)
    orders = list(permutations(NAMES))
    for order in orders:
        for k, name in enumerate(order):
            before = frozenset(order[:k])
            by_hand[name] += (worth[before | {name}] - worth[before]) / len(orders)
    assert shapley(worth, NAMES) == pytest.approx(by_hand)
    split = parts(made(), LEAVING)
    whole = split.pop(TOTAL)
    assert sum(split.values()) == pytest.approx(whole) == 9.0
    assert split == pytest.approx(
        {"strain": 6.0, "absence": 0.0, "caseload": 1.0, "quality": 0.0, "peers": 1.0, REST: 1.0}
    )


def test_shares_are_of_the_mean_total_with_intervals_over_replicates():
    table = shares([made(), made(0.2)]).set_index(["measure", "path"])
    rest = table.loc[(LEAVING, REST)]
    assert (rest["mean"], rest["share"], rest["n"]) == (1.1, pytest.approx(1.1 / 9.1), 2)
    assert rest["low"] == pytest.approx(1.1 - 1.2706, abs=1e-4)
    assert shares([made(), made(30.0)])["share"].isna().all()
    strain = table.loc[("vacancy", "strain")]
    assert strain["low"] == pytest.approx(strain["high"]) == pytest.approx(6.0)


def test_leaving_is_compared_in_per_cent_of_its_level_under_the_same_switches():
    usual = dict.fromkeys(("vacancy", "absence", "visits_done", "caseload", "load", "strain"), 2.0)
    usual |= {"referrals": 500.0, LEAVING: 16.0, COUNTED: 10.0}
    more = {name: value * 1.25 for name, value in usual.items()}
    effect = compared(usual, more)
    assert effect[LEAVING] == effect[COUNTED] == effect["referrals"] == 25.0
    assert effect["vacancy"] == 0.5


def test_switches_are_thrown_on_the_first_day_and_leave_the_past_alone():
    world = small()
    assert switched(world, NAMES, more=False) == world
    one = switched(world, [name for name in NAMES if name != "caseload"], more=True)
    assert one.past_meaning == world.past_meaning
    changes = {change.parameter: change.value for change in one.actions[0].changes}
    assert one.actions[0].start == world.start
    assert changes == {
        "workforce.exit_caseload": 1.0,
        "partners.true_signs": SIGNS,
        "partners.false_signs": SIGNS,
    }


def test_more_demand_loads_staff_and_a_switch_moves_what_it_is_for():
    world = small(families=5280, past=1, years=1)
    usual = run_watched(switched(world, NAMES, more=False), SEED, 0)
    more = run_watched(switched(world, NAMES, more=True), SEED, 0)
    assert more["referrals"] > usual["referrals"]
    assert more["load"] > usual["load"]
    flat = replace(world, parameters={"workforce.strain_noise": 3.0})
    on = run_watched(switched(flat, ["strain"], more=False), SEED, 0)
    off = run_watched(switched(flat, [], more=False), SEED, 0)
    assert on[LEAVING] > off[LEAVING]


def test_the_chances_add_up_to_the_leavers_that_are_counted():
    world = small(families=26_400, past=1, years=2)
    rates = run_watched(world, SEED, 1)
    staff_years = 2 * 26_400 / 326 * 1.65
    luck = 100 * (rates[LEAVING] / 100 / staff_years) ** 0.5
    assert abs(rates[LEAVING] - rates[COUNTED]) < 3 * luck + rates[LEAVING] * 0.1


def test_the_table_is_told_with_what_demand_brought():
    text = told(shares([made(), made(0.1)]), BESIDE, "4 years")
    assert "leaving, % of its usual level" in text
    assert "2 replicates, 4 years; parts are averages over all orders of the paths" in text
    assert "+20.0% referrals, +2.00 cases per case holder" in text
    row = {"label": "Strain", "mean": 6.0, "low": 5.0, "high": 7.0, "share": 0.6, "path": "strain"}
    assert line(row).split() == ["Strain", "+6.00", "+5.00", "to", "+7.00", "60%"]
    assert "60%" not in line({**row, "path": TOTAL})


def test_the_direct_effect_is_held_against_its_prior():
    assert direct(2.0) == (
        "So many cases more raise a case holder's exit directly by +2.2%, and by -0.4 to +5.1% "
        "over the range of workforce.exit_caseload."
    )


def test_the_figure_names_the_parts_that_are_clear(tmp_path):
    table = shares([made(), made(0.1)])
    kept, picture = keep("paths", table, tmp_path)
    assert (kept.name, picture.name) == ("paths.csv", "01-paths.png")
    assert picture.stat().st_size > 10_000
    kept = pd.read_csv(tmp_path / "figures/01-paths.csv")
    assert len(kept) == 4 * (len(PATHS) + 2)
    rows = table[table["measure"] == LEAVING].set_index("path")
    assert title(rows).startswith(
        "Of what more demand does to leaving, clear parts: strain makes people leave (66%)"
    )
    unclear = rows.assign(low=-1.0, high=1.0)
    assert title(unclear) == "More demand: no change in leaving that luck could not make"
