"""No move: what is seen to be too small told from what cannot be told."""

from collections.abc import Iterable

from sim.report.words.sentences import Verdict

SMALL: frozenset[Verdict] = frozenset({"clear but small", "no change that matters"})
ENOUGH = "large enough to matter"


def no_move(weighed: Iterable[Verdict], what: str = "move") -> str:
    """Say of changes, none of which is clear and matters, how much may be said of them all.

    what : that they are, such as "move of any decision"
    """
    found = set(weighed)
    if found & SMALL and found <= SMALL | {"no difference"}:
        return f"no {what} {ENOUGH}"
    if "clear but small" in found:
        return f"no clear {what} {ENOUGH}"
    return f"no clear {what}"
