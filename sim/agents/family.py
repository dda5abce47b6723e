"""A family: lives, comes under pressure, may come to harm its children, is seen or is not."""

from sim.agents.actor import Actor
from sim.kernel.chance import uniform
from sim.kernel.compiled import interpreted
from sim.rules.consequences import OutcomeLuck, end_early_help, follow, risk
from sim.rules.family import FamilyLuck, passage_of
from sim.rules.observe import could_be_seen
from sim.rules.signs import SignLuck, see_sign
from sim.rules.turn import change, take_turn
from sim.state.household import Household
from sim.state.record import Record
from sim.state.trace import Trace
from sim.state.truth import Truth


class Family(Actor):
    """One family slot; its number is its row."""

    @property
    def home(self) -> Household:
        """What anyone may know of it."""
        return self.seen.homes[self.row]

    @property
    def truth(self) -> Truth:
        """What is really happening; hidden from professionals."""
        return self.seen.truth[self.row]

    @property
    def record(self) -> Record:
        """Its file."""
        return self.seen.record[self.row]

    @property
    def trace(self) -> Trace:
        """What the observer keeps of its spell of harm."""
        return self.seen.trace[self.row]

    def take_turn(self, luck: FamilyLuck, own: int) -> None:
        """Grow older; let pressure drift; move, perhaps.

        own : the authority in which its slot began
        """
        t, a = self.seen, self.home.authority
        passage = interpreted(passage_of)(
            self.rates("families", a), t.councils[a].economic,
            self.rates("couplings", 0).family_moves,
        )  # fmt: skip
        interpreted(take_turn)(
            self.home, self.truth, self.record, self.trace, t.chances, self.row, own, self.week,
            t.councils, passage, self.rates("families", a), self.rates("partners", a),
            self.rates("loops", a), luck, t.population, t.spells, t.tally,
        )  # fmt: skip

    def change(self, luck: FamilyLuck) -> None:
        """Begin or cease to harm."""
        t, a = self.seen, self.home.authority
        interpreted(change)(
            self.home, self.truth, self.record, self.trace, t.chances, self.row, self.week,
            self.rates("families", a), self.rates("partners", a), self.rates("loops", a), luck,
            t.harmed, t.spells, t.tally,
        )  # fmt: skip

    def could_be_seen(self, luck: SignLuck) -> bool:
        """Whether someone could see a sign this week."""
        u = uniform(luck.sign, self.row)
        return interpreted(could_be_seen)(self.seen.chances, self.row, u)

    def be_seen(self, luck: SignLuck) -> None:
        """Show a sign to whoever is there to see it."""
        t, a = self.seen, self.home.authority
        interpreted(see_sign)(
            self.home, self.truth, self.record, self.trace, self.row, self.week, t.agencies,
            self.rates("families", a), self.rates("partners", a), self.rates("casework", a),
            self.rates("loops", a), luck, t.queue, t.tally,
        )  # fmt: skip

    def feel_consequences(self) -> None:
        """Be helped, protected or moved, as the file says."""
        t, a = self.seen, self.home.authority
        interpreted(follow)(
            self.home, self.truth, self.record, self.trace, t.chances, self.row, self.week,
            self.rates("families", a), self.rates("partners", a), self.rates("loops", a), t.spells,
            t.tally,
        )  # fmt: skip

    def run_risk(self, luck: OutcomeLuck, scale: float) -> None:
        """Let harm end in a serious incident, or not."""
        t, a = self.seen, self.home.authority
        interpreted(risk)(
            self.home, self.truth, self.record, self.row, self.week, scale,
            self.rates("outcomes", a), luck, t.workers, t.queue, t.incidents, t.tally,
        )  # fmt: skip

    def end_early_help(self) -> None:
        """Finish a spell of early help whose time is up."""
        a = self.home.authority
        interpreted(end_early_help)(
            self.home,
            self.truth,
            self.record,
            self.week,
            self.rates("families", a),
            self.rates("front_door", a),
            self.rates("loops", a),
            self.seen.tally,
        )
