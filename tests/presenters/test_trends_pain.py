"""Pain in Trends from a real database: marks, slopes, day 21, and more than one programme."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import Pause, Plan
from rehabtimer.core.settings import Settings
from rehabtimer.core.workouts import TotalScore
from rehabtimer.insights.adherence import Kind
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.pain_chart import LogMark, MarkKind, PainChart
from tests.support.chart_store import Kept, on
from tests.support.histories import DAY
from tests.support.histories import pain as answer

FALL = {day: 10 - day // 4 for day in range(1, 32)}


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    with kept.store:
        yield kept


def shown(kept: Kept, today: int, span: Span = Span.PROGRAMME) -> ChartPage:
    return kept.page(ChartKey.PAIN, today, span)


def chart_of(page: ChartPage) -> PainChart:
    assert isinstance(page.chart, PainChart)
    return page.chart


def total(day: int, value: float, most: float | None = None) -> TotalScore:
    return TotalScore(id=f"total-{day}", day=on(day), name="AKPS", value=value, most=most)


# Marks


def test_what_was_logged_besides_is_marked(kept: Kept) -> None:
    kept.course()
    kept.store.diary.take_reliever(on(3), taken=True)
    kept.store.diary.take_reliever(on(4), taken=False)
    kept.store.diary.add(replace(answer(4, on(3), Moment.EXTRA), note="Down\nthe stairs"))
    kept.done(2, note="Slowly today")
    kept.store.total_scores.add(total(3, 68, 100), total(5, 70.5))
    chart = chart_of(shown(kept, 6))
    assert chart.marks == (
        LogMark(2, MarkKind.NOTE, "Note: Slowly today"),
        LogMark(3, MarkKind.RELIEVER, "Pain reliever taken"),
        LogMark(3, MarkKind.NOTE, "Note: Down the stairs"),
        LogMark(3, MarkKind.SCORE, "AKPS: 68 of 100"),
        LogMark(5, MarkKind.SCORE, "AKPS: 70.5"),
    )
    assert [word for _kind, word in chart.mark_key] == ["pain reliever", "note", "questionnaire"]
    assert chart.note(3) == (
        "Wednesday 4 March\nLeft knee: 4 of 10\nNo session\nPain reliever taken\n"
        "Note: Down the stairs\nAKPS: 68 of 100"
    )


def test_a_long_note_is_cut_between_words(kept: Kept) -> None:
    kept.course()
    kept.done(1, note="word " * 40)
    (mark,) = chart_of(shown(kept, 1)).marks
    assert mark.text.endswith("word …")
    assert len(mark.text) < 85


def test_the_table_has_a_column_for_marks_where_there_are_any(kept: Kept) -> None:
    kept.course()
    assert "Also logged" not in shown(kept, 10).table.head
    for day in (1, 2):
        kept.store.diary.take_reliever(on(day), taken=True)
    kept.done(1, 2, note="Fine")
    kept.store.total_scores.add(total(3, 68, 100))
    table = shown(kept, 10).table
    assert table.head[-1] == "Also logged"
    assert [row[-1] for row in table.rows] == ["2 pain relievers, 2 notes, AKPS: 68 of 100", "–"]


def test_marks_on_days_that_are_not_shown_are_left_out(kept: Kept) -> None:
    kept.course(Plan(started_on=DAY, pauses=(Pause(since=on(3), until=on(4)),)))
    for day in (-1, 3, 5):
        kept.store.diary.take_reliever(on(day), taken=True)
    assert [mark.day for mark in chart_of(shown(kept, 10)).marks] == [3]


def test_the_keyboard_goes_to_the_days_with_something_on_them(kept: Kept) -> None:
    kept.course()
    kept.pain({2: 5})
    kept.done(4)
    kept.store.diary.take_reliever(on(6), taken=True)
    assert chart_of(shown(kept, 9)).stops() == (2, 4, 6, 9)
    assert chart_of(shown(kept, 90)).stops() == (2, 4, 6)


# Slopes


def test_the_slope_comes_with_its_interval(kept: Kept) -> None:
    kept.course()
    kept.pain(FALL)
    text = (
        "Left knee: about 1.8 points a week less, over 31 logged days (95 % interval 1.6 to 1.8)."
    )
    assert text in shown(kept, 31).summary


def test_a_slope_of_one_point(kept: Kept) -> None:
    kept.course()
    kept.pain({7 * n + 1: n for n in range(10)}, Side.RIGHT)
    page = shown(kept, 64, Span.EVERYTHING)
    text = "Right knee: about 1 point a week more, over 10 logged days (95 % interval 1 to 1)."
    assert text in page.summary


def test_very_slow_slopes_keep_a_figure(kept: Kept) -> None:
    kept.course()
    kept.pain({day: 5 - day // 100 for day in range(1, 300, 5)})
    page = shown(kept, 300, Span.EVERYTHING)
    assert "about 0.06 points a week less, over 60 logged days" in page.summary


@pytest.mark.parametrize(
    "scores, text",
    [
        ([4] * 14, "Left knee: neither up nor down over 14 logged days."),
        (
            [5, 2, 8, 1, 9, 3, 7, 2, 8, 4, 6, 1, 9, 5],
            "Left knee: too uneven over 14 logged days to tell a direction.",
        ),
    ],
)
def test_no_direction(kept: Kept, scores: list[int], text: str) -> None:
    kept.course()
    kept.pain(dict(enumerate(scores, 1)))
    assert text in shown(kept, 14).summary


@pytest.mark.parametrize("days", [range(1, 10), range(1, 14, 2), range(1, 11)])
def test_too_few_days_have_no_slope(kept: Kept, days: range) -> None:
    kept.course()
    kept.pain({day: 10 - day // 2 for day in days})
    assert "a week" not in shown(kept, 20).summary


@pytest.mark.parametrize(
    "scores, text",
    [
        ([4] * 200, "Left knee: neither up nor down over the last 182 logged days."),
        (
            [(7 * n * n + n // 9) % 11 for n in range(200)],
            "Left knee: too uneven over the last 182 logged days to tell a direction.",
        ),
        ([n // 20 for n in range(200)], "more, over the last 182 logged days"),
        ([10 - n // 20 for n in range(200)], "less, over the last 182 logged days"),
    ],
)
def test_of_very_many_days_the_last_ones_count(kept: Kept, scores: list[int], text: str) -> None:
    kept.course()
    kept.pain(dict(enumerate(scores, 1)))
    assert text in shown(kept, 200, Span.EVERYTHING).summary


def test_slopes_count_days_of_the_calendar(kept: Kept) -> None:
    kept.course(Plan(started_on=DAY, pauses=(Pause(since=on(8), until=on(35)),)))
    kept.pain({day: 10 - day // 5 for day in (*range(1, 8), *range(36, 43))})
    assert "about 1.4 points a week less, over 14 logged days" in shown(kept, 42).summary


# Lines and day 21


def test_a_line_says_whose_it_is(kept: Kept) -> None:
    kept.course()
    kept.store.preferences.save(Settings(affected=Side.LEFT))
    kept.pain({1: 5, 2: 5, 3: 5})
    assert shown(kept, 5).legend.startswith("Dashed line: 2 points below week 1,")
    kept.pain({1: 6, 2: 6, 3: 6}, Side.RIGHT)
    assert shown(kept, 5).legend.startswith("Dashed line, left knee: 2 points below week 1,")
    kept.store.preferences.save(Settings(affected=Side.RIGHT))
    assert shown(kept, 5).legend.startswith("Dashed line, right knee: 2 points below week 1,")
    kept.store.preferences.save(Settings(affected=Side.BOTH))
    assert shown(kept, 5).legend.startswith(
        "Dashed lines: 2 points below the first week of each knee with three days logged,"
    )


def test_day_21_is_marked_once_something_is_logged(kept: Kept) -> None:
    kept.course()
    assert chart_of(shown(kept, 1)).day_21 is None
    kept.pain({1: 5})
    page = shown(kept, 1)
    assert (chart_of(page).day_21, chart_of(page).day_21_word) == (21, "day 21")
    assert "Day 21: the article advises to see a doctor" in page.legend
    late = shown(kept, 70, Span.LAST_SIX)
    assert chart_of(late).day_21 is None
    assert "Day 21" not in late.legend


# Several programmes


def twice(kept: Kept) -> None:
    """A programme that began on a Monday, and a second one on a Wednesday, day 59."""
    kept.course()
    kept.course(Plan(started_on=on(59)))
    kept.pain({1: 8, 2: 8, 3: 8})
    kept.pain({59: 5, 60: 5, 61: 5, 67: 3, 68: 3, 69: 3})
    kept.done(1, 50, 59)


def test_this_programme_begins_with_its_own_first_day(kept: Kept) -> None:
    twice(kept)
    chart = chart_of(shown(kept, 75))
    assert [day.day for day in chart.knees[0].days] == [1, 2, 3, 9, 10, 11]
    assert chart.week_names[0] == "Week 1"


def test_everything_begins_with_the_first_record_ever(kept: Kept) -> None:
    twice(kept)
    page = shown(kept, 75, Span.EVERYTHING)
    chart = chart_of(page)
    assert page.headlines == ("Left knee: down 5 points since the week of 2 Mar",)
    assert chart.week_names[:2] == ("2 Mar", "9 Mar")
    assert [day.day for day in chart.knees[0].days] == [1, 2, 3, 59, 60, 61, 67, 68, 69]
    assert [week.week for week in chart.knees[0].weeks] == [1, 9, 10]
    assert (chart.today, chart.day_21) == (75, 79)
    assert (chart.knees[0].line, chart.knees[0].line_days) == (6, (1, 105))
    assert chart.sessions[0].kind is Kind.FULL
    assert chart.sessions[42].kind is Kind.OUTSIDE
    assert chart.sessions[49].kind is Kind.FULL  # beside any programme, and no extra session
    assert chart.sessions[58].kind is Kind.FULL
    assert chart.note(1).startswith("Monday 2 March\nLeft knee: 8 of 10\nSession done")
    assert page.legend.endswith(
        "Weeks begin on Mondays here; this programme began on Wednesday 29 April."
    )
    assert page.table.rows[0][0] == "2 Mar"
    assert page.file_name == "pain-2026-03-02-to-2026-06-14"


def test_the_last_six_weeks_reach_into_the_programme_before(kept: Kept) -> None:
    twice(kept)
    chart = chart_of(shown(kept, 75, Span.LAST_SIX))
    assert (chart.weeks.first, chart.weeks.last, chart.today) == (1, 6, 40)
    assert chart.week_names[0] == "6 Apr"
    assert chart.sessions[14].kind is Kind.FULL


def test_weeks_of_both_programmes_are_compared_where_both_are_shown(kept: Kept) -> None:
    kept.course()
    kept.pain(FALL)
    kept.course(Plan(started_on=on(40)))
    page = shown(kept, 40, Span.EVERYTHING)
    assert page.headlines == ("Left knee: down 6 points since the week of 2 Mar",)
    assert "Left knee: about 1.8 points a week less" in page.summary
    assert page.legend.startswith("Dashed line: 2 points below the week of 2 Mar,")
    assert chart_of(page).knees[0].line == 7


def test_a_programme_that_is_still_to_begin(kept: Kept) -> None:
    kept.course()
    kept.pain(FALL)
    kept.course(Plan(started_on=on(50)))
    page = shown(kept, 45, Span.LAST_SIX)
    assert "this programme begins on Monday 20 April." in page.legend
    assert "The programme starts on Monday 20 April." in page.summary


def test_paused_days_are_seen_in_calendar_weeks(kept: Kept) -> None:
    kept.pain({-3: 5, 4: 6})
    kept.course(Plan(started_on=DAY, pauses=(Pause(since=on(3), until=on(5)),)))
    chart = chart_of(shown(kept, 9, Span.EVERYTHING))
    assert (chart.today, [day.day for day in chart.knees[0].days]) == (16, [4, 11])
    assert chart.sessions[10].kind is Kind.PAUSED
    assert chart.note(11).endswith("Left knee: 6 of 10\nProgramme paused")
    assert (Kind.PAUSED, "paused") in chart.session_key


def test_weeks_of_several_years_name_the_year(kept: Kept) -> None:
    kept.pain({-100: 5})
    kept.course()
    assert chart_of(shown(kept, 9, Span.EVERYTHING)).week_names[0] == "17 Nov 2025"


# Figures for a file


def test_the_figures_of_each_day(kept: Kept) -> None:
    kept.course()
    kept.pain({1: 5, 2: 4})
    kept.pain({1: 2}, Side.RIGHT)
    kept.store.diary.take_reliever(on(1), taken=True)
    kept.done(1, note="One")
    kept.done(1, note="Two")
    kept.store.total_scores.add(total(2, 68))
    page = shown(kept, 3)
    assert page.data.rows == (
        ("2026-03-02", "1", "5", "2", "4.5", "2", "done", "1", "One\nTwo", ""),
        ("2026-03-03", "1", "4", "", "4.5", "2", "missed", "0", "", "AKPS: 68"),
        ("2026-03-04", "1", "", "", "4.5", "2", "to come", "0", "", ""),
    )
    assert page.data.head[:4] == (
        *("Date", "Programme week"),
        *("Worst pain, left knee", "Worst pain, right knee"),
    )
    assert len(page.data.head) == 10
    assert date.fromisoformat(page.file_name[5:15]) == DAY
