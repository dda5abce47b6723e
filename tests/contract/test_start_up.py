"""Help and checks start at once: they load none of the large libraries."""

import subprocess
import sys

import pytest

HEAVY = {"mesa", "numba", "pandas", "scipy", "matplotlib", "pyarrow"}
PROBE = """
import sys
sys.argv = ["cpsim", *{arguments!r}]
from sim.cli import main
try:
    main()
except SystemExit as left:
    code = left.code or 0
print(code, *sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["--version"], ["check"], ["run", "--help"], ["show", "just-culture"],
        ["show"], ["show", "demo"], ["show", "caseload-cap", "--at", "year 5"], ["errors"],
        ["errors", "E303"],
        ["diff", "baseline", "just-culture"], ["parameters"], ["measures"], ["list"],
        ["demo", "--dry-run"], ["story", "--help"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_light_command_loads_no_large_library(arguments):
    probe = PROBE.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr.splitlines()[-1] == "0"
