"""Official layout: yearly figures in the columns of DfE's open data, beside what was published.

A row is one number. Published rows are England's, for the base year; simulated rows are the
invented place's, all of it and each authority. The two are never one series: `data_type` says
which is which, and no simulated row bears the name or code of a real area.

`time_period` has four or six digits, as DfE's files have: 202324 for a financial year, 2024 for
a year. A figure of one month stands under its year, with the month as `time_identifier`; one of
several years stands under the last. `published_period` says it as it was published.
"""

import re
from collections.abc import Sequence
from datetime import datetime

import numpy as np
import pandas as pd

from sim.analysis.targets import Target, load_targets
from sim.analysis.yearly import by_year, over_runs
from sim.measures import MEASURES, Measure
from sim.report.comparison import Comparison
from sim.report.numbers import plain

NOT_APPLICABLE = "z"
FINANCIAL, BASE_PERIOD = "Financial year", "202324"
SPAN = re.compile(r"(\d{4})-(?:\d\d)?(\d\d)")
MONTH = re.compile(r"([A-Z][a-z]{2}) (\d{4})")
YEAR = re.compile(r"\d{4}")
CENTURY = 100
SPARE_DECIMALS = 2
ENGLAND = ("National", "E92000001", "England")
ALL = "All simulated authorities"
CATEGORIES = {
    "detection": "Detection of harm", "needless": "Needless intervention", "harm": "Harm",
    "workforce": "Workforce", "system": "Children in need and looked after", "money": "Finance",
}  # fmt: skip
COLUMNS = [
    "time_period", "time_identifier", "published_period", "geographic_level", "country_code",
    "country_name",
    "region_name", "la_name", "data_type", "scenario", "category", "indicator", "unit",
    "value", "value_lower_95", "value_upper_95", "replicates", "source",
]  # fmt: skip


def official_measures(comparison: Comparison) -> list[Measure]:
    """Choose the measures that follow an official definition."""
    return [one for one in MEASURES.values() if one.follows and comparison.is_known(one.name)]


def official(comparison: Comparison) -> pd.DataFrame:
    """Lay out every official measure by year, published and simulated."""
    measures = official_measures(comparison)
    targets = {one.measure: one for one in load_targets() if one.measure}
    known = [targets[one.name] for one in measures if one.name in targets]
    rows = pd.concat([published(known), simulated(comparison, measures)], ignore_index=True)
    order = ["category", "indicator", "data_type", "time_period"]
    return rounded(rows).sort_values(order, kind="stable", ignore_index=True)[COLUMNS]


