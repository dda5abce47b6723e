"""What is known of one kind of mistake: a row of the table from which its page is written."""

from dataclasses import dataclass

HEAD = "scenario: mine\nextends: baseline\n"
TRIAL = "experiment: mine\nscenarios: [baseline, caseload-cap]\n"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of mistake.

    title : what is wrong, in a line
    why   : what it means, and why it is refused rather than guessed
    wrong : a file that makes it; "" where no file can show it
    right : the same file as it should be
    """

    code: str
    title: str
    why: str
    wrong: str = ""
    right: str = ""


def acting(change: str, more: str = "") -> str:
    """Write a scenario of one action, for an example."""
    action = f"  - action: one\n    from: 2026-04\n    change: {{{change}}}\n"
    return f"{HEAD}actions:\n{action}{more}"
