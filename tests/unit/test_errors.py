import pickle

from sim.kernel.errors import (
    CheckFailed,
    CpsimError,
    InputError,
    MachineError,
    Problem,
    RunsFailed,
    shortened,
)

CAP = Problem("E301", "cap.yaml", 9, 5, "    caselod: 16", "No such thing.", "Did you mean it?", 7)


def test_a_problem_shows_its_place_its_line_and_a_mark_below_the_mistake():
    assert str(CAP) == (
        "cap.yaml:9:5  [E301]\n"
        "    caselod: 16\n"
        "    ^^^^^^^\n"
        "  No such thing.\n"
        "  Did you mean it?"
    )  # fmt: skip


def test_the_mark_stands_below_a_value_in_the_middle_of_a_line():
    problem = Problem("E302", "cap.yaml", 9, 14, "    caselod: 16", "No unit.", "", 2)
    shown = str(problem).splitlines()
    assert shown[1][shown[2].index("^") :] == "16"


def test_a_problem_outside_any_file_has_no_line():
    assert str(InputError.command_line("No such run.", "List them.")) == (
        "command line  [E901]\n  No such run.\n  List them."
    )


def test_problems_come_in_the_order_of_their_lines_and_once_each():
    later = Problem("E101", "cap.yaml", 20, 1, "x: 1", "Later.")
    assert InputError([later, CAP, later]).problems == [CAP, later]


def test_an_input_error_survives_the_way_between_processes():
    error = pickle.loads(pickle.dumps(InputError([CAP])))
    assert error.problems == [CAP]
    assert str(error) == str(CAP)


def test_each_kind_of_error_leaves_with_its_own_code():
    kinds = (CpsimError, InputError, MachineError, RunsFailed, CheckFailed)
    assert [kind.exit_code for kind in kinds] == [1, 2, 3, 4, 5]


def test_a_long_line_is_cut_around_its_mark():
    words = " ".join(f"word{n:03}" for n in range(100))
    for wanted in ("word000", "word050", "word099"):
        column = words.index(wanted) + 1
        shown = str(Problem("E101", "cap.yaml", 1, column, words, "No.", "", 7)).splitlines()
        line, mark = shown[1].removeprefix("    "), shown[2].removeprefix("    ")
        assert line[mark.index("^") :].startswith(wanted)
        assert mark.count("^") == 7
        assert len(line) == 160
        assert line.startswith("…") == (wanted != "word000")
        assert line.endswith("…") == (wanted != "word099")


def test_a_mark_is_no_longer_than_the_line_that_is_shown():
    shown = str(Problem("E101", "cap.yaml", 1, 1, "x" * 5000, "No.", "", 5000)).splitlines()
    assert len(shown[2]) == len(shown[1]) == 164


def test_a_long_text_is_quoted_in_part():
    assert shortened("x" * 80) == "x" * 80
    assert shortened("x" * 5000) == "x" * 79 + "…"
