"""Everything that is kept of one day, in words."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, Skip
from rehabtimer.core.text import _
from rehabtimer.core.workouts import Workout
from rehabtimer.insights.adherence import Kind
from rehabtimer.presenters.activity_form import workout_text
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_skips import skip_line
from rehabtimer.presenters.history_frame import DayFrame, DayLine
from rehabtimer.presenters.history_month import plan_day
from rehabtimer.presenters.history_words import kind_text, row_of
from rehabtimer.presenters.log_frame import EARLIEST
from rehabtimer.presenters.log_reliever import reliever_text
from rehabtimer.presenters.log_rows import told_between
from rehabtimer.presenters.log_totals import total_text
from rehabtimer.presenters.pain_words import alarm_text, occasion_text, score_text
from rehabtimer.presenters.wording import date_text


def day_frame(case: Case, on: date) -> DayFrame:
    """Return a day with its sessions, answers, activities, skips and totals."""
    day, today = plan_day(case, on), case.today
    rows = tuple(row_of(line, today, in_day=True) for line in case.store.past.between(on, on))
    lines = _lines(case, on)
    title = date_text(on, today)
    may_add = EARLIEST <= on <= today
    return DayFrame(
        on=on,
        title=_("Today, {date}").format(date=title) if on == today else title,
        kind=_kind(kind_text(day.kind, day.done), day.kind, day.day),
        rows=rows,
        lines=lines,
        empty="" if rows or lines else _empty(on, today),
        add=_("Add a session") if may_add else "",
    )


def answer_lines(case: Case, entries: Iterable[PainEntry]) -> tuple[DayLine, ...]:
    """Return answers about pain, oldest first; those about both knees at once are one line."""
    told = sorted(entries, key=_place)
    lines: list[DayLine] = []
    before: PainEntry | None = None
    for entry in told:
        line = _answer_line(case, entry)
        if before and lines and _are_one(before, entry, lines[-1], line):
            text = _("Left\u00a0knee:\u00a0{left} · right\u00a0knee:\u00a0{right}")
            lines[-1] = replace(line, title=text.format(left=before.score, right=entry.score))
        else:
            lines.append(line)
        before = entry
    return tuple(lines)


def _place(entry: PainEntry) -> tuple[datetime, int, str]:
    minute = entry.when.at.replace(second=0, microsecond=0)
    return minute, list(Moment).index(entry.moment), entry.knee


def _are_one(left: PainEntry, right: PainEntry, one: DayLine, other: DayLine) -> bool:
    """Whether two answers tell only how both knees were at the same time."""
    knees = (left.knee, right.knee) == (Side.LEFT, Side.RIGHT)
    told = left.score is not None and right.score is not None
    return knees and told and replace(one, title="") == replace(other, title="") and not one.note


def _answer_line(case: Case, entry: PainEntry) -> DayLine:
    exercise = case.exercise(entry.exercise) if entry.exercise else None
    occasion = occasion_text(entry, exercise)
    if entry.edited_at:
        text = _("{occasion} · changed by hand") if occasion else _("Changed by hand")
        occasion = text.format(occasion=occasion)
    return DayLine(
        time=f"{entry.when.local:%H:%M}",
        title=score_text(entry),
        detail=occasion,
        alarm=alarm_text(sharp=entry.sharp, locking=entry.locking),
        note=entry.note,
    )


def skipped_line(case: Case, skip: Skip) -> DayLine:
    """Return a skip, how far it went, and why."""
    exercise = case.exercise(skip.exercise)
    said = skip_line(skip, exercise, None, stands=False)
    return DayLine(f"{skip.when.local:%H:%M}", _(exercise.name), said.text)


def _lines(case: Case, on: date) -> tuple[DayLine, ...]:
    told = told_between(case, on, on)
    found = [
        *answer_lines(case, told.pain),
        *(_workout_line(case, each, told.answers[each.id]) for each in told.workouts),
        *(skipped_line(case, skip) for skip in case.store.skips.all() if skip.when.day == on),
    ]
    found.sort(key=lambda line: line.time)
    whole_day = [reliever_text() for _day in told.relievers]
    whole_day += [total_text(total) for total in told.totals]
    return (*found, *(DayLine("", text) for text in whole_day))


def _workout_line(case: Case, workout: Workout, answers: list[PainEntry]) -> DayLine:
    more = [score_text(entry) for entry in answers]
    if workout.warmed_up:
        more.append(_("Stretched and warmed up"))
    title = workout_text(workout, case.settings.units)
    at = f"{workout.when.local:%H:%M}"
    return DayLine(at, title, " · ".join(more), note=workout.note)


def _kind(text: str, kind: Kind, day: int) -> str:
    if kind in (Kind.OUTSIDE, Kind.PAUSED) or day < 1:
        return text
    return _("{what} · programme day {day}").format(what=text, day=day) if text else text


def _empty(on: date, today: date) -> str:
    if on == today:
        return _("Nothing is kept of today yet.")
    if on < today:
        return _("Nothing is kept of this day. A session that you forgot can still be added.")
    return _("This day is still to come.")
