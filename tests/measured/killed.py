"""Sixty runs killed twenty times beside sixty left alone: `python -m tests.measured.killed`.

Ten times the process that was started is killed with all its workers, ten times one worker alone,
each after a part of a second to some seconds that is drawn.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from sim.kernel.chance import Chance
from sim.study.store import open_results

KILLS, LONGEST = 20, 6.0
ASKED = """\
experiment: killed
scenarios: [tiny]
place: test-2
population_scale: 50%
measures: [turnover, caseload]
replicates: 6
factors:
  workforce.posts_funded: {low: 0.8, high: 1.2}
  workforce.pay_supplement: {low: 0%, high: 10%}
design: {method: lhs, samples: 10}
"""
CPSIM = [sys.executable, "-c", "from sim.cli import main; main()"]


def started(*words: str, cache: Path) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(
        [*CPSIM, *words, "--quiet"], env={**os.environ, "CPSIM_CACHE": str(cache)},
        start_new_session=True, **quiet,
    )  # fmt: skip


def workers_of(parent: int) -> list[int]:
    """List the processes that make a batch's runs: those below it that use the most time."""
    told = subprocess.run(
        ["ps", "-o", "pid=,cputimes=,args=", "--sid", str(os.getsid(parent))],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    rows = [line.split(None, 2) for line in told]
    return [int(pid) for pid, _, args in rows if "forkserver" in args and int(pid) != parent]


def killed_often(folder: Path, cache: Path) -> tuple[int, int]:
    """Run and resume until all is done; give how often the parent and a worker were killed."""
    asked, out = folder / "asked.yaml", folder / "killed"
    chance, parents, workers, turn = Chance(1, 0), 0, 0, 0
    words: tuple[str, ...] = ("run", str(asked), "--out", str(out))
    while True:
        process = started(*words, cache=cache)
        while process.poll() is None and parents + workers < KILLS:
            time.sleep(1.0 + LONGEST * chance.uniform("kill", turn, 0))
            turn += 1
            if process.poll() is not None:
                break
            if workers <= parents:
                if below := workers_of(process.pid):
                    os.kill(below[turn % len(below)], signal.SIGKILL)
                    workers += 1
                continue
            os.killpg(process.pid, signal.SIGKILL)
            parents += 1
            break
        if process.wait() == 0:
            return parents, workers
        manifest = (out / "manifest.json").is_file()
        words = ("resume", str(out)) if manifest else ("run", str(asked), "--out", str(out))


def main() -> None:
    """Make both sweeps and compare every joined table."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "asked.yaml").write_text(ASKED, encoding="utf-8")
        alone = folder / "alone"
        words = ("run", str(folder / "asked.yaml"), "--out", str(alone))
        assert started(*words, cache=folder / "cache").wait() == 0
        parents, workers = killed_often(folder, folder / "other cache")
        one, other = (open_results(path).manifest for path in (alone, folder / "killed"))
        print(f"runs {one['runs']['planned']}, parent killed {parents}, worker killed {workers}")
        print(f"batches {len(other['batches'])}, failed at the end {other['runs']['failed']}")
        for name, digest in one["results"].items():
            print(f"{name:<24}{digest[:16]}  {other['results'][name] == digest}")


if __name__ == "__main__":
    main()
