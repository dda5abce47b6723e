"""Patterns of made tables, and verdicts on both sides of their borders."""

import numpy as np
import pandas as pd
import pytest

from sim.analysis.fitting.scores import normals
from sim.analysis.statistics.patterns import gradient, persistence, together, variation, verdict
from sim.kernel.chance import Chance

AUTHORITIES, YEARS = 400, 8
STAYS = 0.8


def made():
    """Referrals that stay by so much from year to year, enquiries that follow them."""
    luck = Chance(4, 0)
    level = normals(luck, "test", 0, (AUTHORITIES,))
    rows = []
    for year in range(YEARS):
        follow = 0.6 * level + 0.8 * normals(luck, "test", 100 + year, (AUTHORITIES,))
        for quarter in range(1, 5):
            week = 52 * year + 13 * (quarter - 1)
            rows.append(pd.DataFrame({
                "quarter": f"{2023 + year}-{24 + year} Q{quarter}", "first_week": week, "weeks": 13,
                "authority": np.arange(AUTHORITIES), "quintile": 1,
                "children": 10_000.0, "children_weeks": 130_000.0,
                "referrals": 100.0 + 20.0 * level, "enquiries": 40.0 + 4.0 * follow,
            }))  # fmt: skip
        level = STAYS * level + np.sqrt(1 - STAYS**2) * normals(
            luck, "test", year + 1, (AUTHORITIES,)
        )
    return pd.concat(rows).assign(scenario="a", draw=0, replicate=0)


@pytest.fixture(scope="module")
def table():
    return made()


def test_what_was_made_is_found_again(table):
    assert variation(table, "referrals") == pytest.approx(0.2, abs=0.02)
    assert together(table, "referrals", "section_47") == pytest.approx(0.58, abs=0.05)
    assert persistence(table, "referrals", 1) == pytest.approx(STAYS, abs=0.03)
    assert persistence(table, "referrals", 3) == pytest.approx(STAYS**3, abs=0.05)


def test_what_too_few_years_or_authorities_cannot_tell_is_not_known(table):
    assert np.isnan(persistence(table, "referrals", YEARS))
    one = table[table["authority"] == 0]
    assert np.isnan(variation(one, "referrals"))
    assert np.isnan(together(one, "referrals", "section_47"))


def test_a_gradient_is_the_most_deprived_fifth_over_the_least(table):
    poor = table.assign(quintile=5, referrals=3.0 * table["referrals"])
    assert gradient(pd.concat([table, poor]), "referrals") == pytest.approx(3.0)
    assert np.isnan(gradient(poor, "referrals"))


@pytest.mark.parametrize(
    ("found", "said"),
    [(0.2, "pass"), (0.4, "pass"), (0.45, "near"), (0.11, "near"), (0.51, "fail"), (0.09, "fail"),
     (np.nan, "not known")],
)  # fmt: skip
def test_a_verdict_is_by_the_band_and_half_its_width(found, said):
    assert verdict(found, 0.2, 0.4) == said
