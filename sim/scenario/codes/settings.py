"""E101 to E106: settings, their shape, and values that cannot be."""

from sim.scenario.codes.code import HEAD, TRIAL, Code, acting

SETTINGS = (
    Code(
        "E101", "A setting that does not exist",
        "A name that the model does not know would change nothing without anyone noticing.",
        f"{HEAD}plaice: england-10\npopulation_scale: 34%\n",
        f"{HEAD}place: england-10\npopulation_scale: 34%\n",
    ),
    Code(
        "E102", "Something is missing or empty",
        "A setting stands without its value, or a map or an entry lacks what it cannot do without.",
        f"{HEAD}actions:\n  - action: smaller-teams\n    change: {{management.span: {{to: 5}}}}\n",
        f"{HEAD}actions:\n  - action: smaller-teams\n    from: 2026-04\n"
        "    change: {management.span: {to: 5}}\n",
    ),
    Code(
        "E103", "A list where a value belongs, or the like",
        "Some settings hold one value, some a list (each entry on a line that begins with “- ”), "
        "some a map of further settings.",
        f"{HEAD}horizon: 8 years\n", f"{HEAD}horizon: {{years: 8}}\n",
    ),
    Code(
        "E104", "Not a date",
        "Dates are written as a month (2026-04), a day (2026-04-06) or a year of the run (year 3). "
        "A month begins on its first day where something starts and lasts to its end where "
        "something ends.",
        f"{HEAD}horizon: {{end: April 2030}}\n", f"{HEAD}horizon: {{end: 2030-04}}\n",
    ),
    Code(
        "E105", "A value that cannot be",
        "It is not a number where one is needed, not among the words allowed, or beyond what is "
        "possible.",
        f"{TRIAL}replicates: many\n", f"{TRIAL}replicates: 20\n",
    ),
    Code(
        "E106", "Settings that contradict each other",
        "Two settings say the same thing in different ways, or one needs another to mean anything.",
        acting("management.span: {to: 5, by: -1}"), acting("management.span: {by: -1}"),
    ),
)  # fmt: skip
