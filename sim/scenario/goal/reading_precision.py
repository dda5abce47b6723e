"""Reading how many replicates an experiment has: a number, or until effects are precise."""

from sim.measures import MEASURES
from sim.scenario.goal.precision import EFFECT, OFS, Precision
from sim.scenario.reading.mistakes import tell_missing
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import no_measure, read_choice, read_quantity, read_whole

KEY = "replicates"
FEWEST, START, STEP, LOOK_AHEAD, MOST = 3, 20, 5, 2, 200
NARROWEST, WIDEST, USUAL = 0.001, 1.0, 0.1


def read_precision(top: Part, headline: tuple[str, ...]) -> Precision | None:
    """Read how precise effects are to be, reporting each mistake; nothing for a plain number.

    headline : the experiment's measures, taken where no others are named
    """
    if not isinstance(top.data.get(KEY), dict):
        return None
    part = top.part(KEY)
    if "half_width" not in part.data:
        tell_missing(part.sheet, part.place, ["half_width"])
    refuse_other_search(top)
    start = read_whole(part, "start", START, low=FEWEST)
    most = read_whole(part, "most", MOST, low=FEWEST)
    if most < start:
        part.wrong("E106", "most", f"There are {start} replicates at the first look already.",
                   "Let most be no less than start.")  # fmt: skip
    return Precision(
        half_width=read_quantity(part, "half_width", "share", USUAL, NARROWEST, WIDEST),
        of=read_choice(part, "of", OFS, EFFECT),
        measures=read_own(part, headline),
        start=start,
        step=read_whole(part, "step", STEP, low=1),
        look_ahead=read_whole(part, "look_ahead", LOOK_AHEAD),
        most=most,
    )


def refuse_other_search(top: Part) -> None:
    """Refuse a design beside it: what is run there is settled beforehand, or by another search."""
    if top.part("design").data:
        top.wrong(
            "E106", KEY, "Replicates until effects are precise go with no design.",
            "Give a number of replicates for each point, or leave out design.", on_key=True,
        )  # fmt: skip


def read_own(part: Part, headline: tuple[str, ...]) -> tuple[str, ...]:
    """Read whose effects are to be precise."""
    named = part.names("measures")
    for i, name in enumerate(named):
        if name not in MEASURES:
            mark = part.sheet.mark_of((*part.place, "measures"), i)
            part.sheet.wrong("E403", mark, *no_measure(name))
    if not named and not headline:
        part.wrong("E102", None, "It is not said which effects are to be precise.",
                   "Name them: measures: [turnover, needless_plans]")  # fmt: skip
    return named or headline
