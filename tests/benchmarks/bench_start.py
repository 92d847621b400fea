"""How long a command and the window take, and what they need, against the least of their kind.

All sides run in turn, with their bytecode made before, as an installed program has it.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter, sleep
from typing import NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from rehabtimer import demo, paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.storage.store import Store
from tests.benchmarks.ratios import TOP, Measure, compare, timed

LEAST = ["-c", "import msgspec, tomllib"]
PLAN = ["-m", "rehabtimer", "plan", "--json"]
SETTLE_SECONDS, WATCH_SECONDS = 2.0, 4.0
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
TEN_YEARS = 3650


class Child(NamedTuple):
    """A program under way: seconds to its first paint, seconds until it was ready, its number."""

    painted: float
    ready: float
    pid: int


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    bytecode = str(tmp_path_factory.mktemp("bytecode"))
    return kept | {"PYTHONPATH": str(TOP), "PYTHONPYCACHEPREFIX": bytecode}


@pytest.fixture(scope="module")
def six_weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return history(tmp_path_factory.mktemp("weeks") / "demo.db", days=37)


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return history(tmp_path_factory.mktemp("years") / "demo.db", days=TEN_YEARS)


def history(path: Path, days: int) -> Path:
    with Store.open(path) as store:
        programme = load_programme(paths.resources())
        demo.write(demo.make_history(programme, date.today(), days), store)  # noqa: DTZ011
    return path


@contextmanager
def started(name: str, database: Path, environment: dict[str, str]) -> Iterator[Child]:
    command = [sys.executable, "-m", "tests.benchmarks.children", name, str(database)]
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
            yield Child(painted, ready, process.pid)
        finally:
            process.kill()


def memory(child: Child) -> float:
    """MB, with shared pages in proportion."""
    sleep(SETTLE_SECONDS)
    rollup = Path(f"/proc/{child.pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in rollup.splitlines() if line[:4] == "Pss:") / 1024


def processor(child: Child) -> float:
    """Share of one core; a ten-thousandth is the least that can be told from nothing."""
    sleep(SETTLE_SECONDS)
    before = _ticks(child.pid)
    sleep(WATCH_SECONDS)
    return max(1e-4, (_ticks(child.pid) - before) / TICKS_A_SECOND / WATCH_SECONDS)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def seconds(words: list[str], environment: dict[str, str]) -> None:
    command = [sys.executable, *words]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)


def test_plan(benchmark: BenchmarkFixture, environment: dict[str, str]) -> None:
    def run(words: list[str]) -> Measure:
        return timed(lambda: seconds(words, environment))

    run(PLAN)(), run(LEAST)()  # makes the bytecode
    compare(benchmark, "plan --json, s", run(PLAN), run(LEAST), budget=2.0, rounds=15)


@pytest.mark.parametrize(
    "what,ours,reference,look,budget",
    [
        ("first window painted, s", "today", "bare", lambda child: child.painted, 1.6),
        ("Today ready, s", "today", "bare", lambda child: child.ready, 3.0),
        ("memory on Today, MB", "today", "bare", memory, 1.9),
        ("processor in a session, cores", "session", "ring", processor, 2.0),
    ],
)
def test_window(
    benchmark: BenchmarkFixture,
    environment: dict[str, str],
    six_weeks: Path,
    what: str,
    ours: str,
    reference: str,
    look: object,
    budget: float,
) -> None:
    def side(name: str) -> Measure:
        def measure() -> float:
            with started(name, six_weeks, environment) as child:
                return float(look(child))  # type: ignore[operator]

        return measure

    side(ours)(), side(reference)()  # makes the bytecode
    compare(benchmark, what, side(ours), side(reference), budget)


def test_start_after_ten_years(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path, ten_years: Path
) -> None:
    def ready(database: Path) -> Measure:
        def measure() -> float:
            with started("today", database, environment) as child:
                return child.ready

        return measure

    name = "start with ten years of history, s"
    compare(benchmark, name, ready(ten_years), ready(six_weeks), budget=1.3)


def test_today_idle(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    with started("today", six_weeks, environment) as child:
        share = processor(child)
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    print(f"\nToday idle: {share:.2%} of a core, of 0.2 %")
    assert share <= 0.0025  # one tick in four seconds
