"""Nobody is lost where more people stand between posts than a world had rows for."""

import numpy as np

from sim.state.columns import column
from sim.state.worker import ON_BOOKS, VACANT
from sim.world.past import make_room
from sim.world.posts import between
from tests.worlds import small, world

FEW, STAND = 8, 7


def crowded():
    model = world(small(families=2640, past=1, years=1))
    rows = between(FEW)
    column(rows, "filled")[:STAND] = ON_BOOKS
    column(rows, "first_post")[:STAND] = np.arange(STAND)
    model.tables.between = rows
    return model, rows


def test_rows_are_added_and_who_stands_there_stays():
    model, before = crowded()
    make_room(model)
    rows = model.tables.between
    assert len(rows) == 2 * FEW
    assert rows[:FEW].tobytes() == before.tobytes()
    assert (column(rows, "filled")[STAND:] == VACANT).all()
    assert model.seen.between[STAND - 1].filled == ON_BOOKS


def test_where_there_is_room_nothing_changes():
    model = world(small(families=2640, past=1, years=1))
    before = model.tables.between
    make_room(model)
    assert model.tables.between is before


def test_a_crowded_world_lives_on_with_everybody_counted():
    model, _ = crowded()
    model.step()
    here = column(model.tables.between, "filled") != VACANT
    people = column(model.tables.between, "first_post")[here]
    seated = column(model.tables.workers, "filled") != VACANT
    seen = set(people) | set(column(model.tables.workers, "first_post")[seated])
    assert set(range(STAND)) <= seen
