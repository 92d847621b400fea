"""What a running session costs, how soon the end of a phase is seen, and whether time drifts.

On a display in memory: `xvfb-run -a env QT_QPA_PLATFORM=xcb .venv/bin/python -m pytest ...`.
"""

import json
import shutil
from itertools import count
from pathlib import Path
from statistics import quantiles

from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.ratios import Measure, compare, limit
from tests.benchmarks.running import processor, started

READY_SECONDS, REP_SECONDS = 5.5, 7.0  # *get ready*, and a rep: go 2, hold 2, return 3


def test_processor_with_the_figure_moving(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    """The first rep, in which every picture has to be drawn."""
    numbers = count()

    def session() -> float:
        database = six_weeks.with_name(f"{next(numbers)}.db")
        shutil.copy(six_weeks, database)
        with started("moving", database, environment, "sessions") as child:
            return processor(child, READY_SECONDS, REP_SECONDS)

    def ring() -> float:
        with started("ring", six_weeks, environment) as child:
            return processor(child)

    sides: tuple[Measure, Measure] = session, ring
    name = "processor in a session, cores"
    share = compare(benchmark, name, *sides, budget=2.0)
    limit(benchmark, "processor in a session, of a core", share, most=0.06)


def test_the_end_of_a_phase_is_seen_at_once(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    with started("boundaries", six_weeks, environment, "sessions") as child:
        late = json.loads(child.line())
    most = quantiles(late, n=100)[98]
    limit(benchmark, "end of a phase on screen, 99 %, s", most, most=0.020)
    limit(benchmark, "end of a phase on screen, all, s", max(late), most=0.040)


def test_no_drift_in_forty_minutes(
    benchmark: BenchmarkFixture, environment: dict[str, str], six_weeks: Path
) -> None:
    with started("drift", six_weeks, environment, "sessions") as child:
        off = abs(json.loads(child.line()))
    limit(benchmark, "drift over forty minutes, s", off, most=0.01)
