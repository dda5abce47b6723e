"""Absent: why a run holds nobody of a number, in words."""

import numpy as np

from sim.kernel.errors import InputError
from sim.model import ChildrensServices
from sim.state.columns import column
from sim.state.worker import BOOKS, POST_NUMBERS
from sim.study.story.person import Person

FEW_PLACES = 4


def refuse_nobody(world: ChildrensServices, person: Person) -> None:
    """Refuse, before a run is lived, a number that nobody can come to have in it."""
    last = holders(world, person.post)
    name = world.setting.name
    if last is None or person.turn < 1:
        raise InputError.command_line(
            f"Nobody can have the number {person} in “{name}”: it has no such post or holder.",
            f"A number is a post and its holder, counted from 1, such as 12-3. {numbers(world)}",
        )
    if person.turn <= last:
        raise InputError.command_line(
            f"The run of “{name}” holds nobody of the number {person}: holder {person.turn} of "
            f"post {person.post} left before it starts, or came from another post and has the "
            "number of that.",
            f"Those who hold it later begin at {Person(person.post, last + 1)}"
            f"{now_there(world, person.post)}.",
        )


def never_came(world: ChildrensServices, person: Person) -> InputError:
    """Say, at the end of a run, that nobody of that number came."""
    last = holders(world, person.post) or 0
    why = f"post {person.post} had {last} holders in all"
    if last == 1:
        why = f"post {person.post} had one holder in all"
    if person.turn <= last:
        why = (
            f"holder {person.turn} of post {person.post} came from another post, and has the "
            "number of the first"
        )
    return InputError.command_line(
        f"Nobody of the number {person} came in this run of “{world.setting.name}”: {why}.",
        "The table of jobs of a run (cpsim run) gives the number of everyone who worked in it, as "
        "“person”, which --worker takes as well.",
    )


def holders(world: ChildrensServices, post: int) -> int | None:
    """Count those who have held a post so far, or came to agencies; None if there is none such."""
    authority, place = divmod(post, POST_NUMBERS)
    if place == BOOKS and authority < len(world.councils):
        return int(world.councils[authority].entered)
    for row in np.flatnonzero(column(world.tables.workers, "number") == post):
        return int(column(world.tables.workers, "occupant")[row])
    return None


def now_there(world: ChildrensServices, post: int) -> str:
    """Say who holds a post now, where somebody does."""
    for row in np.flatnonzero(column(world.tables.workers, "number") == post):
        worker = world.seen.workers[int(row)]
        if worker.filled:
            return f"; it is now held by {Person(worker.first_post, worker.first_turn)}"
    return ""


def numbers(world: ChildrensServices) -> str:
    """Say how a world's posts are numbered."""
    number = column(world.tables.workers, "number")
    said = []
    for council, place in zip(world.councils, world.setting.authorities, strict=True):
        first, last = number[council.first_worker], number[council.end_worker - 1]
        said.append(f"{first} to {last} in {place.name}")
    shown = said if len(said) <= FEW_PLACES else [*said[:2], "and so on", said[-1]]
    return f"Posts are numbered {', '.join(shown)}."
