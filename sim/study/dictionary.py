"""Dictionary: what each column of each table holds, in words, for whoever opens the file."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sim.measures import MEASURES
from sim.measures.counters import COUNTERS

WEEKS_SUFFIX = "_weeks"
OF_A_RUN = {
    "key": ("name of the run: a hash of everything that can change its result", ""),
    "scenario": ("scenario", ""),
    "draw": ("sample of the uncertainties; 0 is the central one", "number"),
    "replicate": ("stream of luck, the same in every scenario", "number"),
}
QUARTER = {
    "quarter": ("quarter of the financial year", ""),
    "first_week": ("first week of the quarter, from the scenario's start", "week"),
    "weeks": ("weeks in the quarter", "weeks"),
}
DECISION = {"decision": ("what was decided, by whether evidence lay above a criterion", "")}
OF_A_TABLE: dict[str, dict[str, tuple[str, str]]] = {
    "decisions": QUARTER
    | DECISION
    | {
        "truth": (
            "kind of harm, in care that before it; none; or ended within three months",
            "",
        ),
        "youngest": ("age of the family's youngest child", "years"),
        "quintile": ("fifth of deprivation, 5 the most deprived", ""),
        "children": ("children decided on", "children"),
        "above": ("of them, those whose evidence lay above the criterion", "children"),
    },
    "margins": QUARTER
    | DECISION
    | {
        "harmed": ("whether there was harm, or had been within three months, or before care", ""),
        "margin": ("evidence less criterion: lower edge of a band of a quarter SD", "SD"),
        "children": ("children decided on", "children"),
    },
    "criteria": QUARTER
    | DECISION
    | {
        "authority": ("local authority", ""),
        "children": ("children decided on", "children"),
        "base": ("criterion before anything moves it, on average over children", "SD"),
        "by_authority": ("moved by the authority's ways, lasting and of the year", "SD"),
        "by_policy": ("moved by policy", "SD"),
        "by_worker": ("moved by the worker's own criterion, after the signature", "SD"),
        "by_experience": ("moved by the worker's experience", "SD"),
        "by_load": ("moved by load", "SD"),
        "by_fear": ("moved by fear", "SD"),
        "by_norm": ("moved by norms that have drifted", "SD"),
    },
    "quarterly": QUARTER
    | {
        "authority": ("local authority", ""),
        "quintile": ("fifth of deprivation, 5 the most deprived; 0 the organisation", ""),
    },
    "staff": QUARTER
    | {
        "authority": ("local authority", ""),
        "grade": ("grade, by the post held and the person's own standing", ""),
        "experience": ("years in the profession", "years"),
        "terms": ("whether employed by the authority or by an agency", ""),
        "fte": ("staff at the end of a week, on average over the quarter", "FTE"),
        "strain": ("strain, on average over them", "SD"),
        "stressed": ("of them, those who count as stressed", "share"),
        "cases": ("children whose cases they hold, on average over weeks", "children"),
        "days_sick": ("working days lost to sickness", "days"),
        "days_contracted": ("working days contracted", "days"),
        "hours_demanded": ("hours that cases asked for", "hours"),
        "hours_available": ("hours available for cases", "hours"),
        "hours_overtime": ("hours worked over contract", "hours"),
    },
    "spells": {
        "authority": ("local authority", ""),
        "quintile": ("fifth of deprivation, 5 the most deprived", ""),
        "cell": ("authority and quintile, by the model's own number", "number"),
        "kind": ("kind of harm", ""),
        "chronic": ("whether the spell is of the lasting sort", ""),
        "children": ("dependent children in the family", "children"),
        "weight": ("real families that this one stands for", "families"),
        "onset_week": ("when harm began", "week"),
        "end_week": ("when harm ended; -1 if it lasts", "week"),
        "recognised_week": (
            "when it was recognised, the week of its onset if it began under protection; -1 if it "
            "was not",
            "week",
        ),
        "noticed_week": ("when an agency first noticed; -1 if none did", "week"),
        "referred_week": ("when a referral was first accepted; -1 if none was", "week"),
        "failing_stage": ("last stage at which it was missed", ""),
        "ended_by": ("what ended it", ""),
    },
    "jobs": {
        "authority": ("local authority", ""),
        "person": ("permanent number of the social worker, in whatever post", "number"),
        "grade": ("grade at the end of the job", ""),
        "start_week": ("first week in post; before the scenario's start if negative", "week"),
        "stop_week": ("last week in post; -1 if still there", "week"),
        "ended_by": ("where the social worker went", ""),
        "newly_qualified": ("whether newly qualified at the start", ""),
        "agency": ("whether employed by an agency", ""),
        "fte": ("hours, against a full week", "FTE"),
        "experience": ("years in the profession at the start", "years"),
        "age": ("age at the start", "years"),
        "came_from": ("where the social worker came from", ""),
        "weight": ("real social workers that this one stands for", "social workers"),
    },
    "incidents": {
        "week": ("when it happened", "week"),
        "authority": ("local authority", ""),
        "quintile": ("fifth of deprivation, 5 the most deprived", ""),
        "family": ("permanent number of the family", "number"),
        "age_band": ("age of the child", "years"),
        "status_then": ("status of the case when it happened", ""),
        "known": ("whether services knew the family: never, closed or open", ""),
        "fatal": ("whether a child died", ""),
        "published": ("whether it became a story", ""),
    },
    "judgements": {
        "week": ("when it was given", "week"),
        "authority": ("local authority", ""),
        "visit": ("kind of visit", ""),
        "area": ("area judged; overall where grades are summed up", ""),
        "grade": ("judgement", ""),
    },
    "stories": {
        "week": ("when it broke", "week"),
        "authority": ("local authority", ""),
        "about": ("an incident in a family, or a judgement of inspectors or the department", ""),
        "size": (
            "attention that it brings, against the most covered case of a usual year",
            "ratio",
        ),
        "first_month": ("what was written in its first month", "attention-weeks"),
        "first_year": ("the same in its first year", "attention-weeks"),
    },
}


@dataclass(frozen=True, slots=True)
class Word:
    """What is said of one column."""

    label: str
    unit: str = ""
    better: str = ""
    definition: str = ""

    def said(self) -> dict[str, str]:
        """Give what is known, leaving out what is empty."""
        return {name: text for name in self.__slots__ if (text := getattr(self, name))}


def words(table: str) -> dict[str, Word]:
    """Describe every column that a table may have."""
    known = {name: Word(*said) for name, said in {**OF_A_RUN, **OF_A_TABLE.get(table, {})}.items()}
    if table == "quarterly":
        known |= counter_words()
    if table == "runs":
        known |= {
            name: Word(one.label, one.unit, one.better, one.definition)
            for name, one in MEASURES.items()
        }
    return known


def counter_words() -> dict[str, Word]:
    """Describe the counters; a stock also has its sum over the weeks of the quarter."""
    known = {}
    for name, counter in COUNTERS.items():
        when = "in the last week of the quarter" if counter.kind == "stock" else "in the quarter"
        known[name] = Word(counter.label, counter.counts, definition=f"{counter.label}, {when}")
        if counter.kind == "stock":
            known[name + WEEKS_SUFFIX] = Word(
                f"{counter.label}, summed over weeks", f"{counter.counts} × weeks"
            )
    return known


def column_metadata(table: str) -> dict[str, dict[str, str]]:
    """Give what a Parquet file is to say of its columns."""
    return {name: word.said() for name, word in words(table).items()}


def write_dictionary(path: Path, columns: Mapping[str, list[str]]) -> None:
    """Write one line for each column of each table.

    columns : names of a table's columns, by table
    """
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["table", "column", "label", "unit", "better", "definition"])
        for table, names in columns.items():
            known = words(table)
            for name in names:
                word = known.get(name, Word(""))
                writer.writerow([table, name, word.label, word.unit, word.better, word.definition])
