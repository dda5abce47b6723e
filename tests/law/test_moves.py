"""Families move between authorities: nobody is lost, and a file follows later."""

import numpy as np

from sim.casefile.status import ASSESSMENT, PROCEEDINGS
from sim.measures.counters import CELLS
from sim.state.columns import NOBODY, column
from tests.worlds import small, world

WEEKS = 104
OFTEN = {"families.moves": 0.05}


def lived(**others):
    model = world(small(families=5280, past=3, parameters=OFTEN, **others))
    homes, away = model.tables.homes, []
    for _ in range(WEEKS):
        before = column(homes, "authority").copy()
        status, born = (
            column(model.tables.record, "status").copy(),
            column(homes, "first_birth").copy(),
        )
        model.step()
        stayed = born == column(homes, "first_birth")
        moved = (before != column(homes, "authority")) & stayed
        away.append((moved, status))
    return model, away


def began(model):
    """The authority in which each slot began."""
    return np.concatenate([
        np.full(council.end_family - council.first_family, a)
        for a, council in enumerate(model.councils)
    ])  # fmt: skip


def test_moves_keep_children_counted_where_they_live():
    model, weeks = lived()
    homes = model.tables.homes
    cell, children = column(homes, "cell"), column(homes, "children")
    assert np.array_equal(cell // CELLS, column(homes, "authority"))
    assert np.array_equal(np.bincount(cell, children, len(model.tables.population)),
                          model.tables.population)  # fmt: skip
    moves = sum(moved.sum() for moved, _ in weeks)
    years = WEEKS / 52.18
    expected = len(homes) * OFTEN["families.moves"] * years
    assert 0.7 * expected < moves < 1.1 * expected
    assert 0 < (column(homes, "authority") != began(model)).mean() < 0.4


def test_children_in_care_and_before_court_stay_with_their_authority():
    _, weeks = lived()
    for moved, status in weeks:
        assert not (moved & (status >= PROCEEDINGS)).any()


def test_an_open_case_waits_for_a_worker_of_the_new_authority():
    model, _ = lived()
    t = model.tables
    held = column(t.record, "worker")
    open_cases = (column(t.record, "status") >= ASSESSMENT) & (held != NOBODY)
    of_worker = column(t.workers, "authority")[held[open_cases]]
    assert np.array_equal(of_worker, column(t.homes, "authority")[open_cases])


def test_uncoupled_families_stay_where_they_are():
    model, weeks = lived(uncoupled=("family_moves",))
    assert not any(moved.any() for moved, _ in weeks)
    assert np.array_equal(column(model.tables.homes, "authority"), began(model))
