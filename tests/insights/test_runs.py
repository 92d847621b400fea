"""A run that is much longer than those of the last thirty days stands out; others do not."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from rehabtimer.core.records import new_id
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.insights.runs import LongRun, beyond_longest
from tests.support.histories import DAY, stamp


def run(metres: int | None, days_ago: int = 0, hour: int = 9, **values: object) -> Workout:
    """A run some days before the second of March."""
    when = stamp(DAY - timedelta(days=days_ago), hour)
    made = Workout(id=new_id(), when=when, sport=Sport.RUNNING, metres=metres)
    return replace(made, **values)


@pytest.mark.parametrize(
    "metres, stands_out", [(4_000, False), (5_000, False), (5_500, False), (5_501, True)]
)
def test_more_than_a_tenth_beyond_the_longest(metres: int, stands_out: bool) -> None:
    kept = [run(3_000, 4), run(5_000, 12), run(None, 2)]
    found = beyond_longest(run(metres), kept)
    assert found == (LongRun(metres, 5_000) if stands_out else None)


@pytest.mark.parametrize("days_ago, counts", [(30, True), (31, False), (0, True)])
def test_thirty_days_are_looked_at(days_ago: int, counts: bool) -> None:
    found = beyond_longest(run(9_000), [run(9_000, days_ago, hour=6), run(2_000, 1)])
    assert (found is None) is counts


def test_what_came_later_and_the_run_itself_do_not_count() -> None:
    mine = run(9_000)
    assert beyond_longest(mine, [run(2_000, 3), mine, run(20_000, hour=18), run(20_000, -1)])
    assert beyond_longest(mine, [run(2_000, 3), replace(mine, metres=50_000)])


def test_without_anything_to_compare_nothing_is_said() -> None:
    assert beyond_longest(run(9_000), []) is None
    assert beyond_longest(run(9_000), [run(None, 3)]) is None
    assert beyond_longest(run(None), [run(1_000, 3)]) is None


def test_other_sports_are_no_runs() -> None:
    ride = run(40_000, 1, sport=Sport.CYCLING)
    assert beyond_longest(run(9_000), [ride]) is None
    assert beyond_longest(replace(ride, when=stamp(date(2026, 3, 2))), [run(1_000, 3)]) is None
