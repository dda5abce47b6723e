"""Tables of decisions made by hand: normal evidence, with a d′ and a criterion that are known."""

import numpy as np
import pandas as pd
from scipy import stats

from sim.casefile.decisions import DECISIONS
from sim.kernel.chance import Chance
from sim.state.decided import AGE_BANDS, BAND, BANDS, LOWEST, PARTS, QUINTILES, TRUTHS

D_PRIME, CRITERION, SPREAD = 1.2, 0.3, 0.02
# How far each policy moves the criterion and the d′ of every decision.
LOWER, SHARPER = {"swap": -0.4}, {"cap": 0.3}
CHILDREN = {True: 300.0, False: 900.0}


def evidence(name, replicate, place):
    """Give the d′ and the criterion of one decision of one run; luck is shared by scenarios."""
    luck = stats.norm.ppf(Chance(7, replicate).uniforms("decided", 0, np.arange(2 * place + 2)))
    own = stats.norm.ppf(Chance(7, replicate).uniforms(f"own {name}", 0, np.arange(2)))
    d_prime = D_PRIME + SHARPER.get(name, 0.0) + SPREAD * (luck[2 * place] + 0.3 * own[0])
    bar = CRITERION + LOWER.get(name, 0.0) + SPREAD * (luck[2 * place + 1] + 0.3 * own[1])
    return d_prime, bar


def above(harmed, d_prime, bar):
    """Share of children whose evidence lies above a bar: nought is half-way."""
    return stats.norm.sf(bar - (0.5 if harmed else -0.5) * d_prime)


def decisions(quarters, name, replicate):
    """Children decided on, by truth, age and quintile."""
    rows = []
    for place, decision in enumerate(DECISIONS):
        at = evidence(name, replicate, place)
        for truth in TRUTHS:
            harmed = truth != TRUTHS[0]
            children = CHILDREN[harmed] / (len(TRUTHS) - 1 if harmed else 1)
            rows.append((decision, truth, children, children * above(harmed, *at)))
    table = pd.DataFrame(rows, columns=["decision", "truth", "children", "above"])
    cells = pd.MultiIndex.from_product([AGE_BANDS, range(1, QUINTILES + 1)]).to_frame(index=False)
    cells.columns = ["youngest", "quintile"]
    return quarters.merge(table, how="cross").merge(cells, how="cross")


def margins(quarters, name, replicate):
    """The same children by how far their evidence lay above the criterion."""
    edges, cells = LOWEST + BAND * np.arange(BANDS), len(AGE_BANDS) * QUINTILES
    parts = []
    for place, decision in enumerate(DECISIONS):
        d_prime, bar = evidence(name, replicate, place)
        for harmed in (False, True):
            low = above(harmed, d_prime, bar + edges)
            low[0], high = 1.0, np.append(low[1:], 0.0)
            children = cells * CHILDREN[harmed] * (low - high)
            parts.append(pd.DataFrame({
                "decision": decision, "harmed": harmed, "margin": edges, "children": children,
            }))  # fmt: skip
    return quarters.merge(pd.concat(parts), how="cross")


def criteria(quarters, name, replicate):
    """What made up the criterion: a base, what a policy adds, and a little of everything else."""
    rows = []
    for place, decision in enumerate(DECISIONS):
        parts = dict.fromkeys(PARTS, 0.01)
        bar = evidence(name, replicate, place)[1]
        parts |= {"base": bar - LOWER.get(name, 0.0), "by_policy": LOWER.get(name, 0.0)}
        rows.append({"authority": "Ashford Vale", "decision": decision, "children": 50.0, **parts})
    return quarters.merge(pd.DataFrame(rows), how="cross")
