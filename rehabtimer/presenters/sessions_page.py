"""Sessions in Trends: how many of those that were planned were done, week by week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rehabtimer.core.records import SessionDay
from rehabtimer.core.schedule import Plan
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Kind, PlanDay
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_data import sessions_data
from rehabtimer.presenters.chart_days import ChartDays, chart_days
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_words import (
    NOTHING,
    calendar_text,
    day_text,
    file_name,
    joined,
    lines_of,
    paused_text,
    week_cell,
    week_dates,
    week_text,
)
from rehabtimer.presenters.pain_chart import session_key
from rehabtimer.presenters.sessions_chart import SessionsChart, SessionsWeek
from rehabtimer.presenters.trends_table import Table
from rehabtimer.presenters.wording import date_text

_ASKED = (Kind.FULL, Kind.PARTIAL, Kind.MISSED)


@dataclass(frozen=True)
class _Count:
    """Days that are over, and today if it has a session: what the plan asked, and what was done."""

    asked: int
    done: int  # of those asked
    partial: int  # of those done
    extra: int  # beside them, also where no plan asks
    rest: int
    paused: int


def sessions_page(
    sessions: Sequence[SessionDay], plans: Sequence[Plan], axis: Axis, last: date | None = None
) -> ChartPage:
    """Say what became of the planned sessions of an axis.

    `plans` are those of all courses; `last` is the date of the latest session there is, if any.
    """
    left_out = sum(bool(each.done) and axis.leaves_out(each.day) for each in sessions)
    days = chart_days(sessions, plans, axis)
    columns = tuple(_week(days, week) for week in axis.weeks.numbers)
    count = _count(day for day in days.done.days if day.on <= axis.today)
    words = _headlines(count, last, axis)
    chart = SessionsChart(
        weeks=axis.weeks,
        now=axis.week_now,
        columns=columns,
        week_names=axis.week_names,
        most=max(1, *(sum(n for _kind, n in week.parts) for week in columns)),
        sessions_title=_("Sessions a week"),
        key=session_key(kind for week in columns for kind, _n in week.parts),
        description="\n".join(words),
        notes=lambda week: _note(days, week),
        hint="" if any(week.parts for week in columns) else _("No session was planned or done."),
    )
    return ChartPage(
        key=ChartKey.SESSIONS,
        name=_("Sessions"),
        headlines=words,
        summary=joined((*_besides(count), day_text(axis))),
        legend=joined((_legend(columns, axis), calendar_text(axis), paused_text(left_out))),
        chart=chart,
        rows=lambda: _table(columns, axis),
        figures=lambda: sessions_data(chart),
        file_name=file_name(ChartKey.SESSIONS, axis),
    )


def _week(days: ChartDays, week: int) -> SessionsWeek:
    """Count a week; a session where no plan asks is an extra one if others are planned in it."""
    found = days.by_week.get(week, [])
    planned = sum(day.kind in (*_ASKED, Kind.TO_COME) for day in found)
    drawn = [day.kind for day in (found if planned else days.drawn_by_week.get(week, []))]
    first, last = week_dates(days.axis, week)
    return SessionsWeek(
        week=week,
        first=first,
        last=last,
        planned=planned,
        done=drawn.count(Kind.FULL),
        partial=drawn.count(Kind.PARTIAL),
        missed=drawn.count(Kind.MISSED),
        to_come=drawn.count(Kind.TO_COME),
        extra=drawn.count(Kind.EXTRA),
        rest=drawn.count(Kind.REST),
        paused=drawn.count(Kind.PAUSED),
    )


def _note(days: ChartDays, week: int) -> str:
    return lines_of(week_text(days.axis, week), *_week_lines(days.by_week.get(week, [])))


def _week_lines(days: Sequence[PlanDay]) -> list[str]:
    count = _count(days)
    to_come = sum(day.kind is Kind.TO_COME for day in days)
    return [
        _done_text(count) if count.asked else "",
        _extra_text(count) if count.extra else "",
        ngettext("{n} session to come", "{n} sessions to come", to_come) if to_come else "",
        ngettext("{n} day paused", "{n} days paused", count.paused) if count.paused else "",
    ]


def _count(days: Iterable[PlanDay]) -> _Count:
    kinds = [day.kind for day in days]
    full, partial = kinds.count(Kind.FULL), kinds.count(Kind.PARTIAL)
    asked = full + partial + kinds.count(Kind.MISSED)
    return _Count(
        asked=asked,
        done=full + partial,
        partial=partial,
        extra=kinds.count(Kind.EXTRA),
        rest=kinds.count(Kind.REST),
        paused=kinds.count(Kind.PAUSED),
    )


def _headlines(count: _Count, last: date | None, axis: Axis) -> tuple[str, ...]:
    if count.asked:
        return (_done_text(count),)
    if count.extra:
        return (_extra_text(count),)
    if last is not None and last >= axis.first:
        return (_("No session in these weeks"),)
    if last is not None:
        return (_("No session since {date}").format(date=date_text(last, axis.today)),)
    return (_("Your sessions appear here, week by week"),)


def _done_text(count: _Count) -> str:
    """Say how many of those planned were done; today counts only where it was done."""
    if count.partial and count.partial == count.done:
        text = ngettext(
            "{done} of {n} planned session done in part",
            "{done} of {n} planned sessions done in part",
            count.asked,
        )
    elif count.partial:
        text = ngettext(
            "{done} of {n} planned session done, {partial} of them partly",
            "{done} of {n} planned sessions done, {partial} of them partly",
            count.asked,
        )
    else:
        text = ngettext(
            "{done} of {n} planned session done", "{done} of {n} planned sessions done", count.asked
        )
    return text.format(done=count.done, partial=count.partial)


def _extra_text(count: _Count) -> str:
    return ngettext(
        "{n} session that was not planned", "{n} sessions that were not planned", count.extra
    )


def _besides(count: _Count) -> list[str]:
    extra = count.extra if count.asked else 0
    return [
        ngettext("{n} session beside the plan.", "{n} sessions beside the plan.", extra)
        if extra
        else "",
        ngettext("{n} rest day.", "{n} rest days.", count.rest) if count.rest else "",
        ngettext("{n} paused day.", "{n} paused days.", count.paused) if count.paused else "",
    ]


def _legend(columns: Sequence[SessionsWeek], axis: Axis) -> str:
    if any(week.week > axis.week_now and week.to_come for week in columns):
        return _("Pale: weeks to come.")
    return ""


def _table(columns: Sequence[SessionsWeek], axis: Axis) -> Table:
    head = [
        _("Week"),
        _("Planned"),
        _("Done"),
        _("Partly"),
        _("Missed"),
        _("Extra"),
        _("Rest days"),
    ]
    any_paused = any(week.paused for week in columns)
    rows = []
    for week in columns:
        asked = week.planned or NOTHING
        cells = (asked, week.done, week.partial, week.missed, week.extra, week.rest)
        paused = (str(week.paused),) if any_paused else ()
        rows.append((week_cell(axis, week.week), *map(str, cells), *paused))
    return Table((*head, _("Paused days")) if any_paused else tuple(head), tuple(rows))
