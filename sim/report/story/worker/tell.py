"""Tell: from a person's diary to a story, week by week, truth on one side and the file beside."""

from dataclasses import dataclass, field

from sim.report.numbers import counted
from sim.report.story.moment import Moment, Sentence
from sim.report.story.tell import Week, told_by
from sim.report.story.worker.came import ARRIVALS
from sim.report.story.worker.changed import CHANGES
from sim.report.story.worker.went import GOINGS
from sim.report.story.worker.words import Places, filled, in_post, places_of, signed_sd
from sim.report.story.worker.year import LONG, Stretch
from sim.scenario import Scenario
from sim.state.columns import NEVER
from sim.state.worker import LOOKING, ON_BOOKS
from sim.study.story.diary import Diary

EVENTS = (*GOINGS, *ARRIVALS, *CHANGES)


@dataclass(slots=True)
class Teller:
    """What must be remembered between weeks to tell a working life well.

    away : since when they have been off sick, for a spell that is told by itself
    """

    places: Places
    stretch: Stretch = field(default_factory=Stretch)
    sentences: list[Sentence] = field(default_factory=list)
    away: int | None = None

    def take(self, moment: Moment) -> None:
        """Take in one moment."""
        told = [one for event in EVENTS for one in event(moment, self.places)]
        told += self.sick(moment)
        if any(one.side == "file" for one in told) or self.stretch.is_over(moment.week):
            self.end_stretch(moment)
        self.sentences += told
        self.stretch.take(moment)

    def end_stretch(self, moment: Moment) -> None:
        """Tell of the weeks since the file last had something to tell."""
        told = list(self.stretch.tell(moment.week, moment.date))
        if told or not in_post(moment.now):
            self.stretch = Stretch()
        self.sentences += told

    def sick(self, moment: Moment) -> list[Sentence]:
        """Tell of a long spell of sickness, as it begins and as it ends."""
        until = int(moment.now.get(("person", "sick_until"), NEVER))
        begins = moment.has("person", "sick_until") and until - moment.week >= LONG
        if begins and self.away is None:
            self.away = moment.week
            return [moment.say("file", "Went off sick.", "person.sick_until")]
        if self.away is None or moment.week < until:
            return []
        weeks, self.away = moment.week - self.away, None
        if not in_post(moment.now):
            return []
        text = f"Came back to work after {counted(weeks, 'week')} off sick."
        return [moment.say("file", text, "person.sick_until")]


def tell(diary: Diary, scenario: Scenario) -> list[Week]:
    """Tell a working life: a row for each week in which something happened."""
    return told_by(Teller(places_of(scenario)), diary, in_truth, on_file)


def in_truth(moment: Moment) -> Sentence:
    """Say how things stood in truth."""
    if not in_post(moment.now):
        text = {LOOKING: "They looked for a post.", ON_BOOKS: "They waited for an assignment."}.get(
            filled(moment.now), "They are followed no further."
        )
        return moment.say("truth", text, "post.filled", plain=True)
    text = f"Strain stood at {signed_sd(moment.now['person', 'strain'])}."
    return moment.say("truth", text, "person.strain", plain=True)


def on_file(moment: Moment) -> Sentence:
    """Say how things stood on file."""
    if not in_post(moment.now):
        return moment.say("file", "No authority employed them.", "post.filled", plain=True)
    if moment.now["person", "leaves"] > NEVER:
        return moment.say("file", "At work, in notice.", "person.leaves", plain=True)
    off = moment.week < moment.now["person", "sick_until"]
    text = "Off sick." if off else "At work."
    return moment.say("file", text, "post.filled", "person.sick_until", plain=True)
