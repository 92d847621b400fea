"""What `status` tells about pain in the last session, and about what the person has chosen."""

from datetime import date

from msgspec import Struct

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import PainEntry, Reach, SessionRecord, Skip
from rehabtimer.core.text import _
from rehabtimer.presenters.pain_words import alarm_text, decision_text
from rehabtimer.presenters.wording import knee_text, side_text


class Hurt(Struct, frozen=True, kw_only=True):
    """Something that hurt in the last session, and what was chosen about it."""

    exercise: str
    side: Side | None
    set: int | None
    rep: int | None
    knee: Side
    score: int | None
    sharp: bool
    locking: bool
    decision: Decision | None


class SkippedThen(Struct, frozen=True, kw_only=True):
    """What was skipped during the last session because it hurt, and how far that goes."""

    exercise: str
    side: Side | None
    score: int | None
    reach: Reach
    until: date | None


class Chosen(Struct, frozen=True, kw_only=True):
    """What the person chose for one exercise; null where the article's figure holds."""

    exercise: str
    variant: str
    only: Side | None
    hold: float | None
    reps: int | None
    sets: int | None


def hurts_of(session: SessionRecord, entries: list[PainEntry]) -> tuple[Hurt, ...]:
    """Return what hurt in a session, in the order in which it was told."""
    return tuple(
        Hurt(
            exercise=entry.exercise,
            side=entry.side,
            set=entry.set,
            rep=entry.rep,
            knee=entry.knee,
            score=entry.score,
            sharp=entry.sharp,
            locking=entry.locking,
            decision=entry.decision,
        )
        for entry in entries
        if entry.session == session.id and entry.moment is Moment.DURING and entry.exercise
    )


def skipped_then(skips: list[Skip]) -> tuple[SkippedThen, ...]:
    """Return what was skipped in a session."""
    return tuple(
        SkippedThen(
            exercise=skip.exercise,
            side=skip.side,
            score=skip.score,
            reach=skip.reach,
            until=skip.until,
        )
        for skip in skips
    )


def chosen_of(choices: tuple[Choice, ...]) -> tuple[Chosen, ...]:
    """Return the choices that make an exercise another one than the article's."""
    found = (
        Chosen(
            exercise=choice.exercise,
            variant=choice.variant,
            only=choice.only,
            hold=choice.hold,
            reps=choice.reps,
            sets=choice.sets,
        )
        for choice in choices
    )
    return tuple(each for each in found if each != _as_in_the_article(each.exercise))


def hurt_text(hurt: Hurt, exercise: Exercise) -> str:
    """Return one line about something that hurt in an exercise."""
    told = _("In the last session {exercise} hurt ({knee}, {side})")
    if hurt.score is not None:
        told = _("In the last session {exercise} hurt {score} ({knee}, {side})")
    values = {
        "exercise": _(exercise.name),
        "score": hurt.score,
        "knee": knee_text(hurt.knee).lower(),
        "side": side_text(hurt.side or Side.BOTH, exercise),
    }
    text = told.format(**values)
    if alarm := alarm_text(sharp=hurt.sharp, locking=hurt.locking):
        text = _("{told}, {alarm}").format(told=text, alarm=alarm.lower())
    if hurt.decision is None:
        return _("{told}.").format(told=text)
    return _("{told}: {decision}.").format(told=text, decision=decision_text(hurt.decision))


def _as_in_the_article(exercise: str) -> Chosen:
    return Chosen(exercise=exercise, variant="", only=None, hold=None, reps=None, sets=None)
