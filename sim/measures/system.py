"""The system's flows and stocks, as the children in need census counts them, and money."""

from sim.measures.measure import Measure, level, rate, share

CENSUS = "DfE children in need census"


def source(name: str, label: str, counter: str, ids: str) -> Measure:
    """Define a share of referrals by who made them."""
    return share(name, label, (counter, "sum"), ("referrals", "sum"), room="system",
                 better="neither", matters=1.0, definition=f"{label}, as a share of all referrals.",
                 follows=CENSUS, source=ids)  # fmt: skip


def category(kind: str, label: str) -> Measure:
    """Define a share of plans by the kind of harm recorded."""
    return share(f"plan_{kind}", f"Plans for {label}", (f"plans_{kind}", "sum"),
                 ("plans_started", "sum"), room="system", better="neither", matters=2.0,
                 definition=f"Plans started with {label} as the recorded category.",
                 follows=CENSUS, source="demand 1.60")  # fmt: skip


def closed_re_referred(span: str, within: str) -> Measure:
    """Define the share of closed cases that are referred again within a span of time."""
    return share(f"closed_re_referred_{span}", f"Closed cases referred again within {within}",
                 (f"referred_again_{span}", "sum"), ("closed", "sum"), room="system",
                 better="lower", matters=0.5, source="demand 1.75",
                 definition=f"First referrals in the period within {within} of a case's closure, "
                 "for each case closed in the period.")  # fmt: skip


def ever(what: str, label: str) -> Measure:
    """Define a share of children by 18."""
    return share(f"ever_{what}", f"Ever {label} by 18", (f"turned_18_{what}", "sum"),
                 ("turned_18", "sum"), room="system", better="neither", matters=1.0,
                 definition=f"Children who turned 18 in the period and had ever been {label}.",
                 source="demand 1.72")  # fmt: skip


def ended(name: str, label: str, what: str, ids: str) -> Measure:
    """Define a share of plans or episodes of need by how long they had lasted."""
    return share(name, label, (f"{what}_ended_{name[-2:]}", "sum"), (f"{what}_ended", "sum"),
                 room="system", better="neither", matters=1.0, follows=CENSUS, source=ids,
                 definition=f"{label}, as a share of all that ended.")  # fmt: skip


AGES = (
    ("under_1", "under 1"), ("1_to_4", "of 1 to 4"), ("5_to_9", "of 5 to 9"),
    ("10_to_15", "of 10 to 15"),
)  # fmt: skip


def aged(name: str, words: str) -> Measure:
    """Define a share of children on a plan by age."""
    return share(f"plans_{name}", f"Children on a plan {words}", (f"plans_{name}", "end"),
                 ("plans", "end"), room="system", better="neither", matters=1.0, follows=CENSUS,
                 definition=f"Children {words} years, of all on a child protection plan.",
                 source="demand 1.68")  # fmt: skip


