"""Folders: where what can be made again is kept between runs."""

import os
from pathlib import Path

from platformdirs import user_cache_path

CACHE_VARIABLE = "CPSIM_CACHE"


def cache() -> Path:
    """Give the folder of simulated pasts: the one that CPSIM_CACHE names, or the user's own."""
    root = os.environ.get(CACHE_VARIABLE)
    return Path(root) if root else compiled_code()


def compiled_code() -> Path:
    """Give the folder of compiled code, which is the user's own for every cache of pasts."""
    return user_cache_path("cpsim")
