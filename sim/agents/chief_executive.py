"""A chief executive: what reaches the top, what it attends to, how it answers failure."""

from math import exp

from sim.agents.actor import Actor
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import paired
from sim.kernel.compiled import interpreted
from sim.rules.harm import weekly_chance
from sim.rules.leaders import answers_by_removal, pressure
from sim.rules.management import duty_to_report, problems_of
from sim.state.organisation import JUDGEMENT, Chief, Council


class ChiefExecutive(Actor):
    """The head of paid service of one authority; its number is the authority's."""

    @property
    def post(self) -> Chief:
        """Its row."""
        return self.seen.chiefs[self.row]

    @property
    def council(self) -> Council:
        """Its council."""
        return self.seen.councils[self.row]

    @property
    def number(self) -> int:
        """Number by which it draws: the post and who holds it."""
        return paired(self.row, self.post.occupant)

    def think(self, weeks: int) -> None:
        """Move belief towards what indicators, reports, the last judgement and incidents say."""
        rates, council = self.rates("leadership", self.row), self.council
        says = (
            rates.weight_indicators * self.word_of_indicators()
            + rates.weight_reports * council.reports
            + rates.weight_judgement * self.word_of(council.grade)
            + rates.weight_incidents * max(0.0, 1.0 - self.remembered())
        )
        weight = (
            rates.weight_indicators
            + rates.weight_reports
            + rates.weight_judgement
            + rates.weight_incidents
        )
        step = 1.0 - exp(-rates.belief_speed * weeks / WEEKS_IN_YEAR)
        self.post.belief += (says / weight - self.post.belief) * step

    def word_of_indicators(self) -> float:
        """Take indicators for what they show; with the loop of comfort off, their usual word."""
        if self.rates("loops", self.row).false_comfort == 0.0:
            return float(self.rates("leadership", self.row).usual_word)
        return self.council.indicators

    def remembered(self) -> float:
        """Give how far publicised incidents are remembered; with their loop off, as usual."""
        if self.rates("loops", self.row).incidents_bring_attention == 0.0:
            return float(self.rates("leadership", self.row).usual_alarm)
        return self.council.incident_alarm

    def word_of(self, grade: int) -> float:
        """Take a judgement for so much quality of practice; with its loop off, a usual one."""
        rates = self.rates("leadership", self.row)
        if self.rates("loops", self.row).inspection_corrects_belief == 0.0:
            return float(rates.usual_judgement)
        words = (
            rates.word_of_inadequate,
            rates.word_of_requires_improvement,
            rates.word_of_good,
            rates.word_of_outstanding,
        )
        return float(words[grade])

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
        self.post.started = self.week
        background = self.chance.uniform("leadership.background", self.week, self.number)
        self.post.background = int(background < rates.background_share)
        blames = self.chance.uniform("leadership.blames", self.week, self.number)
        self.post.blames = int(blames < rates.blaming_share)
        self.post.belief = self.word_of_indicators()
