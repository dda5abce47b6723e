"""E710 and E901: mistakes in other files than scenarios, and on the command line."""

from sim.scenario.codes.code import Code

ELSEWHERE = (
    Code(
        "E710", "A calibration target with a gap in it",
        "A row of scenarios/targets.yaml lacks what is needed to hold the base year against it: a "
        "measure, a published value, its tolerance or its source. Or what it names as its "
        "measure is none.",
    ),
    Code(
        "E901", "A mistake on the command line",
        "A name, an option or a folder given to a command is not what the command needs. "
        "`cpsim COMMAND --help` says what it takes.",
    ),
)  # fmt: skip
