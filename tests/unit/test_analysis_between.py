"""Statistics between authorities and between case holders: by hand, and from a known truth."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import ndtri
from scipy.stats import binom

from sim.analysis import between
from sim.analysis.statistics.readers import READERS, statistics
from sim.analysis.statistics.span import Span
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import Chance
from sim.measures import MEASURES
from sim.measures.statistic import STATISTICS

WEEKS = 13
SPREAD, PERSISTENCE, MEAN = 0.053, 0.4, 0.16
SPAN = Span("2023-24", 51, 1.0)


def quarterly(counters, scenario="baseline", replicate=0):
    """A run's table from counters of shape (years, authorities); all fall in the census quarter."""
    years, authorities = next(iter(counters.values())).shape
    year, place, quarter = np.meshgrid(range(years), range(authorities), range(4), indexing="ij")
    census = quarter.ravel() == 1
    frame = pd.DataFrame({
        "scenario": scenario, "draw": 0, "replicate": replicate,
        "quarter": [f"{2023 + y}-{24 + y} Q{q + 1}"
                    for y, q in zip(year.ravel(), quarter.ravel(), strict=True)],
        "first_week": (year * 4 + quarter).ravel() * WEEKS, "weeks": WEEKS,
        "authority": [f"A{p:03d}" for p in place.ravel()],
    })  # fmt: skip
    cells = (year.ravel(), place.ravel())
    return frame.assign(**{name: np.where(census, v[cells], 0.0) for name, v in counters.items()})


def staff(share, workers):
    """Leavers and workers in post; turnover is for a year, which is a little over 52 weeks."""
    leavers = share * workers * 4 * WEEKS / WEEKS_IN_YEAR
    return quarterly({"leavers": leavers, "in_post": workers + 0 * share})


def luck(stream, years, authorities):
    numbers = np.arange(years * authorities)
    drawn = Chance(7, 0).uniforms(f"tests.{stream}", 0, numbers)
    return np.clip(drawn, 1e-12, 1 - 1e-12).reshape(years, authorities)


def truth(years, authorities):
    """Shares of authorities that follow AR(1), of known spread and persistence."""
    noise = ndtri(luck("truth", years, authorities))
    path = [noise[0]]
    for step in noise[1:]:
        path.append(PERSISTENCE * path[-1] + np.sqrt(1 - PERSISTENCE**2) * step)
    return np.clip(MEAN + SPREAD * np.array(path), 0.01, 0.6)


def seen(shares, workers, stream):
    """Shares as counted where each worker leaves or stays by luck."""
    left = binom.ppf(luck(stream, *shares.shape), workers, shares)
    return left / workers


# By hand


def test_a_correlation_is_pooled_over_pairs_of_years_each_from_its_own_mean(monkeypatch):
    monkeypatch.setattr(between, "FEWEST_AUTHORITIES", 3)
    values = np.array([[1.0, 2.0, 3.0], [11.0, 13.0, 12.0], [5.0, 7.0, 9.0]])
    # From their means: (-1, 0, 1), (-1, 1, 0), (-2, 0, 2); products 1 and 2; squares 2+2 and 2+8.
    assert between.correlation(values) == pytest.approx(3 / np.sqrt(4 * 10))


def test_luck_is_taken_off_both_spreads_of_a_correlation(monkeypatch):
    monkeypatch.setattr(between, "FEWEST_AUTHORITIES", 3)
    values = np.array([[1.0, 2.0, 3.0], [11.0, 13.0, 12.0], [5.0, 7.0, 9.0]])
    # Per pair and authority but one: together 3/4, spreads 4/4 and 10/4, less 1/2 each.
    assert between.correlation(values, 0.5) == pytest.approx(0.75 / np.sqrt(0.5 * 2.0))
    assert np.isnan(between.correlation(values, 1.0))


def test_what_moves_all_authorities_alike_is_no_persistence():
    shares = 0.1 + 0.02 * ndtri(luck("all", 6, 400))
    level = 0.05 * np.arange(6)[:, None]
    assert abs(between.correlation(100 * (shares + level))) < 0.09  # five standard errors


