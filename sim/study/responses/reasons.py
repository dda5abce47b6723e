"""Why a target answers to one probe alone, or to none."""

FEW = "So few of these happen in four authorities that only an upheaval would be clear."
FIXED = "Its rate is a number given to the model, and no probe moves it."
KINDS = "The mix of kinds at onset is given; a probe changes how much harm is seen, of every kind."
LEAVERS = "Where leavers go depends on their experience and nothing else."

WHY = {
    "source_school": "Others move all agencies alike; only a closure takes one of them away.",
    "source_health": "Others move all agencies alike; health gains the share schools lose.",
    "referral_nfa": "It is a band above the door's bar, and only fear moves the bar itself.",
    "referral_not_in_need": "Only fear moves the bar of need, and who is referred at all.",
    "plan_per_icpc": "Both sides of it follow evidence alike; only fear moves both bars at once.",
    "plan_ended_2y": "Long plans are those of a belief that lasts; only deeper looks mend it.",
    "cin_ended_3m": "Short episodes are those found not in need; only fear lowers that bar.",
    "plan_neglect": KINDS,
    "plan_emotional": KINDS,
    "plan_physical": KINDS,
    "plan_sexual": KINDS,
    "repeat_plan": "A repeat needs a plan, its end and another: it takes longer than this to show.",
    "conference_15": "Its wait is drawn, and is longer only when nobody holds the case; only fear "
    "brings that much work.",
    "proceedings_weeks": "Their length is drawn; where applications grow fast, the short ones are "
    "the first to end and to be counted.",
    "assessed_45": "It is late when nobody has the time; only fear brings that much work.",
    "serious_incidents": "They come of harm itself, which help lessens slowly.",
    "serious_infant": FEW,
    "serious_never_known": "Few happen; more harm begins in families that nobody has heard of.",
    "serious_on_plan": FEW,
    "turnover": "Fear acts on exits directly; load does so through strain, which takes years.",
    "agency_covering": "Agencies cover a fixed share of vacancies; closing posts leaves "
    "fewer of them to cover than agency staff take time to leave.",
    "exit_profession": LEAVERS,
    "exit_other_authority": LEAVERS,
    "tenure_under_5": "Fear drives out old and new alike; only fewer posts stop newcomers.",
    "tenure_under_5_leavers": "Fear drives out old and new alike; only fewer posts stop newcomers.",
    "vacancy_months": "Only the probes that change posts and hires move it.",
    "worker_changes": "It follows those who leave, and only fear makes many more leave.",
    "director_changes": FEW,
    "chief_executive_exits": FEW,
    "full_inspections": FIXED,
    "grade_inadequate": FEW,
    "grade_good_or_better": FEW,
}
UNEXPLAINED = "Not explained."


def reason(target: str) -> str:
    """Say why a target answers as it does."""
    return WHY.get(target, UNEXPLAINED)
