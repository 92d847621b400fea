"""What a running session costs, how soon the end of a phase is seen, and whether time drifts.

On a display in memory: `xvfb-run -a env QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest ...`. It
takes minutes: `-o faulthandler_timeout=900`, or it counts as a test that never ends.
"""

import json
import shutil
from pathlib import Path
from statistics import median, quantiles

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.ratios import ROUNDS, judge, limit
from tests.benchmarks.running import processor, started

REP_SECONDS = 7.0  # go 2, hold 2, return 3
REPS = 4  # in the first two most pictures are drawn for the first time


def test_processor_with_the_figure_moving(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    """The first reps of a set of twenty, and of them the very first, which is all new."""
    first, reps, bare = list[float](), list[float](), list[float]()
    for number in range(ROUNDS):
        database = six_weeks.with_name(f"{number}.db")
        shutil.copy(six_weeks, database)
        with started("moving", database, environment, "sessions") as child:
            first.append(processor(child, 0.2, REP_SECONDS))
            rest = processor(child, 0.0, (REPS - 1) * REP_SECONDS)
            reps.append((first[-1] + (REPS - 1) * rest) / REPS)
        with started("ring", six_weeks, environment) as child:
            bare.append(processor(child))
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    judge("processor in a session, cores", reps, bare, budget=2.0)
    judge("processor in the first rep, cores", first, bare, budget=2.0)
    limit("processor in a session, of a core", median(reps), most=0.06)


def test_the_end_of_a_phase_is_seen_at_once(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    with started("boundaries", six_weeks, environment, "sessions") as child:
        late = json.loads(child.line())
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    limit("end of a phase on screen, 99 %, s", quantiles(late, n=100)[98], most=0.020)
    limit("end of a phase on screen, all, s", max(late), most=0.040)


def test_no_drift_in_forty_minutes(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    with started("drift", six_weeks, environment, "sessions") as child:
        off = abs(json.loads(child.line()))
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    limit("drift over forty minutes, s", off, most=0.01)
