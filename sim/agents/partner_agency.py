"""A partner agency: what it covers, how well it sees, and what it passes on."""

from math import exp

from sim.agents.actor import Actor
from sim.casefile.events import HEALTH, POLICE, PROFESSIONAL, SCHOOL
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.state.organisation import Agency

KINDS = 5


class PartnerAgency(Actor):
    """One agency of one authority."""

    @property
    def place(self) -> Agency:
        """Its row."""
        return self.seen.agencies[self.row]

    def look_at_week(self, school_share: float, closed: float) -> None:
        """Set the share of families' signs that it is there to see this week.

        school_share : share of the week's days on which schools are open
        closed       : share of its contact with families that a closure takes away
        """
        if self.row % KINDS != SCHOOL:
            self.place.coverage = 1.0 - closed
            return
        rates = self.rates("partners", self.place.authority)
        least = max(rates.school_holiday, rates.schools_open_in_holidays)
        self.place.coverage = max(least, school_share * (1.0 - closed))

    def think_again(self) -> None:
        """Set how well it sees, and how strong a sign it passes on."""
        self.place.discrimination = self.discrimination()
        self.place.criterion = self.criterion()

    def discrimination(self) -> float:
        """How well it tells harm from pressure."""
        rates = self.rates("partners", self.place.authority)
        own = {
            POLICE: rates.discrimination_police,
            SCHOOL: rates.discrimination_school,
            HEALTH: rates.discrimination_health,
            PROFESSIONAL: rates.discrimination_professional,
        }.get(self.place.kind, rates.discrimination_public)
        return float(own + rates.co_location * rates.co_location_gain)

    def criterion(self) -> float:
        """Strength of a sign that it passes on: lower with blame, higher without response."""
        a = self.place.authority
        rates, loops = self.rates("partners", a), self.rates("loops", a)
        beyond = self.seen.councils[a].blame - self.rates("media", a).background_blame
        self.place.caution = rates.caution_of_blame * beyond * loops.partners_cover_themselves
        lost = 1.0 - self.place.response / rates.usual_response
        tired = rates.fatigue * max(0.0, lost) * loops.partner_fatigue
        return float(rates.criterion - self.place.caution + tired)

    def take_in_answers(self) -> None:
        """Remember what became of this week's contacts."""
        agency = self.place
        screened = agency.screened
        if screened > 0.0:
            years = self.rates("partners", agency.authority).response_memory
            kept = exp(-1.0 / (years * WEEKS_IN_YEAR))
            agency.response = kept * agency.response + (1.0 - kept) * agency.accepted / screened
            agency.screened = agency.accepted = 0.0
