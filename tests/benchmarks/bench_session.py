"""What a running session costs, how soon the end of a phase is seen, and whether time drifts.

On a display in memory: `xvfb-run -a env QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest ...`.
"""

import json
import shutil
from pathlib import Path
from statistics import median, quantiles

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.ratios import ROUNDS, judge, limit
from tests.benchmarks.running import processor, started

REP_SECONDS = 7.0  # go 2, hold 2, return 3


def test_processor_with_the_figure_moving(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    """The first rep, whose pictures have all to be drawn, and the one that follows."""
    first, later, bare = list[float](), list[float](), list[float]()
    for number in range(ROUNDS):
        database = six_weeks.with_name(f"{number}.db")
        shutil.copy(six_weeks, database)
        with started("moving", database, environment, "sessions") as child:
            first.append(processor(child, 0.2, REP_SECONDS))
            later.append(processor(child, 0.0, REP_SECONDS))
        with started("ring", six_weeks, environment) as child:
            bare.append(processor(child))
    benchmark.pedantic(lambda: None)  # type: ignore[no-untyped-call]
    judge("processor in a session, cores", later, bare, budget=2.0)
    judge("processor in the first rep, cores", first, bare, budget=2.0)
    limit("processor in a session, of a core", median(later), most=0.06)


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
