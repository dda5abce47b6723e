"""A story's course: it is written of, fades, and is taken up again on the dates that follow it."""

from math import exp
from typing import NamedTuple

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.parameters.media import Media

STORY_COLUMNS = (
    "week", "authority", "judgement", "size", "everywhere", "attention", "first_month",
    "first_year",
)  # fmt: skip
DAYS_IN_WEEK, FIRST_MONTH = 7.0, 30.0
OLD_NEWS = 104  # weeks after which nothing is left of a story
DATES = 3  # inquiry, trial and review


class Story(NamedTuple):
    """A row of the book of stories.

    size       : attention that it brings at first; 1 is the most covered case of a usual year
    everywhere : share of its attention that all authorities have
    """

    week: float
    authority: float
    judgement: float
    size: float
    everywhere: float
    attention: float = 0.0
    first_month: float = 0.0
    first_year: float = 0.0


def written_at(age: int, judgement: bool, m: Media) -> float:
    """Share of a story's size that is written anew so many weeks after it broke.

    An inspector's judgement is news once; what went wrong in a family has its dates.
    """
    if judgement:
        return 1.0 if age == 0 else 0.0
    each = m.relit / DATES
    fresh = 1.0 - m.relit if age == 0 else 0.0
    fresh += each if age == int(m.inquiry_weeks) else 0.0
    fresh += each if age == int(m.trial_weeks) else 0.0
    return fresh + (each * m.publication if age == int(m.review_weeks) else 0.0)


def chance_of_story(fatal: bool, attention: float, m: Media) -> float:
    """Chance that a serious incident becomes a story, where there is so much attention already."""
    usual = m.story_share * (m.story_fatal if fatal else 1.0)
    return usual * (1.0 + attention) * m.publication


def spoken_freely(blame: float, m: Media) -> float:
    """How freely people speak of what went wrong where it will be published."""
    return exp(-m.chill_of_publication * m.publication * blame)


def kept_in_a_week(m: Media) -> float:
    """Share of attention that is left after a week."""
    return exp(-DAYS_IN_WEEK / m.attention_days)


def within_first_month(age: int) -> float:
    """Share of a week that lies in a story's first month."""
    return min(1.0, max(0.0, (FIRST_MONTH - DAYS_IN_WEEK * age) / DAYS_IN_WEEK))


def within_first_year(age: int) -> float:
    """Whether a week lies in a story's first year."""
    return 1.0 if age < WEEKS_IN_YEAR else 0.0
