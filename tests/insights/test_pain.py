"""What the diary comes to; checked against a plain recount of made-up histories."""

import statistics
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain
from rehabtimer.core.schedule import Pause, Plan
from rehabtimer.insights.pain import (
    KneePain,
    PainChange,
    PainWeek,
    knee_pain,
    logged_knees,
    median,
    told_change,
)

START = date(2026, 3, 4)
PLAN = Plan(started_on=START)


def logged(scores: dict[int, int], knee: Side = Side.LEFT) -> list[DailyPain]:
    """Scores by programme day, as the diary gives them."""
    return [
        DailyPain(START + timedelta(days=day - 1), knee, score) for day, score in scores.items()
    ]


def left(scores: dict[int, int]) -> KneePain:
    return knee_pain(logged(scores), PLAN, Side.LEFT)


def weeks_of(*scores: list[int]) -> KneePain:
    """A list of scores a week, from its first day on."""
    return left(
        {7 * week + day: s for week, run in enumerate(scores) for day, s in enumerate(run, 1)}
    )


def test_nothing_logged_is_nothing_known() -> None:
    pain = left({})
    assert (pain.days, pain.weeks) == ((), ())
    assert [pain.baseline, pain.latest, pain.important_below, pain.change] == [None] * 4


def test_one_day_is_a_thin_week_and_no_baseline() -> None:
    pain = left({2: 6})
    assert pain.weeks == (PainWeek(1, 1, 6.0),)
    assert pain.weeks[0].is_thin
    assert pain.baseline is None


def test_two_days_are_thin_and_three_are_not() -> None:
    assert weeks_of([5, 4]).weeks[0].is_thin
    assert not weeks_of([5, 4, 4]).weeks[0].is_thin


def test_an_even_number_of_days_has_the_mean_of_the_middle_two() -> None:
    assert weeks_of([1, 9, 4, 3]).weeks[0].median == 3.5


def test_ties_are_no_trouble() -> None:
    assert weeks_of([5, 5, 5, 5, 2, 9]).weeks[0].median == 5


def test_a_week_without_answers_stays_a_gap() -> None:
    assert [week.week for week in weeks_of([5, 5, 5], [], [4]).weeks] == [1, 3]


def test_days_do_not_depend_on_the_order_of_the_answers() -> None:
    assert left({9: 1, 2: 6}) == left({2: 6, 9: 1})


def test_the_worst_of_a_day_counts() -> None:
    twice = [*logged({3: 4}), *logged({3: 7}), *logged({3: 2})]
    assert [day.score for day in knee_pain(twice, PLAN, Side.LEFT).days] == [7]


def test_days_before_the_start_are_left_out_and_days_after_the_end_are_not() -> None:
    assert [day.day for day in left({0: 5, -3: 5, 1: 5, 60: 2}).days] == [1, 60]


def test_paused_days_are_left_out_and_shift_those_after_them() -> None:
    pause = Pause(since=START + timedelta(days=2), until=START + timedelta(days=4))
    away = Plan(started_on=START, pauses=(pause,))
    days = knee_pain(logged({1: 5, 2: 4, 3: 9, 5: 9, 6: 3}), away, Side.LEFT).days
    assert [(day.day, day.score) for day in days] == [(1, 5), (2, 4), (3, 3)]


def test_each_knee_has_its_own_story() -> None:
    pain = [*logged({1: 5}), *logged({1: 2}, Side.RIGHT)]
    assert [(knee.knee, knee.days[0].score) for knee in logged_knees(pain, PLAN)] == [
        (Side.LEFT, 5),
        (Side.RIGHT, 2),
    ]
    assert [knee.knee for knee in logged_knees(pain[1:], PLAN)] == [Side.RIGHT]


def test_the_line_is_two_points_below_the_first_week() -> None:
    assert weeks_of([5, 6, 5]).important_below == 3
    assert weeks_of([2, 2, 2]).important_below == 0


def test_there_is_no_line_where_pain_cannot_fall_two_points() -> None:
    assert weeks_of([1, 2, 1]).important_below is None


def test_one_good_week_is_no_change() -> None:
    assert weeks_of([6, 5, 4, 3, 2, 1, 0]).change is None


@pytest.mark.parametrize("second", [[1], [1, 1]])
def test_a_thin_second_week_is_no_change(second: list[int]) -> None:
    assert weeks_of([5, 5, 5], second).change is None


def test_the_change_passes_over_thin_weeks() -> None:
    change = weeks_of([5, 5, 5], [4, 4, 4], [], [3, 3, 3], [9, 9]).change
    assert change is not None
    assert (change.knee, change.points) == (Side.LEFT, -2)
    assert (change.from_week, change.to_week) == (1, 4)


def test_a_thin_first_week_is_not_compared_with() -> None:
    change = weeks_of([9, 9], [5, 5, 5], [6, 6, 6]).change
    assert change is not None
    assert (change.points, change.from_week, change.to_week) == (1, 2, 3)


def test_a_change_is_told_after_two_weeks_since_its_first_day() -> None:
    pain = left({9: 5, 10: 5, 11: 5, 15: 3, 16: 3, 17: 3})
    assert told_change(pain, 21) is None
    assert told_change(pain, 22) == pain.change is not None
    assert told_change(weeks_of([5, 5, 5]), 40) is None
    assert told_change(left({1: 3}), 40) is None


HISTORIES = st.dictionaries(st.integers(-5, 60), st.integers(0, 10), max_size=66)


@settings(max_examples=300)
@given(HISTORIES)
def test_medians_agree_with_a_recount(scores: dict[int, int]) -> None:
    pain = left(scores)
    for week in range(1, 10):
        first = 7 * week - 6
        found = [scores[day] for day in range(first, first + 7) if day in scores]
        known = [(w.days, w.median) for w in pain.weeks if w.week == week]
        assert known == ([(len(found), statistics.median(found))] if found else [])


@settings(max_examples=300)
@given(HISTORIES)
def test_a_change_is_only_told_from_two_weeks_of_three_days(scores: dict[int, int]) -> None:
    counted = {week: sum((day + 6) // 7 == week for day in scores) for week in range(1, 10)}
    enough = [week for week, days in counted.items() if days >= 3]
    change = left(scores).change
    told = [change.from_week, change.to_week] if change else []
    assert told == ([enough[0], enough[-1]] if len(enough) > 1 else [])


@given(st.lists(st.integers(0, 10), min_size=1))
def test_median_is_that_of_the_standard_library(scores: list[int]) -> None:
    assert median(scores) == statistics.median(scores)


def test_only_the_weeks_that_are_looked_at() -> None:
    whole = weeks_of([8, 8, 8], [6, 6, 6], [3, 3, 3], [1])
    part = whole.within(2, 3)
    assert [day.day for day in part.days] == [8, 9, 10, 15, 16, 17]
    assert part.change == PainChange(Side.LEFT, -3, 2, 3)
    assert part.important_below == 4
    assert not whole.within(5, 9).days


def test_the_last_day_of_the_latest_week() -> None:
    assert weeks_of([8, 8, 8], [6, 6, 6, 6], [1]).latest_day == 11
    assert weeks_of([8, 8]).latest_day is None
