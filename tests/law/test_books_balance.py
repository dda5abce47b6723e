"""Conservation: families, children, spells, jobs and pounds are all accounted for, every week."""

import numpy as np
import pytest

from sim.casefile.status import ASSESSMENT, CaseStatus
from sim.measures.counters import CELLS, index
from sim.state.columns import NEVER, column
from sim.state.worker import EMPLOYED
from tests.worlds import small, world

WEEKS = 104
HEADS = ("staff", "agency", "placements", "early_help", "other", "policy")
SHARES = {
    "truth": ("trust",),
    "record": ("knowledge", "dose"),
    "teams": ("supervision", "safety"),
    "councils": ("blame",),
    "chiefs": ("belief", "attention"),
    "workers": ("visits", "time"),
}


@pytest.fixture(scope="module")
def weeks():
    """A world's tallies and tables, week by week."""
    model = world(small(families=5280, past=4))
    tallies = []
    for _ in range(WEEKS):
        t = model.tables
        before = t.truth.copy(), t.workers.copy(), int(t.spells.count[0])
        model.step()
        tally = t.tally.copy()
        tallies.append(tally)
        check_families(model.tables, before, tally)
        check_cases(model.tables)
        check_staff(model.tables, before, tally)
        check_money(tally)
    return model, np.array(tallies)


def check_families(t, before, tally):
    """Children and spells of harm, between the start and the end of one week."""
    truth, _, books = before
    children = column(t.homes, "children")
    cells = np.bincount(column(t.homes, "cell"), children, len(t.population))
    assert np.array_equal(cells, t.population), "children are those of the families"
    harmed = np.flatnonzero(column(t.truth, "harm") > 0)
    listed = t.harmed.families[: t.harmed.count[0]]
    assert np.array_equal(harmed, listed), "every harmed family is listed"
    ended = int(t.spells.count[0]) - books
    began = len(harmed) + ended - int((truth["harm"] > 0).sum())
    assert began >= 0, "spells begin once"
    assert (began > 0) == (tally[:, index("spells_began")].sum() > 0), "spells begin once"
    assert (ended > 0) == (tally[:, index("spells_ended")].sum() > 0), "spells end once"


def check_cases(t):
    """Open cases and waiting contacts, at the end of one week."""
    known = t.known.families[: t.known.count[0]]
    open_now = np.flatnonzero(column(t.record, "status") >= ASSESSMENT)
    assert set(open_now) <= set(known), "every open case is listed"
    waits = set(np.flatnonzero(column(t.record, "contact_waits") != NEVER))
    assert waits == set(t.queue.families[: t.queue.count[0]]), "every contact that waits is queued"
    assert t.queue.count[0] == len(waits), "and queued once"
    held = column(t.record, "worker")[open_now]
    assert column(t.workers, "filled")[held[held >= 0]].min() >= 0


def check_staff(t, before, tally):
    """Staff, FTE, between the start and the end of one week; more in test_workforce_books."""
    was, now = (
        (column(workers, "fte") * (column(workers, "filled") == EMPLOYED)).sum()
        for workers in (before[1], t.workers)
    )
    came = tally[:, [index("starters"), index("inside_gained")]].sum()
    gone = tally[:, [index("leavers"), index("promoted")]].sum()
    assert np.isclose(now, was + came - gone), "staff change by who comes, goes and moves inside"


def check_money(tally):
    """What one week spent."""
    heads = [index(f"spend_{head}") for head in HEADS]
    assert np.allclose(tally[:, heads].sum(axis=1), tally[:, index("spend")]), (
        "every pound has a head"
    )


def test_every_law_holds_in_every_week(weeks):
    _, tallies = weeks
    assert len(tallies) == WEEKS


def test_stocks_follow_from_flows(weeks):
    model, tallies = weeks
    record = model.tables.record
    children = column(model.tables.homes, "children")
    on_plan = children[column(record, "status") == CaseStatus.CHILD_PROTECTION].sum()
    assert tallies[-1][:, index("plans")].sum() == on_plan


def test_shares_stay_shares(weeks):
    model, _ = weeks
    for table, names in SHARES.items():
        for name in names:
            values = column(getattr(model.tables, table), name)
            assert values.min() >= 0, f"{table}.{name}"
            assert values.max() <= 1, f"{table}.{name}"
    assert column(model.tables.workers, "held").min() >= 0


def test_grossed_counts_stand_for_the_real_population(weeks):
    model, _ = weeks
    quarterly = model.recorder.tables()["quarterly"]
    last = quarterly[quarterly.first_week == quarterly.first_week.max()]
    scale = model.setting.population_scale
    assert last["children"].sum() == pytest.approx(model.tables.population.sum() / scale)
    assert len(quarterly) == len(model.recorder.quarters) * 2 * CELLS
