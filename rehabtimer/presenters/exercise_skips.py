"""What is said about each time that an exercise was skipped, and how trying it again went."""

from dataclasses import dataclass
from datetime import date

from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Exercise
from rehabtimer.core.records import Reach, Skip
from rehabtimer.core.text import _
from rehabtimer.insights.trying_again import Try
from rehabtimer.presenters.wording import short_date, side_text


@dataclass(frozen=True)
class SkipLine:
    """One skip in words: what and why, and what came of it; `stands` while it is still off."""

    text: str
    outcome: str
    stands: bool


def skip_line(
    skip: Skip,
    exercise: Exercise,
    again: Try | None,
    *,
    stands: bool,
    today: date | None = None,
) -> SkipLine:
    """Say one skip; `again` is how it went when it was tried again.

    Dates have their year where it is not that of `today`.
    """
    skipped = _reach_text(skip, exercise, today)
    text = _("{skipped} {why}").format(skipped=skipped, why=_why_text(skip))
    waiting = _("Not tried again yet.") if stands else ""
    return SkipLine(text, _again_text(again, today) if again else waiting, stands)


def _reach_text(skip: Skip, exercise: Exercise, today: date | None) -> str:
    texts = {
        Reach.SIDE: _("{date}: the {side} was skipped for that day."),
        Reach.TODAY: _("{date}: skipped for that day."),
        Reach.UNTIL: _("{date}: skipped until {until}."),
        Reach.OPEN: _("{date}: skipped until it is turned on again."),
    }
    return texts[skip.reach].format(
        date=short_date(skip.when.day, today),
        side=side_text(skip.side, exercise) if skip.side else "",
        until=short_date(skip.until, today) if skip.until else "",
    )


def _why_text(skip: Skip) -> str:
    if skip.reason is OffReason.STAIRS_HURT:
        return _("Stairs hurt.")
    if skip.reason is OffReason.OWN_CHOICE:
        return _("Your own choice.")
    if skip.score is None:
        return _("It hurt.")
    return _("It hurt {score} of 10.").format(score=skip.score)


def _again_text(again: Try, today: date | None) -> str:
    on = short_date(again.on, today)
    if not again.done and not again.hurt:
        return _("Turned on again on {date}; not done since.").format(date=on)
    if not again.hurt:
        return _("Tried again on {date}: no pain told since.").format(date=on)
    if again.worst is None:
        return _("Tried again on {date}: it hurt.").format(date=on)
    text = _("Tried again on {date}: it hurt {score} of 10 at worst.")
    return text.format(date=on, score=again.worst)
