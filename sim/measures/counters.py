"""Counters: what the ledger adds up each week, for each authority and deprivation quintile.

A flow is added over weeks; a stock is the state at the end of a week. Counters of children
count the dependent children of a family, as the official statistics do. They are observers:
no rule reads them.
"""

from dataclasses import dataclass
from typing import Literal

type Kind = Literal["flow", "stock"]
type Counts = Literal[
    "children", "families", "FTE", "people", "hours", "days", "pounds", "authorities", "level"
]
type Where = Literal["quintile", "authority"]

ORGANISATION = 0
QUINTILES = 5
CELLS = 1 + QUINTILES


@dataclass(frozen=True, slots=True)
class Counter:
    """One thing counted.

    grossed : whether it is divided by the population scale to stand for real numbers
    """

    label: str
    kind: Kind
    counts: Counts
    where: Where
    grossed: bool = True


def children(kind: Kind, label: str) -> Counter:
    """Count children, by deprivation quintile."""
    return Counter(label, kind, "children", "quintile")


def staff(kind: Kind, label: str, counts: Counts = "FTE") -> Counter:
    """Count staff of an authority."""
    return Counter(label, kind, counts, "authority")


def state(label: str, kind: Kind = "stock", counts: Counts = "level") -> Counter:
    """Record a state of an authority as it is; it needs no grossing up."""
    return Counter(label, kind, counts, "authority", grossed=False)


