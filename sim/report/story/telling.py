"""Telling: what pages of families and of social workers say in words of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sim.report.story.lanes import Track
from sim.report.story.tell import Week
from sim.scenario import Scenario
from sim.study.story.diary import Diary, Entry

DIARY, SENTENCES = "story.csv", "sentences.csv"


@dataclass(frozen=True, slots=True)
class Telling:
    """How one kind of story is told.

    one        : whom it is of; `the` as a sentence names them again
    asked      : how it is said that the number was given
    titles     : of a page, by the rule that picked; `untitled` where a number was given
    invented   : the first line of a page
    glance     : what the picture shows
    other_way  : what fits a rule that compares, were the scenarios to change places
    names      : how the number is written
    in_words   : what a row of the diary is about
    table      : a life quarter by quarter: heads, then rows; empty where there is none
    kinship    : what must be said of a twin who is none
    """

    one: str
    the: str
    asked: str
    titles: Mapping[str, str]
    untitled: str
    invented: str
    glance: str
    other_way: str
    notes: Sequence[str]
    scaled: Callable[[Scenario], str]
    names: Callable[[int], str]
    option: str
    tell: Callable[[Diary, Scenario], list[Week]]
    tracks: Sequence[Track]
    in_words: Callable[[Entry], str]
    table: Callable[[Diary, Scenario], list[list[str]]]
    kinship: Callable[[Diary, Diary], list[str]]
