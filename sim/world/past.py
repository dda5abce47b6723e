"""A world's past, packed so that every scenario that shares it starts from the same bytes."""

import pickle
from dataclasses import fields
from typing import Any

from sim.rules.lists import with_room
from sim.state.columns import Views, column
from sim.state.tables import Tables
from sim.state.worker import VACANT
from sim.world.posts import between
from sim.world.world import World

ROOM = 4096
FREE = 4  # one in so many rows for people between posts is kept free: more than come in a week


def pack(world: World) -> bytes:
    """Pack a world's state at the end of its past."""
    parts = {part.name: plain(getattr(world.tables, part.name)) for part in fields(Tables)}
    return pickle.dumps(parts, protocol=5)


def plain(table: Any) -> Any:
    """Make a table of arrays plain, so that it can be packed."""
    return tuple(table) if isinstance(table, tuple) else table


def unpack(world: World, packed: bytes) -> None:
    """Put a packed state into a world, and the world at its start."""
    parts = pickle.loads(packed)
    for name, content in parts.items():
        kind = type(getattr(world.tables, name))
        setattr(world.tables, name, kind(*content) if isinstance(content, tuple) else content)
    world.week = 0
    world.take_seats()


def make_room(world: World) -> None:
    """See to it that no book or list can fill up within a week, nor when books are closed.

    In a week each job may end; then those that go on are written down. Whoever leaves a post may
    stand between posts.
    """
    t = world.tables
    if (column(t.between, "filled") == VACANT).sum() < len(t.between) / FREE:
        t.between = between(2 * len(t.between), t.between)
        world.seen.between = Views(t.between)
    most = max(ROOM, int(t.harmed.count[0]) + len(t.homes) // 50, 2 * len(t.workers))
    for name in ("spells", "jobs", "incidents", "judgements", "stories"):
        book = getattr(t, name)
        if book.count[0] + most > len(book.rows):
            longer = with_room(book, most)
            setattr(t, name, longer)
            setattr(world.seen, name, longer)