FLOWS = (
    rate("contacts", "Contacts", "contacts", room="system", better="neither", matters=30,
         decimals=0, definition="Contacts received at the front door.", source="demand 1.70"),
    share("contacts_per_referral", "Contacts per referral", ("contacts", "sum"),
          ("referrals", "sum"), room="system", better="neither", matters=0.2, unit="ratio",
          scale=1.0, definition="Contacts received divided by referrals.",
          source="demand 1.70 1.01"),
    rate("referrals", "Referrals", "referrals", room="system", better="neither", matters=10,
         decimals=0, definition="Contacts accepted as a request for services, case not open.",
         follows=CENSUS, source="demand 1.20"),
    closed_re_referred("1y", "12 months"),
    closed_re_referred("6y", "six years"),
    share("re_referral", "Re-referrals within 12 months", ("re_referrals", "sum"),
          ("referrals", "sum"), room="system", better="lower", matters=0.5, follows=CENSUS,
          definition="Referrals within 12 months of an earlier referral.", source="demand 1.03"),
    source("source_police", "Referrals from police", "referrals_police", "demand 1.21"),
    source("source_school", "Referrals from schools", "referrals_school", "demand 1.22"),
    source("source_health", "Referrals from health", "referrals_health", "demand 1.23"),
    share("referral_nfa", "Referrals closed without assessment", ("referrals_no_action", "sum"),
          ("referrals", "sum"), room="system", better="neither", matters=0.5, follows=CENSUS,
          definition="Referrals that led to no further action.", source="demand 1.04"),
    share("referral_not_in_need", "Referrals found not in need", ("referrals_not_in_need", "sum"),
          ("referrals", "sum"), room="system", better="neither", matters=1.0, follows=CENSUS,
          definition="Referrals assessed after which the child was found not in need.",
          source="demand 1.05"),
    rate("section_47", "Section 47 enquiries", "enquiries", room="system", better="neither",
         matters=3, definition="Section 47 enquiries begun.", follows=CENSUS, source="demand 1.15"),
    rate("conferences", "Initial conferences", "conferences", room="system", better="neither",
         matters=1, definition="Initial child protection conferences.", follows=CENSUS,
         source="demand 1.16"),
    share("icpc_per_s47", "Conferences per section 47 enquiry", ("conferences", "sum"),
          ("enquiries", "sum"), room="system", better="neither", matters=0.01, unit="ratio",
          scale=1.0, decimals=3, definition="Initial conferences divided by enquiries.",
          source="demand 1.91"),
    rate("plans_started", "Plans started", "plans_started", room="system", better="neither",
         matters=1, definition="Child protection plans started.", follows=CENSUS,
         source="demand 1.17"),
    share("plan_per_icpc", "Plans per conference", ("plans_started", "sum"), ("conferences", "sum"),
          room="system", better="neither", matters=0.01, unit="ratio", scale=1.0, decimals=3,
          definition="Plans started divided by initial conferences.", source="demand 1.92"),
    share("repeat_plan", "Repeat plans", ("repeat_plans", "sum"), ("plans_started", "sum"),
          room="system", better="lower", matters=0.5, follows=CENSUS, source="demand 1.11",
          definition="Plans started that are a second or later plan in the authority."),
    share("plan_ended_3m", "Plans ended within 3 months", ("plans_ended_3m", "sum"),
          ("plans_ended", "sum"), room="system", better="neither", matters=1.0, follows=CENSUS,
          definition="Plans ended that had lasted up to 3 months.", source="demand 1.62"),
    ended("plan_ended_6m", "Plans ended after 3 to 6 months", "plans", "demand 1.62"),
    ended("plan_ended_1y", "Plans ended after 6 to 12 months", "plans", "demand 1.62"),
    share("plan_ended_2y", "Plans ended after 2 years", ("plans_ended_2y", "sum"),
          ("plans_ended", "sum"), room="system", better="neither", matters=0.5, follows=CENSUS,
          definition="Plans ended that had lasted two years or more.", source="demand 1.62"),
    category("neglect", "neglect"),
    category("emotional", "emotional abuse"),
    category("physical", "physical abuse"),
    category("sexual", "sexual abuse"),
    share("cin_ended_3m", "Episodes of need ended within 3 months", ("needs_ended_3m", "sum"),
          ("needs_ended", "sum"), room="system", better="neither", matters=1.0, follows=CENSUS,
          definition="Episodes of need ended that had lasted up to 3 months.",
          source="demand 1.27"),
    ended("cin_ended_6m", "Episodes of need ended after 3 to 6 months", "needs", "demand 1.65"),
    ended("cin_ended_1y", "Episodes of need ended after 6 to 12 months", "needs", "demand 1.65"),
    ended("cin_ended_2y", "Episodes of need ended after 2 years", "needs", "demand 1.28"),
    *(aged(*one) for one in AGES),
    share("assessed_45", "Assessments within 45 working days", ("assessments_45", "sum"),
          ("assessments", "sum"), room="system", better="higher", matters=1.0, follows=CENSUS,
          definition="Assessments finished within 45 working days of referral.",
          source="demand 1.24"),
    share("conference_15", "Conferences within 15 working days", ("conferences_15", "sum"),
          ("conferences", "sum"), room="system", better="higher", matters=1.0, follows=CENSUS,
          definition="Initial conferences within 15 working days of the enquiry's start.",
          source="demand 1.25"),
    rate("care_starts", "Children starting care", "care_started", room="system", better="neither",
         matters=0.5, definition="Children starting to be looked after (none unaccompanied).",
         follows="DfE looked-after children", source="demand 1.32 1.33"),
    rate("care_applications", "Care applications", "applications", room="system", better="neither",
         matters=0.3, counts="applications",
         definition="Applications for a care order, one a family.", follows="Cafcass",
         source="demand 1.35"),
    share("proceedings_weeks", "Length of care proceedings", ("proceedings_weeks", "sum"),
          ("proceedings_ended", "sum"), room="system", better="lower", matters=1.0, unit="weeks",
          scale=1.0, definition="Mean length of proceedings that ended.",
          source="demand 1.80 1.81"),
    ever("referred", "referred"),
    ever("in_need", "in need"),
    ever("plan", "on a plan"),
)  # fmt: skip

