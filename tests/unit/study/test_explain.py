"""Explaining: parts that add up, switches that switch, and what cannot be explained."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pandas as pd
import pytest

from sim.analysis.contributions import DIRECT, TOTAL, contributions
from sim.kernel.errors import InputError
from sim.kernel.shapley import shapley, subsets
from sim.scenario.experiment import compare
from sim.scenario.telling.loops import groups, loops
from sim.study.design.foretold import lasting
from sim.study.explain.variants import (
    Variant,
    parts_in,
    parts_of,
    switched,
    variant_called,
    varied,
)
from tests.worlds import moved, small, world

PARTS = ("blame", "money", "rules")


def told(name, on):
    return str(Variant(name, frozenset(PARTS) - on))


NAMES = {(name, on): told(name, on) for name in ("base", "policy") for on in subsets(PARTS)}


def runs(replicates=6):
    """A policy that does 2 by itself, 5 through blame, and 3 where money and rules both run."""
    rows = []
    for replicate in range(replicates):
        luck = 0.1 * replicate
        for on in subsets(PARTS):
            effect = 2.0 + luck + 5.0 * ("blame" in on) + 3.0 * ({"money", "rules"} <= on)
            for name, change in (("base", 0.0), ("policy", effect)):
                rows.append({"scenario": told(name, on), "draw": 0, "replicate": replicate,
                             "turnover": 10.0 + len(on) + change})  # fmt: skip
    return pd.DataFrame(rows)


def test_parts_are_means_over_all_orders():
    worth = {on: len(on) ** 2 + 3.0 * ("money" in on) for on in subsets(PARTS)}
    by_hand = dict.fromkeys(PARTS, 0.0)
    orders = list(permutations(PARTS))
    for order in orders:
        for k, name in enumerate(order):
            before = frozenset(order[:k])
            by_hand[name] += (worth[before | {name}] - worth[before]) / len(orders)
    assert shapley(worth, PARTS) == pytest.approx(by_hand)
    assert len(worth) == 2 ** len(PARTS)


def test_each_part_has_what_it_adds_and_they_add_up_to_the_whole():
    table = contributions(runs(), ["turnover"], NAMES, {"policy": "base"}, PARTS)
    mean = table.set_index("part")["mean"]
    assert mean[["blame", "money", "rules"]].tolist() == pytest.approx([5.0, 1.5, 1.5])
    assert mean[DIRECT] == pytest.approx(2.25)
    assert mean[TOTAL] == pytest.approx(10.25)
    assert mean.drop(TOTAL).sum() == pytest.approx(mean[TOTAL])
    alone = table.set_index("part")["alone"]
    assert alone[["blame", "money", "rules"]].tolist() == pytest.approx([5.0, 3.0, 3.0])
    assert np.isnan(alone[[DIRECT, TOTAL]]).all()
    share = table.set_index("part")["share"]
    assert share.drop(TOTAL).sum() == pytest.approx(1.0)


def test_luck_between_replicates_is_in_the_interval_of_what_carries_it():
    row = contributions(runs(), ["turnover"], NAMES, {"policy": "base"}, PARTS).set_index("part")
    half = 2.5706 * np.std([0.1 * n for n in range(6)], ddof=1) / np.sqrt(6)
    assert row.loc[DIRECT, "high"] - row.loc[DIRECT, "mean"] == pytest.approx(half, rel=1e-3)
    assert row.loc["blame", "high"] == pytest.approx(row.loc["blame", "low"])
    one = contributions(runs(1), ["turnover"], NAMES, {"policy": "base"}, PARTS)
    assert one["low"].isna().all()
    assert one["share"].isna().all()


def test_a_replicate_that_lacks_one_value_is_left_out_of_all():
    table = runs()
    table.loc[(table["replicate"] == 5) & (table["scenario"] == "policy"), "turnover"] = np.nan
    found = contributions(table, ["turnover"], NAMES, {"policy": "base"}, PARTS)
    assert set(found["n"]) == {5}


def test_every_loop_is_in_a_group_and_there_are_no_more_than_eight():
    assert [one for group in groups().values() for one in sorted(group)]
    assert sorted(one for group in groups().values() for one in group) == sorted(loops())
    assert len(groups()) <= 8
    for one in loops().values():
        assert one.chain[0] == one.chain[-1]
        assert len(one.chain) > 2


def test_names_say_what_is_off_and_are_read_again():
    one = Variant("just-culture", frozenset({"money", "blame"}))
    assert str(one) == "just-culture without blame and money"
    assert variant_called(str(one)) == one
    assert variant_called("just-culture") == Variant("just-culture", frozenset())


def test_parts_are_groups_or_the_loops_of_one():
    assert list(parts_of()) == list(groups())
    assert parts_of(["money"]) == {"money": ["late_spend_squeeze", "placement_price"]}
    assert parts_of(opened="money") == {
        "late_spend_squeeze": ["late_spend_squeeze"], "placement_price": ["placement_price"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: parts_of(["monay"]),
         "There is no group of loops “monay”.\n  Did you mean “money”?"),
        (lambda: parts_of(["money"], "blame"),
         "--groups and --open both say what is told apart.\n  Give one of them."),
        (lambda: varied(compare(replace(small(), loops_off=("silence",)), against="tiny"),
                        parts_of(["blame"])),
         "switches “silence” off itself, so “blame” cannot explain what it does.\n"
         "  Name the other groups with --groups."),
    ],
)  # fmt: skip
def test_what_cannot_be_explained_is_refused(ask, message):
    with pytest.raises(InputError) as raised:
        ask()
    assert message in str(raised.value)


def test_every_scenario_runs_under_every_set_of_switches_with_one_past():
    base = small()
    policy = moved(base, "calm", ("media.blame_culture", "to", 0.3))
    asked = varied(compare(policy, against=base), parts_of(["blame", "money"]))
    assert len(asked.scenarios) == 8
    assert len({one.meaning for one in asked.scenarios}) == 8
    assert len({one.past_meaning for one in asked.scenarios}) == 1
    assert parts_in(asked) == ["blame", "money"]


def test_a_switch_that_is_off_replaces_its_feedback_from_the_first_week():
    base = small(families=1320, past=1, years=1)
    calm = moved(base, "calm", ("media.blame_culture", "to", 0.0))
    parts = parts_of(list(groups()))
    off = [world(switched(one, parts, parts)) for one in (base, calm)]
    for model in off:
        for _ in range(20):
            model.step()
    same = [model.tables.record.tobytes() for model in off]
    assert same[0] == same[1]


def test_a_length_of_time_is_told_in_its_own_unit():
    told = [lasting(seconds) for seconds in (75.2, 600.0, 3 * 3600.0)]
    assert told == ["about 75 seconds", "about 10 minutes", "about 3.0 hours"]
