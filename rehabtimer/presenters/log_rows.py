"""The diary of the Log in words, day by day, and its forms as they begin."""

from dataclasses import replace
from datetime import date, datetime
from itertools import groupby

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log_frame import (
    EARLIEST,
    LOCKING,
    NOTE_MOST,
    SHARP,
    LogDay,
    LogForm,
    LogProblems,
    LogRow,
)
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.pain_words import (
    activity_text,
    alarm_text,
    occasion_text,
    score_text,
)
from rehabtimer.presenters.wording import date_text, knee_text


def new_form(identity: str, affected: Side, now: datetime) -> LogForm:
    """Return an empty form about this moment."""
    return LogForm(
        id=identity,
        save=_("Keep it"),
        knees=_knee_options(affected, both=True),
        score=None,
        activities=_activity_options(None),
        note="",
        day=now.date(),
        at=now.time().replace(second=0, microsecond=0),
        earliest=EARLIEST,
        latest=now.date(),
        has_now=True,
    )


def edit_form(form: LogForm, entry: PainEntry, problems: LogProblems) -> LogForm:
    """Return the form of an answer; what belongs to a session or a question keeps its moment."""
    extra = entry.moment is Moment.EXTRA
    local = entry.when.local.replace(second=0, microsecond=0)
    return replace(
        form,
        id=entry.id,
        save=_("Keep the change"),
        knees=_knee_options(entry.knee, both=entry.knee is Side.BOTH),
        score=entry.score,
        activities=_activity_options(entry.activity) if extra else (),
        note=entry.note,
        day=local.date(),
        at=local.time(),
        has_now=False,
        timed=extra,
        problems=problems,
        alarms=_alarm_options(entry) if has_alarms(entry) else (),
    )


def has_alarms(entry: PainEntry) -> bool:
    """Whether sharp pain, and swelling, locking or giving way, were asked with an answer."""
    return entry.moment is Moment.DURING


def note_problem(note: str) -> str:
    """Return why a note cannot be kept, or ""."""
    if len(note) <= NOTE_MOST:
        return ""
    text = _("A note has room for 2,000 characters; this one has {more} too many.")
    return text.format(more=len(note) - NOTE_MOST)


def log_days(case: Case, entries: list[PainEntry], edited: str) -> tuple[LogDay, ...]:
    """Return the diary, newest first; `edited` is the id of the answer whose form is open."""
    newest_first = sorted(entries, key=_place, reverse=True)
    return tuple(
        LogDay(_title(day, case.today), tuple(_row(case, entry, edited) for entry in found))
        for day, found in groupby(newest_first, key=lambda entry: entry.when.day)
    )


def _row(case: Case, entry: PainEntry, edited: str) -> LogRow:
    exercise = case.exercise(entry.exercise) if entry.exercise else None
    at, title = f"{entry.when.local:%H:%M}", score_text(entry)
    return LogRow(
        id=entry.id,
        time=at,
        title=title,
        occasion=occasion_text(entry, exercise),
        alarm=alarm_text(sharp=entry.sharp, locking=entry.locking),
        note=entry.note,
        name=_("{entry}, {time}").format(entry=title, time=at),
        editing=entry.id == edited,
    )


def _place(entry: PainEntry) -> tuple[date, datetime, str]:
    return entry.when.day, entry.when.at, entry.id


def _title(day: date, today: date) -> str:
    """A day with its year where that is another one."""
    if day == today:
        return _("Today, {date}").format(date=date_text(day))
    if day.year == today.year:
        return date_text(day)
    return _("{date} {year}").format(date=date_text(day), year=day.year)


def _knee_options(chosen: Side, *, both: bool) -> tuple[Option, ...]:
    sides = (Side.LEFT, Side.RIGHT, Side.BOTH) if both else (Side.LEFT, Side.RIGHT)
    return tuple(Option(side.value, knee_text(side), side is chosen) for side in sides)


def _alarm_options(entry: PainEntry) -> tuple[Option, ...]:
    return (
        Option(SHARP, _("Sharp pain"), entry.sharp),
        Option(LOCKING, _("Swelling, locking or giving way"), entry.locking),
    )


def _activity_options(chosen: Activity | None) -> tuple[Option, ...]:
    return tuple(Option(each.value, activity_text(each), each is chosen) for each in Activity)
