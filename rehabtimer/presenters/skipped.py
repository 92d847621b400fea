"""Which exercises are off, why and since when."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from rehabtimer.core.programme import Programme
from rehabtimer.core.text import _
from rehabtimer.presenters.wording import short_date

if TYPE_CHECKING:
    from rehabtimer.core.records import Course

STAIRS_HURT = "stairs-hurt"
HURT = "hurt"


class Skipped(Struct, frozen=True, kw_only=True):
    """One exercise that is off; `since` is an ISO date, or empty where nobody kept it."""

    exercise: str
    name: str
    reason: str
    since: str


def skipped_exercises(programme: Programme, course: "Course | None") -> tuple[Skipped, ...]:
    """Return the exercises that are off, in the order of the programme."""
    choices = course.by_exercise if course else {}
    off = (
        (exercise, choices[exercise.id])
        for exercise in programme.exercises
        if exercise.id in choices and not choices[exercise.id].on
    )
    return tuple(
        Skipped(
            exercise=exercise.id, name=_(exercise.name), reason=choice.reason, since=choice.since
        )
        for exercise, choice in off
    )


def skipped_text(skipped: Skipped) -> str:
    """Return one line about an exercise that is off."""
    try:
        day = short_date(date.fromisoformat(skipped.since))
    except ValueError:  # nobody kept it
        return _undated(skipped.reason).format(exercise=skipped.name)
    return _dated(skipped.reason).format(exercise=skipped.name, date=day)


def _dated(reason: str) -> str:
    if reason == STAIRS_HURT:
        return _("{exercise}: skipped since {date}, stairs hurt")
    if reason.startswith(HURT):
        return _("{exercise}: skipped since {date}, it hurt")
    return _("{exercise}: turned off since {date}")


def _undated(reason: str) -> str:
    if reason == STAIRS_HURT:
        return _("{exercise}: skipped, stairs hurt")
    if reason.startswith(HURT):
        return _("{exercise}: skipped, it hurt")
    return _("{exercise}: turned off")
