"""The machine: whether this computer has what the project needs."""

import os
import platform
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.markers import Marker

from sim.kernel.folders import cache, compiled_code

OLDEST = (3, 12)
LOCKED = re.compile(r"^([\w.-]+)==([\w.]+)(.*?)\s*\\?$", re.MULTILINE)
GIGABYTE = 1e9
ROOM = 2.0
LEAST_MEMORY = 2.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: whether it is as it should be, what was found, what to do."""

    name: str
    good: bool
    found: str
    advice: str = ""


def checks(project: Path) -> list[Check]:
    """Look at Python, the packages, cores, room and write access."""
    return [
        python(),
        packages(project / "requirements.lock"),
        Check("cores", True, str(os.cpu_count())),
        memory(),
        room(Path.cwd()),
        writable("results", Path.cwd()),
        writable("compiled code", compiled_code()),
        writable("simulated pasts", cache()),
        browser(),
    ]


def python() -> Check:
    """Check the version of Python."""
    good = sys.version_info >= OLDEST
    return Check("Python", good, platform.python_version(), "Install Python 3.12 or newer.")


def packages(lock: Path) -> Check:
    """Check that what is installed is what is locked."""
    if not lock.is_file():
        return Check("packages", True, "no lock file here to compare with")
    other = []
    for name, wanted, marker in LOCKED.findall(lock.read_text(encoding="utf-8")):
        if not meant_here(marker):
            continue
        if (here := installed(name)) != wanted:
            other.append(f"{name} {here} (locked: {wanted})")
    return Check(
        "packages", not other, ", ".join(other) or "as locked", "Run ./bootstrap.sh again."
    )


def meant_here(marker: str) -> bool:
    """Whether a pin is for this system and this kind of Python, as its marker says."""
    words = marker.strip().removeprefix(";").strip()
    return not words or Marker(words).evaluate()


def installed(name: str) -> str:
    """Find the installed version of a package."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def memory() -> Check:
    """Check the memory of the machine, where the system tells it."""
    try:
        held = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE
    except (AttributeError, ValueError, OSError):
        return Check("memory", True, "not told by this system")
    return Check("memory", held > LEAST_MEMORY, f"{held:.0f} GB", "Use one worker: --workers 1.")


def browser() -> Check:
    """Look for a browser that can print reports to PDF; nothing else needs one."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    return Check("browser", True, found or "no Chromium found; reports open in any browser")


def room(folder: Path) -> Check:
    """Check the space left on disk."""
    free = shutil.disk_usage(folder).free / GIGABYTE
    return Check("disk", free > ROOM, f"{free:.0f} GB free", "Make room for results.")


def writable(name: str, folder: Path) -> Check:
    """Check that files can be written where they will be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Check(name, True, str(folder))
    except OSError as error:
        return Check(
            name, False, f"{folder}: {error.strerror}", "Choose a folder you may write to."
        )
