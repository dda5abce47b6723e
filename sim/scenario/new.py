"""Files to start from, with comments."""

import os
from pathlib import Path

from sim.kernel.errors import InputError
from sim.scenario.find import HOME, ROOMS, find
from sim.scenario.load import NAME, is_name
from sim.scenario.reading.shape import Kind
from sim.scenario.reading.values import choices

SCENARIO = """\
# yaml-language-server: $schema={schema}
scenario: {name}
extends: baseline
title: A title for the report
question: What would happen if …?

actions:
  - action: {name}
    title: What is done, in words
    from: 2026-04
    phase_in: 12 months
    # until: 2029-03                        # leave out if it lasts
    # where: {{help_and_protection: [requires improvement, inadequate]}}
    change:
      workforce.posts_funded: {{multiply: 1.05}}   # `cpsim parameters --levers` lists the levers
    cost: {{set_up: £100k, yearly: £0, prices: 2025-26}}

# Stated before the run; the report says what came true. `cpsim measures` lists the measures.
expect:
  - caseload falls because there are more posts
"""
BUNDLE = """\
# yaml-language-server: $schema={schema}
scenario: {name}
extends: baseline
combine: [caseload-cap, just-culture]   # policies whose actions are joined, in this order
title: A title for the report
question: Is the whole more than the sum of its parts?

# drop: [more-posts]                    # actions of the parts to leave out
"""
PLACE = """\
# yaml-language-server: $schema={schema}
place: {name}
title: A place of invented authorities

# Each needs about 13,200 families for 40 case holders, divided by the scale it is run at.
authorities:
  - name: Firstbourne
    families: 46000
    deprivation: 0.1 SD                 # 0 is England's; 1 SD is a very poor place
    kind: unitary                       # county, unitary, metropolitan or london
    region: Midlands
    help_and_protection: good           # the judgement in force when the past begins
  - name: Secondham
    families: 52000
    deprivation: -0.1 SD
    kind: county
    region: South
    help_and_protection: requires improvement
    # parameters:                       # facts that differ here
    #   families.deceiving_share: 30%

# parameters:                           # facts that differ from England's in all of them
#   families.onset_rate: 0.018 per year
"""
EXPERIMENT = """\
# yaml-language-server: $schema={schema}
experiment: {name}
title: A title for the report
question: Which of these policies does more, by how much, and how sure is that?

scenarios: [baseline, caseload-cap, just-culture]
against: baseline
replicates: 8                           # more of them make intervals narrower
seed: 20260401
measures: [recognised_52w, needless_plans, turnover, caseload, spend]
period: {{from: 2026-04, to: 2031-03}}

# place: england-10                     # these hold for all the scenarios alike
# population_scale: 0.34
"""
KINDS: dict[str, tuple[str, Kind]] = {
    "scenario": (SCENARIO, "scenario"),
    "bundle": (BUNDLE, "scenario"),
    "place": (PLACE, "place"),
    "experiment": (EXPERIMENT, "experiment"),
}


def write(name: str, kind: str) -> Path:
    """Write a file to start from in the current folder's room for its kind; give its path."""
    if kind not in KINDS:
        raise InputError.command_line(
            f"There is no kind of file called “{kind}”.", choices(kind, tuple(KINDS))
        )
    if not is_name(name):
        raise InputError.command_line(f"“{name}” cannot be a name.", f"Write {NAME}.")
    text, room = KINDS[kind]
    file = Path(ROOMS[room][0]) / f"{name}.yaml"
    if file.exists() or find(name, room):
        where = file if file.exists() else find(name, room)
        raise InputError.command_line(f"{where} exists already.", "Choose another name.")
    file.parent.mkdir(parents=True, exist_ok=True)
    # Editors find the schema from wherever the file is.
    schema = os.path.relpath(HOME / f"scenarios/schema/{room}.json", file.parent.resolve())
    file.write_text(text.format(name=name, schema=Path(schema).as_posix()), encoding="utf-8")
    return file
