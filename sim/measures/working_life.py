"""Working life: where the hours go, stress and recovery, who comes and goes, whom children meet."""

from sim.measures.measure import Measure, Term, share

CENSUS = "DfE children's social work workforce census"
DIRECT: Term = ("hours_direct", "sum")
RECORDING: Term = ("hours_recording", "sum")
ALL_WORK: tuple[Term, ...] = (
    DIRECT,
    ("hours_travel", "sum"),
    RECORDING,
    ("hours_meetings_on_cases", "sum"),
    ("hours_supervision", "sum"),
    ("hours_training", "sum"),
    ("hours_meetings", "sum"),
)


def of_starters(name: str, label: str, counter: str, ids: str = "") -> Measure:
    """Define a share of starters by where they came from."""
    return share(name, label, (counter, "sum"), ("starters", "sum"), room="workforce",
                 better="neither", matters=2, counts="FTE", source=ids,
                 definition=f"{label}, as a share of all starters.")  # fmt: skip


def of_leavers(name: str, label: str, counter: str, ids: str = "") -> Measure:
    """Define a share of leavers by where they went."""
    return share(name, label, (counter, "sum"), ("leavers", "sum"), room="workforce",
                 better="neither", matters=2, counts="FTE", source=ids,
                 definition=f"{label}, as a share of all leavers.")  # fmt: skip


HOURS = (
    share("direct_work", "Time in direct work", DIRECT, ALL_WORK, room="workforce",
          better="higher", matters=1, counts="hours", source="workforce W162",
          definition="Hours with children and families, of all that case holders work: on cases, "
          "in supervision, training and meetings, overtime included."),
    share("recording", "Time in recording", RECORDING, ALL_WORK, room="workforce", better="lower",
          matters=1, counts="hours",
          definition="Hours of recording, of all that case holders work."),
    share("overtime", "Overtime", ("hours_overtime", "sum"), ("hours_contracted", "sum"),
          room="workforce", better="lower", matters=0.5, counts="hours",
          definition="Hours that case holders work over contract, of those contracted."),
)  # fmt: skip

STRESS = (
    share("stressed", "Social workers stressed", ("stressed", "census"), ("in_post", "census"),
          room="workforce", better="lower", matters=2, counts="FTE", source="workforce W150",
          definition="Social workers in post who count as stressed, at the census."),
    share("stress_began", "Becoming stressed", ("stress_began", "yearly"),
          ("not_stressed", "mean"), room="workforce", better="lower", matters=2, counts="FTE",
          unit="% a year", source="workforce W154",
          definition="Times in a year that social workers become stressed, over those who are "
          "not: a flow, which a survey a year later finds less of."),
    share("stress_ended", "Recovering from stress", ("stress_ended", "yearly"),
          ("stressed", "mean"), room="workforce", better="higher", matters=2, counts="FTE",
          unit="% a year",
          definition="Times in a year that stressed social workers recover in post, over those "
          "who are stressed."),
)  # fmt: skip

COMING_AND_GOING = (
    of_starters("starters_newly_qualified", "Newly qualified starters",
                "starters_newly_qualified"),
    of_starters("starters_authority", "Starters from another authority", "starters_authority"),
    of_starters("starters_agency", "Starters from an agency", "starters_agency"),
    of_leavers("exit_agency", "Leavers who join an agency", "leavers_agency", "workforce W054"),
    of_leavers("exit_retired", "Leavers who retire", "leavers_retired", "workforce W033"),
    share("vacancy_managers", "Managers' vacancy rate", ("managers_vacant", "census"),
          ("managers_posts", "census"), room="workforce", better="lower", matters=1, counts="FTE",
          definition="Posts of team and service managers without a permanent holder."),
    share("fte_per_person", "Full-time equivalent of each person", ("in_post", "census"),
          ("people", "census"), room="workforce", better="neither", matters=0.01, unit="ratio",
          scale=1.0, decimals=2, counts="FTE", follows=CENSUS,
          source="workforce W001 workforce W002",
          definition="Social workers in post, FTE over people."),
)  # fmt: skip

STABILITY = (
    share("one_worker", "Children with one social worker all year",
          ("open_all_year_one_worker", "sum"), ("open_all_year", "sum"), room="workforce",
          better="higher", matters=1,
          definition="Children whose case was open all the financial year and whom one social "
          "worker held from first to last."),
    share("three_workers", "Children who met three social workers or more",
          ("open_all_year_three_workers", "sum"), ("open_all_year", "sum"), room="workforce",
          better="lower", matters=1, source="workforce W104",
          definition="Children whose case was open all the financial year and held by three "
          "social workers or more in it, planned transfers included."),
)  # fmt: skip

WORKING_LIFE = (*HOURS, *STRESS, *COMING_AND_GOING, *STABILITY)
