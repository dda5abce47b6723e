"""A table of staff made by hand: strain peaks in one band of experience, by a known amount."""

import numpy as np
import pandas as pd
from scipy import stats

from sim.kernel.chance import Chance
from sim.state.staffed import EXPERIENCE, GRADES, TERMS

PEAK, HEIGHT, USUAL, SPREAD = "2 to 3", 0.4, 0.1, 0.02
SICK, DAYS, FTE = 0.03, 65.0, 4.0
# How far each policy moves everybody's strain, and the factor on days of sickness.
CALMER, HEALTHIER = {"cap": -0.2}, {"cap": 0.7}


def strain(name, replicate):
    """Strain of each band; luck is shared by scenarios, but for a little of its own."""
    n = np.arange(len(EXPERIENCE))
    shared, own = (
        stats.norm.ppf(Chance(7, replicate).uniforms(stream, 0, n))
        for stream in ("staffed", f"staffed {name}")
    )
    level = USUAL + np.where(np.array(EXPERIENCE) == PEAK, HEIGHT, 0.0) + CALMER.get(name, 0.0)
    return level + SPREAD * (shared + 0.3 * own)


def staff(quarters, name, replicate):
    """Staff of two quarters by grade, experience and terms."""
    cells = pd.MultiIndex.from_product([GRADES, EXPERIENCE, TERMS]).to_frame(index=False)
    cells.columns = ["grade", "experience", "terms"]
    new, early = cells["grade"] == GRADES[0], cells["experience"] == EXPERIENCE[0]
    own = cells[(new & early) | ~(new | early)]
    levels = dict(zip(EXPERIENCE, strain(name, replicate), strict=True))
    made = own.assign(
        authority="Ashford Vale", fte=FTE, strain=own["experience"].map(levels), stressed=0.4,
        cases=np.where(own["grade"].isin(GRADES[:3]), 16.0 * FTE, 0.0),
        days_sick=SICK * HEALTHIER.get(name, 1.0) * DAYS * FTE, days_contracted=DAYS * FTE,
        hours_demanded=26.0 * 13 * FTE, hours_available=25.0 * 13 * FTE, hours_overtime=13 * FTE,
    )  # fmt: skip
    return quarters.merge(made, how="cross")
