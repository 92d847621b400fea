"""What hurt this week: which exercises, and skipping them all at once."""

from datetime import timedelta

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.records import PainEntry
from rehabtimer.core.text import _
from rehabtimer.insights.trying_again import hurt_this_week
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.skipping import WhatHurt

_A_WEEK = timedelta(days=6)


def on_and_hurt(case: Case) -> tuple[str, ...]:
    """Return the exercises that hurt this week and are on, the worst first."""
    known = {each.id for each in case.programme.exercises}
    hurt = hurt_this_week(_entries(case), case.today)
    return tuple(each for each in hurt if each in known and case.choice(each).on)


def hurt_text(case: Case) -> str:
    """Return what skipping would do, or why there is nothing to skip."""
    hurt = on_and_hurt(case)
    if hurt:
        names = ", ".join(_(case.exercise(each).name) for each in hurt)
        return _("Turns off until you turn it on: {exercises}.").format(exercises=names)
    if hurt_this_week(_entries(case), case.today):
        return _("Nothing that is on has hurt in the last seven days.")
    return _("Your log shows no exercise that hurt in the last seven days.")


def skip_what_hurt(case: Case) -> None:
    """Turn off every exercise that hurt this week, each with what was told at its worst."""
    for exercise in on_and_hurt(case):
        worst = max(_about(case, exercise), key=lambda entry: entry.score or 0)
        hurt = WhatHurt(side=worst.knee, score=worst.score)  # it is not skipped in that session
        case.switch(exercise, on=False, reason=OffReason.HURT, hurt=hurt)


def _entries(case: Case) -> list[PainEntry]:
    return case.store.diary.entries(case.today - _A_WEEK, case.today)


def _about(case: Case, exercise: str) -> list[PainEntry]:
    return [
        entry
        for entry in _entries(case)
        if entry.exercise == exercise and entry.moment is Moment.DURING
    ]
