"""A figure: a picture with its finding, description and data, and the files it is kept in."""

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure as Picture

from sim.report.figures.style import NARROW, WIDE, Canvas, house_style

type Draw = Callable[[Canvas], Picture]

PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
METADATA = re.compile(r"\s*<metadata>.*?</metadata>", re.DOTALL)
NAMESPACE = re.compile(r'\s+(?:xmlns(?::xlink)?|version)="[^"]*"')
SIZES = re.compile(r'(<svg[^>]*?)\swidth="[^"]*"', re.DOTALL)
HEIGHT = re.compile(r'(<svg[^>]*?)\sheight="[^"]*"', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report.

    name        : of its files and its place on the page
    title       : the finding, made by rule
    subtitle    : what is shown: measure, place, time, number of runs, kind of interval
    alt         : what a reader who cannot see the picture should be told first
    description : the same at greater length
    data        : what is drawn, as it goes into the CSV file
    table       : what is drawn, as it is shown on the page
    sheets      : the pictures, one under another, each low enough for a printed page
    """

    name: str
    title: str
    subtitle: str
    alt: str
    description: str
    data: pd.DataFrame
    table: pd.DataFrame
    sheets: tuple[Draw, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of a figure as inline SVG, for a page and for the screen of a telephone."""

    stem: str
    wide: str
    narrow: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure on the page: its number and its pictures."""

    number: int
    figure: Figure
    stem: str
    sheets: list[Sheet]

    @property
    def anchor(self) -> str:
        """Name of the figure's place on the page."""
        return f"figure-{self.number}"


def place(figure: Figure, number: int, folder: Path) -> Placed:
    """Write a figure's CSV, PNG and SVG files, and make it ready for the page."""
    stem = f"{number:02d}-{figure.name}"
    folder.mkdir(parents=True, exist_ok=True)
    figure.data.to_csv(folder / f"{stem}.csv", index=False, lineterminator="\n")
    names = [stem, *(f"{stem}-{n}" for n in range(2, len(figure.sheets) + 1))]
    sheets = [sheet(draw, name, folder) for draw, name in zip(figure.sheets, names, strict=True)]
    return Placed(number, figure, stem, sheets)


def shown(figure: Figure) -> str:
    """Draw a figure as inline SVG for another page, such as a notebook's."""
    with house_style(figure.name):
        pictures = [drawn(laid_out(draw(WIDE))) for draw in figure.sheets]
    return "\n".join(inline(text, f"{figure.name}-{n}") for n, text in enumerate(pictures, 1))


def sheet(draw: Draw, stem: str, folder: Path) -> Sheet:
    """Draw one picture twice, and keep the wide one as files."""
    with house_style(stem):
        chart = laid_out(draw(WIDE))
        text = drawn(chart)
        chart.savefig(folder / f"{stem}.png", format="png", metadata={"Software": None})
    with house_style(f"{stem}-narrow"):
        narrow = drawn(laid_out(draw(NARROW)))
    (folder / f"{stem}.svg").write_text(text, encoding="utf-8")
    return Sheet(stem, inline(text, stem), inline(narrow, f"{stem}-narrow"))


def laid_out(picture: Picture) -> Picture:
    """Find every part its place once, since that takes most of the time of drawing."""
    engine = picture.get_layout_engine()
    if engine is not None:
        engine.execute(picture)
        picture.set_layout_engine("none")
    return picture


def drawn(picture: Picture) -> str:
    """Draw a picture as SVG that is the same every time: no date, no chance names."""
    page = io.StringIO()
    picture.savefig(page, format="svg", metadata={"Date": None, "Creator": None})
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def inline(svg: str, stem: str) -> str:
    """Make an SVG fit to stand inside a page: no prologue, and names that are its own.

    The picture is hidden from screen readers; the figure around it holds the description.
    """
    text = METADATA.sub("", PROLOGUE.sub("", svg, count=1))
    text = HEIGHT.sub(r"\1", SIZES.sub(r"\1", NAMESPACE.sub("", text), count=1), count=1)
    text = re.sub(r'\bid="([^"]+)"', rf'id="{stem}-\1"', text)
    text = re.sub(r"url\(#([^)]+)\)", rf"url(#{stem}-\1)", text)
    text = re.sub(r'(?:xlink:)?href="#([^"]+)"', rf'href="#{stem}-\1"', text)
    return text.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
