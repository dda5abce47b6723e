"""Every mistake that a file can hold, and what is printed for it."""

import re

import pytest

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.find import HOME

HEAD = "scenario: mine\nextends: baseline\n"
ACTION = HEAD + "actions:\n  - action: one\n    from: 2026-04\n    change:\n      {}\n"
PLACE = "place: here\nauthorities:\n  - {{name: A, families: 20000, kind: {}, region: North}}\n"
TRIAL = "experiment: trial\nscenarios: [baseline, caseload-cap]\n"
AGAIN = "  - {{action: {}, from: {}, change: {{{}}}}}\n"
SPAN = "management.span: {to: 4}"
GROWTH = "money.growth: {to: 4% a year}"

# code, file, line and column, what is said
CASES = [
    ("E001", HEAD + "horizon:\n\tend: 2030-03\n", "4:1",
     "A tab is used to indent or to separate here, and YAML takes spaces only.\n"
     "Put two spaces instead."),
    ("E001", HEAD + "title: [one\nplace: x\n", "4:6",
     "The file cannot be read from here on: expected ',' or ']', but got ':'.\n"
     "Look for a missing colon, space, quote or bracket on this line or the one above."),
    ("E002", HEAD + "title: A\ntitle: B\n", "4:1",
     "“title” is set twice here.\nKeep one of them and delete the other."),
    ("E003", ACTION.format(SPAN) + "    cost: {set_up: £4,000, prices: 2025-26}\n", "8:20",
     "A comma inside { } or [ ] starts a new item, so the number before it was cut in two.\n"
     "Leave the comma out (£4000), or put the value in quotes: “£4,000”."),
    ("E101", HEAD + "plaice: england-4\n", "3:1",
     "“plaice” is not a setting here.\nDid you mean “place”?"),
    ("E101", HEAD + "horizon: {warm_up: 3 years}\n", "3:11",
     "“warm_up” is not a setting here.\nAllowed here: start, end, years, past."),
    ("E102", "extends: baseline\n", "1:1", "“scenario” is missing here.\nAdd scenario: …"),
    ("E102", HEAD + "actions:\n  - action: one\n    from: 2026-04\n    change:\n", "6:5",
     "“change” has no value.\nWrite one, or delete the line."),
    ("E102", HEAD + "shocks:\n  - {shock: agency_closed, at: 2026-04, until: 2026-06}\n", "4:5",
     "“agency_closed” needs an agency.\n"
     "Add agency: one of police, school, health, professional, public."),
    ("E102", HEAD + "shocks:\n  - {shock: recession, at: 2026-04}\n", "4:5",
     "“recession” lasts, and needs a last day.\nAdd until: …"),
    ("E102", "scenario: mine\nquestion: Where?\n", "1:1",
     "No place is named, here or in what this extends.\nAdd place: england-4"),
    ("E103", HEAD + "actions: none\n", "3:10",
     "“actions” is “none”, and a list is needed.\n"
     "Begin each entry on a line of its own with “- ”."),
    ("E103", HEAD + "horizon: 8 years\n", "3:10",
     "“horizon” is “8 years”, and a map of settings is needed.\n"
     "Write the settings below it, indented, each as “name: value”."),
    ("E103", HEAD + "title: [a, b]\n", "3:8", "“title” is a list, and one value is needed."),
    ("E104", HEAD + "horizon: {start: 2026-4}\n", "3:18",
     "“2026-4” is not a month or a date.\nWrite 2026-04."),
    ("E105", "scenario: My Scenario\nextends: baseline\n", "1:11",
     "“My Scenario” cannot be a name.\n"
     "Write lower-case letters, digits and hyphens, as in caseload-cap-16."),
    ("E105", HEAD + "population_scale: 3\n", "3:19",
     "“3” is outside what is possible, 0.0001% to 100%."),
    ("E105", HEAD + "shocks:\n  - {shock: publicized_death, at: 2026-04}\n", "4:13",
     "“publicized_death” is not one of those allowed.\nDid you mean “publicised_death”? "
     "Allowed here: publicised_death, agency_closed, funding_cut, recession, surge_of_need."),
    ("E105", PLACE.format("borough"), "3:38",
     "“borough” is not one of those allowed.\n"
     "Allowed here: county, unitary, metropolitan, london."),
    ("E105", TRIAL + "replicates: many\n", "3:13", "“many” is not a whole number, 1 or more."),
    ("E105", ACTION.format(SPAN) + "    cost: {yearly: £3m, prices: 2025}\n", "8:33",
     "“2025” is not a financial year.\nWrite for example 2025-26."),
    ("E106", ACTION.format("management.span: {to: 4, by: 1}"), "7:7",
     "A change says more than one of “to”, “by” and “multiply”.\nWrite for example {to: …}."),
    ("E106", ACTION.format("management.span: {}"), "7:7",
     "A change needs one of “to”, “by” and “multiply”.\nWrite for example {to: …}."),
    ("E106", HEAD + "horizon: {end: 2030-03, years: 4}\n", "3:32",
     "“end” and “years” both say when the run ends.\nKeep one."),
    ("E106", HEAD + "shocks:\n  - {shock: publicised_death, at: 2026-04, agency: school}\n", "4:44",
     "“publicised_death” has no agency.\nDelete this line."),
    ("E106", ACTION.format("allocation.caseload_cap: {to: 16 cases}") + "    phase_in: 1 year\n",
     "8:15",
     "Most cases that a full-time social worker may hold; 0 is no cap: there is none before, so "
     "it cannot move evenly.\nLeave phase_in out, or give this change an action of its own."),
    ("E201", "scenario: mine\nextends: baselin\n", "2:10",
     "There is no scenario called “baselin”.\nDid you mean “baseline”?"),
    ("E201", HEAD + "place: england-5\n", "3:8",
     "There is no place called “england-5”.\nDid you mean “england-4”?"),
    ("E201", "experiment: trial\nscenarios: [baseline, caseload-cup]\n", "2:23",
     "There is no scenario called “caseload-cup”.\nDid you mean “caseload-cap”?"),
    ("E202", "scenario: mine\nextends: mine\n", "2:10",
     "“mine” extends this scenario in turn.\nOne of them must stand on its own."),
    ("E203", "scenario: mine\nextends: caseload-cap\ndrop: [more-post]\n", "3:8",
     "What this extends has no “more-post” to drop.\nIt has: caseload-cap, more-posts."),
    ("E204", ACTION.format(SPAN) + AGAIN.format("one", "2026-04", GROWTH),
     "8:14",
     "There is another action called “one”.\nGive it a name of its own, or drop the other."),
    ("E204", PLACE.format("county") + "  - {name: A, families: 9, kind: county, region: North}\n",
     "4:12", "There is another authority called “A”.\nGive it a name of its own."),
    ("E204", "experiment: trial\nscenarios: [baseline, baseline]\n", "2:23",
     "“baseline” is here twice.\nDelete one of them."),
    ("E205", ACTION.format("casework.discrimination: {to: 2.4}"), "7:7",
     "“casework.discrimination” is an uncertain fact, and a policy may move levers only."),
    ("E205", HEAD + "parameters: {casework.discrimination: 2.4}\n", "3:14",
     "“casework.discrimination” is an uncertain fact, and a policy may move levers only.\n"
     "An experiment may set it, for all its scenarios alike."),
    ("E206", PLACE.format("county") + "parameters: {management.span: 5}\n", "4:14",
     "“management.span” is a lever, and a place holds facts only.\nSet it in a scenario."),
    ("E301", HEAD + "parameters: {allocation.caselod_cap: 16 cases}\n", "3:14",
     "There is no parameter called “allocation.caselod_cap”.\n"
     "Did you mean “allocation.caseload_cap”?"),
    ("E301", HEAD + "parameters: {workforce.caseload_cap: 16 cases}\n", "3:14",
     "There is no parameter called “workforce.caseload_cap”.\n"
     "Did you mean “allocation.caseload_cap”?"),
    ("E301", HEAD + "parameters: {loops.silence: off}\n", "3:14",
     "“loops.silence” is a switch, not a parameter.\n"
     "Write loops: {silence: off} at the top level."),
    ("E302", ACTION.format("allocation.caseload_cap: {to: 16}"), "7:37",
     "Most cases that a full-time social worker may hold; 0 is no cap: “16” has no unit: write "
     "16 cases."),
    ("E303", ACTION.format("workforce.pay_supplement: {to: 15}"), "7:38",
     "Pay above the usual rate: 1,500% is outside its limits, 0% to 40%.\nDid you mean 15%?"),
    ("E303", ACTION.format("management.span: {multiply: 3}"), "7:35",
     "Social workers to a team manager: 18 is outside its limits, 3 to 10."),
    ("E304", HEAD + "loops: {silense: off}\n", "3:9",
     "There is no switch called “silense” among the loops.\nDid you mean “silence”?"),
    ("E401", ACTION.format(SPAN).replace("2026-04", "2040-04"), "5:11",
     "This begins on 2040-04-01, and the run lasts from 2023-04-01 to 2031-03-31.\n"
     "Give a date within the run: the past is the same for every policy."),
    ("E401", ACTION.format(SPAN) + "    until: 2025-03\n", "8:12",
     "This ends on 2025-03-31, before it begins on 2026-04-01.\nGive a later end."),
    ("E401", HEAD + "horizon: {end: 2020-03}\n", "3:16",
     "The run ends on 2020-03-31, before it starts on 2023-04-01.\n"
     "Give a later end, or an earlier start."),
    ("E402", HEAD + "population_scale: 1 in 10\n", "3:19",
     "Northmoor would have 12 case holders; under 40, teams and supervision mean nothing.\n"
     "Use 0.33 or more, or write quick: on for a look that proves nothing."),
    ("E403", TRIAL + "measures: [turnovr]\n", "3:12",
     "There is no measure called “turnovr”.\nDid you mean “turnover”?"),
    ("E404", TRIAL + "against: just-culture\n", "3:10",
     "“just-culture” is not one of the scenarios.\nAllowed here: baseline, caseload-cap."),
    ("E405", TRIAL + "period: {from: 2020-04, to: 2031-03}\n", "3:1",
     "The period from 2020-04-01 to 2031-03-31 is not within the run, 2023-04-01 to 2031-03-31.\n"
     "Give a first and a last month of the run."),
    ("E406", ACTION.format(SPAN) + "    where: {name: Nrthmoor}\n", "8:19",
     "“Nrthmoor”: no authority in this place is called that.\nDid you mean “Northmoor”?"),
    ("E407", ACTION.format(SPAN) + AGAIN.format("two", "2027-04", SPAN), "8:43",
     "The action “one” sets this too, at the same time in the same place.\n"
     "Keep one, let one end before the other begins, or use “by” or “multiply”."),
    ("E408", "experiment: trial\nscenarios: [baseline, tiny]\n", "2:23",
     "“tiny” and “baseline” differ in place, scale or horizon, so their families cannot be "
     "paired.\n"
     "Set place, population_scale and horizon in the experiment, for all alike."),
]  # fmt: skip


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "mine.yaml"


