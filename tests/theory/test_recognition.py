"""At every decision, hits and false alarms are tails of the normal, at the d′ in force.

Every family of a world is put before one decision in one week, half of them harmed: screening,
the strategy discussion after an assessment, the finding of an enquiry, the conference. Nobody
hides, files and visits weigh nothing, workers differ in nothing, fear, norms and load move no
bar. Evidence counts from half-way between what harm and none usually show (DECISIONS 061), so
with c the criterion, u the usual visibility and Φ the normal distribution

    hits = Φ(d′·(1 - u/2) - c),      false alarms = Φ(-d′·u/2 - c).

A sweep of the criterion by policy gives the points of the receiver-operating curve.

False alarms: all points together lie in a joint 95% band (Bonferroni), so a right model fails
here at one seed in twenty at most; each single comparison is at 1 in 1100, and the seed is fixed.
Power: a d′ off by a tenth leaves the band at every decision.
"""

from functools import cache

import numpy as np
import pytest
from scipy import stats

from sim.casefile.events import NEGLECT, NO_HARM, POLICE
from sim.casefile.status import ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION
from sim.measures.counters import index
from sim.model import ChildrensServices
from sim.stages import casework, decisions, front_door
from sim.state.columns import NEVER, NOBODY, column
from sim.state.worker import EMPLOYED
from tests.worlds import SEED, small

PLAIN = {
    "families.deception": 0.0, "families.openness": 0.0, "families.sexual_visibility": 1.0,
    "families.one_child": 1.0, "families.two_children": 0.0, "families.three_children": 0.0,
    "front_door.pressure_loading": 0.0, "front_door.file_bonus": 0.0,
    "front_door.file_bonus_usual": 0.0, "front_door.hub_hours": 1e9,
    "casework.knowledge_floor": 1.0, "casework.skill_start": 1.0, "casework.skill_spread": 0.0,
    "casework.training_gain": 0.0, "casework.agency_skill": 1.0,
    "casework.old_belief": 0.0, "casework.visit_weight": 0.0,
    "decisions.worker_spread": 0.0, "decisions.authority_spread": 0.0,
    "decisions.experience_shift": 0.0, "decisions.load_shift": 0.0,
    "decisions.care_by_agreement": 0.0,
}  # fmt: skip
LEVEL = ("blame_lowers_thresholds", "capacity_brake", "distrust_conceals", "the_file_speaks")
SWEEP = (-1.2, -0.8, -0.4, 0.0, 0.4, 0.8, 1.2)
DECISIONS = ("screening", "strategy", "finding", "conference")
TASKS = {  # what is due, at which status, and what a positive decision leaves on file
    "strategy": ("assessment_left", ASSESSMENT, lambda file: file["enquiry_left"] >= 0),
    "finding": ("enquiry_left", CHILD_IN_NEED, lambda file: file["conference_left"] >= 0),
    "conference": ("conference_left", CHILD_IN_NEED,
                   lambda file: file["status"] == CHILD_PROTECTION),
}  # fmt: skip
COUNTED = {  # what the model's own counters say of harmed and of other children
    "screening": ("contacts_harmed_accepted", "contacts_unharmed_accepted"),
    "strategy": ("enquiries_harmed", "enquiries_unharmed"),
    "finding": ("conferences_called", ""),
    "conference": ("plans_harmed", "plans_unharmed"),
}
JOINT = 0.05 / (2 * len(SWEEP) * len(DECISIONS))


def prepared(**numbers):
    """A world in which every other family is harmed."""
    parameters = {**PLAIN, **{name.replace("__", "."): one for name, one in numbers.items()}}
    setting = small(families=40_000, past=0, parameters=parameters, loops_off=LEVEL)
    model = ChildrensServices(setting, SEED, 0)
    harm = column(model.tables.truth, "harm")
    harm[:] = np.where(np.arange(len(harm)) % 2, NEGLECT, NO_HARM)
    return model, harm > 0


def first_holders(model):
    """For each family, the first permanent worker of its authority: all cases, and no time."""
    workers = model.tables.workers
    there = column(workers, "filled") == EMPLOYED
    first = [
        np.flatnonzero(there & (column(workers, "authority") == a))[0]
        for a in range(len(model.councils))
    ]
    return np.array(first)[column(model.tables.homes, "authority")]


def screened(model):
    """Let a contact about every family be screened; say which became a referral."""
    file, queue = model.tables.record, model.tables.queue
    file["contact_waits"], file["source"], file["status"] = model.week, POLICE, 0
    queue.families[: len(file)] = np.arange(len(file))
    queue.count[0] = len(file)
    front_door.run(model)
    return file["last_referral"] == model.week


