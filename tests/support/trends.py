"""Frames of Trends, from made-up histories and from scores by day."""

from datetime import date, timedelta
from pathlib import Path

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.core.schedule import EVERY_DAY, Plan, PlanChange
from rehabtimer.demo import make_history, write
from rehabtimer.presenters.chart_axis import Span, axis_of, span_options
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.pain_chart import PainChart
from rehabtimer.presenters.pain_log import PainLog
from rehabtimer.presenters.pain_page import pain_page
from rehabtimer.presenters.trends import TrendsFrame, chart_options, read_chart
from rehabtimer.storage.store import Store
from tests.support.made_up import daily_worst, session_days

TODAY = date(2026, 11, 23)


def pain_of(page: ChartPage) -> PainChart:
    """The chart of a page about pain."""
    assert isinstance(page.chart, PainChart)
    return page.chart


def framed(plan: Plan, page: ChartPage, span: Span = Span.PROGRAMME) -> TrendsFrame:
    """A page as Trends shows it."""
    return TrendsFrame(chart_options(page.key), span_options(span, plan, TODAY, None), page)


def plain_page(
    plan: Plan, log: PainLog, *, today: date, affected: Side, span: Span = Span.PROGRAMME
) -> ChartPage:
    """The page about pain of a single course."""
    kept = [entry.day for entry in log.pain] + [session.day for session in log.sessions]
    first = min(kept, default=None)
    return pain_page(log, (plan,), axis_of(span, plan, today, first), affected)


def kept_page(
    folder: Path, key: ChartKey, span: Span = Span.PROGRAMME, days: int = 37
) -> ChartPage:
    """Any page of a made-up history that is kept in a file of `folder`."""
    history = make_history(load_programme(paths.resources()), TODAY, days)
    with Store.open(folder / f"{days}-{span}-{key}.db") as store:
        write(history, store)
        return read_chart(store, key, span, TODAY)


def demo_frame(days: int = 37, span: Span = Span.PROGRAMME) -> TrendsFrame:
    """What Trends says about the pain of a made-up history."""
    history = make_history(load_programme(paths.resources()), TODAY, days)
    plan, log = history.course.plan, PainLog(daily_worst(history), session_days(history))
    return framed(plan, plain_page(plan, log, today=TODAY, affected=Side.LEFT, span=span), span)


def frame_of(
    left: dict[int, int] | None = None,
    right: dict[int, int] | None = None,
    *,
    today: int = 37,
    affected: Side = Side.LEFT,
    sessions: tuple[int, ...] = (),
    partial: tuple[int, ...] = (),
    weekdays: tuple[int, ...] = EVERY_DAY,
) -> TrendsFrame:
    """What Trends says of scores, and of whole and partial sessions, by programme day."""
    start = TODAY - timedelta(days=today - 1)
    plan = Plan(started_on=start, changes=(PlanChange(since=start, weekdays=weekdays),))

    def on(day: int) -> date:
        return plan.started_on + timedelta(days=day - 1)

    scores = ((Side.LEFT, left or {}), (Side.RIGHT, right or {}))
    pain = [DailyPain(on(d), knee, score) for knee, found in scores for d, score in found.items()]
    done = [SessionDay(on(day), 10, 10) for day in sessions]
    done += [SessionDay(on(day), 10, 5) for day in partial]
    return framed(plan, plain_page(plan, PainLog(pain, done), today=TODAY, affected=affected))