COUNTERS: dict[str, Counter] = {
    # Children and harm: the truth
    "children": children("stock", "children"),
    "harmed": children("stock", "children now being harmed"),
    "harmed_protected": children("stock", "harmed children on a plan, in proceedings or in care"),
    "harmed_open": children("stock", "harmed children with an open case"),
    "harmed_unseen": children("stock", "harmed children without an open case"),
    "harm_severity": children("flow", "severity-weighted child-weeks of harm"),
    "under_11": children("flow", "children under 11, at the end of each financial year"),
    "under_11_harmed": children("flow", "of those, harmed within the past year"),
    "from_11": children("flow", "children of 11 to 17, at the end of each financial year"),
    "from_11_harmed": children("flow", "of those, harmed within the past year"),
    "spells_began": children("flow", "child-spells of harm that began"),
    "spells_ended": children("flow", "child-spells of harm that ended"),
    "spells_followed_26w": children("flow", "child-spells begun unprotected, followed 26 weeks"),
    "spells_followed_52w": children("flow", "child-spells begun unprotected, followed 52 weeks"),
    "spells_followed_104w": children("flow", "child-spells begun unprotected, followed 104 weeks"),
    "spells_recognised_26w": children("flow", "of those, recognised within 26 weeks"),
    "spells_recognised_52w": children("flow", "of those, recognised within 52 weeks"),
    "spells_recognised_104w": children("flow", "of those, recognised within 104 weeks"),
    "spells_never_recognised": children("flow", "child-spells that ended unrecognised"),
    "missed_not_noticed": children("flow", "missed spells that nobody noticed"),
    "missed_not_passed_on": children("flow", "missed spells noticed and not passed on"),
    "missed_screened_out": children("flow", "missed spells screened out at the front door"),
    "missed_not_recognised": children("flow", "missed spells looked into and not recognised"),
    "missed_concealed": children("flow", "missed spells looked into and concealed"),
    "missed_closed": children("flow", "missed spells whose case was closed"),
    "incidents": Counter("serious incidents", "flow", "families", "quintile", grossed=False),
    "incidents_infant": Counter("about infants", "flow", "families", "quintile", grossed=False),
    "incidents_never_known": Counter("never known", "flow", "families", "quintile", grossed=False),
    "incidents_on_plan": Counter("on a plan", "flow", "families", "quintile", grossed=False),
    "deaths": Counter("deaths from maltreatment", "flow", "families", "quintile", grossed=False),
    # The child's journey: the record
    "signs": children("flow", "children about whom an agency saw a sign"),
    "contacts": children("flow", "contacts received"),
    "contacts_joined": children("flow", "contacts that joined one already waiting"),
    "contacts_lapsed": children("flow", "contacts that waited until the children had grown up"),
    "contacts_screened": children("flow", "contacts screened"),
    "contacts_waiting": children("stock", "contacts waiting to be screened"),
    "early_help_started": children("flow", "children starting early help"),
    "early_help_ended": children("flow", "children whose early help ended"),
    "early_help": children("stock", "children receiving early help"),
    "referrals": children("flow", "referrals"),
    "re_referrals": children("flow", "referrals within 12 months of another"),
    "referred_again_1y": children("flow", "closed cases referred again within 12 months"),
    "referred_again_6y": children("flow", "closed cases referred again within six years"),
    "referrals_police": children("flow", "referrals from police"),
    "referrals_school": children("flow", "referrals from schools"),
    "referrals_health": children("flow", "referrals from health"),
    "referrals_no_action": children("flow", "referrals closed without assessment"),
    "referrals_not_in_need": children("flow", "referrals assessed and found not in need"),
    "being_assessed": children("stock", "children being assessed"),
    "assessments_overtaken": children("flow", "assessments overtaken by a plan or a closure"),
    "assessments": children("flow", "assessments finished"),
    "assessments_45": children("flow", "assessments finished within 45 working days"),
    "enquiries": children("flow", "section 47 enquiries begun"),
    "enquiries_dropped": children("flow", "enquiries dropped on care or a closure"),
    "under_enquiry": children("stock", "children under a section 47 enquiry"),
    "conferences_called": children("flow", "conferences called after an enquiry"),
    "conferences_dropped": children("flow", "conferences dropped on care or a closure"),
    "conferences_awaited": children("stock", "children awaiting a conference"),
    "conferences": children("flow", "initial child protection conferences"),
    "conferences_15": children("flow", "conferences within 15 working days"),
    "plans_started": children("flow", "child protection plans started"),
    "repeat_plans": children("flow", "plans that are a second or later plan"),
    "plans_ended": children("flow", "child protection plans ended"),
    "plans_ended_3m": children("flow", "plans ended within 3 months"),
    "plans_ended_2y": children("flow", "plans ended after 2 years or more"),
    "plans_neglect": children("flow", "plans started for neglect"),
    "plans_emotional": children("flow", "plans started for emotional abuse"),
    "plans_physical": children("flow", "plans started for physical abuse"),
    "plans_sexual": children("flow", "plans started for sexual abuse"),
    "plans": children("stock", "children on a child protection plan"),
    "needs_started": children("flow", "episodes of need begun"),
    "needs_ended": children("flow", "episodes of need ended"),
    "needs_ended_3m": children("flow", "episodes of need ended within 3 months"),
    "in_need": children("stock", "children in need"),
    "disabled": children("stock", "children in need for their disability"),
    "care_leavers": children("stock", "care leavers in need"),
    "unaccompanied": children("stock", "unaccompanied children looked after"),
    "in_need_2y": children("stock", "children in need for two years or more"),
    "applications": Counter("care applications", "flow", "families", "quintile"),
    "proceedings_started": children("flow", "children whose care proceedings began"),
    "in_proceedings": children("stock", "children in care proceedings"),
    "proceedings_ended": children("flow", "children whose care proceedings ended"),
    "proceedings_weeks": children("flow", "weeks that ended proceedings lasted, times children"),
    "care_started": children("flow", "children starting to be looked after"),
    "care_ended": children("flow", "children ceasing to be looked after"),
    "looked_after": children("stock", "children looked after"),
    "unallocated_began": children("flow", "children left with an open case and no social worker"),
    "unallocated_ended": children("flow", "of those, given a social worker or closed"),
    "unallocated": children("stock", "children with an open case and no social worker"),
    "worker_changes": children("flow", "changes of social worker"),
    "worker_changes_in_care": children("flow", "changes of social worker of children in care"),
    "open_all_year": children(
        "flow", "children whose case was open all the financial year, at its end"
    ),
    "open_all_year_one_worker": children("flow", "of those, with one social worker all year"),
    "open_all_year_three_workers": children("flow", "of those, with three social workers or more"),
    "turned_18": children("flow", "children who turned 18"),
    "turned_18_harmed": children("flow", "of those, ever harmed"),
    "turned_18_referred": children("flow", "of those, ever referred"),
    "turned_18_in_need": children("flow", "of those, ever in need"),
    "turned_18_plan": children("flow", "of those, ever on a plan"),
    # Judgements against the truth
    "contacts_harmed": children("flow", "contacts screened, of harmed children with no open case"),
    "contacts_harmed_accepted": children("flow", "of those, accepted"),
    "contacts_unharmed": children(
        "flow", "contacts screened, of unharmed children with no open case"
    ),
    "contacts_unharmed_accepted": children("flow", "of those, accepted"),
    "referrals_harmed": children("flow", "referrals of harmed children"),
    "strategy_harmed": children("flow", "harmed children considered for an enquiry"),
    "strategy_unharmed": children("flow", "unharmed children considered for an enquiry"),
    "enquiries_harmed": children("flow", "enquiries about harmed children"),
    "enquiries_unharmed": children("flow", "enquiries about unharmed children"),
    "findings_harmed": children("flow", "enquiries ended about harmed children"),
    "findings_unharmed": children("flow", "enquiries ended about unharmed children"),
    "plans_harmed": children("flow", "plans started for harmed children"),
    "plans_unharmed": children("flow", "plans started for unharmed children"),
    "removals_unharmed": children("flow", "children starting care who were not being harmed"),
    "late_recognised": children("flow", "child-spells recognised after more than 26 weeks"),
    "recognised": children("flow", "child-spells of harm recognised, or begun under protection"),
    "closed_harmed": children("flow", "harmed children whose case was closed"),
    "closed": children("flow", "children whose case was closed"),
    # Workforce
    "posts": staff("stock", "posts"),
    "in_post": staff("stock", "social workers in post"),
    "vacancies": staff("stock", "vacant posts"),
    "agency_staff": staff("stock", "agency social workers"),
    "agency_covering": staff("stock", "agency workers who cover a vacancy"),
    "case_holders": staff("stock", "case holders"),
    "cases": staff("stock", "cases held", "children"),
    "cases_squared": staff("stock", "squares of cases held", "children"),
    "case_posts": staff("stock", "case-holding posts"),
    "managers": staff("stock", "managers in post"),
    "managers_posts": staff("stock", "managers' posts"),
    "managers_vacant": staff("stock", "managers' posts without a permanent holder"),
    "first_year": staff("stock", "social workers in their first year in practice"),
    "seniors": staff("stock", "senior practitioners"),
    "people": staff("stock", "social workers in post, people", "people"),
    "starters": staff("flow", "starters"),
    "starters_newly_qualified": staff("flow", "newly qualified starters"),
    "starters_authority": staff("flow", "starters from another authority"),
    "starters_returned": staff("flow", "starters who came back or from elsewhere"),
    "starters_agency": staff("flow", "starters from an agency"),
    "leavers": staff("flow", "leavers"),
    "leavers_profession": staff("flow", "leavers who left the profession"),
    "leavers_retired": staff("flow", "leavers who retired"),
    "leavers_authority": staff("flow", "leavers who joined another authority"),
    "leavers_agency": staff("flow", "leavers who joined an agency"),
    "moved_inside": staff("flow", "case holders who moved to posts without cases"),
    "managers_appointed": staff("flow", "managers appointed from within"),
    "inside_gained": staff("flow", "hours that moves inside added to contracts, FTE"),
    "promoted": staff("flow", "staff who moved to posts that are not simulated"),
    "moved_out": staff("flow", "people who moved to the rest of England", "people"),
    "on_books": staff("stock", "agency workers between assignments", "people"),
    "looking": staff("stock", "people between posts of two authorities", "people"),
    "agency_joined": staff("flow", "people who joined an agency from a post", "people"),
    "agency_entered": staff("flow", "people who came to agencies from elsewhere", "people"),
    "agency_left": staff("flow", "people who left agency work", "people"),
    "agency_moved_out": staff("flow", "of those, to agencies of the rest of England", "people"),
    "trainees": staff("stock", "further trainees on placement", "people"),
    "leavers_under_5": staff("flow", "leavers with under five years in the authority"),
    "tenure_under_5": staff("stock", "social workers with under five years in the authority"),
    "experience_under_2": staff("stock", "social workers with under two years in the profession"),
    "strain": staff("stock", "sum of strain", "level"),
    "stressed": staff("stock", "social workers who count as stressed"),
    "not_stressed": staff("stock", "social workers who do not"),
    "stress_began": staff("flow", "social workers who became stressed"),
    "stress_ended": staff("flow", "social workers who recovered from stress"),
    "days_sick": staff("flow", "working days lost to sickness", "days"),
    "days_contracted": staff("flow", "working days contracted", "days"),
    "hours_demanded": staff("flow", "hours that cases asked for", "hours"),
    "hours_available": staff("flow", "hours available for cases", "hours"),
    "hours_overtime": staff("flow", "hours of overtime", "hours"),
    "hours_direct": staff("flow", "hours with children and families", "hours"),
    "hours_contracted": staff("flow", "hours contracted of case holders", "hours"),
    "hours_spare": staff("flow", "hours for cases that no case asked for", "hours"),
    "hours_leave": staff("flow", "hours of leave", "hours"),
    "hours_sick": staff("flow", "hours of sickness", "hours"),
    "hours_supervision": staff("flow", "hours of supervision", "hours"),
    "hours_training": staff("flow", "hours of training", "hours"),
    "hours_meetings": staff("flow", "hours of meetings, hosting, trainees and the rest", "hours"),
    "hours_lost": staff("flow", "hours lost to notice, agency work's pace and suspension", "hours"),
    "hours_travel": staff("flow", "hours on the way to families", "hours"),
    "hours_recording": staff("flow", "hours of recording", "hours"),
    "hours_meetings_on_cases": staff("flow", "hours of meetings and calls on cases", "hours"),
    "hours_assessing": staff("flow", "hours worked on assessments", "hours"),
    "hours_enquiring": staff("flow", "hours worked on enquiries and conferences", "hours"),
    "hours_protecting": staff("flow", "hours worked with children on a plan", "hours"),
    "hours_supporting": staff("flow", "hours worked with children in need", "hours"),
    "hours_caring": staff("flow", "hours worked with children in proceedings and care", "hours"),
    "hours_for_others": staff("flow", "hours worked with other children in need", "hours"),
    "visits_due": staff("flow", "visits due", "families"),
    "visits_done": staff("flow", "visits done", "families"),
    # Management, leadership, inspection, press
    "authorities": state("authorities", counts="authorities"),
    "criterion_shift": state("movement of the professional criterion"),
    "fear": state("fear of blame"),
    "blame": state("blame felt in the authority"),
    "attention": state("public attention"),
    "director_belief": state("director's belief about quality"),
    "supervision": state("quality of supervision"),
    "safety": state("psychological safety"),
    "quality": state("practice quality"),
    "belief": state("chief executive's belief about quality"),
    "false_comfort": state("belief above practice quality"),
    "rules": state("rules and recording"),
    "severity": state("severity that blame adds to inspection"),
    "director_changes": state("changes of director", "flow", "authorities"),
    "interim_directors": state("authorities with an interim director", counts="authorities"),
    "chief_changes": state("changes of chief executive", "flow", "authorities"),
    "full_inspections": state("full inspections", "flow", "authorities"),
    "inspections_inadequate": state("full inspections: inadequate", "flow", "authorities"),
    "inspections_good": state("full inspections: good or outstanding", "flow", "authorities"),
    "judged_inadequate": state("authorities judged inadequate", counts="authorities"),
    "judged_outstanding": state("authorities judged outstanding", counts="authorities"),
    "poor_practice": state("authorities of poor practice", counts="authorities"),
    "interventions": state("authorities under intervention", counts="authorities"),
    "trusts": state("authorities whose services a trust runs", counts="authorities"),
    "interventions_ended": state("interventions that ended", "flow", "authorities"),
    "relapses": state("inadequate soon after an intervention", "flow", "authorities"),
    "visits_by_letter": state("focused, monitoring and joint visits", "flow", "authorities"),
    "inspector_days": state("inspectors' days on visits", "flow", "days"),
    "controls": state("spending controls"),
    "suspended": staff("stock", "social workers suspended"),
    "stories": state("incidents that became a story", "flow", "authorities"),
    # Money
    "spend_staff": staff("flow", "spend on employed staff", "pounds"),
    "spend_agency": staff("flow", "spend on agency staff", "pounds"),
    "spend_placements": staff("flow", "spend on placements", "pounds"),
    "spend_early_help": staff("flow", "spend on early help", "pounds"),
    "spend_other": staff("flow", "other spend", "pounds"),
    "spend_policy": staff("flow", "spend on the scenario's own actions", "pounds"),
    "cost_intervention": staff("flow", "cost of intervention, beside spend", "pounds"),
    "spend": staff("flow", "gross spend on children's services", "pounds"),
    "cost_inspection": staff("flow", "cost of inspectors' days, beside spend", "pounds"),
    "churn_recruiting": staff("flow", "cost of recruiting", "pounds"),
    "churn_agency": staff("flow", "cost of agency workers beyond employed ones", "pounds"),
    "churn_hours": staff("flow", "pay of hours lost to notice and agency work", "pounds"),
    "budget": staff("flow", "budget for children's services", "pounds"),
}

NAMES = tuple(COUNTERS)


def index(name: str) -> int:
    """Give the column of a counter in the tally."""
    return NAMES.index(name)
