"""What Trends and the report say where nothing was logged lately, and of days in a pause."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import Pause, Plan
from rehabtimer.presenters.chart_axis import Span, span_options
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.pain_chart import PainChart
from rehabtimer.presenters.sessions_chart import SessionsChart
from tests.support.chart_store import Kept, on
from tests.support.histories import DAY

RISE = dict.fromkeys(range(1, 8), 2) | dict.fromkeys(range(8, 15), 5)
FALL = dict.fromkeys(range(1, 8), 6) | dict.fromkeys(range(8, 15), 4)
LEVEL = dict.fromkeys(range(1, 15), 4)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = Kept(tmp_path)
    with kept.store:
        yield kept


def pain(kept: Kept, today: int, span: Span = Span.PROGRAMME) -> ChartPage:
    return kept.page(ChartKey.PAIN, today, span)


def knee_of(page: ChartPage, place: int = 0) -> tuple[float | None, tuple[int, int]]:
    assert isinstance(page.chart, PainChart)
    marks = page.chart.knees[place]
    return marks.line, marks.line_days


# Long ago


@pytest.mark.parametrize(
    "scores, lately, long_ago",
    [
        (FALL, "down 2 points since week 1", "down 2 points from week 1 to week 2"),
        (RISE, "up 3 points since week 1", "up 3 points from week 1 to week 2"),
        (LEVEL, "no change since week 1", "no change from week 1 to week 2"),
    ],
)
def test_what_is_long_ago_is_told_with_its_week(
    kept: Kept, scores: dict[int, int], lately: str, long_ago: str
) -> None:
    kept.course()
    kept.pain(scores)
    assert pain(kept, 27).headlines == (f"Left knee: {lately}",)
    for today in (28, 414):
        assert pain(kept, today).headlines == (f"Left knee: {long_ago}",)


@pytest.mark.parametrize(
    "scores, text",
    [
        (FALL, "down 2 points from the week of 2 Mar 2026 to that of 9 Mar 2026"),
        (RISE, "up 3 points from the week of 2 Mar 2026 to that of 9 Mar 2026"),
        (LEVEL, "no change from the week of 2 Mar 2026 to that of 9 Mar 2026"),
    ],
)
def test_what_is_very_long_ago_is_told_by_date(
    kept: Kept, scores: dict[int, int], text: str
) -> None:
    kept.course()
    kept.pain(scores)
    page = pain(kept, 414, Span.EVERYTHING)
    assert page.headlines == (f"Left knee: {text}",)
    assert page.table.rows[0][0] == "2 Mar 2026"
    assert isinstance(page.chart, PainChart)
    assert page.chart.note(1).startswith("Monday 2 March 2026\n")
    assert "The programme ended on Sunday 12 April 2026." in page.summary


@pytest.mark.parametrize(
    "scores, text",
    [(FALL, "down 2 points"), (RISE, "up 3 points"), (LEVEL, "no change")],
)
def test_by_date_too_the_latest_week_may_be_now(
    kept: Kept, scores: dict[int, int], text: str
) -> None:
    kept.pain({-6: 3})
    kept.course()
    kept.pain(scores)
    headlines = pain(kept, 20, Span.EVERYTHING).headlines
    assert headlines == (f"Left knee: {text} since the week of 2 Mar",)


def test_weeks_with_nothing_say_since_when(kept: Kept) -> None:
    kept.course()
    kept.pain(FALL)
    kept.done(1, 2, 9)
    said = {key: kept.page(key, 100, Span.LAST_SIX).headlines for key in ChartKey}
    assert said == {
        ChartKey.PAIN: ("No answer about pain since Sunday 15 March",),
        ChartKey.SESSIONS: ("No session since Tuesday 10 March",),
        ChartKey.EXERCISES: ("No exercise was done since Tuesday 10 March",),
        ChartKey.ACTIVITY: ("No activity in these weeks yet",),
    }
    assert "2026" in pain(kept, 400, Span.LAST_SIX).headlines[0]


def test_weeks_before_everything_that_is_there_are_called_empty(kept: Kept) -> None:
    kept.course(Plan(started_on=DAY, days=7))
    kept.pain({20: 4})
    kept.done(20)
    assert pain(kept, 30).headlines == ("No pain logged in these weeks",)
    assert kept.page(ChartKey.EXERCISES, 30).headlines == ("No exercise was done in these weeks",)
    assert kept.page(ChartKey.SESSIONS, 1).headlines == ("Your sessions appear here, week by week",)


# What is shown is compared


def test_the_last_six_weeks_are_compared_with_each_other(kept: Kept) -> None:
    kept.course()
    kept.pain(FALL | dict.fromkeys(range(43, 50), 4) | dict.fromkeys(range(64, 71), 1))
    page = pain(kept, 71, Span.LAST_SIX)
    assert page.headlines == ("Left knee: down 3 points since week 7",)
    assert page.legend.startswith("Dashed line: 2 points below week 7,")
    assert knee_of(page) == (2, (43, 77))
    assert pain(kept, 71, Span.EVERYTHING).headlines == ("Left knee: down 5 points since week 1",)


def test_lines_by_date_say_whose_they_are(kept: Kept) -> None:
    kept.pain({-6: 3})
    kept.course()
    kept.pain(FALL)
    kept.pain(FALL, Side.RIGHT)
    kept.store.preferences.save(kept.affected(Side.RIGHT))
    legend = pain(kept, 15, Span.EVERYTHING).legend
    assert legend.startswith("Dashed line, right knee: 2 points below the week of 2 Mar,")


# Paused days


@pytest.fixture
def paused(kept: Kept) -> Kept:
    """Thirty days, then a pause; sixty days later a run of 8 km, a session and pain of 9."""
    kept.course(Plan(started_on=DAY, pauses=(Pause(since=on(31)),)))
    kept.pain(FALL)
    kept.done(1, 8, 29)
    kept.moved(29, metres=2000)
    kept.pain({92: 9})
    kept.moved(92, metres=8000)
    kept.done(92)
    return kept


def test_this_week_is_of_seven_days_whatever_was_paused(paused: Kept) -> None:
    page = paused.page(ChartKey.ACTIVITY, 93)
    assert page.headlines[0] == "Running: 8 km this week so far, none last week"
    assert page.headlines[1] == "Worst pain this week: 9 of 10"
    assert page.legend.endswith(
        "Weeks begin on Mondays here; this programme began on Monday 2 March."
    )


def test_whoever_has_paused_days_can_see_them(paused: Kept) -> None:
    plan = paused.store.courses.all()[-1].plan
    assert len(span_options(Span.PROGRAMME, plan, on(93), on(1))) == 3
    for span in (Span.LAST_SIX, Span.EVERYTHING):
        page = pain(paused, 93, span)
        assert isinstance(page.chart, PainChart)
        assert page.chart.knees[0].days[-1].score == 9
        assert [row[2] for row in page.table.rows if row[2] != "–"][-1] == "9, from 1 day"
        sessions = paused.page(ChartKey.SESSIONS, 93, span)
        assert isinstance(sessions.chart, SessionsChart)
        assert sum(week.done + week.extra for week in sessions.chart.columns) >= 1


def test_the_programmes_own_weeks_leave_them_out_and_say_so(paused: Kept) -> None:
    text = "What you logged on 1 paused day is under Everything."
    page = pain(paused, 93)
    assert isinstance(page.chart, PainChart)
    assert page.chart.knees[0].days[-1].score == 4
    assert page.legend.endswith(text)
    assert "3 sessions." in page.summary
    sessions = paused.page(ChartKey.SESSIONS, 93)
    assert sessions.legend.endswith(text)
    assert sessions.headlines == ("3 of 30 planned sessions done",)


def test_several_paused_days_are_counted_once_each(paused: Kept) -> None:
    paused.pain({40: 2, 41: 3})
    paused.store.diary.take_reliever(on(41), taken=True)
    assert "What you logged on 3 paused days is under Everything." in pain(paused, 93).legend


def test_a_pause_before_the_last_six_weeks_leaves_the_programmes_weeks(kept: Kept) -> None:
    pauses = (Pause(since=on(3), until=on(4)),)
    kept.course(Plan(started_on=DAY, days=120, pauses=pauses))
    kept.pain({90: 4})
    page = pain(kept, 93, Span.LAST_SIX)
    assert isinstance(page.chart, PainChart)
    assert page.chart.week_names[0] == "Week 8"


def test_with_a_pause_early_on_the_last_weeks_begin_with_the_programme(kept: Kept) -> None:
    kept.course(Plan(started_on=on(3), pauses=(Pause(since=on(6), until=on(7)),)))
    page = pain(kept, 10, Span.LAST_SIX)
    assert isinstance(page.chart, PainChart)
    assert page.chart.week_names == ("2 Mar", "9 Mar")
