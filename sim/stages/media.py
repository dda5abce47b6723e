"""Media: incidents and judgements become stories; attention decays; norms and rules remember.

Reads    this week's serious incidents, attention
Changes  attention, blame, fear, norms, rules
Draws    media.*
"""

from math import exp

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.measures.counters import CELLS, index
from sim.parameters.loops import Loops
from sim.parameters.media import Media
from sim.rules.consequences import INCIDENT_COLUMNS
from sim.rules.culture import blame_on_staff
from sim.rules.lists import note
from sim.rules.press import (
    OLD_NEWS,
    STORY_COLUMNS,
    Story,
    chance_of_story,
    kept_in_a_week,
    spoken_freely,
    within_first_month,
    within_first_year,
    written_at,
)
from sim.state.organisation import STORY, Council
from sim.world.world import World

STORIES = index("stories")
WEEK, FAMILY, CELL, FATAL, PUBLISHED = (
    INCIDENT_COLUMNS.index(name) for name in ("week", "family", "cell", "fatal", "published")
)
ATTENTION, MONTH, YEAR = (
    STORY_COLUMNS.index(name) for name in ("attention", "first_month", "first_year")
)


def run(world: World) -> None:
    """Tell stories, let them run their course, and let blame be felt."""
    tell(world)
    follow_stories(world)
    for a in range(len(world.councils)):
        feel(world, a)


by_agents = run


def tell(world: World) -> None:
    """Turn this week's incidents into stories, or not."""
    book = world.tables.incidents
    for row in book.rows[: book.count[0]][::-1]:
        if row[WEEK] != world.week:
            break
        a = int(row[CELL]) // CELLS
        rates, council = world.rates.media[a], world.councils[a]
        chance = chance_of_story(bool(row[FATAL]), council.attention, rates)
        if world.chance.uniform("media.story", world.week, int(row[FAMILY])) < chance:
            row[PUBLISHED] = 1.0
            publish(world, a, rates.story_size, everywhere=1.0 / rates.england_authorities)
            world.chief_executives[a].suspend(int(row[FAMILY]))


def publish(world: World, a: int, size: float, everywhere: float) -> None:
    """Publish a story about what went wrong in a family of an authority.

    size       : attention it brings there; 1 is the most covered case of a usual year
    everywhere : share of it that it brings everywhere
    """
    council = world.councils[a]
    note(world.tables.stories, Story(float(world.week), float(a), 0.0, size, everywhere))
    council.incident_alarm = min(1.0, council.incident_alarm + size)
    council.failed = max(council.failed, STORY)
    world.chief_executives[a].be_alarmed(STORY)
    world.tables.tally[a * CELLS, STORIES] += 1.0


def follow_stories(world: World) -> None:
    """Let stories fade, and be taken up again on their dates; they make all attention there is."""
    book, national = world.tables.stories, world.seen.national[0]
    for a, council in enumerate(world.councils):
        rates = world.rates.media[a]
        council.attention = council.told_everywhere = 0.0
        council.remembered *= exp(-1.0 / (rates.memory_years * WEEKS_IN_YEAR))
    for row in book.rows[: book.count[0]][::-1]:
        story = Story(*row)
        age, a = world.week - int(story.week), int(story.authority)
        if age > OLD_NEWS:
            break
        rates, council = world.rates.media[a], world.councils[a]
        written = story.size * written_at(age, bool(story.judgement), rates)
        row[ATTENTION] = story.attention * kept_in_a_week(rates) + written
        row[MONTH] += row[ATTENTION] * within_first_month(age)
        row[YEAR] += row[ATTENTION] * within_first_year(age)
        council.attention += float(row[ATTENTION])
        council.remembered += rates.remembered * written * (1.0 - story.judgement)
        council.told_everywhere += float(row[ATTENTION]) * story.everywhere
    national.attention = sum(council.told_everywhere for council in world.councils)


def feel(world: World, a: int) -> None:
    """Let an authority feel blame, and fear, norms and rules follow it."""
    council, rates, management = world.councils[a], world.rates.media[a], world.rates.management[a]
    loops = world.rates.loops[a]
    felt = council.attention + council.remembered
    if world.rates.couplings[0].press:
        elsewhere = world.seen.national[0].attention - council.told_everywhere
        felt += rates.spill_over * elsewhere
    council.blame = min(1.0, rates.blame_culture * (rates.background_blame + 1.0 - exp(-felt)))
    shielded = council.blame * interpreted(blame_on_staff)(management)
    target = rates.fear_of_blame * shielded + rates.naming
    council.fear += (target - council.fear) / rates.fear_weeks
    beyond = shielded - rates.background_blame
    council.norm += (rates.norm_of_blame * beyond - council.norm / rates.norm_years) / WEEKS_IN_YEAR
    newcomers = council.newcomers - rates.usual_newcomers
    called_for = rates.rules_of_newcomers * newcomers * loops.inexperience_calls_rules
    answered = rates.rules_of_blame * rates.prescription
    called_for += answered * (council.blame - rates.background_blame)
    council.rules += room_for_rules(council.rules, called_for, rates) * called_for / WEEKS_IN_YEAR
    council.rules -= (council.rules - rates.rules_usual) / (rates.rules_years * WEEKS_IN_YEAR)
    learn(council, rates, loops)


def room_for_rules(rules: float, called_for: float, rates: Media) -> float:
    """Share of the rules called for that can still be added or taken away; 1 at the usual."""
    if called_for > 0.0:
        return (1.0 - rules) / (1.0 - rates.rules_usual)
    return rules / rates.rules_usual


def learn(council: Council, rates: Media, loops: Loops) -> None:
    """Learn from what went wrong, as far as people speak freely of what will be published."""
    spoken = spoken_freely(council.blame, rates)
    if loops.publicity_chills_learning == 0.0:
        spoken = rates.usual_learning
    council.learning += (spoken - council.learning) / (rates.learning_years * WEEKS_IN_YEAR)
