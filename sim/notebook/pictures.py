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
from sim.report.figures.retention import recognition, retention
from sim.report.figures.tradeoff import tradeoff
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

    def retention(self) -> Drawing:
        """Show how long social workers stay."""
        return there(retention(self.comparison), "retention")

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
