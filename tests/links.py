"""Links that loops share: the stretches of their chains beyond what each loop's own probe tells.

A chain is told link by link: by the loop's probe from where that pushes to where it looks, and by
these for the rest. Every loop is off, in both worlds, but for those that the stretch runs through.
"""

from sim.measures.counters import COUNTERS
from sim.state.columns import column
from tests.probes import (
    REPLICATES,
    STAFFED,
    Probe,
    in_councils,
    mean,
    once,
    stories,
    time_left,
    total,
)  # fmt: skip

MISSED = tuple(name for name in COUNTERS if name.startswith("missed_"))


def of(table, name, value):
    def push(model):
        column(getattr(model.tables, table), name)[:] = value

    return push


def milder(model):
    severity = column(model.tables.truth, "severity")
    severity[:] = severity.clip(max=0.3)


def more_pressure(model, a):
    if a == 0:
        column(model.tables.truth, "lasting_pressure")[:] += 0.5


def link(seen, rises, push=None, lever=(), weeks=26, beside=(), replicates=REPLICATES):
    """Make the probe of a stretch."""
    given = {"push": push} if push else {"lever": lever}
    return Probe(
        seen, rises, weeks=weeks, beside=beside, families=STAFFED, replicates=replicates, **given
    )


MORE_CONTACTS = ("partners.criterion", "by", -0.5)
MORE_CASES = ("front_door.criterion", "by", -0.5)
MORE_EXITS = ("workforce.exit_hazard", "multiply", 3.0)
MORE_HIRES = ("market.supply", "multiply", 3.0)  # which leaves fewer posts vacant
LINKS = {
    ("less severe harm", "fewer incidents"): link(total("incidents"), False, milder, weeks=78),
    ("fewer incidents", "less fear of blame"): link(mean("councils", "fear"), True, stories),
    ("need unmet", "contacts"): link(total("contacts"), True, once(more_pressure)),
    ("contacts", "load"): link(mean("councils", "load"), True, lever=MORE_CONTACTS),
    ("load", "less time"): link(time_left, False, lever=MORE_CASES),
    ("load", "strain"): link(mean("workers", "strain"), True, lever=MORE_CASES),
    ("fear of blame", "strain"): link(
        mean("workers", "strain"), True, in_councils("fear", 2.0), beside=("blame_drives_exit",)),
    ("strain", "exits"): link(total("leavers"), True, of("workers", "strain", 1.5), weeks=52,
        beside=("strain_absence_load",)),
    ("less time", "misses"): link(
        total(*MISSED), True, in_councils("host_hours", 16.0), weeks=104, replicates=24),
    ("screening time", "misses"): link(
        total("recognised"), False, lever=("front_door.hub_hours", "to", 12.0), weeks=52),
    ("exits", "load"): link(mean("councils", "load"), True, lever=MORE_EXITS, weeks=52),
    ("vacancies", "load"): link(mean("councils", "load"), False, lever=MORE_HIRES, weeks=78),
    ("exits", "changes of worker"): link(
        total("worker_changes"), True, lever=MORE_EXITS, weeks=52),
    ("exits", "newcomers"): link(
        mean("councils", "newcomers"), True, lever=MORE_EXITS, weeks=52),
    ("more students", "fewer vacancies"): link(
        total("vacancies"), False, lever=("workforce.extra_trainees", "to", 1.5), weeks=130),
    ("fewer vacancies", "more time"): link(
        total("hours_available"), True, lever=MORE_HIRES, weeks=78),
    ("needless enquiries", "distrust"): link(
        mean("truth", "trust"), False, lever=("decisions.section_47", "by", -1.5),
        beside=("distrust_conceals",)),
    ("publicised incident", "punishment", "silence"): link(
        mean("teams", "safety"), False, stories, beside=("silence",)),
    ("silence", "no correction"): link(
        mean("teams", "supervision"), False, of("teams", "safety", 0.0), beside=("silence",)),
    ("belief corrected", "attention", "better supervision"): link(
        mean("teams", "supervision"), True, of("chiefs", "belief", 0.2),
        beside=("inspection_corrects_belief",)),
    ("interims and newcomers", "unsettled supervision"): link(
        mean("teams", "supervision"), False, in_councils("unsettled", 1.0)),
    ("worse practice", "poor judgement"): link(
        mean("councils", "grade"), False, of("teams", "supervision", 0.0), weeks=170),
    ("publicised incident", "ministers exposed"): link(
        mean("councils", "incident_alarm"), True, stories, beside=("delegate_to_be_safe",)),
    ("publicised incident", "rules"): link(
        mean("councils", "rules"), True, stories, beside=("prescription_crowds_out",)),
    ("need", "statutory spend", "overspend"): link(
        mean("councils", "overspend"), True, once(more_pressure), weeks=60,
        beside=("late_spend_squeeze",)),
    ("less early help, fewer hires", "need"): link(
        mean("truth", "pressure"), True, lever=("front_door.early_help_place_cost", "multiply", 10),
        weeks=104, beside=("late_spend_squeeze", "ration_and_return")),
}  # fmt: skip
"""Stretches of chains: what is pushed first, what is looked at last."""

