"""Compilation: one decorator, and a cache that can never run old code.

Numba's own cache looks only at the file a function lives in. Ours is kept in a folder
named after a hash of every compiled source, so a change anywhere compiles afresh.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import numba
from platformdirs import user_cache_path

SIM = Path(__file__).parents[1]
COMPILED_ROOMS = ("kernel", "state", "casefile", "rules", "stages")


def source_hash() -> str:
    """Hash every source that compiled code can come from."""
    digest = hashlib.sha256()
    for room in COMPILED_ROOMS:
        for file in sorted((SIM / room).rglob("*.py")):
            digest.update(file.relative_to(SIM).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


numba.config.CACHE_DIR = str(user_cache_path("cpsim") / f"numba-{source_hash()}")


def compiled[F: Callable[..., Any]](function: F) -> F:
    """Compile a function for rows of columns; call it as if it were plain Python."""
    return cast(F, numba.njit(cache=True, error_model="numpy")(function))


def interpreted[F: Callable[..., Any]](function: F) -> F:
    """Give back the plain Python behind a compiled function: the same lines, one at a time."""
    return cast(F, getattr(function, "py_func", function))
