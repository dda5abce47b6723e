"""Shards: parts of one plan, each made by itself, and joined when all are there."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sim.kernel.errors import InputError
from sim.study import store
from sim.study.manifest import libraries
from sim.study.plan import Run, plan, plan_name
from sim.study.store import FAILURES, LEDGER, RUNS_FOLDER, Results, add_line, read_lines

WRITTEN = re.compile(r"(\d+)/(\d+)")


@dataclass(frozen=True, slots=True)
class Shard:
    """One of so many parts, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        """Write it as on the command line."""
        return f"{self.number}/{self.of}"


def read_shard(written: str) -> Shard:
    """Read a shard as it is written on the command line, as 1/3."""
    found = WRITTEN.fullmatch(written.strip())
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise InputError.command_line(
            f"“{written}” is no shard.", "Write which part of how many, as --shard 1/3."
        )
    return Shard(int(found[1]), int(found[2]))


def own(runs: Sequence[Run], shard: Shard | None) -> tuple[Run, ...]:
    """Take a shard's runs of a plan; runs that share a past stay together."""
    if shard is None:
        return tuple(runs)
    number = {past: i for i, past in enumerate(dict.fromkeys(run.past for run in runs))}
    return tuple(run for run in runs if number[run.past] % shard.of == shard.number - 1)


def gather(paths: Sequence[Path], out: Path | None) -> tuple[Results, tuple[Run, ...]]:
    """Bring the finished runs of shards together in a new results folder; the shards stay.

    returns : the folder, not joined yet, and the whole plan
    raises InputError for folders that are not shards of one plan, and for runs that are missing
           and did not fail in one that is through with its runs
    """
    parts = [store.open_results(path) for path in paths]
    refuse_strangers(parts)
    experiment = parts[0].experiment
    runs = plan(experiment)
    refuse_missing(parts, runs)
    results = store.create(experiment, plan_name(runs), out)
    for part in parts:
        take_over(part, results)
    return results, runs


def refuse_strangers(parts: Sequence[Results]) -> None:
    """Refuse folders of different plans or models."""
    plans = {part.manifest["plan"]: part.path for part in parts}
    if len(plans) > 1:
        first, second, *_ = plans.values()
        raise InputError.command_line(
            f"{first} and {second} are not parts of one plan.",
            "Merge shards of one experiment, made by one version of the model.",
        )
    made = [libraries(part.manifest["software"]["packages"]) for part in parts]
    for part, versions in zip(parts, made, strict=True):
        if versions != made[0]:
            raise InputError.command_line(
                f"{parts[0].path} was made with {written(made[0])}, and {part.path} with "
                f"{written(versions)}, which may differ in a last digit.",
                "Install the same versions on all machines, and make one of them again.",
            )


def written(versions: Mapping[str, str]) -> str:
    """Write versions of libraries."""
    return ", ".join(f"{name} {version}" for name, version in versions.items())


def refuse_missing(parts: Sequence[Results], runs: Sequence[Run]) -> None:
    """Refuse to join what is not whole, and say which part lacks how much."""
    there = {key for part in parts for key in part.finished()}
    there |= {line["key"] for part in parts if ended(part) for line in part.failures()}
    missing = [run for run in runs if run.key not in there]
    if not missing:
        return
    said = [str(part.manifest.get("shard", "a whole plan")) for part in parts]
    lacking = [f"cpsim resume {part.path}" for part in parts if not ended(part)]
    advice = f"Go on with: {'; '.join(lacking)}." if lacking else "Give the other shards too."
    raise InputError.command_line(
        f"{len(missing)} of {len(runs)} runs are in none of these folders, which hold "
        f"{', '.join(said)}.", advice,
    )  # fmt: skip


def ended(part: Results) -> bool:
    """Whether a shard has made all its runs, or tried to."""
    return part.manifest["status"] in ("complete shard", "failed runs")


def take_over(part: Results, results: Results) -> None:
    """Take over a part's runs, by links where the disk allows it, and its journal."""
    known = results.finished()
    for key in sorted(part.finished() - known):
        shutil.copytree(
            part.path / RUNS_FOLDER / key, results.path / RUNS_FOLDER / key, copy_function=link
        )
    for line in read_lines(part.path / LEDGER):
        if line["kind"] == "past" or line["key"] not in known:
            add_line(results.path / LEDGER, line)
    for line in read_lines(part.path / FAILURES):
        add_line(results.path / FAILURES, line)


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it where that cannot be."""
    with suppress(OSError):
        os.link(source, target)
        return
    shutil.copy2(source, target)
