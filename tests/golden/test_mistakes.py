"""What is printed for files with mistakes, pinned beside each of them.

`mistakes/` holds files that a modeller might write, and next to each, in a text file of the
same name, what `cpsim check` prints for it, word for word. Wording may change: the texts are
written anew by

    CPSIM_GOLDEN=write python -m pytest tests/golden/test_mistakes.py

and read before they are kept. `mistakes/parts/` holds what some of the files rest on.
"""

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sim import cli
from sim.kernel.errors import visible
from sim.scenario.codes import CODES
from sim.scenario.codes.page import told
from sim.scenario.find import HOME

FOLDER = Path(__file__).with_name("mistakes")
FILES = sorted(FOLDER.glob("*.yaml"))
WRITE = os.environ.get("CPSIM_GOLDEN") == "write"
JARGON = re.compile(
    r"mapping|scalar|sequence|flow|block|token|stream|\bdict|NoneType|\bstr\b|\bint\b|float|"
    r"validation|pydantic|ruamel|Traceback|Error|expected ['<]"
)
ELSEWHERE = {"E710", "E901"}


@pytest.fixture
def said(monkeypatch, capsys):
    """Say what is printed for a file of the folder, and check how the command leaves."""
    monkeypatch.chdir(FOLDER)

    def said_of(name):
        monkeypatch.setattr("sys.argv", ["cpsim", "check", name])
        with pytest.raises(SystemExit) as left:
            cli.main()
        printed = capsys.readouterr()
        assert (left.value.code, printed.out) == (2, "")
        return printed.err

    return said_of


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_printed_is_as_pinned(said, file):
    printed = said(file.name)
    if WRITE:
        file.with_suffix(".txt").write_text(printed, encoding="utf-8")
    assert printed == file.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_mistake_stands_at_its_place_in_words_and_with_a_way_out(file):
    for mistake in file.with_suffix(".txt").read_text("utf-8").split("\n\n")[:-1]:
        place, line, mark, *words = mistake.splitlines()
        where, number, column = re.fullmatch(r"(\S+):(\d+):(\d+)  \[E\d{3}\]", place).groups()
        source = (FOLDER / where).read_text("utf-8").splitlines()[int(number) - 1]
        source = visible(source)
        assert line.strip() == source.strip()
        start = mark.index("^")
        assert line[start:] == source[int(column) - 1 :].rstrip()
        assert len(mark) <= len(line.rstrip())
        assert words
        assert not JARGON.search("\n".join(re.sub(r"“[^”]*”", "", word) for word in words))


def test_there_are_many_files_of_each_kind():
    kinds = [file.read_text("utf-8") for file in FILES]
    assert len(FILES) >= 40
    assert sum("experiment:" in text for text in kinds) >= 8
    assert sum("authorities:\n" in text for text in kinds) >= 3
    assert not [file for file in FOLDER.glob("*.txt") if not file.with_suffix(".yaml").is_file()]


def test_every_code_is_shown_and_has_a_page():
    shown = {code for file in FOLDER.glob("*.txt") for code in codes_of(file.read_text("utf-8"))}
    assert shown == set(CODES) - ELSEWHERE
    used = {
        code for file in (HOME / "sim").rglob("*.py")
        if "codes" not in file.parts
        for code in re.findall(r'"(E\d{3})"', file.read_text("utf-8"))
    }  # fmt: skip
    assert used == set(CODES)


def codes_of(text):
    return re.findall(r"^\S+  \[(E\d{3})\]$", text, re.MULTILINE)


@pytest.mark.parametrize("one", CODES.values(), ids=lambda one: one.code)
def test_the_example_of_a_page_makes_that_mistake_and_its_correction_makes_none(one):
    assert one.why
    if one.code not in ELSEWHERE:
        assert set(codes_of(told(one.wrong))) == {one.code}
        assert told(one.right) == ""


def test_a_page_is_printed_for_its_code():
    done = CliRunner().invoke(cli.app, ["errors", "e303"])
    assert done.exit_code == 0
    assert done.output.startswith("E303: a value outside its limits\n")
    assert "Did you mean 15%?" in done.output
