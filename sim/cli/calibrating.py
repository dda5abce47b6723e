"""The command that finds draws of the uncertain numbers that agree with what is published."""

from typing import Annotated

import typer

from sim.cli.options import DryRun, Json, Out, Quiet, Workers
from sim.cli.output import say, say_json


def calibrate(
    name: Annotated[str, typer.Argument(help="A calibration: its name or file.")] = "england",
    workers: Workers = None, out: Out = None, dry_run: DryRun = False, quiet: Quiet = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Find draws of the uncertain numbers that agree with what is published; write the report.

    Given the folder of one that was stopped, it goes on there.
    """
    from sim.calibration.carry_out import carry_out
    from sim.calibration.folder import silent
    from sim.calibration.planned import planned
    from sim.report.calibrated.page import write
    from sim.scenario.held_against.calibration import load_calibration

    asked = load_calibration(name)
    if dry_run:
        say(planned(asked, workers), as_json)
        return
    done = carry_out(asked, out, workers, silent if quiet or as_json else typer.echo)
    page = write(done)
    told = {"results": str(done.path), "report": page}
    if as_json:
        found = {"draws": len(done.found.chosen), "log_share": done.found.share}
        say_json({**told, **found, "targets": done.tables["targets"].to_dict("records")})
    else:
        say(told, as_json=False)
