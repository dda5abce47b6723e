"""cpsim in a notebook: load a scenario, run it against others, open what came out.

    import sim
    cap = sim.load("caseload-cap")
    results = sim.run([sim.load("baseline"), cap], replicates=8, workers=2)
    results.effects()
    results.plot.effects()

Each function does what the command of the same name does, with the same arguments;
`parameter_table`, `measure_table`, `write_report` and `study_model` are named apart from rooms of
the package.
A script that calls `run` keeps the call under `if __name__ == "__main__":`, because workers
import it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.analysis.time import Course
    from sim.notebook.batches import (
        asked,
        bench,
        compare,
        demo,
        extend,
        merge,
        planned,
        replay,
        resume,
        run,
    )
    from sim.notebook.calibrating import calibrate
    from sim.notebook.explaining import explain
    from sim.notebook.files import change, check, diff, load, new, show
    from sim.notebook.lists import doctor, errors, loops, measure_table, parameter_table
    from sim.notebook.lists import results as list
    from sim.notebook.model import Model
    from sim.notebook.places import new_place
    from sim.notebook.results import Results, query, write_report
    from sim.notebook.results import open_results as open
    from sim.notebook.stories import story
    from sim.notebook.studies import study_model
    from sim.notebook.validating import backtest, validate
    from sim.scenario import Experiment, Scenario

# Where each name lives. It is imported when it is first asked for, so that `import sim`, which
# every command does, costs nothing.
HOMES = {
    "sim.notebook.batches": (
        "asked", "bench", "compare", "demo", "extend", "merge", "planned", "replay", "resume",
        "run",
    ),
    "sim.notebook.calibrating": ("calibrate",),
    "sim.notebook.explaining": ("explain",),
    "sim.notebook.files": ("change", "check", "diff", "load", "new", "show"),
    "sim.notebook.lists": ("doctor", "errors", "loops", "measure_table", "parameter_table"),
    "sim.notebook.model": ("Model",),
    "sim.notebook.places": ("new_place",),
    "sim.notebook.results": ("Results", "query", "write_report"),
    "sim.notebook.stories": ("story",),
    "sim.notebook.studies": ("study_model",),
    "sim.notebook.validating": ("backtest", "validate"),
    "sim.analysis.time": ("Course",),
    "sim.scenario": ("Experiment", "Scenario"),
}  # fmt: skip
RENAMED = {
    "list": ("sim.notebook.lists", "results"), "open": ("sim.notebook.results", "open_results"),
}  # fmt: skip
FOUND = RENAMED | {name: (home, name) for home, names in HOMES.items() for name in names}

__all__ = [
    "Course",
    "Experiment",
    "Model",
    "Results",
    "Scenario",
    "asked",
    "backtest",
    "bench",
    "calibrate",
    "change",
    "check",
    "compare",
    "demo",
    "diff",
    "doctor",
    "errors",
    "explain",
    "extend",
    "list",
    "load",
    "loops",
    "measure_table",
    "merge",
    "new",
    "new_place",
    "open",
    "parameter_table",
    "planned",
    "query",
    "replay",
    "resume",
    "run",
    "show",
    "story",
    "study_model",
    "validate",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """Import a name when it is first asked for."""
    if name not in FOUND:
        raise AttributeError(f"module “sim” has no “{name}”")
    home, own = FOUND[name]
    return getattr(import_module(home), own)


def __dir__() -> tuple[str, ...]:
    """List what is offered."""
    return tuple(__all__)
