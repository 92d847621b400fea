"""Activity in Trends: how much else was done each week, and running with the pain over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rehabtimer.core.records import DailyPain, PainEntry
from rehabtimer.core.settings import Units
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.insights.activity import ActiveWeek, active_weeks
from rehabtimer.presenters.activity_chart import ActivityChart, ActivityWeek
from rehabtimer.presenters.activity_words import activity_headlines, activity_summary, minutes_line
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_data import activity_data
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_words import (
    NOTHING,
    calendar_text,
    distance_of,
    distance_text,
    file_name,
    joined,
    lines_of,
    sport_text,
    week_cell,
    week_dates,
    week_text,
)
from rehabtimer.presenters.trends_table import Table
from rehabtimer.presenters.wording import figure


@dataclass(frozen=True)
class ActivityLog:
    """What is known of the days of a chart; of what was `told`, answers about runs are taken."""

    workouts: Iterable[Workout]
    pain: Iterable[DailyPain]
    told: Iterable[PainEntry]


def activity_page(log: ActivityLog, axis: Axis, units: Units) -> ChartPage:
    """Say how much else was done in each week of an axis."""
    weeks = active_weeks(axis.weeks.numbers, log.workouts, log.pain, log.told, axis.days.week)
    words = activity_headlines(weeks, axis, units)
    chart = _chart(weeks, axis, units, words)
    return ChartPage(
        key=ChartKey.ACTIVITY,
        name=_("Activity"),
        headlines=words,
        summary=activity_summary(weeks, units),
        legend=joined((_legend(chart.columns), calendar_text(axis))),
        chart=chart,
        rows=lambda: _table(chart, axis),
        figures=lambda: activity_data(chart, units),
        file_name=file_name(ChartKey.ACTIVITY, axis),
    )


def _chart(
    weeks: tuple[ActiveWeek, ...], axis: Axis, units: Units, words: Sequence[str]
) -> ActivityChart:
    columns = tuple(_column(week, axis, units) for week in weeks)
    is_empty = not any(week.activities for week in weeks)
    found = {sport for week in columns for sport, _minutes in week.minutes}
    distances = {Units.KM: _("Run in the week (km)"), Units.MILES: _("Run in the week (miles)")}
    return ActivityChart(
        weeks=axis.weeks,
        now=axis.week_now,
        columns=columns,
        week_names=axis.week_names,
        sports=tuple((sport, sport_text(sport)) for sport in Sport if sport in found),
        most_minutes=max(week.all_minutes for week in columns),
        most_distance=max(week.distance for week in columns),
        minutes_title=_("Minutes in the week"),
        distance_title=distances[units],
        pain_title=_("Worst pain of the week (0–10)"),
        run_pain_title=_("Pain told about runs"),
        description="\n".join(words),
        notes=lambda week: _note(weeks[week - axis.weeks.first], axis, units),
        hint=_("Activities that you add in the Log appear here.") if is_empty else "",
    )


def _column(week: ActiveWeek, axis: Axis, units: Units) -> ActivityWeek:
    first, last = week_dates(axis, week.week)
    return ActivityWeek(
        week=week.week,
        first=first,
        last=last,
        minutes=tuple((sport, week.minutes[sport]) for sport in Sport if sport in week.minutes),
        distance=distance_of(week.metres, units),
        runs=week.runs,
        worst=week.worst,
        run_worst=week.run_worst,
    )


def _note(week: ActiveWeek, axis: Axis, units: Units) -> str:
    return lines_of(week_text(axis, week.week), *_lines(week, units))


def _lines(week: ActiveWeek, units: Units) -> list[str]:
    return [
        *(minutes_line(sport, week.minutes[sport]) for sport in Sport if sport in week.minutes),
        ngettext("{n} run, {distance}", "{n} runs, {distance}", week.runs).format(
            distance=distance_text(week.metres, units)
        )
        if week.metres
        else "",
        _("Worst pain: {score} of 10").format(score=week.worst) if week.worst is not None else "",
        _("Pain told about runs: {score} of 10").format(score=week.run_worst)
        if week.run_worst is not None
        else "",
    ]


def _legend(columns: Iterable[ActivityWeek]) -> str:
    if any(week.distance and week.worst is not None for week in columns):
        return _("Pain is the worst of either knee in the week, whatever it came from.")
    return ""


def _table(chart: ActivityChart, axis: Axis) -> Table:
    """Return a row for each week that has begun."""
    any_run = any(week.runs or week.run_worst is not None for week in chart.columns)
    running = (chart.distance_title, chart.run_pain_title) if any_run else ()
    names = [_("{sport}, minutes").format(sport=name) for _sport, name in chart.sports]
    rows = []
    for week in chart.columns:
        if week.week > chart.now:
            break
        minutes = dict(week.minutes)
        cells = [
            figure(minutes[sport]) if sport in minutes else NOTHING for sport, _n in chart.sports
        ]
        ran = (figure(week.distance) if week.distance else NOTHING, _score(week.run_worst))
        row = (week_cell(axis, week.week), *cells, *(ran if any_run else ()), _score(week.worst))
        rows.append(row)
    return Table((_("Week"), *names, *running, chart.pain_title), tuple(rows))


def _score(score: int | None) -> str:
    return NOTHING if score is None else figure(score)
