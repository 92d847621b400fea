"""The programme week that is on, as a strip of days and in words."""

from datetime import date

from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Adherence, Done, Kind, PlanDay
from rehabtimer.presenters.frames import DayCell, DayMark
from rehabtimer.presenters.wording import date_text

_MARKS = {
    Kind.FULL: DayMark.FULL,
    Kind.PARTIAL: DayMark.HALF,
    Kind.MISSED: DayMark.MISSED,
    Kind.TO_COME: DayMark.TO_COME,
    Kind.REST: DayMark.REST,
    Kind.PAUSED: DayMark.REST,
    Kind.OUTSIDE: DayMark.REST,
}


def done_on(week: Adherence, today: date) -> Done:
    """Return how much of a session was done on a day of the week."""
    return next((day.done for day in week.days if day.on == today), Done.NOTHING)


def week_cells(week: Adherence, today: date) -> tuple[DayCell, ...]:
    """Return one cell a day, from the programme week's first day."""
    return tuple(_cell(day, today) for day in week.days)


def week_text(week: Adherence) -> str:
    """Say how many sessions there were, of those the plan asked for up to today."""
    if not week.sessions:
        if week.missed:
            return _("No sessions yet this week. Any day is a good day to come back.")
        return _("No sessions yet this week.")
    if not week.planned:
        return _unplanned_text(week)
    kinds = [day.kind for day in week.days]
    full, partial = kinds.count(Kind.FULL), kinds.count(Kind.PARTIAL)
    planned = _planned_text(full, partial, week.planned)
    if not week.extra:
        return planned
    extra = ngettext("{n} more beside the plan.", "{n} more beside the plan.", week.extra)
    if full or partial:
        return f"{planned} {extra}"
    return ngettext(
        "{n} session beside the plan, which asked for {planned} so far.",
        "{n} sessions beside the plan, which asked for {planned} so far.",
        week.extra,
    ).format(planned=week.planned)


def _unplanned_text(week: Adherence) -> str:
    """Where the plan asks for nothing, after its end or in a pause."""
    if not week.partial:
        return ngettext("{n} session so far.", "{n} sessions so far.", week.full)
    if not week.full:
        return ngettext(
            "{n} session done in part so far.", "{n} sessions done in part so far.", week.partial
        )
    return ngettext(
        "{n} whole session and {partial} in part so far.",
        "{n} whole sessions and {partial} in part so far.",
        week.full,
    ).format(partial=week.partial)


def _planned_text(full: int, partial: int, planned: int) -> str:
    values = {"planned": planned, "partial": partial}
    if not partial:
        return ngettext(
            "{n} session of {planned} so far.", "{n} sessions of {planned} so far.", full
        ).format(**values)
    if not full:
        return ngettext(
            "{n} session done in part, of {planned} so far.",
            "{n} sessions done in part, of {planned} so far.",
            partial,
        ).format(**values)
    return ngettext(
        "{n} whole session and {partial} in part, of {planned} so far.",
        "{n} whole sessions and {partial} in part, of {planned} so far.",
        full,
    ).format(**values)


def _cell(day: PlanDay, today: date) -> DayCell:
    extra = DayMark.FULL if day.done is Done.FULL else DayMark.HALF
    mark = _MARKS.get(day.kind, extra)
    words = {
        DayMark.FULL: _("{date}: done"),
        DayMark.HALF: _("{date}: partly done"),
        DayMark.MISSED: _("{date}: no session"),
        DayMark.REST: _("{date}: rest day"),
        DayMark.TO_COME: _("{date}: to come"),
    }
    text = _("{date}: paused") if day.kind is Kind.PAUSED else words[mark]
    return DayCell(
        letter=f"{day.on:%A}"[:1],
        mark=mark,
        today=day.on == today,
        description=text.format(date=date_text(day.on)),
    )
