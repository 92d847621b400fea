"""The words of "This hurts": what can be done about a set that hurts, and what was done."""

from datetime import date

from rehabtimer.core.easing import less_of
from rehabtimer.core.pain import Decision
from rehabtimer.core.pain_rules import Proposal
from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.text import _
from rehabtimer.core.timeline import Step
from rehabtimer.presenters.hurts_frame import (
    HurtChoice,
    HurtsFrame,
    date_options,
    date_span,
    hurt_choice,
)
from rehabtimer.presenters.wording import figure, short_date, side_text

_FIRST = {
    Proposal.SKIP: (Decision.SKIP_TODAY,),
    Proposal.STOP: (Decision.SKIP_TODAY,),
    Proposal.EASE_OFF: (Decision.EASIER, Decision.LESS, Decision.SKIP_TODAY),
    Proposal.DOCTOR: (Decision.END,),
}


def offers(
    exercise: Exercise, item: Prescribed, step: Step, *, is_over: bool
) -> tuple[HurtChoice, ...]:
    """Return what can be chosen about a step, in a fixed order.

    `item` is the exercise as it is done now; `is_over` says that nothing of it is left to do.
    """
    texts = (
        (Decision.EASIER, "" if is_over else _easier_text(exercise, item)),
        (Decision.LESS, "" if is_over else _less_text(item)),
        (Decision.SKIP_SIDE, "" if is_over else _side_text(exercise, item, step)),
        (Decision.SKIP_TODAY, "" if is_over else _("Skip it for today")),
        (Decision.SKIP_UNTIL, _("Skip it until a date…")),
        (Decision.SKIP_OPEN, _("Skip it until I turn it on")),
        (Decision.GO_ON, _("Go on")),
        (Decision.END, _("End the session")),
    )
    return tuple(hurt_choice(decision, text) for decision, text in texts if text)


def ordered(choices: tuple[HurtChoice, ...], proposal: Proposal) -> tuple[HurtChoice, ...]:
    """Return the choices, the proposed one first; where it cannot be had, *go on* is."""
    known = {choice.decision: choice for choice in choices}
    wanted = (*_FIRST.get(proposal, ()), Decision.GO_ON)
    first = next(known[decision] for decision in wanted if decision in known)
    return (first, *(choice for choice in choices if choice is not first))


def hurts_frame(
    exercise: Exercise, step: Step, knee: Side, choices: tuple[HurtChoice, ...], today: date
) -> HurtsFrame:
    """Return the whole panel about a step."""
    earliest, latest = date_span(today)
    return HurtsFrame(
        title=_("This hurts"),
        what=_what(exercise, step),
        knee=knee,
        choices=choices,
        date_options=date_options(today),
        earliest=earliest,
        latest=latest,
    )


def done_text(
    exercise: Exercise, item: Prescribed, step: Step, decision: Decision, until: date | None
) -> str:
    """Return what was done, for the offer to undo it; `item` is the exercise as it is now."""
    values = {
        "exercise": _(exercise.name),
        "side": side_text(step.side, exercise),
        "date": short_date(until) if until else "",
        "reps": item.reps,
        "seconds": figure(item.hold),
    }
    less = _("{exercise}: now {reps} reps") if item.moving else _("{exercise}: now {seconds} s")
    return {
        Decision.EASIER: _("{exercise}: the easier version"),
        Decision.LESS: less,
        Decision.SKIP_SIDE: _("{exercise}: {side} skipped"),
        Decision.SKIP_TODAY: _("{exercise}: skipped for today"),
        Decision.SKIP_UNTIL: _("{exercise}: skipped until {date}"),
        Decision.SKIP_OPEN: _("{exercise}: skipped until you turn it on"),
    }[decision].format(**values)


def _what(exercise: Exercise, step: Step) -> str:
    text = _("{exercise}, {side}, set {set} of {sets}")
    if step.reps > 1 and step.phase.is_work:
        text = _("{exercise}, {side}, set {set} of {sets}, rep {rep} of {reps}")
    return text.format(
        exercise=_(exercise.name),
        side=side_text(step.side, exercise),
        set=step.set,
        sets=step.sets,
        rep=step.rep,
        reps=step.reps,
    )


def _easier_text(exercise: Exercise, item: Prescribed) -> str:
    easier = exercise.easier_than(item.variant)
    if easier is None:
        return ""
    return _("An easier version: {version}").format(version=_(easier.name))


def _less_text(item: Prescribed) -> str:
    less = less_of(item)
    if less is None:
        return ""
    reps, hold = less
    if item.moving:
        text = _("Fewer reps: {fewer} instead of {reps}")
        return text.format(fewer=reps, reps=item.reps)
    text = _("A shorter hold: {shorter} s instead of {seconds} s")
    return text.format(shorter=figure(hold), seconds=figure(item.hold))


def _side_text(exercise: Exercise, item: Prescribed, step: Step) -> str:
    if len(item.sides) < 2:
        return ""
    return _("Skip the {side}").format(side=side_text(step.side, exercise))
