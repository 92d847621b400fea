"""Frames of Trends, from made-up histories and from scores by day."""

from datetime import date, timedelta

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.core.schedule import EVERY_DAY, Plan, PlanChange
from rehabtimer.demo import DemoHistory, make_history
from rehabtimer.presenters.pain_chart import Span
from rehabtimer.presenters.trends import TrendsFrame, trends_frame

TODAY = date(2026, 11, 23)


def daily_worst(history: DemoHistory) -> list[DailyPain]:
    """The worst score of each day and knee, as the diary gives it."""
    worst: dict[tuple[date, Side], int] = {}
    for entry in history.pain:
        key = entry.when.day, entry.knee
        worst[key] = max(entry.score or 0, worst.get(key, 0))
    return [DailyPain(day, knee, score) for (day, knee), score in sorted(worst.items())]


def session_days(history: DemoHistory) -> list[SessionDay]:
    """What each day with a session came to, as the history gives it."""
    return [
        SessionDay(record.started.day, len(rows), sum(row.outcome is Outcome.DONE for row in rows))
        for record, rows in history.sessions
    ]


def demo_frame(days: int = 37, span: Span = Span.PROGRAMME) -> TrendsFrame:
    """What Trends says of a made-up history."""
    history = make_history(load_programme(paths.resources()), TODAY, days)
    return trends_frame(
        history.course.plan,
        daily_worst(history),
        session_days(history),
        today=TODAY,
        affected=Side.LEFT,
        span=span,
    )


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
    return trends_frame(plan, pain, done, today=TODAY, affected=affected)
