"""Layout: where the causes of a causal diagram stand, from their links alone.

Causes of one connected part stand as far apart as their steps along links (least stress, Kamada
and Kawai 1989), then labels that overlap are moved apart. The same links give the same places.
"""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse.csgraph import connected_components, shortest_path

type Links = Collection[tuple[str, str]]
type Places = NDArray[np.float64]
DOWN, STEPS, GIVE, SLACK, TALLER = 1, 400, 0.5, 1e-3, 1.7


def connected(names: Sequence[str], links: Links) -> list[list[str]]:
    """Split causes into those that links connect, the largest part first."""
    many, part = connected_components(joined(names, links), directed=False)
    parts = [[name for name, of in zip(names, part, strict=True) if of == n] for n in range(many)]
    return sorted(parts, key=len, reverse=True)


def joined(names: Sequence[str], links: Links) -> Places:
    """Lay links out as a square of noughts and ones."""
    at = {name: n for n, name in enumerate(names)}
    square = np.zeros((len(names), len(names)))
    for one, other in links:
        if one in at and other in at:
            square[at[one], at[other]] = square[at[other], at[one]] = 1.0
    return square


def placed(names: Sequence[str], links: Links, sizes: Places, width: float) -> Places:
    """Place connected causes so that their labels do not overlap.

    The longer way of the drawing lies across where that fits, and else runs down.

    sizes   : (n, 2) width and height of each label with the room around it, inches
    width   : of the drawing, inches
    returns : (n, 2) centres, inches, from nought upwards
    """
    distance = np.nan_to_num(shortest_path(joined(names, links), directed=False), posinf=1.0)
    turns = np.linspace(0.0, 2.0 * np.pi, len(names), endpoint=False)
    circle = np.column_stack([np.cos(turns), np.sin(turns)]) * distance.max() / 2.0
    found = minimize(stress, circle.ravel(), args=(distance,), jac=True, method="L-BFGS-B")
    centred = found.x.reshape(-1, 2) - found.x.reshape(-1, 2).mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    along = centred @ axes
    across = spread(along[:, ::-1] * sizes.mean(axis=0), sizes, np.inf)
    if (across + sizes / 2.0)[:, 0].max() <= width:
        return across
    down = along * sizes.mean(axis=0) * (1.0, TALLER)
    return spread(down, sizes, width)


def stress(flat: Places, distance: Places) -> tuple[float, Places]:
    """Give the squared misfit of places to distances, and how it changes with each."""
    places = flat.reshape(-1, 2)
    apart = places[:, None] - places[None]
    length = np.sqrt((apart**2).sum(axis=-1) + 1e-9)
    weight = 1.0 / np.maximum(distance, 1.0) ** 2
    np.fill_diagonal(weight, 0.0)
    misfit = length - distance
    pull = (weight * misfit / length)[..., None] * apart
    return float((weight * misfit**2).sum()) / 2.0, 2.0 * pull.sum(axis=1).ravel()


def spread(places: Places, sizes: Places, width: float) -> Places:
    """Move labels apart that overlap, each pair the shorter way, until none do.

    Where that goes round and round between the edges, they move apart downwards alone.

    width : between whose edges all of them are held, inches
    """
    moved = places - (places - sizes / 2.0).min(axis=0)
    reach = (moved + sizes / 2.0)[:, 0].max()
    moved[:, 0] *= min(1.0, width / reach)
    for step in range(2 * STEPS):
        moved[:, 0] = np.clip(moved[:, 0], sizes[:, 0] / 2.0, width - sizes[:, 0] / 2.0)
        over = (sizes[:, None] + sizes[None]) / 2.0 - np.abs(moved[:, None] - moved[None])
        np.fill_diagonal(over[..., 0], 0.0)
        both = (over > SLACK).all(axis=-1)
        if not both.any():
            break
        for one, other in zip(*np.nonzero(np.triu(both)), strict=True):
            way = int(np.argmin(over[one, other])) if step < STEPS else DOWN
            side = 1.0 if moved[one, way] >= moved[other, way] else -1.0
            moved[one, way] += side * GIVE * over[one, other, way]
            moved[other, way] -= side * GIVE * over[one, other, way]
    return moved - (moved - sizes / 2.0).min(axis=0)
