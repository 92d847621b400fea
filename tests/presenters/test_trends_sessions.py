"""Sessions in Trends: how many of those that were planned were done."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.schedule import Pause, Plan
from rehabtimer.insights.adherence import Kind
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.sessions_chart import SessionsChart
from tests.support.builders import lift, prescription
from tests.support.chart_store import Kept, nothing, on, whole
from tests.support.histories import DAY

LONG = prescription(lift(sets=2))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    with kept.store:
        yield kept


def shown(kept: Kept, today: int, span: Span = Span.PROGRAMME) -> ChartPage:
    return kept.page(ChartKey.SESSIONS, today, span)


def chart_of(page: ChartPage) -> SessionsChart:
    assert isinstance(page.chart, SessionsChart)
    return page.chart


def in_part(kept: Kept, *days: int) -> None:
    kept.done(*days, chosen=LONG, doing=lambda row: whole(row) if row.set == 1 else nothing(row))


def test_the_headline_counts_what_was_planned_and_what_was_done(kept: Kept) -> None:
    kept.course()
    kept.done(1, 2, 4)
    in_part(kept, 5)
    page = shown(kept, 7)
    assert page.headlines == ("4 of 6 planned sessions done, 1 of them partly",)
    assert page.name == "Sessions"
    assert page.file_name == "sessions-2026-03-02-to-2026-04-12"


@pytest.mark.parametrize(
    "days, today, text",
    [
        ((), 1, "Your sessions appear here, week by week"),
        ((1,), 1, "1 of 1 planned session done"),
        ((), 2, "0 of 1 planned session done"),
        ((1,), 3, "1 of 2 planned sessions done"),
    ],
)
def test_today_counts_once_it_has_a_session(
    kept: Kept, days: tuple[int, ...], today: int, text: str
) -> None:
    kept.course()
    kept.done(*days)
    assert shown(kept, today).headlines == (text,)


def test_a_single_planned_session_that_was_done_partly(kept: Kept) -> None:
    kept.course()
    in_part(kept, 1)
    assert shown(kept, 1).headlines == ("1 of 1 planned session done in part",)


def test_a_week_knows_its_days(kept: Kept) -> None:
    kept.course(weekdays=(1, 3, 5))
    kept.done(1, 2)
    in_part(kept, 5)
    week = chart_of(shown(kept, 8)).columns[0]
    assert (week.planned, week.done, week.partial, week.missed) == (3, 1, 1, 1)
    assert (week.extra, week.rest, week.paused, week.to_come) == (1, 3, 0, 0)
    assert (week.first, week.last) == (DAY, on(7))
    assert week.parts == (
        (Kind.FULL, 1),
        (Kind.PARTIAL, 1),
        (Kind.EXTRA, 1),
        (Kind.MISSED, 1),
    )


def test_the_note_of_a_week(kept: Kept) -> None:
    kept.course(weekdays=(1, 3, 5))
    kept.done(1, 2)
    chart = chart_of(shown(kept, 3))
    assert chart.note(1) == (
        "Week 1, 2 Mar to 8 Mar\n1 of 1 planned session done\n"
        "1 session that was not planned\n2 sessions to come"
    )
    assert chart.note(2) == "Week 2, 9 Mar to 15 Mar\n3 sessions to come"
    assert chart.note(7) == ""
    assert chart.stops() == (1, 2, 3, 4, 5, 6)


def test_what_is_to_come_is_pale_and_said_so(kept: Kept) -> None:
    kept.course()
    page = shown(kept, 8)
    assert page.legend == "Pale: weeks to come."
    assert (chart_of(page).now, chart_of(page).most) == (2, 7)
    assert [kind for kind, _word in chart_of(page).key] == [Kind.MISSED, Kind.TO_COME]
    assert shown(kept, 42).legend == ""


def test_the_summary_counts_what_was_beside_the_plan(kept: Kept) -> None:
    plan = Plan(started_on=DAY, pauses=(Pause(since=on(3), until=on(4)),))
    kept.course(plan)
    kept.done(1, 3)
    page = shown(kept, 5)
    assert page.summary == "2 paused days. Day 3 of 42."
    assert page.legend.endswith("What you logged on 1 paused day is under Everything.")
    assert chart_of(page).columns[0].paused == 2
    assert page.table.head[-1] == "Paused days"
    assert "2 days paused" in chart_of(page).note(1)


def test_rest_days_are_days_of_the_plan(kept: Kept) -> None:
    kept.course(weekdays=(1,))
    assert shown(kept, 2).summary == "1 rest day. Day 2 of 42."
    assert shown(kept, 4).summary == "3 rest days. Day 4 of 42."


def test_after_the_end_a_session_is_a_session(kept: Kept) -> None:
    kept.course(replace(Plan(started_on=DAY), days=7))
    kept.done(15, 16)
    page = shown(kept, 43, Span.LAST_SIX)
    week = chart_of(page).columns[2 - 1]
    assert page.headlines == ("2 sessions that were not planned",)
    assert (week.planned, week.done, week.extra) == (0, 2, 0)
    assert page.table.rows[1][:3] == ("3", "–", "2")


def test_one_session_after_the_end(kept: Kept) -> None:
    kept.course(replace(Plan(started_on=DAY), days=7))
    kept.done(15)
    assert shown(kept, 43, Span.LAST_SIX).headlines == ("1 session that was not planned",)


def test_the_table_and_the_figures_for_a_file(kept: Kept) -> None:
    kept.course()
    kept.done(1)
    page = shown(kept, 3)
    assert page.table.head == (
        "Week",
        "Planned",
        "Done",
        "Partly",
        "Missed",
        "Extra",
        "Rest days",
    )
    assert page.table.rows[0] == ("1", "7", "1", "0", "1", "0", "0")
    assert page.data.rows[0] == (
        "2026-03-02",
        "2026-03-08",
        *("7", "1", "0", "1", "5", "0", "0", "0"),
    )
    assert all(len(row) == len(page.data.head) for row in page.data.rows)
    assert [date.fromisoformat(row[0]) for row in page.data.rows] == [
        on(day) for day in range(1, 43, 7)
    ]


def test_nothing_planned_says_so(kept: Kept) -> None:
    kept.course(replace(Plan(started_on=DAY), days=7))
    assert chart_of(shown(kept, 60, Span.LAST_SIX)).hint == "No session was planned or done."


def test_two_programmes_are_seen_together(kept: Kept) -> None:
    kept.course()
    kept.course(Plan(started_on=on(50)))
    kept.done(1, 50)
    page = shown(kept, 51, Span.EVERYTHING)
    chart = chart_of(page)
    assert page.headlines == ("2 of 43 planned sessions done",)
    assert page.legend == (
        "Pale: weeks to come. Weeks begin on Mondays here; this programme began on Monday 20 April."
    )
    assert chart.week_names[:2] == ("2 Mar", "9 Mar")
    assert chart.note(1).startswith("2 Mar to 8 Mar\n")
    assert page.table.rows[0][0] == "2 Mar"


def test_a_week_between_two_programmes_keeps_its_sums(kept: Kept) -> None:
    """Days 43 and 44 belong to no programme; from day 45 on the second one asks."""
    kept.course()
    kept.course(Plan(started_on=on(45)))
    kept.done(1, 43, 45, 46)
    page = shown(kept, 60, Span.EVERYTHING)
    week = chart_of(page).columns[6]
    assert (week.planned, week.done, week.extra, week.missed) == (5, 2, 1, 3)
    assert chart_of(page).note(7) == (
        "13 Apr to 19 Apr\n2 of 5 planned sessions done\n1 session that was not planned"
    )
