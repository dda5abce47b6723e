"""Probes of the loops: what sets each off, and what it leads to.

All other loops are off in both worlds, but for those that the chain runs through. What is moved is
named as the registry's chain names it, and so is what is looked at: as far along the chain as the
loop by itself reaches.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from sim.kernel.compiled import interpreted
from sim.measures.counters import COUNTERS, index
from sim.parameters.loops import Loops
from sim.parameters.section import declared
from sim.rules.allocation import release
from sim.stages import allocation, media
from sim.stages.inspection.intervention import fail
from sim.state.columns import column
from sim.state.organisation import INADEQUATE
from tests.worlds import moved, small, world

REPLICATES, SURELY, STAFFED = 10, 0.95, 26_400
LOOPS = tuple(declared(Loops))
OF_LEADERS = {"good_leaders_lost", "poor_leaders_replaced", "leader_domino"}  # test_leaders.py


@dataclass
class Probe:
    """What sets a loop off, and what it leads to.

    push  : moves the first cause, before each week; `lever` moves it as a policy would
    seen  : the last effect, in a world whose weeks were counted
    rises : whether it rises
    held  : numbers set in both worlds, and `ready` what is done to both at first, so that the
            loop has something to act on
    beside : loops that the chain runs through, on in all worlds
    families : in both worlds together; loops of staff need people
    """

    seen: Callable
    rises: bool
    push: Callable = lambda model: None
    lever: tuple = ()
    weeks: int = 26
    held: tuple = ()
    ready: Callable = lambda model: None
    beside: tuple = ()
    families: int = 2_640
    replicates: int = REPLICATES


def reached(name, probe, on):
    """Both ends of the interval of what pushing the first cause adds to the last effect."""
    differences = np.array([
        ended(name, probe, one, True, on) - ended(name, probe, one, False, on)
        for one in range(probe.replicates)
    ])  # fmt: skip
    width = stats.t.ppf((1 + SURELY) / 2, probe.replicates - 1) * stats.sem(differences)
    return differences.mean() - width, differences.mean() + width


def mean(table, name):
    return lambda model, _: column(getattr(model.tables, table), name).mean()


def total(*names):
    """Sum of counters over the weeks."""
    return lambda _, weeks: sum(week[name] for week in weeks for name in names)


def in_councils(name, value):
    def push(model):
        column(model.tables.councils, name)[:] = value

    return push


def stories(model):
    """Let every authority be in the papers once a month."""
    if model.week % 4 == 0:
        for a in range(len(model.councils)):
            media.publish(model, a, 1.0, everywhere=0.0)


def once(act):
    def push(model):
        if model.week == 0:
            for a in range(len(model.councils)):
                act(model, a)

    return push


def time_left(model, _):
    there = column(model.tables.workers, "supply") > 0
    return column(model.tables.workers, "time")[there].mean()


def spread_of_criteria(model, _):
    there = column(model.tables.workers, "supply") > 0
    return column(model.tables.workers, "shift")[there].std()


def students(model, _):
    names = ("degree_3", "masters_2", "fast")
    return sum(column(model.tables.markets, name).sum() for name in names)


def harmed(model, _):
    return float((column(model.tables.truth, "harm") > 0).sum())


def fresh_files(model):
    column(model.tables.record, "last_referral")[:] = model.week
    column(model.tables.record, "file_comes")[:] = model.week


def overloaded(model):
    column(model.tables.workers, "load")[:] = 2.0


def nobody_of_experience(model):
    column(model.tables.workers, "experience")[:] = 0.1


def distrust(model):
    column(model.tables.truth, "trust")[:] = 0.05


def overspent(model):
    if model.calendar.ends_year(model.week):
        column(model.tables.councils, "spent")[:] *= 1.5


def scarce(model):
    if model.week == 0:
        column(model.tables.councils, "usual_care")[:] *= 0.5


def hands_over(model):
    """Take every case back, so that another worker may have it."""
    for row in model.tables.known.families[: model.tables.known.count[0]]:
        one = model.family(int(row))
        interpreted(release)(one.home, one.record, model.seen.workers, model.seen.tally)
    allocation.run(model)


def judged(model, a):
    fail(model, a, 1.0)


def inspect_now(model):
    column(model.tables.councils, "blame")[:] = 1.0


def unsilenced(model):
    column(model.tables.teams, "problems")[:] = 0.5
    column(model.tables.teams, "safety")[:] = 0.0


def colleagues_gone(model):
    column(model.tables.teams, "last_exit")[:] = model.week


def exposed(model):
    in_councils("incident_alarm", 1.0)(model)


SUPERVISION = mean("teams", "supervision")
LEAVERS = total("leavers")
PROBES = {
    "blame_lowers_thresholds": Probe(time_left, False, stories, weeks=104, families=STAFFED),
    "earlier_protection": Probe(
        harmed, False, lever=("decisions.criterion_change", "to", -1.0), weeks=52),
    "ration_and_return": Probe(
        mean("truth", "pressure"), True, lever=("front_door.criterion", "by", 1.0), weeks=52),
    "capacity_brake": Probe(total("referrals"), False, in_councils("load", 2.0), weeks=8),
    "blame_drives_exit": Probe(
        total("vacancies"), True, stories, weeks=104, families=STAFFED),
    "alarm_recruits": Probe(students, True, stories, weeks=30),
    "strain_absence_load": Probe(
        total("days_sick", "leavers"), True, overloaded, weeks=39, families=STAFFED),
    "exits_spread": Probe(LEAVERS, True, colleagues_gone, weeks=52, families=STAFFED),
    "lost_knowledge": Probe(
        mean("record", "knowledge"), False, hands_over, weeks=0, families=STAFFED),
    "distrust_conceals": Probe(
        total("enquiries"), False, distrust, weeks=13, families=STAFFED),
    "the_file_speaks": Probe(total("referrals"), True, fresh_files, weeks=8),
    "partner_fatigue": Probe(
        total("contacts"), False,
        lambda model: column(model.tables.agencies, "response").__setitem__(slice(None), 0.01),
        weeks=13),
    "partners_cover_themselves": Probe(time_left, False, stories, weeks=104, families=STAFFED),
    "shared_triage": Probe(
        mean("agencies", "discrimination"), False, in_councils("pace", 0.4), weeks=5,
        held=(("partners.co_location", "to", 1.0),)),
    "silence": Probe(SUPERVISION, False, unsilenced, weeks=5),
    "publicity_chills_learning": Probe(SUPERVISION, False, stories),
    "incidents_bring_attention": Probe(SUPERVISION, True, stories),
    "false_comfort": Probe(
        SUPERVISION, False, lever=("leadership.indicator_weight", "to", 1.0), weeks=52),
    "blame_runs_downhill": Probe(mean("teams", "safety"), False, stories),
    "grade_workforce_spiral": Probe(
        total("vacancies"), True, in_councils("grade", INADEQUATE), weeks=104, families=STAFFED),
    "grade_brings_resource": Probe(SUPERVISION, True, once(judged), weeks=60),
    "inspection_corrects_belief": Probe(
        SUPERVISION, True, in_councils("grade", INADEQUATE), weeks=52),
    "delegate_to_be_safe": Probe(
        SUPERVISION, False, exposed, weeks=40, ready=once(judged),
        held=(("inspection.adequate", "to", 1.0), ("intervention.haste", "to", 1.0),
              ("intervention.first_rung", "to", 3.0))),
    "inspectorate_protects_itself": Probe(
        total("fear"), True, inspect_now, weeks=150, families=STAFFED,
        held=(("inspection.severity_of_blame", "to", 0.15),)),
    "prescription_crowds_out": Probe(time_left, False, in_councils("rules", 1.0), weeks=8,
        families=STAFFED),
    "prescription_standardises": Probe(
        spread_of_criteria, False, in_councils("rules", 1.0), weeks=2),
    "inexperience_calls_rules": Probe(
        mean("councils", "rules"), True, nobody_of_experience,
        held=(("media.rules_of_blame", "to", 0.0),)),
    "late_spend_squeeze": Probe(
        mean("councils", "early_help_budget"), False, overspent, weeks=54),
    "placement_price": Probe(
        mean("councils", "early_help_budget"), False, scarce, weeks=54,
        beside=("late_spend_squeeze",), families=STAFFED),
}  # fmt: skip
COUNTED = tuple(COUNTERS)


def ended(name, probe, replicate, pushed, on):
    """The last effect after the weeks, with the first cause moved or not, its loop on or off."""
    running = {*probe.beside, *([name] if on else [])}
    off = [(f"loops.{one}", "to", 0.0) for one in LOOPS if one not in running]
    lever = [probe.lever] if pushed and probe.lever else []
    here = small(families=probe.families, past=3, years=3)
    model = world(moved(here, "alone", *off, *probe.held, *lever), replicate)
    weeks = []
    model.begin_week()
    probe.ready(model)
    if pushed:
        probe.push(model)
    for _ in range(probe.weeks):
        model.step()
        tally = model.tables.tally
        weeks.append({one: tally[:, index(one)].sum() for one in COUNTED})
        if pushed:
            probe.push(model)
    return probe.seen(model, weeks)
