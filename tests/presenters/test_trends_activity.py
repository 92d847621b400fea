"""Activity in Trends: minutes, and running with the pain over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.schedule import Plan
from rehabtimer.core.settings import Units
from rehabtimer.core.workouts import Sport
from rehabtimer.presenters.activity_chart import ActivityChart
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from tests.support.chart_store import Kept, on


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    with kept.store:
        kept.course()
        yield kept


def shown(kept: Kept, today: int = 10, span: Span = Span.PROGRAMME) -> ChartPage:
    return kept.page(ChartKey.ACTIVITY, today, span)


def chart_of(page: ChartPage) -> ActivityChart:
    assert isinstance(page.chart, ActivityChart)
    return page.chart


def in_miles(kept: Kept) -> None:
    kept.store.preferences.save(replace(kept.store.preferences.settings(), units=Units.MILES))


def test_without_activities_it_says_where_they_come_from(kept: Kept) -> None:
    kept.pain({1: 5})
    page = shown(kept)
    assert page.headlines == ("No activity in these weeks yet",)
    assert page.summary == ""
    assert chart_of(page).hint == "Activities that you add in the Log appear here."
    assert (page.legend, chart_of(page).most_minutes, chart_of(page).most_distance) == ("", 0, 0)


@pytest.mark.parametrize(
    "before, now, text",
    [
        (6000, 8000, "Running: 8 km this week so far, 2 km more than last week"),
        (6000, 4500, "Running: 4.5 km this week so far, 6 km last week"),
        (6000, 6020, "Running: 6 km this week so far, as much as last week"),
        (None, 6020, "Running: 6 km this week so far, none last week"),
        (6000, None, "Running: none this week so far, 6 km last week"),
    ],
)
def test_this_week_is_compared_with_the_last(
    kept: Kept, before: int | None, now: int | None, text: str
) -> None:
    for day, metres in ((2, before), (9, now)):
        if metres:
            kept.moved(day, metres=metres)
    assert shown(kept).headlines == (text,)
    assert not chart_of(shown(kept)).hint


def test_a_run_in_the_first_week_is_compared_with_nothing(kept: Kept) -> None:
    kept.moved(2, metres=3000)
    assert shown(kept, 3).headlines == ("Running: 3 km this week so far",)


def test_no_run_in_the_first_week_but_before_it_is_none_yet(kept: Kept) -> None:
    kept.moved(2, minutes=30)
    kept.moved(10, metres=3000)
    assert shown(kept, 20).headlines == ("Running: none this week so far, 3 km last week",)
    assert shown(kept, 30).headlines == ("Running: none this week so far",)


@pytest.mark.parametrize(
    "before, now, text",
    [
        (2, 2, "Worst pain this week: 2 of 10, as last week"),
        (4, 2, "Worst pain this week: 2 of 10; last week 4 of 10"),
        (None, 3, "Worst pain this week: 3 of 10"),
    ],
)
def test_pain_stands_beside_the_runs(kept: Kept, before: int | None, now: int, text: str) -> None:
    kept.moved(9, metres=5000)
    kept.pain({9: now} if before is None else {2: before, 9: now})
    assert shown(kept).headlines[1] == text


def test_without_runs_minutes_are_compared(kept: Kept) -> None:
    kept.moved(2, Sport.CYCLING, minutes=40)
    assert shown(kept, 3).headlines == ("40 minutes of activity this week so far",)
    kept.moved(9, Sport.YOGA, minutes=1)
    assert shown(kept).headlines == ("1 minute of activity this week so far, 40 last week",)


def test_weeks_that_are_over_are_summed_up(kept: Kept) -> None:
    kept.moved(2, Sport.SWIMMING, minutes=30)
    assert shown(kept, 60).headlines == ("30 minutes of activity",)
    kept.moved(3, metres=5000)
    assert shown(kept, 60).headlines == ("Running: 5 km in 1 run",)
    kept.moved(4, metres=2500)
    assert shown(kept, 60).headlines == ("Running: 7.5 km in 2 runs",)


def test_the_summary_sums_up(kept: Kept) -> None:
    kept.moved(2, metres=5000, told=(3, 4))
    assert shown(kept).summary == "1 activity. 1 run, 5 km. Pain told about runs: up to 4 of 10."
    kept.moved(9, Sport.CYCLING, minutes=40)
    assert shown(kept).summary.startswith("2 activities, 40 min. 1 run, 5 km.")


def test_miles(kept: Kept) -> None:
    in_miles(kept)
    kept.moved(2, metres=1609)
    kept.moved(9, metres=4828)
    page = shown(kept)
    assert page.headlines == ("Running: 3 miles this week so far, 2 miles more than last week",)
    assert page.summary == "2 activities. 2 runs, 4 miles."
    assert chart_of(page).distance_title == "Run in the week (miles)"
    assert chart_of(page).most_distance == 3
    assert page.data.head[-3] == "Miles run"


def test_a_mile_is_one_mile(kept: Kept) -> None:
    in_miles(kept)
    kept.moved(2, metres=1609)
    assert shown(kept, 3).headlines == ("Running: 1 mile this week so far",)


def test_a_week_of_the_chart(kept: Kept) -> None:
    kept.moved(2, metres=5000, minutes=30, told=(2,))
    kept.moved(3, Sport.CYCLING, minutes=40)
    kept.moved(4, Sport.YOGA)
    kept.pain({5: 4})
    page = shown(kept)
    chart = chart_of(page)
    week = chart.columns[0]
    assert week.minutes == ((Sport.RUNNING, 30), (Sport.CYCLING, 40))
    assert (week.all_minutes, chart.most_minutes) == (70, 70)
    assert (week.distance, week.runs, week.worst, week.run_worst) == (5, 1, 4, 2)
    assert chart.note(1) == (
        "Week 1, 2 Mar to 8 Mar\nRunning: 30 min\nCycling: 40 min\n1 run, 5 km\n"
        "Worst pain: 4 of 10\nPain told about runs: 2 of 10"
    )
    assert chart.note(3) == "Week 3, 16 Mar to 22 Mar"
    assert chart.note(9) == ""
    assert [name for _sport, name in chart.sports] == ["Running", "Cycling"]
    assert page.legend == "Pain is the worst of either knee in the week, whatever it came from."


def test_the_keyboard_goes_to_the_weeks_that_have_begun(kept: Kept) -> None:
    assert chart_of(shown(kept)).stops() == (1, 2)
    assert chart_of(shown(kept, -3)).stops() == (1, 2, 3, 4, 5, 6)


def test_the_table_and_the_figures_for_a_file(kept: Kept) -> None:
    kept.moved(2, metres=5000, minutes=30, told=(2,))
    kept.moved(9, Sport.CYCLING, minutes=40)
    kept.pain({5: 4})
    page = shown(kept)
    assert page.table.head == (
        *("Week", "Running, minutes", "Cycling, minutes", "Run in the week (km)"),
        *("Pain told about runs", "Worst pain of the week (0–10)"),
    )
    assert page.table.rows == (
        ("1", "30", "–", "5", "2", "4"),
        ("2", "–", "40", "–", "–", "–"),
    )
    assert page.data.rows[:2] == (
        ("2026-03-02", "2026-03-08", "30", "0", "1", "5", "4", "2"),
        ("2026-03-09", "2026-03-15", "0", "40", "0", "0", "", ""),
    )
    assert all(len(row) == len(page.data.head) for row in page.data.rows)


def test_a_table_without_runs_has_no_column_for_them(kept: Kept) -> None:
    kept.moved(2, Sport.CYCLING, minutes=40)
    assert shown(kept).table.head == ("Week", "Cycling, minutes", "Worst pain of the week (0–10)")


def test_every_sport_has_a_name(kept: Kept) -> None:
    for sport in Sport:
        kept.moved(2, sport, minutes=10)
    names = [name for _sport, name in chart_of(shown(kept)).sports]
    assert len(set(names)) == len(Sport)


def test_activities_before_this_programme_are_seen_in_everything(kept: Kept) -> None:
    kept.course(Plan(started_on=on(100)))
    kept.moved(2, metres=5000)
    page = shown(kept, 101, Span.EVERYTHING)
    assert page.headlines == ("Running: none this week so far",)
    assert chart_of(page).columns[0].distance == 5
