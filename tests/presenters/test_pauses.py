"""What Trends and the week say of days on which the programme was paused."""

from datetime import date, timedelta

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.core.schedule import Pause, Plan
from rehabtimer.insights.adherence import Kind, week_adherence
from rehabtimer.presenters.chart_page import ChartPage
from rehabtimer.presenters.frames import DayMark
from rehabtimer.presenters.pain_log import PainLog
from rehabtimer.presenters.week import week_cells
from tests.support.trends import pain_of, plain_page

MONDAY = date(2026, 3, 2)


def on(day: int) -> date:
    """The date of a calendar day, from 1."""
    return MONDAY + timedelta(days=day - 1)


AWAY = Plan(started_on=MONDAY, pauses=(Pause(since=on(4), until=on(10)),))
STILL = Plan(started_on=MONDAY, pauses=(Pause(since=on(4)),))


def frame(plan: Plan, today: int, *sessions: int, pain: dict[int, int] | None = None) -> ChartPage:
    log = PainLog(
        [DailyPain(on(day), Side.LEFT, score) for day, score in (pain or {}).items()],
        [SessionDay(on(day), 10, 10) for day in sessions],
    )
    return plain_page(plan, log, today=on(today), affected=Side.LEFT)


def test_the_axis_is_the_programmes_own_days() -> None:
    chart = pain_of(frame(AWAY, 12, 1, 11, pain={3: 5, 6: 9, 11: 3}))
    assert [day.day for day in chart.sessions] == list(range(1, 43))
    assert [day.on for day in chart.sessions[2:5]] == [on(3), on(11), on(12)]
    assert [(day.day, day.score) for day in chart.knees[0].days] == [(3, 5), (4, 3)]
    assert chart.today == 5
    assert chart.note(4) == "Thursday 12 March\nLeft knee: 3 of 10\nSession done"
    assert Kind.PAUSED not in dict(chart.session_key)


def test_what_was_done_in_a_pause_is_left_out_and_said() -> None:
    shown = frame(AWAY, 12, 1, 6, 11, pain={3: 5, 6: 9, 11: 3})
    assert "2 of 5 days logged. 2 sessions. Day 5 of 42." in shown.summary
    assert shown.table.rows == (("1", "2 of 5", "4, from 2 days", "2 of 5"),)
    assert shown.legend.endswith("What you logged on 1 paused day is under Everything.")


def test_while_the_programme_is_paused_its_days_are_still_to_come() -> None:
    shown = frame(STILL, 8, 1)
    assert "The programme is paused on day 3 of 42." in shown.summary
    assert [day.on for day in pain_of(shown).sessions[2:5]] == [on(3), on(9), on(10)]
    assert pain_of(shown).sessions[3].kind is Kind.TO_COME
    assert pain_of(shown).today == 3


def test_a_pause_moves_the_end() -> None:
    assert "Day 42 of 42." in frame(AWAY, 49).summary
    assert "The programme ended on Sunday 19 April." in frame(AWAY, 50).summary


def test_a_paused_day_of_the_week_looks_like_rest_and_says_what_it_is() -> None:
    cells = week_cells(week_adherence([], STILL, on(5)), on(5))
    assert [cell.mark for cell in cells] == [DayMark.MISSED] * 3 + [DayMark.REST] * 4
    assert cells[3].description == "Thursday 5 March: paused"
    assert [cell.today for cell in cells] == [False] * 4 + [True, False, False]
