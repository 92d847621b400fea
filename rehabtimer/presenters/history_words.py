"""Days and sessions of the History in words."""

from datetime import date

from rehabtimer.core.events import Outcome
from rehabtimer.core.programme import Exercise
from rehabtimer.core.records import SessionRecord, SetRecord, Source
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Done, Kind
from rehabtimer.presenters.history_frame import HistoryGroup, HistoryRow
from rehabtimer.presenters.wording import date_text, figure, short_date, side_text
from rehabtimer.storage.past import SessionLine

_LONGEST = 4 * 3600  # seconds; a session longer than this lay open, and its length says nothing
_NOTE_LENGTH = 160


def month_title(day: date) -> str:
    """Return the month of a date: "November 2025"."""
    return _("{month} {year}").format(month=f"{day:%B}", year=day.year)


def kind_text(kind: Kind, done: Done) -> str:
    """Return what became of a day; nothing outside of the programme."""
    if kind is Kind.EXTRA:
        whole = done is Done.FULL
        return _("An extra session") if whole else _("An extra session, partly done")
    return {
        Kind.FULL: _("Session done"),
        Kind.PARTIAL: _("Session partly done"),
        Kind.MISSED: _("No session"),
        Kind.TO_COME: _("A session is planned"),
        Kind.REST: _("Rest day"),
        Kind.PAUSED: _("Programme paused"),
    }.get(kind, "")


def done_of(line: SessionLine) -> Done:
    """Return how much of a session was done, as a mark shows it."""
    if line.is_full:
        return Done.FULL
    return Done.PARTIAL if line.begun else Done.NOTHING


def line_title(line: SessionLine) -> str:
    """Return how much of a session was done."""
    values = {"done": line.done, "sets": line.planned}
    if line.is_full:
        return ngettext("Whole session, {n} set", "Whole session, {n} sets", line.planned)
    if not line.begun:
        return _("No set done of {sets}").format(**values)
    return _("Partly done, {done} of {sets} sets").format(**values)


def minutes_of(line: SessionLine | SessionRecord) -> int | None:
    """Return how many minutes a session took, where that is known: it was timed as it was done."""
    if line.ended_at is None or line.source is Source.ADDED or line.speed != 1:
        return None
    seconds = (line.ended_at - line.started.at).total_seconds()
    return max(1, round(seconds / 60)) if 0 <= seconds <= _LONGEST else None


def remark_of(line: SessionLine | SessionRecord, today: date) -> str:
    """Return how a session came to be as it is, where it was not only timed."""
    edited = line.edited_at.astimezone(line.started.local.tzinfo).date() if line.edited_at else None
    on = short_date(edited, today) if edited else ""
    if line.source is Source.ADDED:
        text = _("Added by hand, last changed on {date}") if edited else _("Added by hand")
        return text.format(date=on)
    return _("Changed by hand on {date}").format(date=on) if edited else ""


def speed_text(speed: float) -> str:
    """Return that the clock did not run as usual, where it did not."""
    if speed == 1:
        return ""
    return _("Tried out with the clock {speed} times as fast").format(speed=figure(speed))


def row_of(line: SessionLine, today: date, *, in_day: bool = False) -> HistoryRow:
    """Return a session as a row; that of a day has its time in the place of its date."""
    at, day = f"{line.started.local:%H:%M}", line.started.day
    date_in_short = _("{weekday} {date}").format(weekday=f"{day:%a}", date=short_date(day, today))
    title, moment = line_title(line), _("{date}, {time}")
    remarks = (remark_of(line, today), speed_text(line.speed))
    heard = (moment.format(date=date_text(day, today), time=at), title, *remarks, line.note)
    return HistoryRow(
        id=line.id,
        done=done_of(line),
        when=at if in_day else date_in_short,
        length=_length(line, at, in_day=in_day),
        title=title,
        remark=" · ".join(filter(None, remarks)),
        note=_one_line(line.note),
        name=". ".join(filter(None, heard)),
    )


def groups_of(lines: list[SessionLine], today: date) -> tuple[HistoryGroup, ...]:
    """Return sessions, which are in order, month by month."""
    months: dict[str, list[HistoryRow]] = {}
    for line in lines:
        months.setdefault(month_title(line.started.day), []).append(row_of(line, today))
    return tuple(HistoryGroup(title, tuple(rows)) for title, rows in months.items())


def _length(line: SessionLine, at: str, *, in_day: bool) -> str:
    minutes = minutes_of(line)
    if minutes is None:
        return "" if in_day else at
    if in_day:
        return _("{minutes} min").format(minutes=minutes)
    return _("{time}, {minutes} min").format(time=at, minutes=minutes)


def _one_line(note: str) -> str:
    text = " ".join(note.split())
    return text if len(text) <= _NOTE_LENGTH else text[: _NOTE_LENGTH - 1] + "…"


def set_name(row: SetRecord, exercise: Exercise) -> str:
    """Return which set it is: "Set 1, left leg"."""
    return _("Set {set}, {side}").format(set=row.set, side=side_text(row.side, exercise))


def outcome_text(outcome: Outcome | None) -> str:
    """Return how a set ended; one without an end was not done."""
    if outcome is None:
        return _("Not done")
    return {
        Outcome.DONE: _("Done"),
        Outcome.PARTIAL: _("Partly"),
        Outcome.SKIPPED: _("Skipped"),
    }[outcome]


def amount_text(row: SetRecord) -> str:
    """Return what was done of what was planned: "18 of 20 reps, 36 of 40 s"."""
    values = {
        "reps": row.reps,
        "planned": row.planned_reps,
        "seconds": figure(round(row.seconds, 1)),
        "to_hold": figure(round(row.planned_seconds, 1)),
    }
    if not row.moving:
        return _("{seconds} of {to_hold} s").format(**values)
    return _("{reps} of {planned} reps, {seconds} of {to_hold} s").format(**values)


def planned_text(row: SetRecord) -> str:
    """Return what a set asks for: "20 reps, 40 s" or "15 s"."""
    seconds = figure(round(row.planned_seconds, 1))
    if not row.moving:
        return _("{seconds} s").format(seconds=seconds)
    return _("{reps} reps, {seconds} s").format(reps=row.planned_reps, seconds=seconds)


def done_of_sets(rows: list[SetRecord]) -> Done:
    """Return how much of some sets was done, as a mark shows it."""
    if all(row.outcome is Outcome.DONE for row in rows):
        return Done.FULL
    begun = any(row.reps or row.seconds or row.outcome is Outcome.DONE for row in rows)
    return Done.PARTIAL if begun else Done.NOTHING
