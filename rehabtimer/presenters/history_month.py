"""A month of the History: what was done on each day, and how much it hurt."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from rehabtimer.core.pain import Score
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain
from rehabtimer.core.text import _
from rehabtimer.insights.adherence import Done, Kind, PlanDay, adherence_over, calendar_dates
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_frame import (
    ACTIVITY,
    NOTE,
    PAIN,
    RELIEVER,
    KeyMark,
    MonthDay,
    MonthFrame,
)
from rehabtimer.presenters.history_words import kind_text, month_title
from rehabtimer.presenters.log_frame import EARLIEST
from rehabtimer.presenters.options import weekday_options
from rehabtimer.presenters.wording import date_text, knee_text, knees

_MONTHS = 12


class _Besides(NamedTuple):
    """The days that have a note, another activity, or a pain reliever."""

    notes: set[date]
    activities: set[date]
    relievers: set[date]


def month_frame(case: Case, chosen: date) -> MonthFrame:
    """Return the month that holds the chosen day, up to its last day."""
    first, last = month_of(chosen)
    scores = _scores(case.store.diary.daily_worst(first, last))
    besides = _besides(case, first, last)
    days = _plan_days(case, first, last)
    return MonthFrame(
        title=month_title(chosen),
        weekdays=tuple(option.text for option in weekday_options(())),
        column=first.weekday(),
        days=tuple(_day(case, day, scores.get(day.on, {}), besides, chosen) for day in days),
        can_go_back=first > EARLIEST,
        can_go_on=last < last_day(case),
        is_now=chosen == case.today,
        key=_key(days, besides, any_pain=bool(scores)),
    )


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the month that holds a date."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def last_day(case: Case) -> date:
    """Return the last day of the calendar: today's month, or the one in which the plan ends."""
    return month_of(max(case.today, case.plan.last_day_on(case.today)))[1]


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or the last one where that month is shorter."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plan_day(case: Case, on: date) -> PlanDay:
    """Return what became of one day."""
    return _plan_days(case, on, on)[0]


def _plan_days(case: Case, first: date, last: date) -> tuple[PlanDay, ...]:
    plans = [course.plan.settled(case.today) for course in case.store.courses.taken_up()]
    sessions = case.store.history.session_days(first, last)
    return adherence_over(sessions, plans, case.today, calendar_dates(first, last)).days


def _scores(daily: list[DailyPain]) -> dict[date, dict[Side, Score]]:
    """An answer about both knees counts for each."""
    found: dict[date, dict[Side, Score]] = {}
    for worst in daily:
        of_day = found.setdefault(worst.day, {})
        for knee in knees(worst.knee):
            of_day[knee] = max(worst.score, of_day.get(knee, 0))
    return found


def _besides(case: Case, first: date, last: date) -> _Besides:
    store = case.store
    done = store.workouts.between(first, last)
    sessions = {each.started.day for each in store.past.between(first, last) if each.note}
    told = {day for day, _note in store.diary.notes(first, last)}
    return _Besides(
        notes=sessions | told | {each.when.day for each in done if each.note},
        activities={each.when.day for each in done},
        relievers=store.diary.relievers(first, last),
    )


def _day(
    case: Case, day: PlanDay, scores: dict[Side, Score], besides: _Besides, chosen: date
) -> MonthDay:
    may_add = EARLIEST <= day.on <= case.today
    return MonthDay(
        on=day.on,
        kind=day.kind,
        done=day.done,
        is_today=day.on == case.today,
        is_chosen=day.on == chosen,
        pain=_pain(scores, case.settings.affected),
        hurts=any(scores.values()),
        has_note=day.on in besides.notes,
        has_activity=day.on in besides.activities,
        has_reliever=day.on in besides.relievers,
        description=_description(case, day, scores, besides),
        add=_("Add a session on {date}").format(date=date_text(day.on, case.today))
        if may_add
        else "",
    )


def _pain(scores: dict[Side, Score], affected: Side) -> str:
    """A number alone is about the sore knee."""
    if list(scores) == [affected]:
        return str(scores[affected])
    short = {Side.LEFT: _("L{score}"), Side.RIGHT: _("R{score}")}
    return " ".join(
        text.format(score=scores[knee]) for knee, text in short.items() if knee in scores
    )


def _description(case: Case, day: PlanDay, scores: dict[Side, Score], besides: _Besides) -> str:
    when = date_text(day.on, case.today)
    if day.on == case.today:
        when = _("{date}, today").format(date=when)
    pain = [
        _("{knee}: {score} of 10").format(knee=knee_text(knee), score=scores[knee])
        for knee in (Side.LEFT, Side.RIGHT)
        if knee in scores
    ]
    more = (
        (besides.notes, _("A note")),
        (besides.activities, _("An activity")),
        (besides.relievers, _("A pain reliever")),
    )
    found = [text for days, text in more if day.on in days]
    return ". ".join(filter(None, (when, kind_text(day.kind, day.done), *pain, *found)))


def _key(days: tuple[PlanDay, ...], besides: _Besides, *, any_pain: bool) -> tuple[KeyMark, ...]:
    """Explain the marks that are in this month, and no others."""
    texts = {
        Kind.FULL: _("done"),
        Kind.PARTIAL: _("partly done"),
        Kind.MISSED: _("no session"),
        Kind.EXTRA: _("extra"),
        Kind.REST: _("rest day"),
        Kind.PAUSED: _("paused"),
        Kind.TO_COME: _("to come"),
    }
    marks: list[KeyMark] = []
    for kind, text in texts.items():
        done = [day.done for day in days if day.kind is kind]
        if done:
            marks.append(KeyMark(text, kind, Done.FULL if Done.FULL in done else done[0]))
    small = (
        (any_pain, PAIN, _("worst pain, 0 to 10")),
        (besides.notes, NOTE, _("a note")),
        (besides.activities, ACTIVITY, _("an activity")),
        (besides.relievers, RELIEVER, _("a pain reliever")),
    )
    return (*marks, *(KeyMark(text, small=name) for found, name, text in small if found))
