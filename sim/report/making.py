"""How to reproduce: everything of the manifest that another needs to get the same tables."""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.report.comparison import Comparison
from sim.report.numbers import counted, quoted

PACKAGES = ("mesa", "numba", "numpy", "pandas", "scipy", "pyarrow", "matplotlib")
SHORT = 12
SECONDS_IN_A_MINUTE = 60


def facts(comparison: Comparison) -> list[tuple[str, str]]:
    """List how the results were made: each fact with its name."""
    manifest = comparison.manifest
    tool, software = section(manifest, "tool"), section(manifest, "software")
    machine = section(manifest, "machine")
    runs = counted(comparison.replicates, "replicate")
    many = comparison.runs["draw"].nunique()
    points = f" at each of {many:,} points" if comparison.experiment.points else ""
    found = [
        ("Command", shlex.join(manifest.get("command", []))),
        ("Seed", str(comparison.experiment.seed)),
        ("Replicates", f"{runs} of {counted(len(comparison.scenarios), 'scenario')}{points}"),
        ("Families simulated", f"{families(comparison):,} in each run"),
        ("Random numbers", ", addressed by ".join(map(str, chance(manifest)))),
        (
            "Version",
            f"{tool.get('name', 'cpsim')} {tool.get('version', '')}, model {tool.get('model', '')}",
        ),
        ("Commit", commit(tool)),
        ("Python", str(software.get("python", ""))),
        ("Packages", packages(section(software, "packages"))),
        ("Lock file", short(software.get("lock_sha256"))),
        ("Machine", ", ".join(described(machine))),
        ("Time", timing(section(manifest, "time"))),
        ("Results folder", str(manifest.get("run_id", comparison.results.path.name))),
    ]
    return [(name, text) for name, text in found if text]


@dataclass(frozen=True, slots=True)
class Failed:
    """Runs that failed alike.

    which  : the first of them, for people
    repeat : the command that makes that one again
    """

    many: str
    said: str
    which: str
    repeat: str


def failed(comparison: Comparison) -> list[Failed]:
    """List the runs that are missing because they failed, those that failed alike together."""
    alike: dict[str, list[dict[str, Any]]] = {}
    for line in comparison.results.failures():
        alike.setdefault(f"{line['kind']}: {line['message']}", []).append(line)
    return [
        Failed(counted(len(lines), "run"), said, run_named(comparison, lines[0]),
               f"cpsim replay {comparison.results.path.name} {lines[0]['key']}")
        for said, lines in alike.items()
    ]  # fmt: skip


def run_named(comparison: Comparison, line: Mapping[str, Any]) -> str:
    """Name a run by its scenario, point and replicate."""
    title = comparison.titles.get(line["scenario"], line["scenario"])
    point = f", point {line['draw']}" if comparison.experiment.points else ""
    return f"{quoted(title)}{point}, replicate {line['replicate']}"


def section(manifest: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Take a part of the manifest, empty if it is not there."""
    part: Mapping[str, Any] = manifest.get(name) or {}
    return part


def families(comparison: Comparison) -> int:
    """Count the families that were simulated, to the nearest whole one."""
    scenario = comparison.scenarios[comparison.baseline]
    return round(sum(place.families for place in scenario.authorities) * scenario.population_scale)


def chance(manifest: Mapping[str, Any]) -> list[str]:
    """Say how chance was made."""
    random = section(manifest, "random")
    return [str(random[name]) for name in ("generator", "address") if random.get(name)]


def commit(tool: Mapping[str, Any]) -> str:
    """Name the commit, and say if the sources had been changed since."""
    if not tool.get("git"):
        return ""
    changed = " with changes not yet committed" if tool.get("git_clean") is False else ""
    return f"{str(tool['git'])[:SHORT]}{changed}"


def packages(versions: Mapping[str, Any]) -> str:
    """Name the packages that can move a digit."""
    return ", ".join(f"{name} {versions[name]}" for name in PACKAGES if name in versions)


def short(digest: object) -> str:
    """Shorten a hash."""
    return f"sha256 {str(digest)[:SHORT]}" if digest else ""


def described(machine: Mapping[str, Any]) -> list[str]:
    """Describe the machine."""
    parts = [str(machine.get("system", ""))]
    if machine.get("cores_used"):
        parts.append(f"{machine['cores_used']} of {machine.get('cores', '?')} cores")
    if machine.get("memory_gb"):
        parts.append(f"{machine['memory_gb']} GB of memory")
    return [part for part in parts if part]


def timing(time: Mapping[str, Any]) -> str:
    """Say how long it took, with compilation apart."""
    if "seconds" not in time:
        return ""
    compiled = time.get("compile_seconds") or 0
    apart = f", of which {duration(float(compiled))} compiling" if compiled else ""
    return f"{duration(float(time['seconds']))}{apart}; begun {time.get('started', '')}"


def duration(seconds: float) -> str:
    """Write a length of time."""
    if seconds < 2 * SECONDS_IN_A_MINUTE:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), SECONDS_IN_A_MINUTE)
    return f"{minutes} min {rest} s"


def hashes(comparison: Comparison) -> list[tuple[str, str]]:
    """List the joined tables with the hash of each, and each scenario with its meaning."""
    tables = section(comparison.manifest, "results")
    scenarios = section(section(comparison.manifest, "inputs"), "scenarios")
    meanings = [
        (f"scenario {name}", str(one.get("meaning", ""))) for name, one in scenarios.items()
    ]
    return [*meanings, *((name, str(digest)) for name, digest in tables.items())]
