"""What Trends says: nothing before there is something to say, and whole sentences then."""

from datetime import date, timedelta

import pytest

from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.core.schedule import THREE_DAYS, Plan, PlanChange
from rehabtimer.insights.adherence import Kind
from rehabtimer.insights.pain import PainChange
from rehabtimer.presenters.change_words import change_text
from rehabtimer.presenters.chart_axis import Span, axis_of, span_options
from rehabtimer.presenters.chart_page import ChartPage
from rehabtimer.presenters.pain_log import PainLog
from tests.support.trends import pain_of, plain_page

MONDAY = date(2026, 3, 2)
PLAN = Plan(started_on=MONDAY)
AVOIDED = ("improv", "heal", "cure", "treat", "better", "recommend", "diagnos", "proven", "safe")


def on(day: int) -> date:
    return MONDAY + timedelta(days=day - 1)


def logged(*weeks: list[int], knee: Side = Side.LEFT) -> list[DailyPain]:
    """A list of scores a week, from its first day on."""
    return [
        DailyPain(on(7 * week + day), knee, score)
        for week, scores in enumerate(weeks)
        for day, score in enumerate(scores, 1)
    ]


def sessions(*days: int, partial: tuple[int, ...] = ()) -> list[SessionDay]:
    return [SessionDay(on(day), 10, 5 if day in partial else 10) for day in days]


def frame(
    pain: list[DailyPain],
    done: list[SessionDay] | None = None,
    *,
    today: int = 15,
    affected: Side = Side.LEFT,
    plan: Plan = PLAN,
    span: Span = Span.PROGRAMME,
) -> ChartPage:
    log = PainLog(pain, done or [])
    return plain_page(plan, log, today=on(today), affected=affected, span=span)


FALLING = logged([5, 5, 5], [3, 3, 3])


# Headlines


@pytest.mark.parametrize(
    "points, text",
    [
        (-2, "Left knee: down 2 points since week 1"),
        (-1, "Left knee: down 1 point since week 1"),
        (-1.5, "Left knee: down 1.5 points since week 1"),
        (-0.5, "Left knee: down 0.5 points since week 1"),
        (0, "Left knee: no change since week 1"),
        (1, "Left knee: up 1 point since week 1"),
        (3, "Left knee: up 3 points since week 1"),
    ],
)
def test_a_change_in_words(points: float, text: str) -> None:
    axis = axis_of(Span.PROGRAMME, PLAN, on(37))
    assert change_text(PainChange(Side.LEFT, points, 1, 5), axis) == text


def test_the_headline_tells_the_change() -> None:
    assert frame(FALLING).headlines == ("Left knee: down 2 points since week 1",)


def test_the_affected_knee_comes_first() -> None:
    both = [*FALLING, *logged([9, 9, 9], [9, 9, 9], knee=Side.RIGHT)]
    assert frame(both).headlines[0].startswith("Left knee")
    assert frame(both, affected=Side.RIGHT).headlines == (
        "Right knee: no change since week 1",
        "Left knee: down 2 points since week 1",
    )


def test_of_two_affected_knees_the_worse_one_comes_first() -> None:
    both = [*FALLING, *logged([9, 9, 9], [8, 8, 8], knee=Side.RIGHT)]
    assert frame(both, affected=Side.BOTH).headlines[0].startswith("Right knee")


@pytest.mark.parametrize(
    "pain, done, text",
    [
        ([], [], "Your first answers appear here after a session"),
        ([], [1], "No pain logged yet"),
        (logged([5]), [], "Not enough logged yet to see a trend"),
        (logged([6, 5, 4, 3, 2, 1, 0]), [1], "Not enough logged yet to see a trend"),
        (logged([5, 5, 5], [1, 1]), [], "Not enough logged yet to see a trend"),
    ],
)
def test_nothing_is_concluded_from_under_two_weeks(
    pain: list[DailyPain], done: list[int], text: str
) -> None:
    shown = frame(pain, sessions(*done))
    assert shown.headlines == (text,)
    assert "A trend takes two weeks with at least 3 days logged in each." in shown.summary


