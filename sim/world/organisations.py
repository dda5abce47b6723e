"""The first organisations: councils, teams, agencies, managers, inspectors."""

from math import exp

import numpy as np

from sim.kernel.chance import Chance, normal_quantile, paired
from sim.rules.customs import first_customs
from sim.rules.leaders import appetite_drawn, skill_drawn
from sim.rules.signs import AGENCY_COUNT
from sim.scenario import Scenario
from sim.state.columns import NEVER, NOBODY, Rows, Views
from sim.state.organisation import (
    NO_VISIT,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    Agency,
    Chief,
    Council,
    Director,
    Inspector,
    Manager,
    National,
    Team,
)
from sim.world.population import sizes
from sim.world.posts import Block, seats
from sim.world.settings import GRADES, Rates


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
            max(2.0, n * exp(work[a]) / rates.workforce[a].families_per_post)
            for a, n in enumerate(self.families)
        ]
        self.blocks = [
            Block(posts, rates.workforce[a], rates.management[a])
            for a, posts in enumerate(self.posts)
        ]
        self.rows = [block.end for block in self.blocks]
        self.teams = [block.managers - 1 for block in self.blocks]


def councils(
    setting: Scenario, rates: Rates, made: Sizes, chance: Chance, week: int
) -> Rows[Council]:
    """Make the councils."""
    table = seats(Council, len(setting.authorities))
    starts = [
        np.concatenate([[0], np.cumsum(part)]) for part in (made.families, made.rows, made.teams)
    ]
    number = np.arange(len(table))
    regions = sorted({place.region for place in setting.authorities})
    leaving = chance.uniforms("councils.exit", week, number)
    for a, place in enumerate(setting.authorities):
        row = table[a]
        row.real_families = place.families
        row.first_family, row.end_family = starts[0][a], starts[0][a + 1]
        row.first_worker, row.end_worker = starts[1][a], starts[1][a + 1]
        row.first_team, row.end_team = starts[2][a], starts[2][a + 1]
        row.deprivation, row.seats = place.deprivation, made.blocks[a].seats
        row.region = regions.index(place.region)
        row.criterion_effect = made.criteria[a]
        row.door_custom, row.enquiry_custom = first_customs(chance, week, a, rates.decisions[a])
        row.exit_effect = rates.workforce[a].authority_spread * normal_quantile(leaving[a])
        row.grade = GRADES.index(place.help_and_protection)
        begin(row, rates, a, week)
    return table.table


def begin(row: Council, rates: Rates, a: int, week: int) -> None:
    """Give a council the state of a quiet year."""
    media, inspection = rates.media[a], rates.inspection[a]
    row.judged = week
    row.last_full = week - int(inspection.cycle_weeks * (3 - a % 4) / 4)
    row.last_visit, row.joint_due = week, NEVER
    row.visit, row.stepped_out, row.rung_due = NO_VISIT, NEVER, NEVER
    row.first_failed = row.better_judgement = row.better_practice = NEVER
    row.worst_area = row.monitored = row.grade
    row.blame = media.background_blame
    row.fear = media.fear_of_blame * media.background_blame
    row.rules = media.rules_usual
    row.load = row.recording = row.pace = 1.0
    row.newcomers, row.learning = media.usual_newcomers, media.usual_learning
    row.timely = row.visited = rates.management[a].first_figures
    row.indicators = row.reports = row.told = rates.management[a].first_figures


def teams(councils_: Rows[Council], rates: Rates) -> Rows[Team]:
    """Make the teams."""
    table = Views(councils_)
    made = seats(Team, table[len(table) - 1].end_team)
    for a in range(len(table)):
        for row in range(table[a].first_team, table[a].end_team):
            made[row].authority, made[row].manager = a, row
            made[row].supervision = rates.management[a].supervision_usual
            made[row].supervised = rates.casework[a].supervision_hours
            made[row].span = rates.management[a].span
            made[row].safety = rates.management[a].safety_usual
            made[row].last_exit = NEVER
    return made.table


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
    teams_: Rows[Team], councils_: Rows[Council], made_of: Sizes, rates: Rates, chance: Chance,
    week: int,
) -> Rows[Manager]:  # fmt: skip
    """Make the managers: of each team, then a service manager of each council."""
    made, places = Views(teams_), Views(councils_)
    table = seats(Manager, len(made) + len(places))
    for row in range(len(table)):
        above = row - len(made)
        post = table[row]
        post.grade = TEAM_MANAGER if above < 0 else SERVICE_MANAGER
        post.authority = made[row].authority if above < 0 else above
        post.team = row if above < 0 else NOBODY
        council, block = places[post.authority], made_of.blocks[post.authority]
        first = council.first_worker + block.without_cases
        of_service = first + block.managers - 1
        post.seat = first + row - council.first_team if above < 0 else of_service
        post.started = week
        luck = chance.normal("managers.skill", week, row)
        p = rates.management[post.authority]
        post.skill = post.own_skill = max(p.skill_least, 1.0 + p.skill_spread * luck)
    return table.table


def directors(rates: Rates, councils_: int, chance: Chance, week: int) -> Rows[Director]:
    """Make the directors: all appointed, and at home in the work."""
    table = seats(Director, councils_)
    for a in range(councils_):
        post = table[a]
        post.authority, post.started = a, week
        post.number = paired(a, 0)
        z = chance.normal("directors.skill", 0, post.number)
        post.own_skill = post.skill = skill_drawn(z, rates.leadership[a], rates.management[a])
        post.belief = rates.leadership[a].director_belief_usual
    return table.table


def chiefs(rates: Rates, councils_: int, chance: Chance, week: int) -> Rows[Chief]:
    """Make the chief executives."""
    table = seats(Chief, councils_)
    for a in range(councils_):
        p = rates.leadership[a]
        table[a].authority = a
        table[a].background = int(chance.uniform("chiefs.background", week, a) < p.background_share)
        table[a].blames = int(chance.uniform("chiefs.blames", week, a) < p.blaming_share)
        table[a].attention, table[a].belief = p.attention_usual, p.word_of_good
        table[a].appetite = appetite_drawn(chance.normal("chiefs.appetite", week, a), p)
    return table.table


def inspectors(rates: Rates, councils_: int, chance: Chance, week: int) -> Rows[Inspector]:
    """Make the pool of inspectors: at least two teams."""
    p = rates.inspection[0]
    count = max(2 * int(p.team), round(p.inspectors_per_authority * councils_))
    table = seats(Inspector, count)
    for row in range(count):
        table[row].place = table[row].earlier = NOBODY
        table[row].starts = table[row].free = week
        table[row].severity = p.severity_spread * chance.normal("inspectors.severity", week, row)
    return table.table


def national() -> Rows[National]:
    """Make what all share."""
    table = seats(National, 1)
    return table.table
