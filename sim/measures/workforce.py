"""The workforce, as the children's social work workforce census defines it, and its leaders."""

from sim.measures.measure import Better, Measure, share

CENSUS = "DfE children's social work workforce census"


def mean_level(name: str, label: str, better: Better, matters: float, definition: str) -> Measure:
    """Define the mean over authorities and weeks of a level from 0 to 1."""
    return share(name, label, (name, "mean"), ("authorities", "mean"), room="system", better=better,
                 matters=matters, scale=1.0, unit="level", decimals=3, counts="authorities",
                 definition=definition)  # fmt: skip


CASELOADS = (
    ("under_10", "fewer than 10 cases"), ("10_to_15", "10 to under 15 cases"),
    ("15_to_20", "15 to under 20 cases"), ("20_to_25", "20 to under 25 cases"),
)  # fmt: skip


def loaded(name: str, words: str) -> Measure:
    """Define a share of case holders by how many cases each has."""
    return share(f"holders_{name}", f"Case holders with {words}", (f"holders_{name}", "census"),
                 ("holders_of_some", "census"), room="workforce", better="neither", matters=1.0,
                 counts="FTE", follows=CENSUS, source="workforce W060",
                 definition=f"Case holders with {words} for a full week, of those with any, at "
                 "the census of 30 September.")  # fmt: skip


