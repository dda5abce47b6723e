"""The figures of the report, one by one, as a notebook shows them."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from sim.kernel.errors import InputError
from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.figures.effects import effects
from sim.report.figures.fan import fans
from sim.report.figures.figure import Figure, shown
from sim.report.figures.precision import precision
from sim.report.figures.retention import newly_qualified as of_newly_qualified
from sim.report.figures.retention import recognition, retention
from sim.report.figures.tradeoff import tradeoff
from sim.report.leavers.figure import destinations, newly_qualified_destinations
from sim.report.workforce.hours import hours
from sim.report.workforce.lives import lives
from sim.scenario.reading.values import no_measure


@dataclass(frozen=True)
class Drawing:
    """A figure with its finding; a notebook shows both."""

    figure: Figure

    @property
    def title(self) -> str:
        """The finding, made by rule."""
        return self.figure.title

    @property
    def data(self) -> pd.DataFrame:
        """What is drawn."""
        return self.figure.data

    def _repr_html_(self) -> str:
        """Show the finding, what is shown, and the picture."""
        svg = shown(self.figure)
        head = f"<b>{escape(self.title)}</b><br>{escape(self.figure.subtitle)}"
        alt = escape(self.figure.alt, quote=True)
        return (
            f'<figure role="img" aria-label="{alt}"><figcaption>{head}</figcaption>{svg}</figure>'
        )


@dataclass(frozen=True)
class Pictures:
    """The figures that a comparison can carry."""

    comparison: Comparison

    def effects(self) -> Drawing:
        """Show the change in each measure with its interval."""
        return Drawing(effects(self.comparison))

    def fan(self, measure: str) -> Drawing:
        """Show one measure over time, with the spread of its runs."""
        if measure not in MEASURES:
            raise InputError.command_line(*no_measure(measure), code="E403")
        if not self.comparison.is_known(measure):
            raise InputError.command_line(
                f"These results have no value of “{measure}” under every scenario.",
                "Choose another measure; `sim.measure_table()` lists them.",
            )
        return Drawing(fans(self.comparison, measure))

    def retention(self, *, newly_qualified: bool = False) -> Drawing:
        """Show how long social workers stay: all, or those who join newly qualified."""
        make = of_newly_qualified if newly_qualified else retention
        return there(make(self.comparison), "retention")

    def destinations(self, *, newly_qualified: bool = False) -> Drawing:
        """Show where those who leave have gone: of all, or of those who join newly qualified."""
        make = newly_qualified_destinations if newly_qualified else destinations
        return there(make(self.comparison), "destinations")

    def working_lives(self) -> Drawing:
        """Show strain and sickness of social workers by experience and by grade."""
        return there(lives(self.comparison), "working-lives")

    def hours(self) -> Drawing:
        """Show where the week of a case holder goes."""
        return there(hours(self.comparison), "hours")

    def recognition(self) -> Drawing:
        """Show how long harm goes unrecognised."""
        return there(recognition(self.comparison), "recognition")

    def tradeoff(self) -> Drawing:
        """Show harm found against needless intervention."""
        return there(tradeoff(self.comparison), "trade-off")

    def precision(self) -> Drawing:
        """Show how the answer settles with more replicates."""
        return there(precision(self.comparison), "precision")


def there(figure: Figure | None, name: str) -> Drawing:
    """Give a figure, or say that these results cannot carry it."""
    if figure is None:
        raise InputError.command_line(
            f"These results cannot carry the {name} figure.",
            "It needs more replicates, or a table that they lack.",
        )
    return Drawing(figure)
