"""Compilation: three decorators, a cache that can never run old code, and a way back.

`compiled` functions have two lives: machine code for the weekly path, and the same lines in
plain Python for the agents (`interpreted`). `arithmetic` functions are pure numbers in, number
out; both lives share their machine code, so that both give the same bytes.

Numba's own cache looks only at the file a function lives in. Ours is kept in a folder named
after a hash of every compiled source, so a change anywhere compiles afresh.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import numba
from numba.core.dispatcher import Dispatcher
from platformdirs import user_cache_path

SIM = Path(__file__).parents[1]
COMPILED_ROOMS = ("kernel", "measures", "casefile", "state", "rules", "stages", "world")


def source_hash() -> str:
    """Hash every source that compiled code can come from."""
    digest = hashlib.sha256()
    for room in COMPILED_ROOMS:
        for file in sorted((SIM / room).rglob("*.py")):
            digest.update(file.relative_to(SIM).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]


numba.config.CACHE_DIR = str(user_cache_path("cpsim") / f"numba-{source_hash()}")  # type: ignore[attr-defined]
SHARED: set[int] = set()
TWINS: dict[int, Callable[..., Any]] = {}
NAMESPACES: dict[str, dict[str, Any]] = {}


def compiled[F: Callable[..., Any]](function: F) -> F:
    """Compile a function over rows; call it as if it were plain Python.

    Each call of one rule by another is laid open to the machine (`forceinline`): it is a tenth
    faster, and no slower to compile.
    """
    return cast(F, numba.njit(cache=True, error_model="numpy", forceinline=True)(function))


def apart[F: Callable[..., Any]](function: F) -> F:
    """Compile a function over rows by itself: for one that is called from many places, seldom."""
    return cast(F, numba.njit(cache=True, error_model="numpy")(function))


def arithmetic[F: Callable[..., Any]](function: F) -> F:
    """Compile a function of numbers alone, shared by both lives."""
    number = compiled(function)
    SHARED.add(id(number))
    return number


def interpreted[F: Callable[..., Any]](function: F) -> F:
    """Give the plain Python twin of a compiled function, and of all that it calls."""
    if not isinstance(function, Dispatcher) or id(function) in SHARED:
        return function
    if id(function) not in TWINS:
        plain: Any = function.py_func
        space = NAMESPACES.setdefault(plain.__module__, dict(plain.__globals__))
        TWINS[id(function)] = FunctionType(plain.__code__, space, plain.__name__)
        for name in plain.__code__.co_names:
            if isinstance(space.get(name), Dispatcher):
                space[name] = interpreted(space[name])
    return cast(F, TWINS[id(function)])
