"""Why a target answers to one probe alone, or to none; no other case is explained here."""

NOTHING = ""
FEW = "So few of these happen in four authorities that luck hides what moves."
FIXED = "Its rate is a number given to the model, and no probe moves it."
KINDS = "The mix of kinds at onset is given; a probe changes how much harm is seen, of every kind."
LEAVERS = "Where leavers go depends on their experience and nothing else."
NEWCOMERS = "Fear drives out old and new alike; only fewer posts stop newcomers."

WHY = {
    ("source_health", "schools"): "Others move all agencies alike; health gains what schools lose.",
    ("referral_nfa", "fear"): "It is a band above the door's bar, and only fear moves that bar.",
    ("plan_ended_2y", "skill"): "Long plans rest on a belief that lasts; deeper looks mend it.",
    ("referral_not_in_need", "fear"): "Only fear moves the bar of need, and who is referred.",
    ("plan_per_icpc", "fear"): "Its two sides follow evidence alike; only fear moves both bars.",
    ("plan_neglect", NOTHING): KINDS,
    ("plan_emotional", NOTHING): KINDS,
    ("plan_physical", NOTHING): KINDS,
    ("plan_sexual", NOTHING): KINDS,
    ("repeat_plan", "fear"): "First plans grow at once; a second needs the first to have ended.",
    ("serious_incidents", "onset"): "They come of harm itself; help lessens it slowly.",
    ("proceedings_weeks", "fear"): "Their length is drawn; where applications grow fast, the short "
    "ones are the first to end and to be counted.",
    ("plan_ended_3m", "fear"): "Only fear moves the bar for keeping a plan.",
    (
        "maltreated_ever",
        "onset",
    ): "It is of whole childhoods: in three years only onset reaches it.",
    ("serious_on_plan", "fear"): "Only fear puts many more harmed children on plans.",
    ("turnover", "fear"): "Blame and strain drive exits; load reaches them through strain alone.",
    ("serious_infant", NOTHING): FEW,
    ("serious_never_known", NOTHING): FEW,
    ("serious_on_plan", NOTHING): FEW,
    ("agency_covering", "staff"): "Agencies cover a fixed share of vacancies; closing posts leaves "
    "fewer to cover than agency staff take time to leave.",
    ("exit_profession", NOTHING): LEAVERS,
    ("exit_other_authority", NOTHING): LEAVERS,
    ("tenure_under_5", "staff"): NEWCOMERS,
    ("tenure_under_5_leavers", "staff"): NEWCOMERS,
    ("director_changes", NOTHING): FEW,
    ("chief_executive_exits", NOTHING): FEW,
    ("full_inspections", NOTHING): FIXED,
    ("grade_inadequate", NOTHING): FEW,
    ("grade_good_or_better", NOTHING): FEW,
    ("grade_good_or_better", "fear"): "Fear brings load and rules; smaller losses hide in luck.",
}
UNEXPLAINED = "Not explained."


def reason(target: str, probe: str) -> str:
    """Say why one probe alone moves a target.

    probe : its name; empty where none does
    """
    return WHY.get((target, probe), UNEXPLAINED)
