"""The slope of pain, on days that one can reckon by head."""

import pytest

from rehabtimer.insights.trend import MOST_DAYS, Trend, trend


def found(points: list[tuple[int, int]]) -> Trend:
    told = trend(points)
    assert told is not None
    return told


def daily(*scores: int, every: int = 1) -> list[tuple[int, int]]:
    return [(every * n, score) for n, score in enumerate(scores)]


@pytest.mark.parametrize("days", range(10))
def test_under_ten_days_say_nothing(days: int) -> None:
    assert trend(daily(*range(days), every=2)) is None


def test_ten_days_in_under_two_weeks_say_nothing() -> None:
    scores = [9, 9, 8, 8, 7, 7, 6, 6, 5, 5]
    assert trend(daily(*scores)) is None
    assert trend([*daily(*scores[:-1]), (12, 5)]) is None
    assert trend([*daily(*scores[:-1]), (13, 5)]) is not None


def test_a_straight_line_is_found_without_a_doubt() -> None:
    told = found(daily(*range(10, 0, -1), every=7))
    assert (told.slope, told.low, told.high, told.days) == (-1, -1, -1, 10)
    assert (told.is_clear, told.is_level, told.is_cut) == (True, False, False)


def test_a_rise_is_a_slope_above_nought() -> None:
    told = found(daily(*range(10), every=7))
    assert (told.slope, told.is_clear) == (1, True)


def test_one_bad_day_turns_nothing() -> None:
    told = found(daily(9, 8, 7, 6, 5, 4, 3, 2, 1, 10, every=7))
    assert told.slope == -1


def test_the_same_all_along_is_level() -> None:
    told = found(daily(*[4] * 14))
    assert (told.slope, told.low, told.high) == (0, 0, 0)
    assert (told.is_level, told.is_clear) == (True, False)


def test_up_and_down_leaves_the_direction_open() -> None:
    told = found(daily(5, 2, 8, 1, 9, 3, 7, 2, 8, 4, 6, 1, 9, 5))
    assert told.low < 0 < told.high
    assert not told.is_clear
    assert not told.is_level


def test_even_swings_go_neither_up_nor_down() -> None:
    assert found(daily(*[3, 6] * 10)).is_level


def test_of_very_many_days_the_last_ones_count() -> None:
    fall = [(n, 10 - n // 30) for n in range(MOST_DAYS)]
    told = found([(day - 500, 3) for day in range(400)] + fall)
    assert told == Trend(
        slope=found(fall).slope,
        low=found(fall).low,
        high=found(fall).high,
        days=MOST_DAYS,
        is_cut=True,
    )


def test_the_interval_of_an_example_reckoned_by_hand() -> None:
    """Ten days without ties: C = 1.96 * sqrt(10 * 9 * 25 / 18) = 21.9, so ranks 12 and 33 of 45."""
    points = [(2 * n, score) for n, score in enumerate((0, 2, 1, 4, 3, 6, 5, 8, 7, 9))]
    slopes = sorted(
        (b[1] - a[1]) / (b[0] - a[0]) * 7 for n, a in enumerate(points) for b in points[n + 1 :]
    )
    told = found(points)
    assert told.low == pytest.approx(slopes[11])
    assert told.high == pytest.approx(slopes[33])
    assert told.slope == pytest.approx(slopes[22])
