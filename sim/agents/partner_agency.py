"""A partner agency: what it covers, how well it sees, and what it passes on."""

from sim.agents.actor import Actor
from sim.kernel.compiled import interpreted
from sim.rules.agency import look_at_week, take_in_answers, think_again
from sim.state.organisation import Agency


class PartnerAgency(Actor):
    """One agency of one authority."""

    @property
    def place(self) -> Agency:
        """Its row."""
        return self.seen.agencies[self.row]

    def look_at_week(self, school_share: float, closed: float) -> None:
        """Set the share of families' signs that it is there to see this week."""
        rates = self.rates("partners", self.place.authority)
        interpreted(look_at_week)(self.place, school_share, closed, rates)

    def think_again(self) -> None:
        """Set how well it sees, and how strong a sign it passes on."""
        a = self.place.authority
        interpreted(think_again)(
            self.place, self.seen.councils[a], self.rates("partners", a),
            self.rates("casework", a), self.rates("media", a), self.rates("loops", a),
        )  # fmt: skip

    def take_in_answers(self) -> None:
        """Remember what became of this week's contacts."""
        interpreted(take_in_answers)(self.place, self.rates("partners", self.place.authority))
