"""Errors that a user can act on, and what each leaves the command line with.

CpsimError               1   a fault in the program
├── InputError           2   mistakes in a file or on the command line, all of them at once
├── MachineError         3   no space, no write access, something missing
├── RunsFailed           4   finished with failed runs, or stopped by a limit
└── CheckFailed          5   ran well, but a check did not hold
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MARGIN = "    "
# What stands for a tab and for odd blanks: one column wide, so that marks stand below them.
TAB, BLANK = "→", "·"
# Characters of a line that are shown, of them before the mark, and of a text in a message.
WIDEST, BEFORE, QUOTED, CUT = 160, 60, 80, "…"


class CpsimError(Exception):
    """Something went wrong that we can explain."""

    exit_code = 1


class MachineError(CpsimError):
    """The machine lacks something: space, access, a package."""

    exit_code = 3


class RunsFailed(CpsimError):
    """Some runs failed, or a limit stopped them; what is finished is kept."""

    exit_code = 4


class CheckFailed(CpsimError):
    """Everything ran, and a check did not hold."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: where it is, what is wrong in words, and what to write instead.

    code         : stable name of this kind of mistake, explained in scenarios/ERRORS.md
    line, column : counted from 1; line 0 when the mistake is in no file
    source       : the line itself, as written
    length       : characters to underline
    """

    code: str
    file: Path | str
    line: int
    column: int
    source: str
    message: str
    advice: str = ""
    length: int = 1

    def __str__(self) -> str:
        """Show the place, the line with a mark under the mistake, and the words."""
        said = [f"  {words}" for words in (self.message, self.advice) if words]
        if not self.line:
            return "\n".join([f"{self.file}  [{self.code}]", *said])
        source = visible(self.source)
        indent = len(source) - len(source.lstrip())
        line, start, length = around(source.strip(), self.column - 1 - indent, self.length)
        mark = " " * start + "^" * max(1, length)
        place = f"{self.file}:{self.line}:{self.column}  [{self.code}]"
        return "\n".join([place, MARGIN + line, MARGIN + mark, *said])


def around(line: str, start: int, length: int) -> tuple[str, int, int]:
    """Cut a long line to what stands around its mark; give where the mark is then, how long."""
    if len(line) <= WIDEST:
        return line, start, length
    first = max(0, min(start - BEFORE, len(line) - WIDEST))
    last = first + WIDEST
    shown = line[first:last]
    shown = (CUT if first else "") + shown[1 if first else 0 :]
    shown = shown[:-1] + CUT if last < len(line) else shown
    return shown, start - first, min(length, len(shown) - (start - first))


def shortened(text: str) -> str:
    """Cut a long text that a message quotes."""
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + CUT


def visible(line: str) -> str:
    """Show what only looks like a space."""
    shown = (BLANK if letter.isspace() and letter != " " else letter
             for letter in line.replace("\t", TAB))  # fmt: skip
    return "".join(shown)


class InputError(CpsimError):
    """Mistakes in a file or on the command line: every one that was found, in order."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        ordered = sorted(problems, key=lambda one: (str(one.file), one.line, one.column))
        self.problems = list(dict.fromkeys(ordered))
        super().__init__("\n\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["InputError"], tuple[list[Problem]]]:
        """Survive the way back from a worker process."""
        return InputError, (self.problems,)

    @classmethod
    def command_line(cls, message: str, advice: str = "", *, code: str = "E901") -> "InputError":
        """Say what is wrong with something typed on the command line."""
        return cls([Problem(code, "command line", 0, 0, "", message, advice)])
