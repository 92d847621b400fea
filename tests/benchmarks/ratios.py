"""Figures as ratios: our side and the least that could do the same, in turn, in one run.

`pytest --benchmark-only -s tests/benchmarks/bench_*.py` prints a line for each and writes
`benchmarks.json`. Machines are shared and noisy; ratios stand that better than times do.
"""

import json
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

TOP = Path(__file__).parents[2]
ROUNDS = 7
REPORT = TOP / "benchmarks.json"

Measure = Callable[[], float]


def timed(act: Callable[[], object]) -> Measure:
    """Return a measure of the seconds that an act takes."""

    def measure() -> float:
        start = perf_counter()
        act()
        return perf_counter() - start

    return measure


def compare(
    benchmark: BenchmarkFixture,
    name: str,
    ours: Measure,
    reference: Measure,
    budget: float,
    rounds: int = ROUNDS,
) -> None:
    """Measure both in turn, print and keep their medians and ratio, and fail over the budget."""
    pairs = [(ours(), reference()) for _round in range(rounds)]
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    judge(name, [one for one, _ in pairs], [other for _, other in pairs], budget)


def judge(name: str, ours: list[float], reference: list[float], budget: float) -> None:
    """Print and keep two medians and their ratio, and fail over the budget."""
    our_median, least = median(ours), median(reference)
    row = {"ours": our_median, "reference": least, "ratio": our_median / least, "budget": budget}
    words = f"{our_median:.4g}, reference {least:.4g}: {row['ratio']:.2f}x of {budget}x"
    keep(name, words, row)
    assert row["ratio"] <= budget, f"{name} is over its budget"


def limit(name: str, measured: float, most: float) -> None:
    """Print and keep a figure that has a limit of its own, and fail over it."""
    keep(name, f"{measured:.4g} of {most:g}", {"ours": measured, "budget": most})
    assert measured <= most, f"{name} is over its limit"


def keep(name: str, words: str, row: dict[str, float]) -> None:
    """Print a row of the table, and add it to the report."""
    print(f"\n{name}: {words}")
    kept = json.loads(REPORT.read_text()) if REPORT.exists() else {}
    REPORT.write_text(json.dumps(kept | {name: row}, indent=1) + "\n")
