import numpy as np
import pandas as pd
import pytest

from sim.analysis.bundles import interplay
from sim.kernel.chance import Chance

REPLICATES = 12
LUCK = np.array([50 + 10 * Chance(5, 0).normal("luck", 0, r) for r in range(REPLICATES)])
NOISE = np.array(
    [[0.2 * Chance(6, 0).normal("noise", part, r) for r in range(REPLICATES)] for part in range(3)]
)


def runs(together):
    """Runs in which one part takes 4 off a measure, the other 3, and both so much."""
    levels = {
        "baseline": LUCK, "one": LUCK - 4 + NOISE[0], "two": LUCK - 3 + NOISE[1],
        "both": LUCK + together + NOISE[2],
    }  # fmt: skip
    return pd.concat(
        pd.DataFrame(
            {"scenario": name, "draw": 0, "replicate": range(REPLICATES), "turnover": values}
        )
        for name, values in levels.items()
    )


def row(together):
    table = interplay(runs(together), ["turnover"], "both", ["one", "two"], "baseline")
    return table.iloc[0]


def test_parts_that_add_up_leave_nothing_beyond_their_sum():
    found = row(-7)
    assert found.together == pytest.approx(-7, abs=0.3)
    assert found.baseline == pytest.approx(-7, abs=0.3)
    assert found.change == pytest.approx(found.together - found.baseline)
    assert not found.clear


@pytest.mark.parametrize(("together", "beyond"), [(-4, 3), (-10, -3)])
def test_parts_that_get_in_each_others_way_or_help_are_told(together, beyond):
    found = row(together)
    assert found.change == pytest.approx(beyond, abs=0.3)
    assert found.clear
    assert found.low < beyond < found.high
    assert found.same_sign == 1.0


def test_the_order_of_parts_and_luck_between_replicates_mean_nothing():
    here = interplay(runs(-5), ["turnover"], "both", ["one", "two"], "baseline")
    there = interplay(runs(-5), ["turnover"], "both", ["two", "one"], "baseline")
    pd.testing.assert_frame_equal(here, there)
    assert here.high[0] - here.low[0] < 1.0 < LUCK.std()


def test_a_replicate_that_lacks_a_part_drops_out():
    some = runs(-7)
    some = some[~((some.scenario == "two") & (some.replicate == 3))]
    table = interplay(some, ["turnover"], "both", ["one", "two"], "baseline")
    assert table.n[0] == REPLICATES - 1


def test_nothing_measured_gives_an_empty_table():
    assert interplay(runs(-7), [], "both", ["one", "two"], "baseline").empty
