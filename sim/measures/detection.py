"""Detection, needless intervention and harm: the record held against the truth."""

from sim.measures.measure import Measure, level, rate, share


def recognised(weeks: int) -> Measure:
    """Define the share of harm recognised within so many weeks."""
    return share(
        f"recognised_{weeks}w", f"Harm recognised within {weeks} weeks",
        (f"spells_recognised_{weeks}w", "sum"), (f"spells_followed_{weeks}w", "sum"),
        room="detection", better="higher", matters=1.0,
        definition=f"Child-spells of significant harm that began in the period, not under "
        f"protection, and led to a plan, proceedings or care within {weeks} weeks, as a share of "
        "those that could be followed so long.",
    )  # fmt: skip


def missed_at(stage: str, label: str, definition: str) -> Measure:
    """Define the share of missed spells that failed last at one stage."""
    return share(
        f"missed_{stage}", label, (f"missed_{stage}", "sum"), ("spells_never_recognised", "sum"),
        room="detection", better="neither", matters=2.0, definition=definition,
    )  # fmt: skip


def harmed_year(name: str, counter: str, age: str) -> Measure:
    """Define the share of children of an age who were harmed in the past year."""
    return share(
        f"harmed_year_{name}", f"Harmed in the past year, children {age}",
        (f"{counter}_harmed", "sum"), (counter, "sum"), room="harm", better="lower", matters=0.1,
        source="demand 2.01",
        definition=f"Children {age} harmed in the year before the end of a financial year.",
    )  # fmt: skip


DETECTION = (
    recognised(26),
    recognised(52),
    recognised(104),
    share("harmed_protected", "Harmed children who are protected", ("harmed_protected", "mean"),
          ("harmed", "mean"), room="detection", better="higher", matters=0.5,
          definition="Children now being harmed who are on a plan, in proceedings or in care."),
    share("harmed_known", "Harmed children with an open case", ("harmed_open", "mean"),
          ("harmed", "mean"), room="detection", better="higher", matters=1.0,
          definition="Children now being harmed who have any open case."),
    share("unseen_harm", "Weeks of unseen harm", ("harmed_unseen", "mean"), ("children", "mean"),
          room="detection", better="lower", matters=100.0, decimals=0, scale=1e4 * 365.25 / 7,
          unit="child-weeks per 10,000 children a year",
          definition="Weeks in which a child is harmed and has no open case."),
    share("missed", "Harm never recognised", ("spells_never_recognised", "sum"),
          ("spells_ended", "sum"), room="detection", better="lower", matters=1.0,
          definition="Child-spells of harm that ended in the period without a plan, proceedings or "
          "care; harm that began under one of them is not missed."),
    share("late", "Harm recognised late", ("late_recognised", "sum"), ("recognised", "sum"),
          room="detection", better="lower", matters=1.0,
          definition="Of child-spells recognised, those that began under protection among them, "
          "those recognised more than 26 weeks after they began."),
    share("sensitivity_screening", "Sensitivity of screening", ("contacts_harmed_accepted", "sum"),
          ("contacts_harmed", "sum"), room="detection", better="higher", matters=1.0,
          definition="Contacts about harmed children with no open case that became referrals."),
    share("sensitivity_section_47", "Sensitivity of the section 47 decision",
          ("enquiries_harmed", "sum"), ("strategy_harmed", "sum"),
          room="detection", better="higher", matters=1.0,
          definition="Harmed children considered for an enquiry about whom one was begun."),
    share("sensitivity_plan", "Sensitivity of the plan decision", ("plans_harmed", "sum"),
          ("findings_harmed", "sum"), room="detection", better="higher", matters=1.0,
          definition="Harmed children whose enquiry ended and who got a plan."),
    share("closed_too_early", "Cases closed on harmed children", ("closed_harmed", "sum"),
          ("closed", "sum"), room="detection", better="lower", matters=0.2,
          definition="Children whose case was closed while they were being harmed."),
    missed_at("not_noticed", "Missed: not noticed", "Missed spells of which no agency saw a sign."),
    missed_at("not_passed_on", "Missed: not passed on",
              "Missed spells noticed and never passed on."),
    missed_at("screened_out", "Missed: screened out", "Missed spells closed at the front door."),
    missed_at("not_recognised", "Missed: not recognised",
              "Missed spells looked into, not recognised."),
    missed_at("concealed", "Missed: concealed",
              "Missed spells that concealment turned the look from."),
    missed_at("closed", "Missed: closed", "Missed spells whose open case was closed."),
)  # fmt: skip

