"""A results folder made by hand: small, valid, and with effects that are known beforehand."""

import shutil
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.special import ndtri

from sim.kernel.calendar import Calendar
from sim.kernel.chance import Chance
from sim.measures import MEASURES
from sim.measures.compute import value
from sim.measures.counters import COUNTERS
from sim.scenario import Expectation, Experiment, Scenario
from sim.scenario.place import Authority
from sim.scenario.policy import Action, Change, Cost, Shock, Where
from sim.study import manifest, store
from sim.study.merge import in_period
from sim.study.plan import plan
from sim.study.tables import write_table
from tests.unit.report import decided, staffed

START, END = date(2023, 4, 1), date(2027, 3, 31)
POLICY_FROM = date(2024, 4, 1)
PLACES = ("Ashford Vale", "Birchley")
# Counters that each policy moves, as a factor: the effects that the report must find.
MOVES = {
    "baseline": {},
    "cap": {"cases": 0.85, "enquiries_unharmed": 0.9, "spells_recognised_52w": 1.15},
    "nothing": {},
    "swap": {"enquiries_unharmed": 1.3, "spells_recognised_52w": 1.3, "leavers": 1.2},
}
for number in range(1, 27):
    MOVES[f"policy-{number:02d}"] = {"cases": 0.9, "leavers": 0.8} if number % 5 == 0 else {}
FORETOLD = {
    "cap": (
        Expectation("caseload falls by 1", "caseload", "falls", 1.0),
        Expectation("recognised_52w rises because time is freed", "recognised_52w", "rises"),
    ),
    "swap": (
        Expectation("needless_enquiries falls", "needless_enquiries", "falls"),
        Expectation("caseload stays against policy-99", "caseload", "stays", 0.0, "policy-99"),
    ),
}
TITLES = {
    **{
        name: f"A policy whose name is rather long, the one of number {name[-2:]}" for name in MOVES
    },
    "baseline": "Current policy continues",
    "cap": "Cap on caseloads",
    "nothing": "A change of name",
    "swap": "Lower thresholds",
}
SIZES = {
    "children": 60_000, "harmed": 1400, "spells_began": 250, "spells_ended": 240,
    "spells_followed_52w": 240, "spells_recognised_52w": 90, "spells_never_recognised": 120,
    "contacts": 3700, "referrals": 770, "re_referrals": 172, "enquiries": 280, "conferences": 90,
    "enquiries_unharmed": 120, "plans_started": 77, "plans_unharmed": 20, "plans": 250,
    "in_need": 1990, "looked_after": 380, "posts": 120, "in_post": 100, "vacancies": 20,
    "leavers": 4, "cases": 1600, "case_holders": 100, "agency_staff": 18, "spend": 1.8e7,
    "authorities": 1, "budget": 1.75e7, "spend_placements": 9e6, "spend_early_help": 3e6,
    "hours_direct": 9800, "hours_travel": 2600, "hours_recording": 9500, "hours_training": 1000,
    "hours_meetings_on_cases": 3900, "hours_supervision": 1300, "hours_meetings": 2600,
    "hours_leave": 6000, "hours_sick": 1200, "hours_spare": 2000, "hours_lost": 700,
    "hours_contracted": 48_000, "hours_overtime": 1500,
}  # fmt: skip
ENDINGS = (
    "profession", "profession", "another authority", "profession", "agency", "profession",
    "another authority", "retired", "promoted",
)  # fmt: skip
NOISE = 0.03
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def scenario(name: str, *, quick: bool) -> Scenario:
    """Make one scenario; policies move one lever, and one suffers a shock."""
    places = tuple(
        Authority(place, 40_000, 0.0, kind, "North", "good", {})
        for place, kind in zip(PLACES, ("unitary", "county"), strict=True)
    )
    change = (Change("allocation.caseload_cap", "to", 16.0),)
    action = Action(
        "cap", "Statutory cap", POLICY_FROM, None, 26, Where(), change, Cost(2e6, 4e5, "2025-26")
    )
    shock = Shock("publicised_death", date(2025, 10, 6), None, Where(), "one", 1.0, None)
    return Scenario(
        name=name, title=TITLES[name], question="", start=START, end=END, past_years=1,
        authorities=places, population_scale=0.5, parameters={},
        quick=quick,
        actions=(action,) if name[:3] in ("cap", "pol") else (),
        shocks=(shock,) if name == "swap" else (), expectations=FORETOLD.get(name, ()),
    )  # fmt: skip


