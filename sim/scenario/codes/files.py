"""E001 to E003 and E201 to E206: files, and what they name of one another."""

from sim.scenario.codes.code import HEAD, TRIAL, Code, acting

PLACE = (
    "place: mine\nauthorities:\n"
    "  - {name: Northmoor, families: 40000, kind: county, region: North}\n"
)
FILES = (
    Code(
        "E001", "The file is not YAML from some line on",
        "Settings are written in YAML: a name, a colon, a space and a value, with two more spaces "
        "for each step inwards. From the line shown on it can no longer be read; often a colon, a "
        "quote or a bracket is missing on that line or the one above.",
        f"{HEAD}title: [Fewer cases\nquestion: What would happen?\n",
        f"{HEAD}title: Fewer cases\nquestion: What would happen?\n",
    ),
    Code(
        "E002", "A setting stands twice",
        "Of two equal names in one map only one could hold, and nobody could see which.",
        f"{HEAD}title: Fewer cases\ntitle: Smaller caseloads\n",
        f"{HEAD}title: Smaller caseloads\n",
    ),
    Code(
        "E003", "A comma inside braces cut a number in two",
        "Inside { } and [ ] a comma begins a new item, so YAML reads £4,000 as £4 followed by "
        "something called 000.",
        acting("management.span: {to: 5}", "    cost: {set_up: £4,000, prices: 2025-26}\n"),
        acting("management.span: {to: 5}", "    cost: {set_up: £4k, prices: 2025-26}\n"),
    ),
    Code(
        "E201", "There is no such file, scenario, place or experiment",
        "A name stands for a file in the folders of scenarios, places and experiments, or beside "
        "the file that names it. A path may be written too. A file of another "
        "kind is none such: an experiment is run, and no scenario rests on it.",
        "scenario: mine\nextends: baselin\n", HEAD,
    ),
    Code(
        "E202", "Scenarios that rest on one another in a circle",
        "What a scenario extends or combines is read before it, so it cannot rest on it in turn.",
        "scenario: mine\nextends: mine\n", HEAD,
    ),
    Code(
        "E203", "There is nothing of that name to drop",
        "Only actions and shocks of what a scenario extends or combines can be dropped. A name "
        "that is not there is more likely a slip than a wish.",
        "scenario: mine\nextends: caseload-cap\ndrop: [more-post]\n",
        "scenario: mine\nextends: caseload-cap\ndrop: [more-posts]\n",
    ),
    Code(
        "E204", "A name is used twice",
        "Tables and reports tell things apart by their names alone.",
        f"{TRIAL.replace('caseload-cap', 'baseline')}", TRIAL,
    ),
    Code(
        "E205", "A policy that moves what is no lever",
        "“Assume that it works” is not a policy. A policy moves what somebody can decide; what "
        "follows is the model's to say. `cpsim parameters --levers` lists the levers. An "
        "experiment may set facts, for all its scenarios alike.",
        acting("casework.discrimination: {to: 2.4}"),
        acting("casework.second_opinion_share: {to: 20%}"),
    ),
    Code(
        "E206", "A place that sets a lever",
        "A place says how things are, and a policy what is done about them. If a place held "
        "policy, a comparison would change both at once.",
        f"{PLACE}parameters: {{management.span: 5}}\n",
        f"{PLACE}parameters: {{families.deceiving_share: 30%}}\n",
    ),
)  # fmt: skip
