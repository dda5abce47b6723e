"""The page of each code: what it means, a file that makes it, what is printed, and what helps."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.codes import CODES, Code

NAME = "mine.yaml"
HEADER = """\
# Errors

`cpsim check` reports every mistake of a file at once. Each kind has a code that stays the same;
`cpsim errors E303` prints its page. Written by `make generated` from `sim/scenario/codes`: what is
printed below each example is what `cpsim check` prints for it.

"""
FOOTER = """\
## How a command leaves

| Code | Meaning |
|---|---|
| 0 | all is done |
| 1 | a fault in the program: please report it |
| 2 | a mistake in a file or on the command line |
| 3 | the machine lacks something: space, access, a package |
| 4 | some runs failed, or a limit stopped them; what is finished is kept |
| 5 | all ran well, but a check did not hold: an expectation is ruled out, a replay differs, or \
no policy can be given the cost asked for |
| 130 | stopped by whoever started it; `cpsim resume` goes on |
"""


def whole() -> str:
    """Write all pages as one document, with a table of contents."""
    rows = "".join(
        f"| [{one.code}](#{anchor(one)}) | {lower(one.title)} |\n" for one in CODES.values()
    )
    pages = "\n".join(f"## {heading(one)}\n\n{body(one)}" for one in CODES.values())
    return f"{HEADER}| Code | What is wrong |\n|---|---|\n{rows}\n{pages}\n{FOOTER}"


def heading(one: Code) -> str:
    """Write the heading of a page."""
    return f"{one.code}: {lower(one.title)}"


def lower(title: str) -> str:
    """Begin a title with a small letter, as the rest of a line does; names keep theirs."""
    return title[:1].lower() + title[1:]


def anchor(one: Code) -> str:
    """Name a page within the document, as pages of Markdown do."""
    kept = (letter for letter in heading(one).lower() if letter.isalnum() or letter in " -")
    return "".join(kept).replace(" ", "-")


def body(one: Code) -> str:
    """Write a page in Markdown."""
    parts = [f"{one.why}\n"]
    parts += [f"{title}\n\n```{kind}\n{text}```\n" for title, kind, text in examples(one)]
    return "\n".join(parts)


def plain(one: Code) -> str:
    """Write a page for the terminal."""
    parts = [f"{heading(one)}\n", one.why]
    for title, _, text in examples(one):
        parts += [f"\n{title}\n", *(f"    {line}".rstrip() for line in text.splitlines())]
    return "\n".join(parts)


def examples(one: Code) -> Iterator[tuple[str, str, str]]:
    """Give a mistake as it is written, what is printed for it, and what to write instead."""
    if one.wrong:
        yield "Written:", "yaml", one.wrong
        yield "What is printed:", "text", f"{told(one.wrong)}\n"
        yield "Instead:", "yaml", one.right


def told(text: str) -> str:
    """Say what `cpsim check` prints for a file; nothing if all is well with it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder).resolve() / NAME
        file.write_text(text, encoding="utf-8")
        try:
            check_files([str(file)])
        except InputError as error:
            return str(error).replace(f"{file.parent}/", "")
    return ""