def experiment(names: tuple[str, ...], replicates: int, *, quick: bool) -> Experiment:
    """Ask what the policies change."""
    measures = ("recognised_52w", "needless_enquiries", "caseload", "turnover", "spend")
    return Experiment(
        name="made", title="Two policies and a change of name",
        question="Does a cap on caseloads find more harm?",
        scenarios=tuple(scenario(name, quick=quick) for name in names),
        against=names[0], replicates=replicates,
        seed=7, measures=measures, period_start=POLICY_FROM, period_end=END,
    )  # fmt: skip


def quarters() -> pd.DataFrame:
    """List the quarters of the run."""
    calendar = Calendar(START)
    weeks = pd.DataFrame({"week": range(calendar.week(END))})
    named = weeks["week"].map(calendar.quarter)
    weeks["quarter"] = [f"{year}-{(year + 1) % 100:02d} Q{part}" for year, part in named]
    groups = weeks.groupby("quarter", sort=False)["week"]
    return pd.DataFrame({"first_week": groups.min(), "weeks": groups.size()}).reset_index()


def quarterly(name: str, replicate: int) -> pd.DataFrame:
    """Make the counters of one run; luck is shared by all scenarios of a replicate."""
    chance = Chance(7, replicate)
    cells = [(place, quintile) for place in PLACES for quintile in range(6)]
    frame = quarters().merge(pd.DataFrame(cells, columns=["authority", "quintile"]), how="cross")
    acts = frame["first_week"].ge(Calendar(START).week(POLICY_FROM)).to_numpy()
    columns = {}
    for counter, known in COUNTERS.items():
        in_cell = frame["quintile"].gt(0).to_numpy() == (known.where == "quintile")
        size = SIZES.get(counter, 10.0) / (5 if known.where == "quintile" else 1)
        noise = luck(chance, counter, len(frame)) + 0.3 * luck(
            chance, f"{counter} {name}", len(frame)
        )
        factor = np.where(acts, MOVES[name].get(counter, 1.0), 1.0)
        columns[counter] = in_cell * size * factor * (1 + NOISE * noise)
        if known.kind == "stock":
            columns[f"{counter}_weeks"] = columns[counter] * frame["weeks"].to_numpy()
    return pd.concat([frame, pd.DataFrame(columns)], axis="columns")


def luck(chance: Chance, stream: str, n: int) -> np.ndarray:
    """Draw standard normal numbers."""
    return ndtri(chance.uniforms(stream, 0, np.arange(n)))


def jobs(name: str, replicate: int) -> pd.DataFrame:
    """Make employment spells; people stay longer under the cap, and where fewer leave."""
    n, chance, last = 400, Chance(7, replicate), Calendar(START).week(END)
    stay = 160.0 if name == "cap" else 110.0 / MOVES[name].get("leavers", 1.0)
    start = (chance.uniforms("start", 0, np.arange(n)) * (last + 150) - 150).astype(int)
    long = (-stay * np.log(chance.uniforms("stay", 0, np.arange(n)))).astype(int)
    stop = np.where(start + long > last, -1, start + long)
    return pd.DataFrame({
        "authority": PLACES[0], "person": np.arange(n), "start_week": start, "stop_week": stop,
        "ended_by": np.where(stop < 0, "", np.array(ENDINGS)[np.arange(n) % len(ENDINGS)]),
        "newly_qualified": np.arange(n) % 3 == 0, "agency": np.arange(n) % 7 == 0, "weight": 1.0,
    })  # fmt: skip


