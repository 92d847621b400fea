"""Charts of weeks and of exercises, made up for what is to be drawn."""

from datetime import date, timedelta

from rehabtimer.core.programme import Side
from rehabtimer.core.workouts import Sport
from rehabtimer.insights.adherence import Kind
from rehabtimer.presenters.activity_chart import ActivityChart, ActivityWeek
from rehabtimer.presenters.chart_axis import Weeks
from rehabtimer.presenters.dose_chart import DoseBar, DoseChart, DoseRow, PainDot
from rehabtimer.presenters.sessions_chart import STACK, SessionsChart, SessionsWeek

START = date(2026, 3, 2)
_WORDS = {
    Kind.FULL: "done",
    Kind.PARTIAL: "partly done",
    Kind.EXTRA: "extra",
    Kind.MISSED: "missed",
    Kind.TO_COME: "to come",
}


def sessions_chart(
    *weeks: tuple[int, int, int, int, int], now: int = 99, hint: str = ""
) -> SessionsChart:
    """Weeks of so many days: done, partly, extra, missed, to come."""
    columns = tuple(_sessions_week(number, *week) for number, week in enumerate(weeks, 1))
    return SessionsChart(
        weeks=Weeks(1, len(weeks)),
        now=min(now, len(weeks)),
        columns=columns,
        week_names=tuple(f"Week {number}" for number in range(1, len(weeks) + 1)),
        most=max([1, *map(sum, weeks)]),
        sessions_title="Sessions a week",
        key=tuple((kind, _WORDS[kind]) for kind in STACK),
        description="About sessions",
        hint=hint,
        notes=lambda week: f"Week {week}\n{columns[week - 1].done} done",
    )


def _sessions_week(
    week: int, done: int, partial: int, extra: int, missed: int, to_come: int
) -> SessionsWeek:
    first = START + timedelta(weeks=week - 1)
    return SessionsWeek(
        week=week,
        first=first,
        last=first + timedelta(days=6),
        planned=done + partial + missed + to_come,
        done=done,
        partial=partial,
        missed=missed,
        to_come=to_come,
        extra=extra,
        rest=0,
        paused=0,
    )


def activity_week(
    week: int,
    *minutes: tuple[Sport, int],
    distance: float = 0.0,
    worst: int | None = None,
    run_worst: int | None = None,
) -> ActivityWeek:
    """A week with these minutes, and the pain of it."""
    first = START + timedelta(weeks=week - 1)
    last = first + timedelta(days=6)
    runs = int(bool(distance))
    return ActivityWeek(week, first, last, minutes, distance, runs, worst, run_worst)


def activity_chart(*columns: ActivityWeek, hint: str = "") -> ActivityChart:
    """A chart of these weeks."""
    sports = dict.fromkeys(sport for column in columns for sport, _minutes in column.minutes)
    return ActivityChart(
        weeks=Weeks(1, len(columns)),
        now=len(columns),
        columns=columns,
        week_names=tuple(f"Week {column.week}" for column in columns),
        sports=tuple((sport, sport.value) for sport in sports),
        most_minutes=max(column.all_minutes for column in columns),
        most_distance=max(column.distance for column in columns),
        minutes_title="Minutes in the week",
        distance_title="Run in the week (km)",
        pain_title="Worst pain of the week (0–10)",
        run_pain_title="Pain told about runs",
        description="About activity",
        hint=hint,
        notes=lambda week: f"Week {week}\n{columns[week - 1].distance:g} km",
    )


def dose_row(
    place: int,
    name: str,
    *bars: tuple[Side, float],
    dots: tuple[tuple[Side, int, int], ...] = (),
    pain_text: str = "",
    skip_text: str = "",
) -> DoseRow:
    """A row with bars of a side and a share, and dots of a knee, a score and days."""
    return DoseRow(
        place=place,
        exercise=name.lower().replace(" ", "-"),
        name=name,
        bars=tuple(DoseBar(side, f"{side} leg", share, "text") for side, share in bars),
        dots=tuple(PainDot(knee, score, days) for knee, score, days in dots),
        hurt_days=sum(days for _knee, _score, days in dots),
        pain_text=pain_text,
        skips=int(bool(skip_text)),
        is_skipped="now" in skip_text,
        skip_text=skip_text,
        note=f"{name}: what was done",
    )


def dose_chart(*rows: DoseRow, hint: str = "") -> DoseChart:
    """A chart of these rows."""
    sides = dict.fromkeys(bar.side for row in rows for bar in row.bars)
    knees = dict.fromkeys(dot.knee for row in rows for dot in row.dots)
    return DoseChart(
        rows=rows,
        sides=tuple((side, f"{side} leg") for side in sides),
        knees=tuple((knee, f"{knee} knee") for knee in knees),
        dose_title="Done of what was planned (%)",
        pain_title="Worst pain each day it hurt (0–10)",
        skip_title="Skipped",
        description="About exercises",
        hint=hint,
    )