def test_nothing_is_told_before_two_weeks_have_gone_by() -> None:
    pain = logged([], [5, 5, 5], [1, 1, 1])
    assert frame(pain, today=20).headlines == ("Not enough logged yet to see a trend",)
    assert frame(pain, today=21).headlines == ("Left knee: down 4 points since week 2",)


def test_a_knee_without_a_trend_keeps_quiet() -> None:
    both = [*FALLING, *logged([2], knee=Side.RIGHT)]
    assert frame(both).headlines == ("Left knee: down 2 points since week 1",)


# Summary and legend


def test_the_summary_counts() -> None:
    shown = frame(FALLING, sessions(1, 2, 3, 8, partial=(2, 8)))
    assert shown.summary == (
        "Weekly median of your worst daily pain. 6 of 15 days logged. "
        "4 sessions, 2 of them in part. Day 15 of 42."
    )


def test_a_single_session_is_no_sessions() -> None:
    assert " 1 session. " in frame(FALLING, sessions(1)).summary
    assert "session" not in frame(FALLING).summary


def test_both_knees_on_a_day_are_one_day() -> None:
    both = [*logged([5, 5]), *logged([2, 2, 2], knee=Side.RIGHT)]
    assert "3 of 7 days logged." in frame(both, today=7).summary


def test_before_and_after_the_programme() -> None:
    assert "The programme starts on Monday 2 March." in frame([], today=-3).summary
    assert "The programme ended on Sunday 12 April." in frame([], today=43).summary


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    line = (
        "Dashed line: 2 points below week 1, about the smallest change that people call important."
    )
    pale = "Pale: fewer than three days logged."
    doctor = "Day 21: the article advises to see a doctor if pain has not gone by then."
    assert frame([]).legend == ""
    assert frame(FALLING).legend == f"{line} {doctor}"
    assert frame([*FALLING, *logged([], [], [3])]).legend == f"{line} {pale} {doctor}"
    assert frame(logged([5])).legend == f"{pale} {doctor}"
    assert frame(FALLING, affected=Side.RIGHT).legend == doctor
    assert frame(logged([1, 1, 1])).legend == doctor


def test_a_thin_first_week_is_not_called_the_first() -> None:
    shown = frame(logged([9], [5, 5, 5], [3, 3, 3]), today=21)
    assert shown.headlines == ("Left knee: down 2 points since week 2",)
    assert "2 points below week 2, " in shown.legend


def test_no_word_promises_anything() -> None:
    for shown in (frame([]), frame(FALLING, sessions(1, 2)), frame(logged([5]))):
        words = f"{shown.headlines} {shown.summary} {shown.legend} {shown.table}".lower()
        assert not [word for word in AVOIDED if word in words]


# Chart


def test_the_chart_holds_every_logged_day_and_only_the_affected_line() -> None:
    both = [*FALLING, *logged([2, 2, 2], knee=Side.RIGHT)]
    left, right = pain_of(frame(both)).knees
    assert [day.day for day in left.days] == [1, 2, 3, 8, 9, 10]
    assert [(week.week, week.median) for week in left.weeks] == [(1, 5), (2, 3)]
    assert (left.line, right.line) == (3, None)
    assert (left.name, right.name) == ("Left knee", "Right knee")


def test_the_chart_holds_every_day_of_six_weeks() -> None:
    chart = pain_of(frame(FALLING, sessions(1)))
    assert [day.day for day in chart.sessions] == list(range(1, 43))
    assert chart.week_names == tuple(f"Week {week}" for week in range(1, 7))
    assert chart.today == 15
    assert chart.description == "Left knee: down 2 points since week 1"


def test_the_key_names_the_sorts_of_days_there_are() -> None:
    thrice = Plan(started_on=MONDAY, changes=(PlanChange(since=MONDAY, weekdays=THREE_DAYS),))
    chart = pain_of(frame([], sessions(1, 2, 3, partial=(3,)), plan=thrice))
    assert [kind for kind, _ in chart.session_key] == [
        Kind.FULL,
        Kind.PARTIAL,
        Kind.MISSED,
        Kind.EXTRA,
        Kind.TO_COME,
        Kind.REST,
    ]