NEEDLESS = (
    rate("needless_enquiries", "Enquiries where there was no harm", "enquiries_unharmed",
         room="needless", better="lower", matters=2.0,
         definition="Section 47 enquiries begun about children neither harmed then nor in the "
         "three months before."),
    rate("needless_plans", "Plans where there was no harm", "plans_unharmed", room="needless",
         better="lower", matters=0.5, decimals=2,
         definition="Child protection plans started for children neither harmed then nor in the "
         "three months before."),
    rate("needless_removals", "Removals where there was no harm", "removals_unharmed",
         room="needless", better="lower", matters=0.2, decimals=2,
         definition="Children starting to be looked after, neither harmed then nor in the three "
         "months before."),
    share("enquiries_needless_share", "Share of enquiries where there was no harm",
          ("enquiries_unharmed", "sum"), ("enquiries", "sum"), room="needless", better="lower",
          matters=1.0,
          definition="Section 47 enquiries begun about children neither harmed then nor in the "
          "three months before."),
    share("plans_needless_share", "Share of plans where there was no harm",
          ("plans_unharmed", "sum"), ("plans_started", "sum"), room="needless", better="lower",
          matters=1.0,
          definition="Plans started for children neither harmed then nor in the three months "
          "before."),
    share("false_alarms_screening", "False alarms of screening",
          ("contacts_unharmed_accepted", "sum"), ("contacts_unharmed", "sum"), room="needless",
          better="lower", matters=0.5,
          definition="Contacts about unharmed children, no case open, that became referrals: one "
          "minus specificity."),
    share("false_alarms_section_47", "False alarms of the section 47 decision",
          ("enquiries_unharmed", "sum"), ("strategy_unharmed", "sum"),
          room="needless", better="lower", matters=0.5,
          definition="Unharmed children considered for an enquiry about whom one was begun."),
    share("false_alarms_plan", "False alarms of the plan decision",
          ("plans_unharmed", "sum"), ("findings_unharmed", "sum"),
          room="needless", better="lower", matters=0.5,
          definition="Unharmed children whose enquiry ended and who got a plan."),
)  # fmt: skip

HARM = (
    level("harm_prevalence", "Children being harmed", "harmed", room="harm", better="lower",
          matters=2.0, definition="Children being harmed at the end of the period."),
    harmed_year("under_11", "under_11", "under 11"),
    harmed_year("11_17", "from_11", "of 11 to 17"),
    share("harmed_ever", "Ever harmed by 18", ("turned_18_harmed", "sum"), ("turned_18", "sum"),
          room="harm", better="lower", matters=0.5,
          definition="Children who turned 18 and had been harmed at any time since their birth."),
    share("harmed_weeks", "Harmed child-weeks", ("harmed", "mean"), ("children", "mean"),
          room="harm", better="lower", matters=100.0, decimals=0, scale=1e4 * 365.25 / 7,
          unit="child-weeks per 10,000 children a year",
          definition="Weeks in which a child is harmed, known or not."),
    share("severe_harm", "Severity-weighted harm", ("harm_severity", "yearly"),
          ("children", "mean"), room="harm", better="lower", matters=100.0, decimals=0, scale=1e4,
          unit="weighted child-weeks per 10,000 children a year",
          definition="Harmed child-weeks, each weighted by its severity (1 at a typical onset)."),
    rate("serious_incidents", "Serious incidents", "incidents", room="harm", better="lower",
         matters=0.02, decimals=3, counts="incidents",
         definition="Deaths and serious harm that would be notified, drawn at full scale.",
         follows="DfE serious incident notifications", source="demand 4.01"),
    share("incidents_never_known", "Incidents to children never known",
          ("incidents_never_known", "sum"), ("incidents", "sum"), room="harm", better="lower",
          matters=3.0, counts="incidents",
          definition="Serious incidents to children never referred before."),
    share("incidents_on_plan", "Incidents to children on a plan", ("incidents_on_plan", "sum"),
          ("incidents", "sum"), room="harm", better="neither", matters=3.0, counts="incidents",
          definition="Serious incidents to children on a plan at the time."),
    share("incidents_infant", "Incidents to infants", ("incidents_infant", "sum"),
          ("incidents", "sum"), room="harm", better="neither", matters=3.0, counts="incidents",
          definition="Serious incidents in families whose youngest child is under one."),
)  # fmt: skip
