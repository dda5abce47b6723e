"""E401 to E412: what is written well but cannot be run or compared."""

from sim.scenario.codes.code import HEAD, TRIAL, Code, acting

SECOND = "  - {action: two, from: 2027-04, change: {management.span: {to: 4}}}\n"
MEANING = (
    Code(
        "E401", "A date outside the run, or an end before its beginning",
        "Policies begin within the run: the past before it is the same for every scenario, so that "
        "their families can be paired.",
        acting("management.span: {to: 5}").replace("2026-04", "2040-04"),
        acting("management.span: {to: 5}"),
    ),
    Code(
        "E402", "Too few families for teams to mean anything",
        "With a handful of case holders an authority has no teams, no supervision and no turnover "
        "to speak of, and results would be noise that looks like an answer.",
        f"{HEAD}population_scale: 1 in 20\n", f"{HEAD}population_scale: 1 in 20\nquick: on\n",
    ),
    Code(
        "E403", "There is no such measure",
        "`cpsim measures` lists what is measured, each with its unit and definition.",
        f"{TRIAL}measures: [turnovr]\n", f"{TRIAL}measures: [turnover]\n",
    ),
    Code(
        "E404", "A comparison with a scenario that is not in the experiment",
        "Effects are differences from one of the scenarios that are run.",
        f"{TRIAL}against: just-culture\n", f"{TRIAL}against: baseline\n",
    ),
    Code(
        "E405", "A period outside the run",
        "Measures are taken over weeks that are simulated after the start.",
        f"{TRIAL}period: {{from: 2019-04, to: 2031-03}}\n",
        f"{TRIAL}period: {{from: 2026-04, to: 2031-03}}\n",
    ),
    Code(
        "E406", "A place that no authority matches",
        "A rule that matches nothing would leave the policy out without a word.",
        acting("management.span: {to: 5}", "    where: {kind: [borough]}\n"),
        acting("management.span: {to: 5}", "    where: {kind: [london]}\n"),
    ),
    Code(
        "E407", "Two actions that set one lever at once",
        "“to” sets a lever whatever it was, so the later action would undo the earlier. Actions "
        "that use “by” or “multiply” add up, in the order of the file; so do actions at different "
        "times or in different places.",
        acting("management.span: {to: 5}", SECOND),
        acting("management.span: {to: 5}", SECOND.replace("{to: 4}", "{by: -1}")),
    ),
    Code(
        "E408", "Scenarios that cannot be paired",
        "A policy's effect is the difference between the same families with and without it. "
        "Scenarios of another place, scale or horizon hold other families.",
        TRIAL.replace("caseload-cap", "tiny"),
        f"{TRIAL}place: england-10\npopulation_scale: 0.34\n",
    ),
    Code(
        "E409", "An expectation that cannot be judged",
        "A line of `expect` names a measure, a direction (rises, falls or stays), if wished a size "
        "in the measure's own unit, and a reason after “because”. It is stated before the run, and "
        "the report says whether it came true.",
        f"{HEAD}expect:\n  - turnover improves\n",
        f"{HEAD}expect:\n  - turnover falls by 1 because caseloads fall\n",
    ),
    Code(
        "E410", "A design that cannot be carried out",
        "A design needs something to vary, and its own numbers: a power of two of samples for "
        "sobol, an even number of levels for morris, as many values of every factor for a list. "
        "Factors need a design that varies them.",
        f"{TRIAL}factors: {{money.growth: {{low: 0% a year, high: 5% a year}}}}\n"
        "design: {method: sobol, samples: 100}\n",
        f"{TRIAL}factors: {{money.growth: {{low: 0% a year, high: 5% a year}}}}\n"
        "design: {method: sobol, samples: 128}\n",
    ),
    Code(
        "E411", "A bundle whose parts contradict each other",
        "What is combined must agree about the place, the horizon, and every value that more than "
        "one of them sets, or the bundle must settle it.",
        "scenario: mine\nextends: tiny\ncombine: [baseline]\n",
        "scenario: mine\nextends: baseline\ncombine: [caseload-cap, just-culture]\n",
    ),
    Code(
        "E412", "A change that can do nothing, or never in full",
        "A lever that is 0 stays 0 however often it is multiplied, what is moved by 0, "
        "multiplied by 1 or set to what it is stays that, and an action that ends before it is "
        "phased in, or whose own file ends the run before, never does what it says. Where another "
        "file ends the run earlier, as an interim look does, the report says so instead.",
        acting("workforce.pay_supplement: {multiply: 1.2}"),
        acting("workforce.pay_supplement: {to: 20%}"),
    ),
)  # fmt: skip
