"""Governance: who leads, what inspectors judge, and what the department does."""

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures.measure import Better, Measure, share


def changes(name: str, label: str, counter: str, better: Better, ids: str) -> Measure:
    """Define a number of events for each authority and year."""
    return share(name, label, (counter, "yearly"), ("authorities", "mean"), room="system",
                 better=better, matters=0.03, scale=1.0, unit="per authority a year", decimals=2,
                 counts="authorities", definition=f"{label}, for each authority and year.",
                 source=ids)  # fmt: skip


def years(name: str, label: str, counter: str, definition: str) -> Measure:
    """Define a time in years, for each authority, no longer than the period."""
    return share(name, label, (counter, "sum"), ("authorities", "mean"), room="system",
                 better="lower", matters=0.25, scale=1.0 / WEEKS_IN_YEAR, unit="years", decimals=2,
                 counts="authorities", definition=definition)  # fmt: skip


GOVERNANCE = (
    changes("director_changes", "Changes of director", "director_changes", "lower",
            "governance L03"),
    share("interim_directors", "Interim directors", ("interim_directors", "mean"),
          ("authorities", "mean"), room="system", better="lower", matters=2, counts="authorities",
          definition="Authorities in which somebody stands in until a director is appointed.",
          source="governance L04"),
    changes("chief_executive_exits", "Changes of chief executive", "chief_changes", "lower",
            "governance L16 L17"),
    changes("full_inspections", "Full inspections", "full_inspections", "neither",
            "governance I40"),
    share("grade_inadequate", "Inspections: inadequate", ("inspections_inadequate", "sum"),
          ("full_inspections", "sum"), room="system", better="lower", matters=3,
          counts="authorities",
          definition="Full inspections judged inadequate: overall, or, where no overall "
          "grade is given, for help and protection.",
          source="governance I11"),
    share("grade_good_or_better", "Inspections: good or outstanding", ("inspections_good", "sum"),
          ("full_inspections", "sum"), room="system", better="higher", matters=3,
          counts="authorities",
          definition="Full inspections judged good or outstanding, as above.",
          source="governance I11"),
    share("under_intervention", "Authorities under intervention", ("interventions", "mean"),
          ("authorities", "mean"), room="system", better="lower", matters=2, counts="authorities",
          definition="Authorities with an adviser, notice, direction, "
          "commissioner or trust that the department reviews."),
    share("time_inadequate", "Time judged inadequate", ("judged_inadequate", "mean"),
          ("authorities", "mean"), room="system", better="lower", matters=3, counts="authorities",
          unit="% of time",
          definition="Time for which the last full judgement was inadequate: it ends at the next "
          "that is better."),
    share("time_poor_practice", "Time of poor practice", ("poor_practice", "mean"),
          ("authorities", "mean"), room="system", better="lower", matters=3, counts="authorities",
          unit="% of time",
          definition="Time in which practice quality was in the worst fifth of the base year, "
          "whatever inspectors thought."),
    years("time_to_better_judgement", "Time to a better judgement", "awaits_better_judgement",
          "Years from an authority's inadequate judgement, the first in the run or the last that "
          "a scenario brought, until a full judgement that is better, as far as they lie in the "
          "period."),
    years("time_to_better_practice", "Time to lasting better practice", "awaits_better_practice",
          "Years from an authority's inadequate judgement, the first in the run or the last that "
          "a scenario brought, until practice has stood above the worst fifth of the base year "
          "for a year, as far as they lie in the period."),
    share("placed_rightly", "Known families placed rightly", ("placed_rightly", "mean"),
          ("authorities", "mean"), room="detection", better="higher", matters=1, counts="families",
          definition="Known families whose file stands where their children's harm does: "
          "practice without the time, visits and supervision that go into it."),
    share("under_trust", "Authorities run by a trust", ("trusts", "mean"), ("authorities", "mean"),
          room="system", better="neither", matters=2, counts="authorities",
          definition="Authorities whose services a trust runs, or is being set up to run."),
    share("relapse", "Relapse after intervention", ("relapses", "sum"),
          ("interventions_ended", "sum"), room="system", better="lower", matters=5,
          counts="authorities",
          definition="Inadequate judgements within five years of an intervention's end, for each "
          "intervention that ended in the period."),
    share("inspector_days", "Inspectors' days", ("inspector_days", "yearly"),
          ("authorities", "mean"), room="money", better="lower", matters=1, counts="days",
          unit="days per authority a year", scale=1.0,
          definition="Days of inspectors on visits of every kind, preparing and writing up "
          "among them.", source="governance I44"),
    share("intervention_cost", "Cost of intervention", ("cost_intervention", "yearly"),
          ("children", "mean"), room="money", better="lower", matters=1, decimals=2,
          unit="£ per child a year", scale=1.0, counts="pounds",
          definition="What the department spends on advisers, commissioners and trusts, beside "
          "the council's spend."),
    share("inspection_cost", "Cost of inspection", ("cost_inspection", "yearly"),
          ("children", "mean"), room="money", better="lower", matters=0.1, decimals=2,
          unit="£ per child a year", scale=1.0, counts="pounds",
          definition="What the inspectorate spends on inspectors' days, beside the council's "
          "spend."),
    share("spending_controls", "Spending controls", ("controls", "mean"), ("authorities", "mean"),
          room="money", better="lower", matters=2, counts="authorities",
          definition="How far authorities hold posts vacant to save, from none to all that full "
          "controls stop."),
    share("suspended", "Staff suspended", ("suspended", "mean"), ("in_post", "mean"),
          room="workforce", better="lower", matters=0.1, decimals=2, counts="FTE",
          definition="Social workers suspended after a publicised incident."),
)  # fmt: skip
