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
from sim.state.organisation import STORY, Council
from sim.world.world import World

STORIES = index("stories")
WEEK, FAMILY, CELL, FATAL, PUBLISHED = (
    INCIDENT_COLUMNS.index(name) for name in ("week", "family", "cell", "fatal", "published")
)
DAYS_IN_WEEK = 7.0


def run(world: World) -> None:
    """Tell stories, let attention fade, and let blame be felt."""
    fade(world)
    tell(world)
    for a in range(len(world.councils)):
        feel(world, a)


by_agents = run


def fade(world: World) -> None:
    """Let attention fade: fast, and over the inquiry's years."""
    national = world.seen.national[0]
    for a, council in enumerate(world.councils):
        kept = exp(-DAYS_IN_WEEK / world.rates.media[a].attention_days)
        council.attention *= kept
        council.inquiry *= exp(-1.0 / (world.rates.media[a].inquiry_years * WEEKS_IN_YEAR))
        if a == 0:
            national.attention *= kept


def tell(world: World) -> None:
    """Turn this week's incidents into stories, or not."""
    book = world.tables.incidents
    for row in book.rows[: book.count[0]][::-1]:
        if row[WEEK] != world.week:
            break
        a = int(row[CELL]) // CELLS
        rates, council = world.rates.media[a], world.councils[a]
        chance = rates.story_share * (rates.story_fatal if row[FATAL] else 1.0)
        chance *= (1.0 + council.attention) * rates.publication
        if world.chance.uniform("media.story", world.week, int(row[FAMILY])) < chance:
            row[PUBLISHED] = 1.0
            national = rates.story_size / rates.england_authorities
            publish(world, a, rates.story_size, national=national)


def publish(world: World, a: int, size: float, national: float) -> None:
    """Publish a story about an authority.

    size     : attention it brings there; 1 is the most covered case of a usual year
    national : attention it brings everywhere
    """
    council, rates = world.councils[a], world.rates.media[a]
    council.attention += size * (1.0 - rates.attention_tail)
    council.inquiry += size * rates.attention_tail
    council.incident_alarm = min(1.0, council.incident_alarm + size)
    council.failed = max(council.failed, STORY)
    world.chief_executives[a].be_alarmed(STORY)
    world.seen.national[0].attention += national
    world.tables.tally[a * CELLS, STORIES] += 1.0


def feel(world: World, a: int) -> None:
    """Let an authority feel blame, and fear, norms and rules follow it."""
    council, rates, management = world.councils[a], world.rates.media[a], world.rates.management[a]
    loops = world.rates.loops[a]
    felt = council.attention + council.inquiry
    if world.rates.couplings[0].press:
        felt += rates.spill_over * world.seen.national[0].attention
    council.blame = min(1.0, rates.blame_culture * (rates.background_blame + 1.0 - exp(-felt)))
    shielded = council.blame * interpreted(blame_on_staff)(management)
    target = rates.fear_of_blame * shielded + rates.naming
    council.fear += (target - council.fear) / rates.fear_weeks
    beyond = shielded - rates.background_blame
    council.norm += (rates.norm_of_blame * beyond - council.norm / rates.norm_years) / WEEKS_IN_YEAR
    newcomers = council.newcomers - rates.usual_newcomers
    called_for = rates.rules_of_newcomers * newcomers * loops.inexperience_calls_rules
    council.rules += called_for / WEEKS_IN_YEAR
    answered = rates.rules_of_blame * rates.prescription
    council.rules += answered * (council.blame - rates.background_blame) / WEEKS_IN_YEAR
    council.rules -= (council.rules - rates.rules_usual) / (rates.rules_years * WEEKS_IN_YEAR)
    learn(council, rates, loops)


def learn(council: Council, rates: Media, loops: Loops) -> None:
    """Learn from what went wrong, as far as people speak freely of what will be published."""
    spoken = exp(-rates.chill_of_publication * rates.publication * council.blame)
    if loops.publicity_chills_learning == 0.0:
        spoken = rates.usual_learning
    council.learning += (spoken - council.learning) / (rates.learning_years * WEEKS_IN_YEAR)
