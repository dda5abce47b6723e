"""One life's story, from a notebook."""

from pathlib import Path

from sim.notebook.files import refuse_odd
from sim.report.story.page import write_story
from sim.report.story.story import Story
from sim.scenario import Scenario
from sim.study.progress import fitting
from sim.study.story.asking import Named, asked_for, new_folder
from sim.study.story.life import lives


def story(
    name: Named, *, pick: str | None = None, family: int | None = None,
    worker: str | None = None, scenario: str | None = None, against: Named | None = None,
    replicate: int = 0, seed: int | None = None,
    out: Path | None = None, quiet: bool = False,
) -> Story:  # fmt: skip
    """Tell one invented life: what was true beside what was on file.

    name     : a scenario or its name, or the name of an experiment or a results folder
    pick     : the rule that picks the family; without it or a family's number, missed-longest
    worker   : a social worker's number, such as 12-3, or a rule that picks one
    scenario : which of an experiment's scenarios; the one compared with if none is given
    against  : the scenario in which its twin lives
    out      : a new folder; without it, one under results/
    """
    for given in (name,) if against is None else (name, against):
        refuse_odd(given, Scenario)
    asked = asked_for(
        name,
        against,
        scenario=scenario,
        pick=pick,
        family=family,
        worker=worker,
        replicate=replicate,
        seed=seed,
    )
    folder = new_folder(asked, out)
    return write_story(lives(asked, fitting(quiet=quiet)), folder)