OF_PROBES = {
    "blame_lowers_thresholds": ("publicised incident", "less time"),
    "earlier_protection": ("lower criterion", "less severe harm"),
    "capacity_brake": ("load", "fewer referrals"),
    "ration_and_return": ("rationing at the door", "need unmet"),
    "blame_drives_exit": ("publicised incident", "exits"),
    "alarm_recruits": ("publicised incident", "more students"),
    "strain_absence_load": ("load", "absence and exits"),
    "exits_spread": ("exits", "colleagues follow"),
    "lost_knowledge": ("changes of worker", "lost knowledge and trust"),
    "distrust_conceals": ("distrust", "weaker evidence"),
    "the_file_speaks": ("record", "more decisions"),
    "partner_fatigue": ("contacts unanswered", "partners pass on less"),
    "partners_cover_themselves": ("publicised incident", "screening time"),
    "shared_triage": ("screening time", "better notices"),
    "silence": ("silence", "no correction"),
    "publicity_chills_learning": ("publicised incident", "less learning"),
    "incidents_bring_attention": ("publicised incident", "better supervision"),
    "false_comfort": ("indicators matter", "worse practice"),
    "blame_runs_downhill": ("publicised incident", "silence"),
    "grade_workforce_spiral": ("poor judgement", "vacancies"),
    "grade_brings_resource": ("poor judgement", "better supervision"),
    "inspection_corrects_belief": ("poor judgement", "better supervision"),
    "delegate_to_be_safe": ("ministers exposed", "slow correction"),
    "inspectorate_protects_itself": ("publicised incident", "fear of blame"),
    "prescription_crowds_out": ("rules", "less time"),
    "prescription_standardises": ("rules", "criteria alike"),
    "inexperience_calls_rules": ("newcomers", "rules"),
    "late_spend_squeeze": ("overspend", "less early help, fewer hires"),
    "placement_price": ("placements", "less early help, fewer hires"),
    # tests/law/test_leaders.py
    "good_leaders_lost": ("fear of blame, or a good name", "interims and newcomers"),
    "poor_leaders_replaced": ("poor judgement", "belief corrected"),
    "leader_domino": ("a director leaves", "interim there"),
}
"""From where each loop's own probe pushes to where it looks."""

UNSEEN = {
    ("lost knowledge and trust", "load"),
    ("contacts", "contacts unanswered"),
    ("no correction", "misses"),
    ("less learning", "misses"),
    ("better supervision", "fewer misses"),
    ("unsettled supervision", "misses"),
    ("slow correction", "misses"),
    ("criteria alike", "fewer misses"),
    ("misses", "publicised incident"),
}
"""Links that ten worlds do not show, or show otherwise: LIMITS.md says which, and by how much."""
