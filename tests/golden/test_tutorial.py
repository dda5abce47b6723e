"""The tutorial does what it says: its files are written, its commands run, its output compared.

Blocks of YAML are files, named by their first line. Blocks of `console` hold commands, each with
what it prints; in those marked `figures` the numbers are the model's own, with what is said of
how wide they are, and only the other words are compared. After a change of wording the page is
written anew by

    CPSIM_GOLDEN=write python -m pytest tests/golden/test_tutorial.py

and read before it is kept.
"""

import os
import re
import shlex

import pandas as pd

from sim import cli
from sim.scenario.find import HOME

PAGE = HOME / "TUTORIAL.md"
BLOCK = re.compile(r"```(yaml|console|console figures)\n(.*?)```", re.DOTALL)
WIDE = ": too wide a range to call costs equal; ask for more replicates."
FIGURES = re.compile(
    rf"−?£?\d[\d,.]*(?:[km]| [MG]B| seconds| minutes)?|(?:{re.escape(WIDE)}|\.)$", re.MULTILINE
)
WRITE = os.environ.get("CPSIM_GOLDEN") == "write"
IN_TURN = ["cpsim " + word for word in ("parameters", "check", "diff", "run", "resume", "compare")]


def posts_do_as_is_said(tmp_path):
    told = pd.read_csv(tmp_path / "results/posts/headline.csv").set_index("measure")
    moved = told["change"]
    assert moved["caseload"] < 0 < moved["spend"]  # as the page says of its lever
    assert sorted(told.index[told["clear"]]) == ["caseload", "vacancy"]


def test_the_afternoon_goes_as_the_page_says(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CPSIM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("sim.study.execute.cores", lambda: 0)  # all in this process
    page, run = PAGE.read_text("utf-8"), []

    def done(found):
        kind, text = found.groups()
        if kind == "yaml":
            (tmp_path / text.splitlines()[0].removeprefix("# ")).write_text(text, "utf-8")
            return found[0]
        commands = re.findall(r"^\$ (.*)$", text, re.M)
        run.extend(commands)
        shown = "".join(f"$ {one}\n{printed(one, monkeypatch, capsys)}" for one in commands)
        if (
            not WRITE
            and kind.endswith("figures")
            and FIGURES.sub("#", shown) == FIGURES.sub("#", text)
        ):
            return found[0]
        return f"```{kind}\n{shown}```"

    lived = BLOCK.sub(done, page)
    if WRITE:
        PAGE.write_text(lived, encoding="utf-8")
    assert lived == page
    for command in IN_TURN:
        assert any(one.startswith(command) for one in run)
    posts_do_as_is_said(tmp_path)
    equal = pd.read_csv(tmp_path / "results/equal/headline.csv")
    posts = equal[equal["scenario"] == "posts"].set_index("measure")["change"]
    assert posts["spend"] > 0  # posts are paid for, whoever fills them
    report = (tmp_path / "results/equal/report.html").read_text("utf-8")
    assert "the size that costs £500k a year in 2023-24 prices." in report


def printed(command, monkeypatch, capsys):
    """Run a command as if it had been typed; give what it prints, as on a terminal."""
    monkeypatch.setattr("sys.argv", shlex.split(command))
    code = 0
    try:
        cli.main()
    except SystemExit as left:
        code = left.code or 0
    said = capsys.readouterr()
    text = said.err if code else said.out
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
