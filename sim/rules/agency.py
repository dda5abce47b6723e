"""A partner agency's week: what it covers, how well it sees, what it passes on."""

from math import exp

from sim.casefile.events import PUBLIC, SCHOOL
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.loops import Loops
from sim.parameters.media import Media
from sim.parameters.partners import Partners
from sim.rules.observe import half_way
from sim.state.organisation import Agency, Council


@compiled
def look_at_week(agency: Agency, school_share: float, closed: float, q: Partners) -> None:
    """Set the share of families' signs that it is there to see this week.

    school_share : share of the week's days on which schools are open
    closed       : share of its contact with families that a closure takes away
    """
    agency.coverage = 1.0 - closed
    if agency.kind == SCHOOL:
        least = max(q.school_holiday, q.schools_open_in_holidays)
        agency.coverage = max(least, school_share * (1.0 - closed))


@compiled
def discrimination_of(kind: int, q: Partners) -> float:
    """How well one kind of agency tells harm from pressure."""
    each = (
        q.discrimination_police, q.discrimination_school, q.discrimination_health,
        q.discrimination_professional, q.discrimination_public,
    )  # fmt: skip
    return each[kind]


@compiled
def think_again(
    agency: Agency, council: Council, q: Partners, c: Casework, m: Media, loops: Loops
) -> None:
    """Set how well it sees, and the strength of a sign that it passes on.

    That is lower with blame, and higher when contacts go unanswered. Who sits with the hub hears
    what became of a contact as far as screening leaves time to tell.
    """
    own = discrimination_of(agency.kind, q)
    told = council.pace if loops.shared_triage else 1.0
    agency.discrimination = own + q.co_location * q.co_location_gain * told
    if agency.kind != PUBLIC:
        agency.discrimination += q.standards * q.standards_gain
    beyond = council.blame - m.background_blame
    agency.caution = q.caution_of_blame * beyond * loops.partners_cover_themselves
    lost = 1.0 - agency.response / q.usual_response
    tired = q.fatigue * max(0.0, lost) * loops.partner_fatigue
    agency.criterion = q.criterion - half_way(own, c) - agency.caution + tired
    if agency.kind != PUBLIC:
        agency.criterion -= q.punitive_escalation * q.caution_of_escalation


@compiled
def take_in_answers(agency: Agency, q: Partners) -> None:
    """Remember what became of this week's contacts."""
    if agency.screened > 0.0:
        kept = exp(-1.0 / (q.response_memory * WEEKS_IN_YEAR))
        answer = agency.accepted / agency.screened
        agency.response = kept * agency.response + (1.0 - kept) * answer
        agency.screened = 0.0
        agency.accepted = 0.0
