"""What a scenario foretells before it is run."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario import Expectation, load_scenario

MINE = "scenario: mine\nextends: baseline\nexpect:\n"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("turnover falls", ("turnover", "falls", 0.0, "", "")),
        ("turnover falls by 2", ("turnover", "falls", 2.0, "", "")),
        ("turnover falls by at least 2 points", ("turnover", "falls", 2.0, "", "")),
        ("spend stays within 3", ("spend", "stays", 3.0, "", "")),
        ("spend rises by £20 against baseline", ("spend", "rises", 20.0, "baseline", "")),
        ("caseload falls because there are more posts",
         ("caseload", "falls", 0.0, "", "there are more posts")),
        ("caseload falls by 0.5 against baseline because there are posts",
         ("caseload", "falls", 0.5, "baseline", "there are posts")),
    ],
)  # fmt: skip
def test_a_line_says_what_moves_which_way_by_how_much_and_why(write, line, read):
    (found,) = load_scenario(write(f"{MINE}  - {line}\n")).expectations
    assert found == Expectation(line, *read)


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("spend falls within 5000",
         "Write “falls by at least 5000”, or “stays within 5000”."),
        ("spend rises within 3", "Write “rises by at least 3”, or “stays within 3”."),
        ("spend stays by 100000", "Write “stays within 100000”."),
        ("spend stays by at least 3", "Write “stays within 3”."),
        ("spend stays within at least 3", "Write “stays within 3”."),
    ],
)  # fmt: skip
def test_a_limit_is_for_what_stays_and_a_least_change_for_what_moves(write, line, advice):
    with pytest.raises(InputError) as refused:
        load_scenario(write(f"{MINE}  - {line}\n"))
    assert [(one.code, one.advice) for one in refused.value.problems] == [("E409", advice)]


def test_one_line_needs_no_list(write):
    text = MINE.removesuffix("\n") + " turnover falls\n"
    assert [one.measure for one in load_scenario(write(text)).expectations] == ["turnover"]


def test_what_is_foretold_changes_no_meaning(write):
    foretold = load_scenario(write(MINE + "  - turnover falls\n"))
    assert foretold.meaning == load_scenario("baseline").meaning


def test_a_child_does_not_foretell_what_its_parent_did(write):
    write(MINE + "  - turnover falls\n")
    child = load_scenario(write("scenario: child\nextends: mine\n", "child.yaml"))
    assert child.expectations == ()
