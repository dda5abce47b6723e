"""E301 to E304: parameters, their units and limits, and switches."""

from sim.scenario.codes.code import HEAD, Code, acting

NUMBERS = (
    Code(
        "E301", "There is no such parameter",
        "Every number of the model has one dotted name, the same in files, tables and reports. "
        "`cpsim parameters` lists them; a word after it searches them.",
        acting("workforce.caseload_cap: {to: 16 cases}"),
        acting("allocation.caseload_cap: {to: 16 cases}"),
    ),
    Code(
        "E302", "A value with no unit, or in another one",
        "A bare 14 could be 14 a week or 14 a year. Shares, ratios and counts may do without; "
        "whatever has a unit is written with it: 16 cases, 2 years, £4k per year, 0.2 per year.",
        acting("allocation.caseload_cap: {to: 16}"),
        acting("allocation.caseload_cap: {to: 16 cases}"),
    ),
    Code(
        "E303", "A value outside its limits",
        "Each number has limits within which the model's rules make sense; `cpsim parameters NAME` "
        "shows them. The limits hold for what several actions add up to, too. A share without its "
        "sign is read as it stands: 15 is 1,500%.",
        acting("workforce.pay_supplement: {to: 15}"),
        acting("workforce.pay_supplement: {to: 15%}"),
    ),
    Code(
        "E304", "There is no such switch",
        "Feedback loops and what authorities share are switched off by name.",
        f"{HEAD}loops: {{silense: off}}\n", f"{HEAD}loops: {{silence: off}}\n",
    ),
)  # fmt: skip