WORKFORCE = (
    share("turnover", "Staff turnover", ("leavers", "yearly"), ("in_post", "census"),
          room="workforce", better="lower", matters=0.5, counts="FTE", unit="% a year",
          follows=CENSUS,
          definition="Leavers in the year divided by social workers in post at the census.",
          source="workforce W005"),
    share("in_post", "Social workers in post", ("in_post", "census"), (), room="workforce",
          better="higher", matters=5, counts="FTE", unit="FTE", scale=1.0, follows=CENSUS,
          definition="Permanent social workers of every grade, at the census of 30 September.",
          source="workforce W001"),
    share("vacancy", "Vacancy rate", ("vacancies", "census"), ("posts", "census"), room="workforce",
          better="lower", matters=0.5, counts="FTE", follows=CENSUS, source="workforce W007",
          definition="Posts without a permanent holder, covered by agency or not, over all "
          "posts, at the census of 30 September."),
    share("agency", "Agency rate", ("agency_staff", "census"),
          (("agency_staff", "census"), ("in_post", "census")), room="workforce", better="lower",
          matters=0.5, counts="FTE", follows=CENSUS,
          definition="Agency workers over agency workers and those in post, at the census of "
          "30 September.",
          source="workforce W009"),
    share("agency_covering", "Vacancies covered by agency", ("agency_covering", "census"),
          ("vacancies", "census"), room="workforce", better="neither", matters=2, counts="FTE",
          follows=CENSUS,
          definition="Vacant posts that an agency worker covers, at the census of 30 September.",
          source="workforce W011"),
    share("caseload", "Cases per social worker", ("cases", "census"), ("case_holders", "census"),
          room="workforce", better="lower", matters=0.3, counts="cases", unit="cases per FTE",
          scale=1.0, follows=CENSUS,
          definition="Children held divided by case holders (FTE), agency included, at the "
          "census of 30 September.",
          source="workforce W014"),
    *(loaded(*one) for one in CASELOADS),
    share("absence", "Sickness absence", ("days_sick", "sum"), ("days_contracted", "sum"),
          room="workforce", better="lower", matters=0.1, decimals=2, counts="days", follows=CENSUS,
          definition="Working days lost to sickness.", source="workforce W015"),
    share("starters", "Starters", ("starters", "yearly"), ("in_post", "census"), room="workforce",
          better="neither", matters=0.5, counts="FTE", unit="% a year", follows=CENSUS,
          definition="Starters in the year divided by social workers in post at the census.",
          source="workforce W017"),
    share("exit_profession", "Leavers who leave the profession",
          (("leavers_profession", "sum"), ("leavers_retired", "sum")),
          ("leavers", "sum"), room="workforce", better="lower", matters=2, counts="FTE",
          definition="Leavers who left local-authority social work for good, retired or not.",
          source="workforce W054"),
    share("exit_other_authority", "Leavers who join another authority",
          ("leavers_authority", "sum"), ("leavers", "sum"), room="workforce", better="neither",
          matters=2, counts="FTE", definition="Leavers who joined another authority.",
          source="workforce W054"),
    share("tenure_under_5", "Staff with under five years here", ("tenure_under_5", "census"),
          ("in_post", "census"), room="workforce", better="neither", matters=1, counts="FTE",
          follows=CENSUS,
          definition="Social workers in post with under five years in the authority, at the "
          "census of 30 September.",
          source="workforce W040"),
    share("tenure_under_5_leavers", "Leavers with under five years here",
          ("leavers_under_5", "sum"), ("leavers", "sum"), room="workforce", better="neither",
          matters=1, counts="FTE", follows=CENSUS,
          definition="Leavers with under five years in the authority.", source="workforce W041"),
    share("inexperienced", "Staff with under two years' experience",
          ("experience_under_2", "census"), ("in_post", "census"), room="workforce",
          better="lower", matters=1, counts="FTE",
          definition="Social workers in post with under two years in the profession, at the "
          "census of 30 September."),
    share("vacancy_months", "Mean life of a vacancy", ("vacancies", "mean"), ("starters", "yearly"),
          room="workforce", better="lower", matters=1, counts="posts", unit="months", scale=12.0,
          definition="Vacant posts divided by the monthly flow of starters.",
          source="workforce W019"),
    share("strain", "Strain", ("strain", "mean"), ("in_post", "mean"), room="workforce",
          better="lower", matters=0.05, unit="SD", scale=1.0, decimals=2, counts="FTE",
          definition="Mean strain of social workers in post (0 at the base year's load)."),
    share("load", "Hours asked for per hour available", ("hours_demanded", "sum"),
          ("hours_available", "sum"), room="workforce", better="lower", matters=0.02, unit="ratio",
          scale=1.0, decimals=2, counts="hours",
          definition="Hours that cases ask for, over hours left for them."),
    share("visits_done", "Visits done", ("visits_done", "sum"), ("visits_due", "sum"),
          room="workforce", better="higher", matters=1, counts="visits",
          definition="Visits done of those due to children with an open case."),
    share("worker_changes", "Changes of worker in care", ("worker_changes_in_care", "yearly"),
          ("looked_after", "mean"), room="workforce", better="lower", matters=0.05,
          unit="per child a year", scale=1.0, decimals=2,
          definition="Changes of social worker for each child in care and year.",
          source="workforce W109"),
)  # fmt: skip

ORGANISATION = (
    mean_level("fear", "Fear of blame", "lower", 0.02, "Mean fear of blame of case holders."),
    share("criterion_shift", "Movement of the criterion", ("criterion_shift", "mean"),
          ("authorities", "mean"), room="system", better="neither", matters=0.02, unit="SD",
          scale=1.0, decimals=3, counts="authorities",
          definition="Mean movement of workers' criterion by fear, load, experience and norms."),
    mean_level("supervision", "Quality of supervision", "higher", 0.02,
               "Mean quality of supervision."),
    mean_level("safety", "Psychological safety", "higher", 0.02,
               "Mean psychological safety of teams."),
    mean_level("quality", "Practice quality", "higher", 0.01,
               "Timeliness, visits, sound decisions, supervision and stability; nobody in the "
               "model reads it."),
    mean_level("false_comfort", "False comfort", "lower", 0.02,
               "Chief executives' belief about quality, above practice quality."),
    mean_level("rules", "Rules and recording", "neither", 0.02, "Stock of rules and recording."),
    mean_level("severity", "Severity of inspection", "neither", 0.005,
               "What blame adds to inspectors' severity, on the scale of judged practice."),
)  # fmt: skip
