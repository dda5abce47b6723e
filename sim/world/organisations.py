"""The first organisations: councils, teams, posts and the people in them."""

from math import exp

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import Chance, normal_quantile
from sim.rules.signs import AGENCY_COUNT
from sim.scenario import Scenario
from sim.state.columns import NEVER, Rows, Views, blank
from sim.state.organisation import Agency, Chief, Council, Inspector, Manager, National, Team
from sim.state.worker import EMPLOYED, Worker
from sim.world.population import sizes
from sim.world.settings import GRADES, Rates

MOST_POSTS = 1.6  # rows for each post, as far as workforce.posts_funded may rise
EXTRA_POSTS = 0.15  # rows beyond them, which only agency workers take: more than ever come
POST_NUMBERS = 100_000


def seats[T](kind: type[T], rows: int) -> Views[T]:
    """Make an empty table to fill row by row."""
    return Views(blank(kind, rows))


class Sizes:
    """How many rows each table needs, authority by authority."""

    def __init__(self, setting: Scenario, rates: Rates, chance: Chance, week: int) -> None:
        """Work the numbers out from families, posts for them, and span."""
        self.families = sizes(setting)
        number = np.arange(len(self.families))
        luck = [normal_quantile(u) for u in chance.uniforms("councils.criterion", week, number)]
        self.criteria = [
            rates.decisions[a].authority_spread * z if place.threshold is None else place.threshold
            for a, (place, z) in enumerate(zip(setting.authorities, luck, strict=True))
        ]
        work = [
            rates.workforce[a].posts_for_need * place.deprivation
            - rates.workforce[a].posts_for_thresholds * self.criteria[a]
            for a, place in enumerate(setting.authorities)
        ]
        self.posts = [
            max(2, round(n * exp(work[a]) / rates.workforce[a].families_per_post))
            for a, n in enumerate(self.families)
        ]
        self.rows = [
            int(np.ceil(n * MOST_POSTS)) + int(np.ceil(n * EXTRA_POSTS)) for n in self.posts
        ]
        self.teams = [max(2, round(n / rates.management[a].span)) for a, n in enumerate(self.posts)]


def councils(
    setting: Scenario, rates: Rates, made: Sizes, chance: Chance, week: int
) -> Rows[Council]:
    """Make the councils."""
    table = seats(Council, len(setting.authorities))
    starts = [
        np.concatenate([[0], np.cumsum(part)]) for part in (made.families, made.rows, made.teams)
    ]
    number = np.arange(len(table))
    leaving = chance.uniforms("councils.exit", week, number)
    for a, place in enumerate(setting.authorities):
        row = table[a]
        row.real_families = place.families
        row.first_family, row.end_family = starts[0][a], starts[0][a + 1]
        row.first_worker, row.end_worker = starts[1][a], starts[1][a + 1]
        row.first_team, row.end_team = starts[2][a], starts[2][a + 1]
        row.deprivation, row.posts = place.deprivation, made.posts[a]
        row.criterion_effect = made.criteria[a]
        row.exit_effect = rates.workforce[a].authority_spread * normal_quantile(leaving[a])
        row.grade = GRADES.index(place.help_and_protection)
        begin(row, rates, a, week)
    return table.table


def begin(row: Council, rates: Rates, a: int, week: int) -> None:
    """Give a council the state of a quiet year."""
    media, inspection = rates.media[a], rates.inspection[a]
    row.judged = week
    row.inspection_due = week + int(inspection.cycle_weeks * (1 + a % 4) / 4)
    row.blame = media.background_blame
    row.fear = media.fear_of_blame * media.background_blame
    row.rules = media.rules_usual
    row.load = 1.0
    row.timely = row.visited = rates.management[a].first_figures
    row.indicators = row.reports = rates.management[a].first_figures
    row.movers = row.posts * rates.workforce[a].from_authorities * rates.workforce[a].hires


def teams(councils_: Rows[Council], rates: Rates) -> Rows[Team]:
    """Make the teams."""
    table = Views(councils_)
    made = seats(Team, table[len(table) - 1].end_team)
    for a in range(len(table)):
        for row in range(table[a].first_team, table[a].end_team):
            made[row].authority, made[row].manager = a, row
            made[row].supervision = rates.management[a].supervision_usual
            made[row].span = rates.management[a].span
            made[row].safety = rates.management[a].safety_usual
            made[row].last_exit = NEVER
    return made.table


