"""When something was, as the forms of the log ask for it, and what a note may be."""

from datetime import date, datetime, time

from rehabtimer.core.records import Stamp
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log_frame import EARLIEST, NOTE_MOST


def stamp_of(case: Case, day: date | None, at: time | None, before: Stamp | None = None) -> Stamp:
    """Return a moment as it is kept; without a day and a time that is now, or what was `before`.

    A moment is kept to the second; one that is the same to the minute was not changed.
    """
    moment = _moment(case, day, at)
    if moment is None:
        return before or case.stamp
    if before and _to_the_minute(before) == moment.replace(tzinfo=None):
        return before
    return Stamp.of(moment, case.settings.day_start)


def when_problem(case: Case, day: date | None, at: time | None) -> str:
    """Return why a moment cannot be kept, or ""."""
    moment = _moment(case, day, at)
    if moment is not None and moment > case.clock.now():
        return _("That is still to come; please choose a time up to now.")
    if moment is not None and moment.date() < EARLIEST:
        return _("The diary begins with the year 2000; please choose a later day.")
    return ""


def note_problem(note: str) -> str:
    """Return why a note cannot be kept, or ""."""
    if len(note) <= NOTE_MOST:
        return ""
    text = _("A note has room for 2,000 characters; this one has {more} too many.")
    return text.format(more=len(note) - NOTE_MOST)


def _moment(case: Case, day: date | None, at: time | None) -> datetime | None:
    if day is None or at is None:
        return None
    return datetime.combine(day, at, case.clock.now().tzinfo)


def _to_the_minute(stamp: Stamp) -> datetime:
    return stamp.local.replace(second=0, microsecond=0, tzinfo=None)
