"""Which social worker is told of: numbers, rules that pick, and what is refused."""

from types import SimpleNamespace

import pytest

from sim.kernel.errors import InputError
from sim.rules.exits import AUTHORITY, PROFESSION, RETIRED, TO_AGENCY
from sim.rules.people import FIRST_POST, FROM_AUTHORITY
from sim.study.story.asking import asked_for, described, new_folder
from sim.study.story.people import Job, Turn
from sim.study.story.person import Person, of_number, person_called
from sim.study.story.pick import pick
from sim.study.story.workers import RULES, WORKER


@pytest.mark.parametrize("typed", ["100012-3", str(100012 * 1048576 + 3)])
def test_a_number_is_read_in_both_forms(typed):
    person = person_called(typed)
    assert person == Person(100012, 3)
    assert str(person) == "100012-3"
    assert of_number(person.number) == person


@pytest.mark.parametrize("typed", ["burnt-out", "12-", "-3", "12-3-4", "1.5", "", "١٢-x"])
def test_what_is_no_number_is_none(typed):
    assert person_called(typed) is None


def job(whose, week, ended_by, **others):
    known = {"started": -100, "came_from": FROM_AUTHORITY, "agency": False, "strain": None,
             **others}  # fmt: skip
    return Job(whose=whose, week=week, ended_by=ended_by, **known)


JOBS = [
    job(1, 40, PROFESSION, strain=0.8), job(2, 50, PROFESSION, strain=1.9),
    job(3, 30, PROFESSION, strain=-0.3), job(4, 30, AUTHORITY, strain=3.0),
    job(5, 60, AUTHORITY, came_from=FIRST_POST, started=20),
    job(6, 70, RETIRED, came_from=FIRST_POST, started=60),
    job(7, 99, PROFESSION, came_from=FIRST_POST, started=10),
    job(8, 20, TO_AGENCY), job(9, 25, TO_AGENCY), job(9, 80, TO_AGENCY, agency=True),
]  # fmt: skip


def people(jobs=JOBS, **others):
    known = {"appointed": [Turn(30, 8), Turn(31, 9)], "at_first": {1, 2, 4, 8}, "sent": [],
             "shaken": [Turn(40, 3), Turn(41, 3), Turn(40, 9)],
             "moved": [Turn(21, 5), Turn(20, 9), Turn(20, 40)], **others}  # fmt: skip
    return SimpleNamespace(jobs=jobs, **known)


@pytest.mark.parametrize(
    ("rule", "whose", "many"),
    [
        ("burnt-out", 2, 2), ("newly-qualified-who-left", 5, 2), ("moved", 20, 2),
        ("went-to-agency", 8, 2), ("became-manager", 30, 2), ("incident-in-a-case", 40, 3),
    ],
)  # fmt: skip
def test_a_rule_picks_what_it_says(rule, whose, many):
    picked = pick(rule, people(), kind=WORKER)
    assert (picked.whose, picked.many, picked.said) == (whose, many, RULES[rule].said)


def test_whoever_had_more_assignments_is_picked():
    sent = [Turn(9, 30), Turn(9, 50), Turn(8, 21), Turn(8, 10), Turn(8, 3)]
    assert pick("went-to-agency", people(sent=sent), kind=WORKER).whose == 9


def test_a_rule_that_compares_counts_both_ways():
    there = people([job(1, 40, PROFESSION), job(8, 90, RETIRED), job(2, 9, TO_AGENCY)])
    here = people([job(4, 30, AUTHORITY), job(1, 35, AUTHORITY), job(99, 3, PROFESSION)])
    picked = pick("left-here", here, there, WORKER)
    assert (picked.whose, picked.many, picked.other_way) == (4, 1, 2)


@pytest.mark.parametrize("rule", RULES)
def test_a_run_without_such_a_person_is_told(rule):
    nobody = people([], appointed=[], moved=[], shaken=[])
    with pytest.raises(InputError) as raised:
        pick(rule, nobody, nobody, WORKER)
    assert str(raised.value) == (
        f"command line  [E901]\n  No social worker fits “{rule}” in this run: it holds no "
        f"{RULES[rule].candidates}.\n"
        "  Try another --replicate or --worker, or a scenario with more authorities or years."
    )


def refused(*names, **options):
    with pytest.raises(InputError) as raised:
        asked_for(*names, **options)
    return str(raised.value).split("\n  ", 1)[1]


def test_what_is_neither_a_number_nor_a_rule_is_refused():
    assert refused("tiny", worker="saddest") == (
        "“saddest” is neither a social worker's number nor a rule that picks one.\n"
        "  A number is a post and its holder, such as 12-3. Rules: burnt-out, "
        "newly-qualified-who-left, moved, went-to-agency, became-manager, incident-in-a-case, "
        "left-here."
    )


@pytest.mark.parametrize(
    ("other", "named"), [({"family": 3}, "--family"), ({"pick": "missed-longest"}, "--pick")]
)
def test_a_social_worker_and_a_family_at_once_are_refused(other, named):
    assert refused("tiny", worker="12-3", **other) == (
        f"--worker and {named} both say whose life is told: a social worker's and a family's.\n"
        "  Give one of them."
    )


def test_a_rule_that_compares_needs_two_scenarios():
    assert refused("tiny", worker="left-here") == (
        "“left-here” compares two scenarios, and one is given.\n  Add --against SCENARIO."
    )


def test_a_dry_run_says_what_would_be_lived(tmp_path):
    asked = asked_for("tiny", worker="12-3")
    assert described(asked, tmp_path)["pick"] == "worker 12-3"
    assert described(asked, tmp_path)["runs"] == 1
    assert new_folder(asked, None).name.endswith("-story-tiny-worker-12-3")
    asked = asked_for("demo", "just-culture", worker="left-here")
    assert described(asked, tmp_path)["pick"] == "left-here"
    assert described(asked, tmp_path)["runs"] == 4
