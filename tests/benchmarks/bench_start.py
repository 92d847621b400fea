"""How long a command and the window take, and what they need, against the least of their kind.

All sides run in turn, with their bytecode made before, as an installed program has it.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.ratios import Measure, compare, timed
from tests.benchmarks.running import memory, processor, started

LEAST = ["-c", "import msgspec, tomllib"]
PLAN = ["-m", "rehabtimer", "plan", "--json"]


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