def test_an_empty_chart_says_what_will_be_there() -> None:
    assert pain_of(frame([])).hint
    assert not pain_of(frame(FALLING)).hint


@pytest.mark.parametrize(
    "day, note",
    [
        (1, "Monday 2 March\nLeft knee: 5 of 10\nSession done"),
        (2, "Tuesday 3 March\nLeft knee: 5 of 10\nSession partly done"),
        (4, "Thursday 5 March\nNo pain logged\nNo session"),
        (16, "Tuesday 17 March\nSession to come"),
        (0, ""),
        (43, ""),
    ],
)
def test_the_note_of_a_day(day: int, note: str) -> None:
    assert pain_of(frame(FALLING, sessions(1, 2, partial=(2,)))).note(day) == note


def test_notes_of_rest_days_and_extra_sessions() -> None:
    thrice = Plan(started_on=MONDAY, changes=(PlanChange(since=MONDAY, weekdays=THREE_DAYS),))
    chart = pain_of(frame([], sessions(2, 4, partial=(4,)), plan=thrice))
    assert chart.note(2).endswith("Extra session")
    assert chart.note(4).endswith("Part of an extra session")
    assert chart.note(6).endswith("Rest day")


# Spans


def test_there_is_no_switch_while_all_spans_are_alike() -> None:
    assert span_options(Span.PROGRAMME, PLAN, on(15), on(1)) == ()


def test_the_switch_after_the_programme() -> None:
    spans = span_options(Span.LAST_SIX, PLAN, on(70), on(1))
    assert [(option.key, option.chosen) for option in spans] == [
        ("programme", False),
        ("last-six", True),
        ("everything", False),
    ]


def test_the_weeks_of_each_span_after_the_programme() -> None:
    pain = [*FALLING, *logged(*[[]] * 9, [1, 1, 1])]
    shown = frame(pain, sessions(64), today=70, span=Span.LAST_SIX)
    assert (pain_of(shown).weeks.first, pain_of(shown).weeks.last) == (5, 10)
    assert [day.day for day in pain_of(shown).knees[0].days] == [64, 65, 66]
    assert shown.headlines == ("Not enough logged in these weeks to see a trend",)
    assert frame(pain, today=70).headlines == ("Left knee: down 2 points from week 1 to week 2",)
    everything = frame(pain, today=70, span=Span.EVERYTHING)
    assert everything.headlines == ("Left knee: down 4 points since week 1",)
    assert (pain_of(everything).weeks.first, pain_of(everything).weeks.last) == (1, 10)


def test_a_session_after_the_end_is_not_an_extra_one() -> None:
    shown = frame([], sessions(64, 65, partial=(65,)), today=70, span=Span.LAST_SIX)
    assert {kind for kind, _ in pain_of(shown).session_key} == {
        Kind.FULL,
        Kind.PARTIAL,
        Kind.MISSED,
    }
    assert shown.table.rows[-1] == ("10", "0 of 7", "2, 1 partial")


# Table


def test_the_table_has_a_row_for_each_week_that_has_begun() -> None:
    both = [*FALLING, *logged([2, 2, 2], [], [1], knee=Side.RIGHT)]
    table = frame(both, sessions(1, 2, 8, partial=(8,)), today=16).table
    assert table.head == (
        "Week",
        "Days logged",
        "Left knee, median",
        "Right knee, median",
        "Sessions",
    )
    assert table.rows == (
        ("1", "3 of 7", "5", "2", "2 of 7"),
        ("2", "3 of 7", "3", "–", "1 of 7, 1 partial"),
        ("3", "1 of 2", "–", "1, from 1 day", "0 of 2"),
    )


def test_the_table_tells_extra_sessions_apart() -> None:
    thrice = Plan(started_on=MONDAY, changes=(PlanChange(since=MONDAY, weekdays=THREE_DAYS),))
    table = frame([], sessions(1, 2), plan=thrice, today=7).table
    assert table.rows == (("1", "0 of 7", "1 of 3, 1 extra"),)


def test_there_are_no_rows_before_the_start() -> None:
    assert frame([], today=-3).table.rows == ()