@pytest.mark.parametrize(("code", "text", "at", "said"), CASES)
def test_a_mistake_is_reported_with_its_place_and_the_way_out(file, code, text, at, said):
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        check_files(["mine.yaml"])
    (problem,) = raised.value.problems
    assert problem.code == code
    assert f"{problem.line}:{problem.column}" == at
    assert "\n".join(filter(None, (problem.message, problem.advice))) == said


def test_a_whole_message_as_it_is_printed(file):
    file.write_text(ACTION.format("workforce.pay_supplement: {to: 15}"), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        check_files(["mine.yaml"])
    assert str(raised.value) == (
        "mine.yaml:7:38  [E303]\n"
        "    workforce.pay_supplement: {to: 15}\n"
        "                                   ^^\n"
        "  Pay above the usual rate: 1,500% is outside its limits, 0% to 40%.\n"
        "  Did you mean 15%?"
    )


def test_many_mistakes_come_at_once_in_the_order_of_their_lines(file):
    file.write_text(
        "scenario: Mine\nextends: baseline\nplaice: x\nloops: {silense: off}\n"
        "parameters: {a.b: 1}\nactions: none\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError) as raised:
        check_files(["mine.yaml"])
    assert [one.code for one in raised.value.problems] == ["E105", "E101", "E304", "E301", "E103"]


def codes_in(room):
    sources = [file.read_text("utf-8") for file in (HOME / room).rglob("*.py")]
    return {code for text in sources for code in re.findall(r'"(E\d{3})"', text)}


def test_every_code_has_a_case_here_and_a_line_in_the_readme():
    explained = set(re.findall(r"^\| (E\d{3}) \|", README, re.MULTILINE))
    assert codes_in("sim/scenario") == {code for code, *_ in CASES}
    assert codes_in("sim") == explained


README = (HOME / "scenarios/README.md").read_text("utf-8")
