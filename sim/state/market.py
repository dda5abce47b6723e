"""The labour market: people in training or out of the profession, who may come to a council."""


class Market:
    """One row for each labour market: one for all, or one for each authority when uncoupled.

    All are people, at simulated size; students by years still to go.
    """

    posts: float  # posts of the base year that it serves, the rest of England's among them
    degree_3: float
    degree_2: float
    degree_1: float
    masters_2: float
    masters_1: float
    fast: float  # fast track, in its only year
    qualified: float  # newly qualified who look for a first post
    left: float  # left the profession, and may come back
    pull: float  # how councils draw people, against the base year
