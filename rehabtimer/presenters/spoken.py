"""The words of the voice: each line whole and short enough to be heard in its time."""

from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Exercise, Phase
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.timeline import Step
from rehabtimer.presenters.wording import exercise_text, set_text, side_text


def announcement(exercise: Exercise, item: Prescribed, step: Step) -> str:
    """Return what is to be done now: exercise, side and dose of one set."""
    return _("{exercise}, {side}, {dose}.").format(**_facts(exercise, item, step))


def waiting_line(exercise: Exercise, item: Prescribed, step: Step) -> str:
    """Return what is to be done as soon as the person goes on."""
    text = _("{exercise}, {side}, {dose}. Go on when you are ready.")
    return text.format(**_facts(exercise, item, step))


def offer_line(exercise: Exercise, item: Prescribed, step: Step) -> str:
    """Return what was left out, and may still be done before the session ends."""
    text = _("Skipped so far: {exercise}, {side}, {dose}. Do it now, or leave it out.")
    return text.format(**_facts(exercise, item, step))


def pause_line(exercise: Exercise, item: Prescribed, step: Step) -> str:
    """Return what a step that is not work leads to."""
    facts = _facts(exercise, item, step)
    if step.phase is Phase.SWITCH:
        return _("Switch sides: {side}.").format(side=facts["side"])
    if step.phase is Phase.PREPARE:
        return announcement(exercise, item, step)
    if step.set == 1:
        return _("Rest. Next: {exercise}, {side}, {dose}.").format(**facts)
    return _("Rest. Next: set {set}, {side}, {dose}.").format(set=step.set, **facts)


def phase_line(phase: Phase) -> str:
    """Return the one word that a phase has on the screen, too."""
    return {
        Phase.PREPARE: _("Get ready."),
        Phase.GO: _("Go."),
        Phase.HOLD: _("Hold."),
        Phase.RETURN: _("Return."),
        Phase.SWITCH: _("Switch sides."),
        Phase.REST: _("Rest."),
    }[phase]


def end_line(*, completed: bool) -> str:
    """Return the last line of a session, which was done to its end or left before."""
    if completed:
        return _("Done. That was everything for today.")
    return _("That is the end for now.")


def _facts(exercise: Exercise, item: Prescribed, step: Step) -> dict[str, str]:
    return {
        "exercise": exercise_text(exercise, item.variant),
        "side": side_text(step.side, exercise),
        "dose": _dose(exercise, item),
    }


def _dose(exercise: Exercise, item: Prescribed) -> str:
    if exercise.moving:
        return set_text(exercise, item)
    return ngettext("{n} second", "{n} seconds", item.hold)