STOCKS = (
    level("plans_stock", "Children on a plan", "plans", room="system", better="neither", matters=1,
          definition="Children on a child protection plan at the end of the period.",
          follows=CENSUS, source="demand 1.18"),
    level("cin_stock", "Children in need", "in_need", room="system", better="neither", matters=5,
          definition="Children with an open episode of need at the end of the period.",
          follows=CENSUS, source="demand 1.19"),
    share("cin_stock_2y", "In need for two years or more", ("in_need_2y", "end"),
          ("in_need", "end"), room="system", better="neither", matters=1.0, follows=CENSUS,
          definition="Children in need whose episode has been open two years or more.",
          source="demand 1.29"),
    level("looked_after", "Children looked after", "looked_after", room="system", better="neither",
          matters=1,
          definition="Children looked after at the end of the period (none unaccompanied).",
          follows="DfE looked-after children", source="demand 1.31 1.33"),
    level("early_help", "Children receiving early help", "early_help", room="system",
          better="neither", matters=2, definition="Children receiving targeted early help."),
    level("unallocated", "Children without a social worker", "unallocated", room="system",
          better="lower", matters=1, definition="Open cases that no social worker holds."),
    level("contacts_waiting", "Contacts waiting", "contacts_waiting", room="system", better="lower",
          matters=1, definition="Contacts not yet screened at the end of a week."),
)  # fmt: skip

MONEY = (
    share("spend", "Spend on children's services", ("spend", "yearly"), ("children", "mean"),
          room="money", better="lower", matters=5, decimals=0, unit="£ per child a year", scale=1.0,
          counts="pounds",
          definition="Gross spend, in 2023-24 prices, with the scenario's own costs.",
          follows="DfE section 251", source="demand 6.01"),
    share("spend_placement_share", "Share of spend on placements", ("spend_placements", "sum"),
          ("spend", "sum"), room="money", better="lower", matters=0.5, counts="pounds",
          definition="Spend on looked-after children's placements.", source="demand 6.02"),
    share("spend_early_help_share", "Share of spend on early help", ("spend_early_help", "sum"),
          ("spend", "sum"), room="money", better="higher", matters=0.5, counts="pounds",
          definition="Spend on early help and family support.", source="demand 6.06"),
    share("spend_agency_share", "Share of staff spend on agency", ("spend_agency", "sum"),
          (("spend_agency", "sum"), ("spend_staff", "sum")), room="money", better="lower",
          matters=0.5, counts="pounds",
          definition="Spend on agency staff over all spend on staff."),
    share("cost_per_recognised", "Spend per child recognised", ("spend", "sum"),
          ("recognised", "sum"), room="money", better="lower", matters=5, decimals=0,
          unit="£ thousand", scale=1e-3, counts="pounds",
          definition="All spend divided by child-spells of harm recognised, those that began under "
          "protection among them."),
    share("churn_cost", "Cost of staff coming and going",
          (("churn_recruiting", "yearly"), ("churn_agency", "yearly"), ("churn_hours", "yearly")),
          ("posts", "mean"), room="money", better="lower", matters=100, decimals=0,
          unit="£ per post a year", scale=1.0, counts="pounds", source="workforce W300 W310",
          definition="Recruiting each starter, what agency workers cost beyond employed ones, and "
          "the pay of hours lost to notice and to agency workers' pace. Part of spend, not beside "
          "it; what vacancies leave undone and newcomers have yet to learn is not in it."),
    share("budget_gap", "Spend against the budget", ("spend", "sum"), ("budget", "sum"),
          room="money", better="lower", matters=0.5, counts="pounds", unit="% of budget",
          definition="Spend as a percentage of the budget of the same weeks."),
)  # fmt: skip
