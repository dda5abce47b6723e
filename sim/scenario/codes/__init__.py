"""The codes of mistakes: one table, from which pages and the command line take their words."""

from sim.scenario.codes.code import Code
from sim.scenario.codes.elsewhere import ELSEWHERE
from sim.scenario.codes.files import FILES
from sim.scenario.codes.meaning import MEANING
from sim.scenario.codes.numbers import NUMBERS
from sim.scenario.codes.settings import SETTINGS

ALL = (*FILES, *SETTINGS, *NUMBERS, *MEANING, *ELSEWHERE)
CODES: dict[str, Code] = {one.code: one for one in sorted(ALL, key=lambda one: one.code)}

__all__ = ["CODES", "Code"]
