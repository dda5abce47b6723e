"""Books of money, from outside: what a week costs, worked out anew from rows and parameters."""

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.state.columns import column
from sim.state.organisation import TRUST
from sim.state.worker import AGENCY, EMPLOYED
from tests.staff_books import near

HEADS = ("staff", "agency", "placements", "early_help", "other", "policy")
TEN_THOUSAND = 1e4


def pounds(week):
    """Pounds: each head is what its price asks for, and all of them are the spend."""
    heads = week.add_up(*(f"spend_{name}" for name in HEADS))
    yield "every pound has a head", near(heads, week.count("spend"))
    priced = any(one.cost.yearly or one.cost.set_up for one in week.model.setting.actions)
    assert not priced, "no policy here has a price of its own"
    for a in range(week.places):
        for head, asked in (
            ("staff", pay(week, a, EMPLOYED) + beside_pay(week, a)),
            ("agency", pay(week, a, AGENCY)),
            ("placements", placements(week, a)),
            ("early_help", column(week.before.councils, "early_help_budget")[a]),
            ("other", services(week, a)),
            ("policy", 0.0),
        ):
            yield head, near(asked, week.count(f"spend_{head}")[a])
        paid = week.count("cost_intervention")[a]
        yield "the department's", near(intervention(week, a), paid)


def pay(week, a, filled):
    """Pay of whoever stands in posts so."""
    m, w = week.model.rates.money[a], week.model.rates.workforce[a]
    workers = week.after.workers
    there = workers[(workers["authority"] == a) & (workers["filled"] == filled)]
    each = np.where(there["kind"] > 1, m.manager_cost, m.staff_cost * m.direct_staff_share)
    rate = 1 + w.pay_supplement
    if filled == AGENCY:
        rate = min(m.agency_premium, m.agency_price_cap)
    return (there["fte"] * each).sum() / WEEKS_IN_YEAR * rate


def beside_pay(week, a):
    """What staff cost beside their pay.

    Were every post filled at the usual pay, a case-holding post would cost what money.staff_cost
    says, all overheads and managers included.
    """
    r, council = week.model.rates, week.model.councils[a]
    m, funded = r.money[a], r.workforce[a].posts_funded
    managers = council.all_posts - council.posts - council.other_posts
    social_workers = council.posts * funded + council.other_posts
    full = social_workers * m.staff_cost * m.direct_staff_share + managers * m.manager_cost
    overheads = m.staff_cost * council.posts * funded - full
    made = week.model.seen.teams[council.first_team].span
    spans = council.posts * funded * (1 / r.management[a].span - 1 / made)
    children = week.model.children_in(a)
    hub = r.front_door[a].hub_hours - r.front_door[a].usual_hub_hours
    return (
        overheads + spans * m.manager_cost + council.trainees * m.trainee_cost
        + children * r.casework[a].family_help_share * m.family_help_cost
    ) / WEEKS_IN_YEAR + children / TEN_THOUSAND * hub * m.hub_hour_cost  # fmt: skip


def placements(week, a):
    """Children in care at the week's price: growth, and scarcity."""
    m, council = week.model.rates.money[a], week.model.councils[a]
    children = week.count("looked_after")[a]
    price = (1 + m.placement_growth) ** (max(0, week.number) / WEEKS_IN_YEAR)
    if council.usual_care and children:
        price *= (children / council.usual_care) ** m.placement_scarcity
    return (children + week.count("unaccompanied")[a]) * m.placement_week * price


def intervention(week, a):
    """What the department pays for an authority's rung, at the size of the simulation."""
    p, council = week.model.rates.intervention[a], week.before.councils[a]
    rung, since = council["rung"], week.number - council["rung_since"]
    yearly = (
        0.0, p.adviser_cost, p.notice_cost, p.direction_cost, p.commissioner_cost, p.trust_cost
    )[rung]  # fmt: skip
    a_week = yearly / WEEKS_IN_YEAR
    if rung == TRUST and since < p.trust_weeks:
        a_week = p.commissioner_cost / WEEKS_IN_YEAR + p.trust_set_up / p.trust_weeks
    return a_week * week.model.setting.population_scale


def services(week, a):
    """Other spend by the child, and services that levers bring."""
    r, m = week.model.rates, week.model.rates.money[a]
    each = m.other_per_child + r.decisions[a].family_group_share * m.family_group_cost
    each += r.partners[a].under_fives_reached * m.centre_cost
    each += r.families[a].universal_help * m.universal_help_cost
    each += r.casework[a].expert_visit_share * m.expert_visit_cost
    return week.model.children_in(a) * each / WEEKS_IN_YEAR
