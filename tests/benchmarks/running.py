"""Programs under way, looked at from outside: when they painted, and what they need."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

from tests.benchmarks.ratios import TOP

SETTLE_SECONDS, WATCH_SECONDS = 2.0, 4.0
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Child(NamedTuple):
    """A program under way: seconds to its first paint, seconds until it was ready, its number."""

    painted: float
    ready: float
    process: subprocess.Popen[str]

    def line(self) -> str:
        """Wait for what it says next."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@contextmanager
def started(
    name: str, database: Path, environment: dict[str, str], module: str = "children"
) -> Iterator[Child]:
    """Run one of the small programs, and stop it in the end."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", name, str(database)]
    begun = perf_counter()
    with subprocess.Popen(
        command, cwd=TOP, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        painted = perf_counter() - begun
        process.stdout.readline()
        ready = perf_counter() - begun
        try:
            yield Child(painted, ready, process)
        finally:
            process.kill()


def memory(child: Child) -> float:
    """MB, with shared pages in proportion."""
    sleep(SETTLE_SECONDS)
    rollup = Path(f"/proc/{child.process.pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:") / 1024


def processor(child: Child, settle: float = SETTLE_SECONDS, watch: float = WATCH_SECONDS) -> float:
    """Share of one core; a ten-thousandth is the least that can be told from nothing."""
    sleep(settle)
    before = _ticks(child.process.pid)
    sleep(watch)
    return max(1e-4, (_ticks(child.process.pid) - before) / TICKS_A_SECOND / watch)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
