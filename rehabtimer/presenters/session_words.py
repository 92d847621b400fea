"""Says what the session screen shows at one moment, from a snapshot of the session."""

import math

from rehabtimer.core.events import Outcome
from rehabtimer.core.figure import Moment
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.programme import Exercise, Phase, Programme
from rehabtimer.core.snapshot import Snapshot, State
from rehabtimer.core.text import _
from rehabtimer.core.timeline import Step
from rehabtimer.presenters.session_frame import Mark, Segment, SessionFrame
from rehabtimer.presenters.wording import (
    dose_text,
    left_text,
    phase_word,
    set_text,
    side_text,
)

_MARKS = {
    Phase.PREPARE: Mark.READY,
    Phase.GO: Mark.GO,
    Phase.HOLD: Mark.HOLD,
    Phase.RETURN: Mark.RETURN,
    Phase.SWITCH: Mark.SWITCH,
    Phase.REST: Mark.REST,
}


class SessionWords:
    """Turns snapshots of one session into frames."""

    def __init__(
        self, programme: Programme, prescription: Prescription, shares: tuple[float, ...]
    ) -> None:
        """`shares` is each exercise's part of the session's time, 0 to 1."""
        self._exercises = [programme.exercise(item.exercise) for item in prescription.exercises]
        self._items = prescription.exercises
        self._shares = shares

    def frame(self, snapshot: Snapshot, said: str = "") -> SessionFrame:
        """Return what is to be seen of a snapshot while a line is being said."""
        step = snapshot.step
        exercise, item = self._exercises[step.place], self._items[step.place]
        return SessionFrame(
            title=_title(exercise, step),
            side=step.side,
            side_text=side_text(step.side, exercise).upper(),
            side_note=_(exercise.sides.label),
            exercise=exercise.id,
            phase=step.phase,
            mark=_mark(snapshot),
            moment=_moment(exercise, snapshot),
            digits=_digits(snapshot),
            word=_word(snapshot),
            ring=_ring(snapshot),
            caption=_caption(exercise, step),
            said=said,
            dose=dose_text(exercise, item),
            steps=tuple(_(line) for line in exercise.steps.lines),
            safety=_(exercise.safety),
            rep_text=_rep_text(step),
            set_text=_("Set {set} of {sets}").format(set=step.set, sets=step.sets),
            sets=step.sets,
            sets_done=step.set,
            next_text=_offer_text()
            if snapshot.state is State.OFFERED
            else self._next_text(snapshot.outlook.upcoming, step),
            place_text=_("Exercise {place} of {places}").format(
                place=step.place + 1, places=len(self._items)
            ),
            left_text=left_text(snapshot.outlook.left),
            segments=self._segments(snapshot),
            primary=_primary(snapshot.state),
            standing_still=snapshot.state.stands,
            can_finish=_may_end_early(exercise) and _has_begun(snapshot),
            finish_text=_("That is enough"),
        )

    def _next_text(self, upcoming: Step | None, step: Step) -> str:
        if upcoming is None:
            return _("Next: done")
        exercise, item = self._exercises[upcoming.place], self._items[upcoming.place]
        if upcoming.place != step.place:
            dose = dose_text(exercise, item)
            return _("Next: {exercise}, {dose}").format(exercise=_(exercise.name), dose=dose)
        dose = set_text(exercise, item)
        if step.phase is Phase.PREPARE:
            side = side_text(upcoming.side, exercise)
            return _("First: {side}, {dose}").format(side=side, dose=dose)
        if upcoming.side is step.side:
            return _("Next: set {set}, {dose}").format(set=upcoming.set, dose=dose)
        side = side_text(upcoming.side, exercise)
        return _("Next: {side}, {dose}").format(side=side, dose=dose)

    def _segments(self, snapshot: Snapshot) -> tuple[Segment, ...]:
        outlook = snapshot.outlook
        return tuple(
            Segment(
                share=share,
                fraction=fraction,
                skipped=_is_skipped(outcomes) and place != snapshot.step.place,
                description=_segment_text(_(exercise.name), outcomes),
            )
            for place, (share, fraction, outcomes, exercise) in enumerate(
                zip(self._shares, outlook.fractions, outlook.outcomes, self._exercises, strict=True)
            )
        )