def rounded(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep two decimals more than the measure is shown with; the rest is noise."""
    digits = rows["indicator"].map({one.label: one.decimals for one in MEASURES.values()})
    numbers = ("value", "value_lower_95", "value_upper_95")
    return rows.assign(**{
        name: [
            value if value == NOT_APPLICABLE else round(float(value), int(many) + SPARE_DECIMALS)
            for value, many in zip(rows[name], digits, strict=True)
        ]
        for name in numbers
    })  # fmt: skip


def published(targets: Sequence[Target]) -> pd.DataFrame:
    """Lay out what was published for the base year, in the unit of the measure."""
    level, code, country = ENGLAND
    return pd.DataFrame([
        {
            "time_period": period(one.period), "time_identifier": identifier(one.period),
            "published_period": one.period,
            "geographic_level": level, "country_code": code, "country_name": country,
            "region_name": "", "la_name": "", "data_type": "Published", "scenario": NOT_APPLICABLE,
            **named(MEASURES[str(one.measure)]), "value": one.value / one.times,
            "value_lower_95": NOT_APPLICABLE, "value_upper_95": NOT_APPLICABLE,
            "replicates": NOT_APPLICABLE, "source": one.source,
        }
        for one in targets
    ])  # fmt: skip


def simulated(comparison: Comparison, measures: Sequence[Measure]) -> pd.DataFrame:
    """Lay out the means over replicates, for the whole place and for each authority."""
    regions = {
        place.name: place.region for place in comparison.scenarios[comparison.baseline].authorities
    }
    whole = by_year(comparison.quarterly, measures).assign(authority=ALL)
    each = by_year(comparison.quarterly, measures, by=("authority",))
    values = pd.concat([whole, each], ignore_index=True)
    told = over_runs(values, ["scenario", "year", "authority", "measure"])
    names = [named(MEASURES[name]) for name in told["measure"]]
    return told.assign(
        time_period=told["year"].map(period), time_identifier=FINANCIAL,
        published_period=NOT_APPLICABLE,
        geographic_level=np.where(told["authority"] == ALL, "Simulated place", "Local authority"),
        country_code=NOT_APPLICABLE, country_name="Simulated",
        region_name=told["authority"].map(regions).fillna(""), la_name=told["authority"],
        data_type="Simulated", scenario=told["scenario"].map(comparison.titles),
        category=[one["category"] for one in names], indicator=[one["indicator"] for one in names],
        unit=[one["unit"] for one in names], value_lower_95=bound(told["low"]),
        value_upper_95=bound(told["high"]), replicates=told["n"], source="cpsim",
    )  # fmt: skip


def bound(values: pd.Series) -> pd.Series:
    """Write the end of an interval, or that there is none for a single run."""
    return values.astype(object).where(values.notna(), NOT_APPLICABLE)


def named(measure: Measure) -> dict[str, str]:
    """Name a measure in the words of the layout."""
    return {
        "category": CATEGORIES[measure.room], "indicator": measure.label, "unit": measure.unit,
    }  # fmt: skip


def identifier(text: str) -> str:
    """Say what kind of period a figure was published for."""
    if is_financial(text):
        return FINANCIAL
    month = MONTH.fullmatch(text)
    return f"{datetime.strptime(month[1], '%b'):%B}" if month else "Reporting year"


def period(text: str) -> str:
    """Write a period as DfE's files do: 202324 for a financial year, 2024 for any other.

    text   : 2023-24, 2024, Sep 2023, or several years, such as 2017-22 or 2018-2024
    raises : ValueError if it is none of these
    """
    if is_financial(text):
        return text.replace("-", "")
    if YEAR.fullmatch(text):
        return text
    if month := MONTH.fullmatch(text):
        return month[2]
    if span := SPAN.fullmatch(text):
        return f"{span[1][:2]}{span[2]}"
    raise ValueError(
        f"{text!r} is no period of the official layout: write 2023-24, 2024, Sep 2023 or 2017-22."
    )


def is_financial(text: str) -> bool:
    """Whether a period is one financial year, such as 2023-24; 2017-22 is several years."""
    span = SPAN.fullmatch(text)
    follows = span is not None and int(span[2]) == (int(span[1]) + 1) % CENTURY
    return follows and len(text) == len("2023-24")


def series(comparison: Comparison, table: pd.DataFrame) -> pd.DataFrame:
    """Put the yearly means of the scenario compared with beside what was published."""
    title = comparison.titles[comparison.baseline]
    ours = table[(table["scenario"] == title) & (table["la_name"] == ALL)]
    published_rows = table[table["data_type"] == "Published"]
    theirs = {str(row["indicator"]): row for _, row in published_rows.iterrows()}
    digits = {one.label: one.decimals for one in MEASURES.values()}
    rows = [
        {
            "Indicator": name, "Unit": group["unit"].iloc[0],
            "Published": beside(theirs[str(name)], digits[str(name)]),
            **{
                written(str(row.time_period)): plain(float(str(row.value)), digits[str(name)])
                for row in group.itertuples()
            },
        }
        for name, group in ours.groupby("indicator", sort=False)
        if name in theirs
    ]  # fmt: skip
    return pd.DataFrame(rows).fillna("")


def beside(row: pd.Series, digits: int) -> str:
    """Write a published figure, with its period where that is not the base year."""
    number = plain(float(row["value"]), digits)
    is_base = row["time_period"] == BASE_PERIOD
    return number if is_base else f"{number} ({row['published_period']})"


def written(time_period: str) -> str:
    """Write a financial year as a reader should meet it."""
    return f"{time_period[:4]}-{time_period[4:]}"
