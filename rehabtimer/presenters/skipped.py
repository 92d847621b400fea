"""Which exercises are off, why and since when."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.text import _
from rehabtimer.presenters.wording import short_date

if TYPE_CHECKING:
    from rehabtimer.core.records import Course, PainEntry


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


def off_text(choice: Choice, hurt: "PainEntry | None" = None) -> str:
    """Return since when an exercise is off, and why; `hurt` is what was told when it hurt."""
    if not choice.since:
        return _("Off")
    date_off = short_date(date.fromisoformat(choice.since))
    if choice.reason == OffReason.HURT and hurt is not None:
        left = _("Skipped since {date}: hurt {score} on the left")
        right = _("Skipped since {date}: hurt {score} on the right")
        text = left if hurt.knee is Side.LEFT else right
        return text.format(date=date_off, score=hurt.score)
    reasons: dict[str, str] = {
        OffReason.STAIRS_HURT: _("Skipped since {date}: stairs hurt"),
        OffReason.HURT: _("Skipped since {date}: it hurt"),
    }
    own_choice = _("Off since {date}: your own choice")
    return reasons.get(choice.reason, own_choice).format(date=date_off)


def skipped_text(skipped: Skipped) -> str:
    """Return one line about an exercise that is off."""
    try:
        day = short_date(date.fromisoformat(skipped.since))
    except ValueError:  # nobody kept it
        return _undated(skipped.reason).format(exercise=skipped.name)
    return _dated(skipped.reason).format(exercise=skipped.name, date=day)


def _dated(reason: str) -> str:
    if reason == OffReason.STAIRS_HURT:
        return _("{exercise}: skipped since {date}, stairs hurt")
    if reason == OffReason.HURT:
        return _("{exercise}: skipped since {date}, it hurt")
    return _("{exercise}: turned off since {date}")


def _undated(reason: str) -> str:
    if reason == OffReason.STAIRS_HURT:
        return _("{exercise}: skipped, stairs hurt")
    if reason == OffReason.HURT:
        return _("{exercise}: skipped, it hurt")
    return _("{exercise}: turned off")
