"""The figures of each chart as rows of plain numbers and ISO dates, for a file."""

from collections.abc import Iterable, Mapping
from datetime import date

from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.settings import Units
from rehabtimer.core.text import _
from rehabtimer.insights.dose import KNEES, ExerciseDose
from rehabtimer.insights.pain import KneePain
from rehabtimer.presenters.activity_chart import ActivityChart
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_days import ChartDays
from rehabtimer.presenters.dose_chart import DoseChart
from rehabtimer.presenters.pain_chart import kind_words
from rehabtimer.presenters.pain_log import PainLog, total_text
from rehabtimer.presenters.sessions_chart import SessionsChart
from rehabtimer.presenters.trends_table import Table


def pain_data(pain: Iterable[KneePain], days: ChartDays, log: PainLog) -> Table:
    """Return a row for each day up to today: scores, medians, the session, and what was logged."""
    found = {knee.knee: knee for knee in pain}
    scores = [_scores(found.get(side)) for side in KNEES]
    medians = [_medians(found.get(side)) for side in KNEES]
    notes = _by_day(log.notes)
    totals = _by_day((total.day, total_text(total)) for total in log.totals)
    words, rows = kind_words(), []
    for day in days.shown:
        if day.day > days.axis.now:
            break
        week = (day.day - 1) // DAYS_A_WEEK + 1
        rows.append(
            (
                day.on.isoformat(),
                str(week),
                *(each.get(day.day, "") for each in scores),
                *(each.get(week, "") for each in medians),
                words.get(day.kind, ""),
                str(int(day.on in log.relievers)),
                notes.get(day.on, ""),
                totals.get(day.on, ""),
            )
        )
    return Table(_pain_head(days.axis), tuple(rows))


def sessions_data(chart: SessionsChart) -> Table:
    """Return a row for each week: how many days were of each sort."""
    head = (
        _("First day"),
        _("Last day"),
        _("Planned"),
        _("Done"),
        _("Partly done"),
        _("Missed"),
        _("To come"),
        _("Extra"),
        _("Rest days"),
        _("Paused days"),
    )
    rows = (
        (
            *_dates(week.first, week.last),
            *map(
                str,
                (
                    week.planned,
                    week.done,
                    week.partial,
                    week.missed,
                    week.to_come,
                    week.extra,
                    week.rest,
                    week.paused,
                ),
            ),
        )
        for week in chart.columns
    )
    return Table(head, tuple(rows))


def dose_data(chart: DoseChart, doses: Mapping[str, ExerciseDose]) -> Table:
    """Return a row for each exercise and side: planned and done, pain and skips."""
    head = (
        _("Exercise"),
        _("Name"),
        _("Side"),
        _("Reps planned"),
        _("Reps done"),
        _("Seconds of holding planned"),
        _("Seconds of holding done"),
        _("Days on which it hurt"),
        _("Worst pain, left knee"),
        _("Worst pain, right knee"),
        _("Times skipped"),
        _("Skipped now"),
    )
    rows: list[tuple[str, ...]] = []
    for row in chart.rows:
        found = doses.get(row.exercise, ExerciseDose(exercise=row.exercise))
        worst = [
            max((h.score for h in found.hurts if h.knee is side), default="") for side in KNEES
        ]
        told = (str(found.hurt_days), *map(str, worst), str(row.skips), str(int(row.is_skipped)))
        rows += [
            (
                row.exercise,
                row.name,
                dose.side.value,
                str(dose.planned_reps),
                str(dose.reps),
                _plain(dose.planned_seconds),
                _plain(dose.seconds),
                *told,
            )
            for dose in found.doses
        ] or [(row.exercise, row.name, *[""] * 5, *told)]
    return Table(head, tuple(rows))


def activity_data(chart: ActivityChart, units: Units) -> Table:
    """Return a row for each week: minutes of each sport, running and pain."""
    distance = {Units.KM: _("Kilometres run"), Units.MILES: _("Miles run")}[units]
    head = (
        _("First day"),
        _("Last day"),
        *(_("{sport}, minutes").format(sport=name) for _sport, name in chart.sports),
        _("Runs"),
        distance,
        _("Worst pain of the week"),
        _("Worst pain told about runs"),
    )
    rows = []
    for week in chart.columns:
        minutes = dict(week.minutes)
        worst = ("" if each is None else str(each) for each in (week.worst, week.run_worst))
        rows.append(
            (
                *_dates(week.first, week.last),
                *(str(minutes.get(sport, 0)) for sport, _name in chart.sports),
                str(week.runs),
                _plain(week.distance),
                *worst,
            )
        )
    return Table(head, tuple(rows))


def _pain_head(axis: Axis) -> tuple[str, ...]:
    return (
        _("Date"),
        _("Week from the first one shown") if axis.is_calendar else _("Programme week"),
        _("Worst pain, left knee"),
        _("Worst pain, right knee"),
        _("Weekly median, left knee"),
        _("Weekly median, right knee"),
        _("Session"),
        _("Pain reliever"),
        _("Notes"),
        _("Questionnaires"),
    )


def _scores(pain: KneePain | None) -> dict[int, str]:
    return {day.day: str(day.score) for day in pain.days} if pain else {}


def _medians(pain: KneePain | None) -> dict[int, str]:
    return {week.week: _plain(week.median) for week in pain.weeks} if pain else {}


def _by_day(texts: Iterable[tuple[date, str]]) -> dict[date, str]:
    """Several texts of a day stand one below another."""
    found: dict[date, str] = {}
    for day, text in texts:
        found[day] = f"{found[day]}\n{text}" if day in found else text
    return found


def _dates(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()


def _plain(value: float) -> str:
    """Return a number with a point, and two figures behind it at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
