"""What a made-up history comes to by day, counted without a database."""

from datetime import date

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.demo import DemoHistory


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
