"""Which exercises are off, why, since when and until when; the words for it are all here."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from rehabtimer.core.pain import PainLimits
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.wording import short_date

if TYPE_CHECKING:
    from rehabtimer.core.records import Course, Skip

_OPEN, _UNTIL = "open", "until"


class Tried(Struct, frozen=True, kw_only=True):
    """One time it was tried again: whether it was done since then, and what hurt.

    `worst` is the worst score that was told; it may have hurt without one.
    """

    on: date
    worst: int | None
    hurt: bool
    done: bool


class Log(Protocol):
    """What the records of a course say about exercises that are off."""

    def standing(self, exercise: str) -> "Skip | None":
        """Return the skip because of which an exercise is off."""

    def tried(self, exercise: str) -> tuple[Tried, ...]:
        """Return every time that an exercise was tried again, oldest first."""

    def may_try_again(self, exercise: str) -> bool:
        """Whether the person's own limit of calm days is reached for an exercise."""


class Skipped(Struct, frozen=True, kw_only=True):
    """One exercise that is off; `since` is an ISO date, or empty where nobody kept it.

    `reach` is "open" (until the person turns it on) or "until", which has its date in `until`.
    """

    exercise: str
    name: str
    reason: str
    since: str
    side: Side | None = None
    score: int | None = None
    until: date | None = None
    reach: str = _OPEN
    tried: tuple[Tried, ...] = ()
    can_try_again: bool = False


def skipped_exercises(
    programme: Programme,
    course: "Course | None",
    log: "Log | None" = None,
    on: date | None = None,
) -> tuple[Skipped, ...]:
    """Return the exercises that are off on a date, in the order of the programme.

    Without a `log`, only what the course itself knows is told.
    """
    choices = course.by_exercise if course else {}
    chosen = [(each, choices[each.id]) for each in programme.exercises if each.id in choices]
    held = [(each, choice.on_day(on) if on else choice) for each, choice in chosen]
    return tuple(_skipped(_(each.name), choice, log) for each, choice in held if not choice.on)


def off_text(choice: Choice, skip: "Skip | None" = None, today: date | None = None) -> str:
    """Return since when an exercise is off, why, and until when; `skip` is the one that stands.

    Dates have their year where it is not that of `today`.
    """
    if not choice.since:
        return _("Off")
    since = short_date(date.fromisoformat(choice.since), today)
    why = _why(choice.reason, skip).format(date=since, score=skip.score if skip else "")
    if not choice.until:
        return why
    back = short_date(date.fromisoformat(choice.until), today)
    return _("{why} · back on {date}").format(why=why, date=back)


def skipped_text(skipped: Skipped) -> str:
    """Return one line about an exercise that is off."""
    try:
        day = short_date(date.fromisoformat(skipped.since))
        line = _dated(skipped).format(exercise=skipped.name, date=day, score=skipped.score)
    except ValueError:  # nobody kept the date
        line = _undated(skipped.reason).format(exercise=skipped.name)
    if skipped.until is None:
        return line
    return _("{line}, back on {date}").format(line=line, date=short_date(skipped.until))


def tried_text(tried: Iterable[Tried], today: date | None = None) -> str:
    """Return how often an exercise was tried again, and how it went the last time.

    The date has its year where it is not that of `today`.
    """
    times = list(tried)
    if not times:
        return ""
    last = times[-1]
    text = _once(last) if len(times) == 1 else _often(last)
    return text.format(n=len(times), date=short_date(last.on, today), worst=last.worst)


def calm_text(limits: PainLimits) -> str:
    """Return what the log shows when a skipped exercise may be tried again."""
    text = ngettext(
        "Your log shows {n} day with no pain above {most}.",
        "Your log shows {n} days with no pain above {most}.",
        limits.calm_days,
    )
    return text.format(most=limits.calm_most)


def _skipped(name: str, choice: Choice, log: "Log | None") -> Skipped:
    skip = log.standing(choice.exercise) if log else None
    return Skipped(
        exercise=choice.exercise,
        name=name,
        reason=choice.reason,
        since=choice.since,
        side=skip.side if skip else None,
        score=skip.score if skip else None,
        until=date.fromisoformat(choice.until) if choice.until else None,
        reach=_UNTIL if choice.until else _OPEN,
        tried=log.tried(choice.exercise) if log else (),
        can_try_again=bool(log and log.may_try_again(choice.exercise)),
    )


def _why(reason: str, skip: "Skip | None") -> str:
    if reason == OffReason.STAIRS_HURT:
        return _("Skipped since {date}: stairs hurt")
    if reason != OffReason.HURT:
        return _("Off since {date}: your own choice")
    if skip is None or skip.score is None:
        return _("Skipped since {date}: it hurt")
    return {
        Side.LEFT: _("Skipped since {date}: hurt {score} with the left leg"),
        Side.RIGHT: _("Skipped since {date}: hurt {score} with the right leg"),
    }.get(skip.side or Side.BOTH, _("Skipped since {date}: hurt {score}"))


def _dated(skipped: Skipped) -> str:
    if skipped.reason == OffReason.STAIRS_HURT:
        return _("{exercise}: skipped since {date}, stairs hurt")
    if skipped.reason != OffReason.HURT:
        return _("{exercise}: turned off since {date}")
    if skipped.score is None:
        return _("{exercise}: skipped since {date}, it hurt")
    return {
        Side.LEFT: _("{exercise}: skipped since {date}, hurt {score} with the left leg"),
        Side.RIGHT: _("{exercise}: skipped since {date}, hurt {score} with the right leg"),
    }.get(skipped.side or Side.BOTH, _("{exercise}: skipped since {date}, hurt {score}"))


def _undated(reason: str) -> str:
    if reason == OffReason.STAIRS_HURT:
        return _("{exercise}: skipped, stairs hurt")
    if reason == OffReason.HURT:
        return _("{exercise}: skipped, it hurt")
    return _("{exercise}: turned off")


def _once(tried: Tried) -> str:
    if tried.hurt and tried.worst is None:
        return _("Tried again on {date}: it hurt.")
    if tried.hurt:
        return _("Tried again on {date}: it hurt {worst}.")
    if tried.done:
        return _("Tried again on {date}: no pain told.")
    return _("Turned on again on {date}, but not done.")


def _often(last: Tried) -> str:
    if last.hurt and last.worst is None:
        return _("Tried again {n} times; the last one, on {date}: it hurt.")
    if last.hurt:
        return _("Tried again {n} times; the last one, on {date}: it hurt {worst}.")
    if last.done:
        return _("Tried again {n} times; the last one, on {date}: no pain told.")
    return _("Tried again {n} times; the last one, on {date}, was not done.")