def test_spread_is_without_the_mean_binomial_variance():
    share = np.tile([0.1, 0.2], 6)
    table = staff(np.tile(share, (3, 1)), np.full((3, 12), 50.0))
    apart = 0.05**2 * 12 / 11 - (0.1 * 0.9 + 0.2 * 0.8) / 2 / 50
    assert between.turnover_spread(table, SPAN) == pytest.approx(100 * np.sqrt(max(apart, 0)))
    apart = 0.05**2 * 12 / 11 - (0.1 * 0.9 + 0.2 * 0.8) / 2 / 500
    table = staff(np.tile(share, (3, 1)), np.full((3, 12), 500.0))
    assert between.turnover_spread(table, SPAN) == pytest.approx(100 * np.sqrt(apart))


def test_workers_are_counted_as_simulated():
    share = np.tile(np.tile([0.1, 0.2], 6), (3, 1))
    table = staff(share, np.full((3, 12), 500.0))
    third = Span("2023-24", 51, 0.4)
    apart = 0.05**2 * 12 / 11 - (0.1 * 0.9 + 0.2 * 0.8) / 2 / 200
    assert between.turnover_spread(table, third) == pytest.approx(100 * np.sqrt(apart))


def test_spread_is_never_below_nought():
    table = staff(np.full((3, 12), 0.15), np.full((3, 12), 60.0))
    assert between.turnover_spread(table, SPAN) == 0.0


def test_vacancy_and_agency_are_rates_at_the_end_of_the_year():
    rates = np.array([[*range(10)], [*range(1, 11)], [*range(10)]]) / 20.0
    posts = np.full(rates.shape, 40.0)
    table = quarterly({
        "vacancies": rates * posts, "posts": posts,
        "agency_staff": rates[:, ::-1] ** 2 * posts, "in_post": posts * (1 - rates[:, ::-1] ** 2),
    })  # fmt: skip
    assert between.vacancy_persistence(table, SPAN) == pytest.approx(1.0)
    squares = rates[:, ::-1] ** 2
    assert between.agency_persistence(table, SPAN) == pytest.approx(between.correlation(squares))


def test_spread_between_case_holders_weighs_them_by_their_hours():
    fte, cases = np.array([1.0, 1.0, 0.5]), np.array([10.0, 20.0, 10.0])
    per_fte = cases / fte
    mean = np.average(per_fte, weights=fte)
    expected = np.sqrt(np.average((per_fte - mean) ** 2, weights=fte))
    sums = {"case_holders": fte.sum(), "cases": cases.sum(),
            "cases_squared": (fte * per_fte**2).sum()}  # fmt: skip
    table = quarterly({name: np.full((2, 4), total) for name, total in sums.items()})
    assert between.caseload_spread(table, SPAN) == pytest.approx(expected)
    grossed = table.assign(**{name: 3 * table[name] for name in sums})
    assert between.caseload_spread(grossed, SPAN) == pytest.approx(expected)


def test_spread_between_case_holders_is_of_the_year_that_is_compared():
    counts = {"case_holders": [[2.0], [2.0]], "cases": [[20.0], [40.0]],
              "cases_squared": [[200.0], [1000.0]]}  # fmt: skip
    table = quarterly({name: np.array(two) for name, two in counts.items()})
    assert between.caseload_spread(table, SPAN) == 0.0
    assert between.caseload_spread(table, Span("2024-25", 103, 1.0)) == 10.0
    assert np.isnan(between.caseload_spread(table, Span("2025-26", 155, 1.0)))


@pytest.mark.parametrize(("years", "authorities"), [(2, 12), (3, 9)])
def test_few_years_or_few_authorities_tell_nothing(years, authorities):
    assert_nothing_is_told(staff(truth(years, authorities), 90.0))