def workers(councils_: Rows[Council], rates: Rates, chance: Chance, week: int) -> Rows[Worker]:
    """Make the posts, four in five filled, with people in the middle of their careers."""
    table = Views(councils_)
    made = seats(Worker, table[len(table) - 1].end_worker)
    for a in range(len(table)):
        council = table[a]
        share = rates.allocation[a].assessment_share
        many = council.end_team - council.first_team
        most_seats = int(np.ceil(council.posts / many))
        extra_from = council.end_worker - int(np.ceil(council.posts * EXTRA_POSTS))
        for row in range(council.first_worker, council.end_worker):
            place = row - council.first_worker
            post = made[row]
            post.authority, post.number = a, a * POST_NUMBERS + place
            seat, team = (place // many) % most_seats, place % many
            post.team = council.first_team + team
            post.assesses = int((team + seat / most_seats) / many < share)
            post.extra, post.open = int(row >= extra_from), int(place < council.posts)
            post.leaves = post.sick_until = NEVER
            post.time = post.visits = post.discrimination = 1.0
            vacancy = chance.uniform("workers.vacancy", week, post.number)
            if post.open and vacancy > rates.workforce[a].usual_vacancy:
                fill(post, rates, a, chance, week)
    return made.table


def fill(post: Worker, rates: Rates, a: int, chance: Chance, week: int) -> None:
    """Put someone with a career behind them into a post."""
    n = post.number
    w = rates.workforce[a]
    years = w.first_tenure * chance.uniform("workers.tenure", week, n) ** 2
    post.filled = EMPLOYED
    post.occupant = 1
    post.started = week - int(years * WEEKS_IN_YEAR)
    post.experience = (
        years + w.first_experience * chance.uniform("workers.experience", week, n) ** 2
    )
    later = w.first_age_range * chance.uniform("workers.age", week, n) ** 2
    post.age = w.first_age + post.experience + later
    post.talent = rates.casework[a].skill_spread * chance.normal("workers.talent", week, n)
    post.own_criterion = rates.decisions[a].worker_spread * chance.normal(
        "workers.criterion", week, n
    )
    post.training = 1.0
    post.load = 1.0


def agencies(table: Rows[Council], rates: Rates) -> Rows[Agency]:
    """Make the partner agencies: one of each kind for each authority."""
    made = seats(Agency, len(table) * AGENCY_COUNT)
    for row in range(len(made)):
        a, kind = divmod(row, AGENCY_COUNT)
        made[row].authority, made[row].kind = a, kind
        made[row].response = rates.partners[a].usual_response
        made[row].discrimination = rates.partners[a].discrimination_school
        made[row].criterion = rates.partners[a].criterion
    return made.table


def managers(
    teams_: Rows[Team], councils_: int, rates: Rates, chance: Chance, week: int
) -> Rows[Manager]:
    """Make the managers: of each team, then a service manager and a director of each council."""
    made = Views(teams_)
    table = seats(Manager, len(made) + 2 * councils_)
    for row in range(len(table)):
        above = row - len(made)
        post = table[row]
        post.grade = 0 if above < 0 else 1 + above // councils_
        post.authority = made[row].authority if above < 0 else above % councils_
        post.team = row if above < 0 else -1
        post.started = week
        luck = chance.normal("managers.skill", week, row)
        p = rates.management[post.authority]
        post.skill = max(p.skill_least, 1.0 + p.skill_spread * luck)
    return table.table


def chiefs(rates: Rates, councils_: int, chance: Chance, week: int) -> Rows[Chief]:
    """Make the chief executives."""
    table = seats(Chief, councils_)
    for a in range(councils_):
        p = rates.leadership[a]
        table[a].authority, table[a].started = a, week
        table[a].background = int(chance.uniform("chiefs.background", week, a) < p.background_share)
        table[a].blames = int(chance.uniform("chiefs.blames", week, a) < p.blaming_share)
        table[a].attention, table[a].belief = p.attention_usual, p.word_of_good
    return table.table


def inspectors(rates: Rates, councils_: int, chance: Chance, week: int) -> Rows[Inspector]:
    """Make the pool of inspectors: at least two teams."""
    p = rates.inspection[0]
    count = max(2 * int(p.team), round(p.inspectors_per_authority * councils_))
    table = seats(Inspector, count)
    for row in range(count):
        table[row].severity = p.severity_spread * chance.normal("inspectors.severity", week, row)
    return table.table


def national() -> Rows[National]:
    """Make what all share."""
    table = seats(National, 1)
    return table.table