def spells(name: str, replicate: int) -> pd.DataFrame:
    """Make harm spells; some are recognised, some end unseen."""
    n, chance, last = 600, Chance(7, replicate), Calendar(START).week(END)
    speed = 1.3 if name in ("cap", "swap") else 1.0
    onset = (chance.uniforms("onset", 0, np.arange(n)) * (last + 100) - 100).astype(int)
    wait = (-90 / speed * np.log(chance.uniforms("wait", 0, np.arange(n)))).astype(int)
    length = (-70 * np.log(chance.uniforms("length", 0, np.arange(n)))).astype(int)
    found, ended = onset + np.minimum(wait, length), onset + length
    return pd.DataFrame({
        "authority": PLACES[0], "quintile": 1 + np.arange(n) % 5, "kind": "neglect",
        "chronic": False,
        "children": 1, "weight": 1.0, "onset_week": onset,
        "end_week": np.where(ended > last, -1, ended),
        "recognised_week": np.where((wait <= length) & (found <= last), found, -1),
    })  # fmt: skip


def of_decisions(maker):
    """Make a table of decisions in two quarters of the period, which is enough to add up."""
    return lambda name, replicate: maker(quarters().iloc[[6, 12]], name, replicate)


MAKERS = {
    "quarterly": quarterly, "jobs": jobs, "spells": spells,
    **{one.__name__: of_decisions(one) for one in (
        decided.decisions, decided.margins, decided.criteria, staffed.staff,
    )},
}  # fmt: skip


def written_results(
    path: Path, names: tuple[str, ...] = ("baseline", "swap", "cap", "nothing"),
    replicates: int = 6, *, quick: bool = False,
) -> Path:  # fmt: skip
    """Write a whole results folder."""
    asked = experiment(names, replicates, quick=quick)
    results = store.create(asked, "made", path)
    runs = sorted(plan(asked), key=lambda run: run.place)
    made = {
        table: [
            maker(run.scenario, run.replicate).assign(
                scenario=run.scenario, draw=run.draw, replicate=run.replicate
            )
            for run in runs
        ]
        for table, maker in MAKERS.items()
    }
    for table, frames in made.items():
        write_table(path / f"{table}.parquet", frames)
    rows = [
        {
            "key": run.key, "scenario": run.scenario, "draw": run.draw, "replicate": run.replicate,
            **{
                name: value(measure, in_period(frame, START, asked))
                for name, measure in MEASURES.items()
            },
        }
        for run, frame in zip(runs, made["quarterly"], strict=True)
    ]  # fmt: skip
    write_table(path / "runs.parquet", [pd.DataFrame(rows)])
    content = manifest.begin(results, runs, workers=2)
    batch = {
        "started": content["time"]["started"],
        "seconds": 3.0,
        "compile_seconds": 1.0,
        "cpu_seconds": 4.0,
    }
    manifest.end(
        results,
        content,
        status="finished",
        batch=batch,
        runs={"finished": len(runs)},
        hashes={"runs.parquet": "0" * 64},
    )
    return path


@pytest.fixture(scope="session")
def make_results():
    """Make another results folder, of chosen scenarios and replicates."""
    return written_results


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A results folder with three policies."""
    return written_results(tmp_path_factory.mktemp("made") / "results")


@pytest.fixture(scope="session")
def report(folder):
    """The text of its report."""
    from sim.report import write

    return write(folder).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def busy(tmp_path_factory):
    """A results folder with more policies than a figure or a table can hold."""
    names = ("baseline", *(f"policy-{number:02d}" for number in range(1, 10)))
    return written_results(tmp_path_factory.mktemp("busy") / "results", names, 3)


@pytest.fixture(scope="session")
def chromium():
    """A browser without a window; tests that need one are skipped where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.skip(f"no browser was found: none of {', '.join(BROWSERS)} is on the path")
    with sync_api.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, page):
    """Open the page of a test module in a window of some width."""
    contexts = []

    def open_it(width=1280):
        context = chromium.new_context(viewport={"width": width, "height": 900}, offline=True)
        contexts.append(context)
        one = context.new_page()
        one.goto(page.as_uri())
        return one

    yield open_it
    for context in contexts:
        context.close()
