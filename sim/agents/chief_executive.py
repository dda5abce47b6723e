"""A chief executive: what reaches the top, what it attends to, how it answers failure."""

from math import exp

from sim.agents.leader import Leader
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import paired
from sim.kernel.compiled import interpreted
from sim.rules.harm import weekly_chance
from sim.rules.leaders import (
    answers_by_removal,
    appetite_drawn,
    pressure,
    suspends,
    word_of_indicators,
)
from sim.rules.management import duty_to_report, problems_of
from sim.state.columns import NOBODY
from sim.state.organisation import JUDGEMENT, Chief


class ChiefExecutive(Leader):
    """The head of paid service of one authority; its number is the authority's."""

    @property
    def post(self) -> Chief:
        """Its row."""
        return self.seen.chiefs[self.row]

    @property
    def heard(self) -> float:
        """What the director tells of practice quality."""
        return self.council.told

    @property
    def number(self) -> int:
        """Number by which it draws: the post and who holds it."""
        return paired(self.row, self.post.occupant)

    def suspend(self, family: int) -> None:
        """Answer a story, or not, by suspending the social worker who holds the case."""
        p, m = self.rates("leadership", self.row), self.rates("management", self.row)
        holder = self.seen.record[family].worker
        luck = self.chance.uniform("leadership.suspension", self.week, self.number)
        if holder != NOBODY and luck < suspends(self.post, p, m, self.rates("loops", self.row)):
            self.seen.workers[holder].suspended_until = self.week + 1 + int(p.suspension_weeks)

    def attend(self, weeks: int) -> None:
        """Let attention fade towards what is usual: less where all is believed to be well."""
        rates = self.rates("leadership", self.row)
        usual = rates.attention_usual + rates.attention_of_background * self.post.background
        usual += interpreted(duty_to_report)(rates)
        usual += rates.attention_of_doubt * (rates.belief_usual - self.post.belief)
        usual = min(1.0, max(0.0, usual))
        fade = 1.0 - exp(-weeks / (rates.attention_years * WEEKS_IN_YEAR))
        self.post.attention += (usual - self.post.attention) * fade

    def be_alarmed(self, failed: int) -> None:
        """Attend, after a failure.

        failed : STORY or JUDGEMENT
        """
        loops = self.rates("loops", self.row)
        felt = (
            loops.grade_brings_resource if failed == JUDGEMENT else loops.incidents_bring_attention
        )
        more = self.rates("leadership", self.row).attention_of_alarm * felt
        self.post.attention = min(1.0, self.post.attention + more)

    def forget_alarm(self) -> None:
        """Let the memory of publicised incidents fade by a week."""
        years = self.rates("leadership", self.row).alarm_years
        self.council.incident_alarm *= exp(-1.0 / (years * WEEKS_IN_YEAR))

    def removes_director(self, failed: int) -> bool:
        """Answer a failure with the director's removal, or with review and protection.

        failed : NONE, STORY or JUDGEMENT
        """
        chance = answers_by_removal(
            self.post, failed, self.rates("leadership", self.row),
            self.rates("management", self.row), self.rates("loops", self.row),
        )  # fmt: skip
        return self.chance.uniform("leadership.removal", self.week, self.number) < chance

    def hear_afresh(self) -> None:
        """Hear a new director, who has looked at practice before getting used to it."""
        p, loops = self.rates("leadership", self.row), self.rates("loops", self.row)
        found = 1.0 - interpreted(problems_of)(self.council, self.seen.teams)
        heard = p.fresh_eyes * loops.poor_leaders_replaced
        self.post.belief += heard * (found - self.post.belief)

    def may_leave(self, weeks: int) -> bool:
        """Leave the post or not, sooner under blame."""
        p = self.rates("leadership", self.row)
        rate = p.chief_exit * pressure(
            self.council, p, self.rates("media", self.row), self.rates("loops", self.row)
        )
        luck = self.chance.uniform("leadership.chief_exit", self.week, self.number)
        if luck >= weekly_chance(rate * weeks):
            return False
        self.arrive()
        return True

    def arrive(self) -> None:
        """Take up the post as someone new, who believes what the papers say."""
        rates = self.rates("leadership", self.row)
        self.post.occupant += 1
        background = self.chance.uniform("leadership.background", self.week, self.number)
        self.post.background = int(background < rates.background_share)
        blames = self.chance.uniform("leadership.blames", self.week, self.number)
        self.post.blames = int(blames < rates.blaming_share)
        self.post.belief = word_of_indicators(self.council, rates, self.rates("loops", self.row))
        z = self.chance.normal("leadership.appetite", self.week, self.number)
        self.post.appetite = appetite_drawn(z, rates)
