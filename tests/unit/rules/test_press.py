"""A story's course by hand: what is written when, and what a month holds of a year."""

from math import exp

import numpy as np
import pandas as pd
import pytest

from sim.analysis.statistics.press import coverage_in_first_month
from sim.analysis.statistics.span import Span
from sim.parameters.media import Media
from sim.rules.press import (
    chance_of_story,
    kept_in_a_week,
    spoken_freely,
    within_first_month,
    within_first_year,
    written_at,
)
from tests.sections import section

M = section(Media)
DATES = {0, int(M.inquiry_weeks), int(M.trial_weeks), int(M.review_weeks)}


def written(weeks=104, judgement=False, m=M):
    return [written_at(age, judgement, m) for age in range(weeks)]


def test_a_story_is_written_of_at_once_and_on_its_dates():
    course = written()
    assert {age for age, part in enumerate(course) if part > 0} == DATES
    assert course[0] == pytest.approx(1 - M.relit)
    assert sum(course) == pytest.approx(1.0)


def test_without_publication_the_review_is_no_news():
    course = written(m=section(Media, publication=0.0))
    assert {age for age, part in enumerate(course) if part > 0} == DATES - {int(M.review_weeks)}
    assert sum(course) == pytest.approx(1 - M.relit / 3)


def test_a_judgement_is_news_once():
    assert written(judgement=True) == [1.0, *[0.0] * 103]


def test_weeks_of_the_first_month_hold_thirty_days():
    assert sum(7 * within_first_month(age) for age in range(60)) == pytest.approx(30)
    assert [within_first_year(52), within_first_year(53)] == [1, 0]


def test_half_of_a_year_is_written_in_the_first_month():
    """Within the published tolerance, from the numbers in force (governance B30, B31)."""
    attention, month, year = 0.0, 0.0, 0.0
    for age, part in enumerate(written()):
        attention = attention * kept_in_a_week(M) + part
        month += attention * within_first_month(age)
        year += attention * within_first_year(age)
    assert 100 * month / year == pytest.approx(48, abs=8)


def test_deaths_and_attention_make_stories_and_publication_none_without():
    usual = chance_of_story(False, 0.0, M)
    assert usual == pytest.approx(M.story_share)
    assert chance_of_story(True, 1.0, M) == pytest.approx(2 * M.story_fatal * usual)
    assert chance_of_story(True, 1.0, section(Media, publication=0.0)) == 0


def test_people_speak_freely_where_nobody_is_blamed_or_nothing_is_published():
    assert spoken_freely(0.0, M) == spoken_freely(1.0, section(Media, publication=0.0)) == 1
    assert spoken_freely(0.5, M) == pytest.approx(
        exp(-0.5 * M.chill_of_publication * M.publication)
    )


def test_the_statistic_takes_stories_of_incidents_that_are_a_year_old():
    told = pd.DataFrame({
        "week": [0, 10, 20, 90], "about": ["incident", "judgement", "incident", "incident"],
        "first_month": [1.0, 9.0, 2.0, 9.0], "first_year": [4.0, 9.0, 4.0, 9.0],
    })  # fmt: skip
    assert coverage_in_first_month(told, Span("2023-24", 100, 1.0)) == pytest.approx(37.5)
    assert np.isnan(coverage_in_first_month(told, Span("2023-24", 40, 1.0)))
