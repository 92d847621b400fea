"""The weeks of the pain chart as a table, for people who would rather read than look."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Done, Kind, PlanDay
from rehabtimer.insights.pain import KneePain, PainWeek
from rehabtimer.presenters.chart_days import ChartDays
from rehabtimer.presenters.chart_words import NOTHING, week_cell
from rehabtimer.presenters.pain_chart import LogMark, MarkKind
from rehabtimer.presenters.wording import figure, knee_text

_PLANNED = (Kind.FULL, Kind.PARTIAL, Kind.MISSED, Kind.TO_COME)


@dataclass(frozen=True)
class Table:
    """Column heads, and rows with as many cells each."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def trends_table(pain: Sequence[KneePain], days: ChartDays, marks: Sequence[LogMark]) -> Table:
    """Return a row for each week that has begun; marks have a column where there are any."""
    axis, today = days.axis, days.axis.now
    medians = [{week.week: week for week in knee.weeks} for knee in pain]
    names = [_("{knee}, median").format(knee=knee_text(knee.knee)) for knee in pain]
    logged = {entry.day for knee in pain for entry in knee.days}
    marked = _by_week(marks)
    rows = []
    for week in axis.weeks.numbers:
        first = (week - 1) * DAYS_A_WEEK + 1
        numbers = range(first, min(week * DAYS_A_WEEK, today) + 1)
        if not numbers:
            break
        cells = [_median_text(found.get(week)) for found in medians]
        answered = len(logged.intersection(numbers))
        of_days = _("{logged} of {days}").format(logged=answered, days=len(numbers))
        begun = [day for day in days.by_week.get(week, []) if day.day <= today]
        also = (_marks_text(marked[week]),) if marks else ()
        rows.append((week_cell(axis, week), of_days, *cells, _sessions_text(begun), *also))
    head = (_("Week"), _("Days logged"), *names, _("Sessions"))
    return Table((*head, _("Also logged")) if marks else head, tuple(rows))


def _by_week(marks: Iterable[LogMark]) -> defaultdict[int, list[LogMark]]:
    found: defaultdict[int, list[LogMark]] = defaultdict(list)
    for mark in marks:
        found[(mark.day - 1) // DAYS_A_WEEK + 1].append(mark)
    return found


def _median_text(week: PainWeek | None) -> str:
    if week is None:
        return NOTHING
    if not week.is_thin:
        return figure(week.median)
    return ngettext("{median}, from {n} day", "{median}, from {n} days", week.days).format(
        median=figure(week.median)
    )


def _sessions_text(days: list[PlanDay]) -> str:
    planned = sum(day.kind in _PLANNED for day in days)
    extra = sum(day.kind is Kind.EXTRA for day in days)
    done = sum(day.done is not Done.NOTHING for day in days) - extra
    partial = sum(day.done is Done.PARTIAL for day in days)
    whole = _("{done} of {planned}").format(done=done, planned=planned)
    parts = [whole] if planned else [figure(extra)]
    if partial:
        parts.append(ngettext("{n} partial", "{n} partial", partial))
    if extra and planned:
        parts.append(ngettext("{n} extra", "{n} extra", extra))
    return ", ".join(parts)


def _marks_text(marks: Sequence[LogMark]) -> str:
    count = Counter(mark.kind for mark in marks)
    relievers, notes = count[MarkKind.RELIEVER], count[MarkKind.NOTE]
    parts = [
        ngettext("{n} pain reliever", "{n} pain relievers", relievers) if relievers else "",
        ngettext("{n} note", "{n} notes", notes) if notes else "",
        *(mark.text for mark in marks if mark.kind is MarkKind.SCORE),
    ]
    return ", ".join(filter(None, parts)) or NOTHING