def _title(exercise: Exercise, step: Step) -> str:
    name = _(exercise.name)
    between = step.phase is Phase.REST and step.set == 1 and step.place
    return _("Next: {exercise}").format(exercise=name) if between else name


def _moment(exercise: Exercise, snapshot: Snapshot) -> Moment:
    step, whole = snapshot.step, snapshot.duration
    return Moment(
        phase=step.phase,
        fraction=snapshot.elapsed / whole if whole else 1.0,
        side=step.side,
        seconds=snapshot.elapsed,
        duration=whole,
        moving=exercise.moving,
        fresh=step.phase is Phase.REST and step.set == 1,
    )


def _caption(exercise: Exercise, step: Step) -> str:
    """Return the one line that belongs to this moment."""
    if step.phase is Phase.SWITCH:
        return _("Change over: {side} now.").format(side=side_text(step.side, exercise))
    if step.phase is Phase.REST:
        return _("Rest, and get into place.") if step.set == 1 else _("Rest. Same side again.")
    return _(exercise.steps.line(step.phase))


def _offer_text() -> str:
    return _("Space: do it now. Right: leave it out.")


def _primary(state: State) -> str:
    if state is State.OFFERED:
        return _("Do it now")
    return _("Go on") if state.stands else _("Pause")


def _mark(snapshot: Snapshot) -> Mark:
    if snapshot.state is State.PAUSED:
        return Mark.PAUSED
    if snapshot.state.stands:
        return Mark.WAIT
    if snapshot.state is State.COUNT_IN:
        return Mark.READY
    return _MARKS[snapshot.step.phase]


def _word(snapshot: Snapshot) -> str:
    return {
        State.PAUSED: _("PAUSED"),
        State.WAITING: _("SPACE TO GO"),
        State.OFFERED: _("SKIPPED"),
        State.COUNT_IN: _("IN POSITION"),
        State.FINISHED: _("DONE"),
    }.get(snapshot.state, phase_word(snapshot.step.phase))


def _digits(snapshot: Snapshot) -> str:
    if snapshot.state is State.COUNT_IN:
        return str(math.ceil(snapshot.count_in))
    least = 0 if snapshot.state is State.FINISHED else 1
    return str(max(least, math.ceil(round(snapshot.remaining, 6))))


def _ring(snapshot: Snapshot) -> float:
    return snapshot.remaining / snapshot.duration if snapshot.duration else 0.0


def _rep_text(step: Step) -> str:
    if step.reps < 2 or not step.phase.is_work:
        return ""
    return _("Rep {rep} of {reps}").format(rep=step.rep, reps=step.reps)


def _may_end_early(exercise: Exercise) -> bool:
    """Say whether the article gives reps or holds as "up to"; sets say nothing about a set."""
    return bool({"hold", "reps"}.intersection(exercise.dose.up_to))


def _has_begun(snapshot: Snapshot) -> bool:
    holding = snapshot.step.phase is Phase.HOLD and snapshot.elapsed > 0
    return snapshot.step.phase.is_work and (holding or not snapshot.tally.is_empty)


def _is_skipped(outcomes: tuple[Outcome | None, ...]) -> bool:
    return None not in outcomes and Outcome.DONE not in outcomes


def _segment_text(name: str, outcomes: tuple[Outcome | None, ...]) -> str:
    done = outcomes.count(Outcome.DONE)
    if done == len(outcomes):
        return _("{exercise}: done").format(exercise=name)
    if _is_skipped(outcomes):
        return _("{exercise}: skipped; press to come back to it").format(exercise=name)
    return _("{exercise}: {done} of {sets} sets done").format(
        exercise=name, done=done, sets=len(outcomes)
    )
