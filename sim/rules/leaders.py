"""How those at the top come and go: pressure, a name that draws, and what newness costs."""

from math import exp

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.culture import answers_with_removal, fear_beyond
from sim.state.organisation import JUDGEMENT, NONE, Chief, Council, Director


def pressure(council: Council, p: Leadership, media: Media, loops: Loops) -> float:
    """Give the ratio in which blame makes leaders leave sooner."""
    return exp(
        p.exit_of_pressure * interpreted(fear_beyond)(council, media) * loops.good_leaders_lost
    )


def name_of(council: Council, p: Leadership, loops: Loops) -> float:
    """Give the log by which an authority's name makes others want its director."""
    return p.draw_of_name * council.reputation * loops.good_leaders_lost


def settled(director: Director, week: int, p: Leadership) -> bool:
    """Whether a director has been here long enough to be asked elsewhere."""
    return not director.interim and week - director.started >= p.settled_years * WEEKS_IN_YEAR


def rest_of_england(authorities: int, england: float, shared: bool) -> float:
    """Share of all other authorities that are not simulated, or not shared with."""
    return max(0.0, england - authorities) / (england - 1.0) if shared else 1.0


def drawn_away(
    council: Council, director: Director, week: int, rest: float, p: Leadership, loops: Loops
) -> float:
    """Yearly rate at which the rest of England takes a director.

    rest : share of all other authorities that it is
    """
    if not settled(director, week, p):
        return 0.0
    usual = 1.0 if loops.leader_domino == 0.0 else rest
    return p.drawn_elsewhere * usual * exp(name_of(council, p, loops))


def answers_by_removal(
    chief: Chief, failed: int, p: Leadership, m: Management, loops: Loops
) -> float:
    """Chance that a chief executive answers a failure with the director's removal."""
    if failed == NONE:
        return 0.0
    felt = loops.poor_leaders_replaced if failed == JUDGEMENT else loops.blame_runs_downhill
    return p.director_removed * chief.blames * interpreted(answers_with_removal)(m) * felt


def appetite_drawn(z: float, p: Leadership) -> float:
    """How far a chief executive's attention becomes action; 1 is usual.

    z : standard normal
    """
    return exp(p.appetite_spread * z)


def skill_drawn(z: float, p: Leadership, m: Management) -> float:
    """Skill of a director once at home in the work; 1 is usual.

    z : standard normal
    """
    return max(m.skill_least, 1.0 + p.leader_spread * z)


def skill_shown(director: Director, week: int, p: Leadership) -> float:
    """Skill of whoever answers for the post: less if standing in, or new to such posts."""
    if director.interim:
        return director.own_skill * p.interim_skill
    return director.own_skill * (
        p.first_post_skill if director.first and not settled(director, week, p) else 1.0
    )


def believes(council: Council, grade: int, reports: float, p: Leadership, loops: Loops) -> float:
    """Give what a leader's sources say of practice together.

    grade   : of the last judgement
    reports : what is heard from below
    """
    weights = p.weight_indicators, p.weight_reports, p.weight_judgement, p.weight_incidents
    says = (
        word_of_indicators(council, p, loops), reports, word_of(grade, p, loops),
        max(0.0, 1.0 - remembered(council, p, loops)),
    )  # fmt: skip
    return sum(weight * word for weight, word in zip(weights, says, strict=True)) / sum(weights)


def word_of_indicators(council: Council, p: Leadership, loops: Loops) -> float:
    """Take indicators for what they show; with the loop of comfort off, their usual word."""
    return council.indicators if loops.false_comfort else p.usual_word


def remembered(council: Council, p: Leadership, loops: Loops) -> float:
    """Give how far publicised incidents are remembered; with their loop off, as usual."""
    return council.incident_alarm if loops.incidents_bring_attention else p.usual_alarm


def word_of(grade: int, p: Leadership, loops: Loops) -> float:
    """Take a judgement for so much quality of practice; with its loop off, a usual one."""
    if loops.inspection_corrects_belief == 0.0:
        return p.usual_judgement
    words = (
        p.word_of_inadequate, p.word_of_requires_improvement, p.word_of_good,
        p.word_of_outstanding,
    )  # fmt: skip
    return words[grade]


def candour(chief: Chief, p: Leadership, loops: Loops) -> float:
    """Share of what a director knows to be wrong that the chief executive hears."""
    blamed = chief.blames if loops.silence else p.blaming_share
    return p.candour_of_director + blamed * (p.candour_under_blame - p.candour_of_director)


def suspends(chief: Chief, p: Leadership, m: Management, loops: Loops) -> float:
    """Chance that a chief executive answers a story by suspending who held the case."""
    answers = interpreted(answers_with_removal)(m)
    return p.suspended * chief.blames * answers * loops.blame_runs_downhill