def test_less_than_a_year_tells_nothing():
    assert_nothing_is_told(staff(truth(1, 1), 90.0).iloc[:3])


def test_a_rate_that_is_not_known_of_one_authority_tells_nothing():
    workers = np.full((3, 12), 90.0)
    workers[1, 4] = 0.0
    assert_nothing_is_told(staff(truth(3, 12), workers))


def assert_nothing_is_told(table):
    assert np.isnan(between.turnover_spread(table, SPAN))
    assert np.isnan(between.turnover_persistence(table, SPAN))


# From a known truth

YEARS, AUTHORITIES = 40, 250  # seeds are fixed, and bounds at least three standard errors


@pytest.fixture(scope="module")
def shares():
    return truth(YEARS, AUTHORITIES)


@pytest.mark.parametrize("workers", [40, 120, 400])
def test_the_true_spread_is_found_whatever_the_size(shares, workers):
    table = staff(seen(shares, workers, f"size{workers}"), np.full(shares.shape, float(workers)))
    found = between.turnover_spread(table, SPAN)
    assert found == pytest.approx(100 * shares.std(), abs=0.35)


def test_persistence_at_a_third_is_that_of_full_size(shares):
    workers = 180
    whole = staff(seen(shares, workers, "whole"), np.full(shares.shape, float(workers)))
    third = staff(seen(shares, workers // 3, "third"), np.full(shares.shape, float(workers)))
    luck_of = (shares * (1 - shares)).mean() / workers
    expected = PERSISTENCE * shares.var() / (shares.var() + luck_of)
    assert between.turnover_persistence(whole, SPAN) == pytest.approx(expected, abs=0.06)
    scaled = Span("2023-24", 51, 1 / 3)
    assert between.turnover_persistence(third, scaled) == pytest.approx(expected, abs=0.06)
    assert between.turnover_persistence(third, SPAN) < expected - 0.06


# The list


def test_every_statistic_has_a_reader_and_none_is_a_measure():
    assert READERS.keys() == STATISTICS.keys()
    assert not STATISTICS.keys() & MEASURES.keys()


def test_statistics_are_worked_out_run_by_run_from_the_tables_that_are_there():
    shares = truth(3, 12)
    counters = {
        "leavers": shares * 90.0, "in_post": np.full(shares.shape, 90.0), "vacancies": shares * 20,
        "posts": np.full(shares.shape, 110.0), "agency_staff": shares * 30.0,
        "case_holders": np.full(shares.shape, 90.0), "cases": np.full(shares.shape, 900.0),
        "cases_squared": np.full(shares.shape, 9900.0),
        "judged_inadequate": (np.arange(12) < 2) + 0.0 * shares,
        "judged_outstanding": (np.arange(12) > 9) + 0.0 * shares,
    }  # fmt: skip
    second = {**counters, "cases_squared": np.full(shares.shape, 12_600.0)}
    runs = pd.concat([quarterly(counters), quarterly(second, replicate=1)])
    found = statistics({"quarterly": runs}, SPAN)
    assert list(found["caseload_sd"]) == pytest.approx([np.sqrt(10), np.sqrt(40)])
    assert found.index.to_list() == [("baseline", 0, 0), ("baseline", 0, 1)]
    assert found.notna().all(axis=None)


def test_a_statistic_whose_table_is_lacking_is_left_out(monkeypatch):
    monkeypatch.setitem(READERS, "of_lives", ("lives", lambda _rows, span: span.last_week))
    runs = staff(truth(3, 12), 90.0).assign(case_holders=0.0, cases=0.0, cases_squared=0.0)
    runs = runs.assign(vacancies=1.0, posts=9.0, agency_staff=1.0)
    runs = runs.assign(judged_inadequate=0.0, judged_outstanding=0.0)
    lives = runs[["scenario", "draw", "replicate"]]
    assert "of_lives" not in statistics({"quarterly": runs}, SPAN)
    assert statistics({"quarterly": runs, "lives": lives}, SPAN)["of_lives"].item() == 51