def decided(model, decision):
    """Let every case come to one decision; say which went onward."""
    due, status, onward = TASKS[decision]
    file, known = model.tables.record, model.tables.known
    file["assessment_left"] = file["enquiry_left"] = file["conference_left"] = NOBODY
    file["status"], file["opened"], file["review_due"] = status, model.week, model.week + 99
    file["last_enquiry"] = file["stalled_until"] = NEVER
    file[due], file["worker"], file["visit_due"] = 1e-9, first_holders(model), model.week + 99
    known.families[: len(file)] = np.arange(len(file))
    known.count[0] = len(file)
    casework.run(model)
    decisions.run(model)
    return onward(file).copy()


def counted(model, decision):
    """What the counters say: of harmed and of other children, or of all."""
    found = tuple(model.tables.tally[:, index(name)].sum() for name in COUNTED[decision] if name)
    return found if len(found) > 1 else found[0]


@cache
def curve(decision, **numbers):
    """Hits and false alarms, in so many of each, for each step of the criterion."""
    model, harmed = prepared(**numbers)
    points = []
    for step in SWEEP:
        column(model.parameters.decisions, "criterion_change")[:] = step
        front_door.ready_hubs(model)  # sets the councils' bars
        model.tables.tally[:] = 0.0
        yes = screened(model) if decision == "screening" else decided(model, decision)
        points.append((int(yes[harmed].sum()), int(yes[~harmed].sum())))
        assert counted(model, decision) == (points[-1] if COUNTED[decision][1] else yes.sum())
        model.week += 1
    return points, int(harmed.sum()), model


def in_force(model, decision):
    """The d′ of a full look at such a decision, and its base criterion."""
    door, c, d = (model.rates.front_door[0], model.rates.casework[0], model.rates.decisions[0])
    return {
        "screening": (door.discrimination, door.criterion),
        "strategy": (c.discrimination * c.assessment_share, d.section_47),
        "finding": (c.discrimination, d.conference),
        "conference": (c.discrimination * c.conference_share, d.plan),
    }[decision]


def band(count, trials):
    """Where the chance of so many hits may lie, at the joint level (Clopper and Pearson)."""
    found = stats.binomtest(count, trials).proportion_ci(1 - JOINT)
    return found.low, found.high


def outside(decision, share=1.0, error=0.0, **numbers):
    """Points of a curve outside their band, if d′ were such a share of a full look's, and off."""
    points, trials, model = curve(decision, **numbers)
    depth, base = in_force(model, decision)
    usual = model.rates.casework[0].usual_visibility
    depth = share * depth + error
    wrong = []
    for step, (hits, alarms) in zip(SWEEP, points, strict=True):
        for count, harm in ((hits, 1.0), (alarms, 0.0)):
            low, high = band(count, trials)
            expected = stats.norm.sf(base + step - depth * (harm - usual / 2))
            if not low <= expected <= high:
                wrong.append((step, count / trials, expected))
    return wrong


@pytest.mark.parametrize("decision", DECISIONS)
def test_points_of_the_curve_lie_in_the_band_of_the_depth_in_force(decision):
    assert outside(decision, casework__shortest_visit=1.0) == []


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("error", [-0.1, 0.1])
def test_a_depth_off_by_a_tenth_would_be_caught(decision, error):
    assert len(outside(decision, error=error, casework__shortest_visit=1.0)) > 2


@pytest.mark.parametrize("decision", DECISIONS)
def test_moving_the_criterion_alone_leaves_discrimination_where_it_is(decision):
    """d′ = z(hits) - z(false alarms) at every step of the sweep; hits and alarms fall together."""
    points, trials, model = curve(decision, casework__shortest_visit=1.0)
    hits, alarms = np.array(points).T / trials
    seen = stats.norm.ppf(hits) - stats.norm.ppf(alarms)
    spread = np.sqrt(sum(p * (1 - p) / trials / stats.norm.pdf(stats.norm.ppf(p)) ** 2
                         for p in (hits, alarms)))  # fmt: skip
    depth, _ = in_force(model, decision)
    print(f"{decision}: d′ {depth:.3f}; {np.round(seen, 3)} ± {np.round(1.96 * spread, 3)}")
    assert (np.abs(seen - depth) < stats.norm.isf(JOINT) * spread).all()
    assert (np.diff(hits) < 0).all()
    assert (np.diff(alarms) < 0).all()


def test_a_worker_without_time_looks_no_deeper_than_the_shortest_task():
    """Each holder has every case of the authority: time falls to the shortest allowed."""
    assert outside("finding", share=0.7, casework__shortest_visit=0.7) == []
    assert len(outside("finding", casework__shortest_visit=0.7)) > 2
