"""Manifest: what was run, with what, on what, when; and the hash of every file that came out.

Times, hosts and versions live here and in the ledger alone, so that tables can be compared
by their hashes.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, distributions, version
from pathlib import Path
from typing import Any

from sim.scenario import Experiment, Scenario
from sim.study.plan import ARITHMETIC, Run, model_version, plan, plan_name
from sim.study.store import MANIFEST, Results, write_json
from sim.study.tables import file_hash

FORM = 1
REPOSITORY = Path(__file__).parents[2]
LOCK_FILE = REPOSITORY / "requirements.lock"
GIT_SECONDS = 10
BYTES_IN_A_GIGABYTE = 1 << 30
CHANCE = {
    "generator": "SplitMix64 hash, uniform in (0, 1), 53 bits",
    "address": "seed, replicate, stream, week, number",
}

type Content = dict[str, Any]


def begin(results: Results, runs: Sequence[Run], workers: int, shard: str = "") -> Content:
    """Write the manifest of a batch that starts now; one that goes on keeps its history.

    shard : which part of the experiment's plan the runs are, if not all of it
    """
    earlier: Content = results.manifest if (results.path / MANIFEST).exists() else {}
    content = {
        "manifest": FORM,
        "run_id": results.path.name,
        "status": "running",
        "plan": plan_name(plan(results.experiment) if shard else runs),
        **({"shard": shard} if shard else {}),
        "tool": tool(),
        "inputs": inputs(results.experiment),
        "random": {"seed": results.experiment.seed, **CHANCE},
        "runs": {"planned": len(runs), "finished": 0, "failed": 0},
        "software": software(),
        "machine": machine(workers),
        "time": {"started": now()},
        "batches": earlier.get("batches", []),
        "command": [Path(sys.argv[0]).name, *sys.argv[1:]],
        "results": {},
    }
    write_json(results.path / MANIFEST, content)
    return content


def end(
    results: Results, content: Content, *, status: str, batch: Mapping[str, Any],
    runs: Mapping[str, int], hashes: Mapping[str, str],
) -> None:  # fmt: skip
    """Write the manifest of a batch that has ended.

    batch  : when this batch started, its seconds, seconds of compilation, processor seconds
    hashes : of each joined file
    """
    batches = [*content["batches"], {**batch, "status": status, "ended": now()}]
    write_json(
        results.path / MANIFEST,
        {
            **content,
            "status": status,
            "runs": {**content["runs"], **runs},
            "time": {
                "started": batches[0]["started"],
                **{
                    name: round(sum(one[name] for one in batches), 3)
                    for name in ("seconds", "compile_seconds", "cpu_seconds")
                },
            },
            "batches": batches,
            "results": dict(hashes),
        },
    )


def now() -> str:
    """Say the moment, by universal time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def tool() -> Content:
    """Say which tool this is and whether its sources are as committed."""
    try:
        number = version("cpsim")
    except PackageNotFoundError:
        number = "not installed"
    state = git("status", "--porcelain")
    return {
        "name": "cpsim",
        "version": number,
        "model": model_version(),
        "git": git("rev-parse", "HEAD"),
        "git_clean": None if state is None else not state,
    }


def git(*words: str) -> str | None:
    """Ask git about the repository; nothing if there is no git or no repository."""
    try:
        asked = subprocess.run(
            ["git", *words], cwd=REPOSITORY, capture_output=True, text=True,
            timeout=GIT_SECONDS, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return None
    return asked.stdout.strip()


def inputs(experiment: Experiment) -> Content:
    """Name what went in: the meaning of each scenario, and the files it was read from."""
    return {
        "experiment": {"name": experiment.name, "title": experiment.title},
        "scenarios": {scenario.name: meaning(scenario) for scenario in experiment.scenarios},
    }


def meaning(scenario: Scenario) -> Content:
    """Name what one scenario says, whatever its comments and the order of its keys."""
    files = [Path(file) for file in scenario.source_files]
    return {
        "meaning": scenario.meaning,
        "past_meaning": scenario.past_meaning,
        "files": [
            {"path": within(file), "sha256": file_hash(file)} for file in files if file.is_file()
        ],
    }


def within(file: Path) -> str:
    """Give a file's place in the repository, or its bare name when it is elsewhere."""
    full = file.resolve()
    return full.relative_to(REPOSITORY).as_posix() if full.is_relative_to(REPOSITORY) else file.name


@cache
def software() -> Content:
    """List the versions of Python and of every package that is installed."""
    packages = {one.metadata["Name"].lower(): one.version for one in distributions()}
    return {
        "python": platform.python_version(),
        "packages": dict(sorted(packages.items())),
        "lock_sha256": file_hash(LOCK_FILE) if LOCK_FILE.is_file() else None,
    }


def libraries(packages: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the versions of what calculates, another of which may change a last digit.

    packages : versions by name, from an earlier manifest; without them, those that are installed
    """
    known = software()["packages"] if packages is None else packages
    return {name: known.get(name, "none") for name in ARITHMETIC}


def otherwise(earlier: Mapping[str, str]) -> str:
    """Say which of these versions are not installed here; nothing where all are."""
    here = libraries()
    apart = [name for name in ARITHMETIC if earlier[name] != here[name]]
    return ", ".join(f"{name} {earlier[name]} (here is {here[name]})" for name in apart)


def machine(workers: int) -> Content:
    """Describe the machine without naming it."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "cores_used": workers,
        "memory_gb": memory_gb(),
    }


def memory_gb() -> int | None:
    """Say how much memory there is, where the system tells."""
    try:
        held = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None
    return round(held / BYTES_IN_A_GIGABYTE)
