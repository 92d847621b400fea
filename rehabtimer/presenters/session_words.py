"""Says what the session screen shows at one moment, from a snapshot of the session."""

import math
from collections.abc import Sequence
from dataclasses import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.figure import Moment
from rehabtimer.core.prescription import Prescribed, Prescription
from rehabtimer.core.programme import Exercise, Phase, Steps
from rehabtimer.core.route import Route
from rehabtimer.core.snapshot import Snapshot, State
from rehabtimer.core.text import _
from rehabtimer.core.timeline import Step, Timeline, totals
from rehabtimer.presenters.session_frame import Mark, Segment, SessionFrame
from rehabtimer.presenters.wording import (
    dose_text,
    exercise_text,
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
        self,
        exercises: Sequence[Exercise],
        prescription: Prescription,
        shares: tuple[float, ...],
    ) -> None:
        """`exercises` are those of the prescription; `shares` each one's part of the time, 0-1."""
        self._exercises = exercises
        self._items = prescription.exercises
        self._shares = shares
        self._about: tuple[Step, State, Step | None, bool] | None = None
        self._lasting: SessionFrame
        self._bar_about: tuple[tuple[tuple[Outcome | None, ...], ...], int] | None = None
        self._bar: tuple[Segment, ...] = ()

    def frame(self, snapshot: Snapshot, said: str = "", undo: str = "") -> SessionFrame:
        """Return what is to be seen of a snapshot while a line is being said; `undo` is offered.

        Most of it stays the same for as long as a step lasts, and is put into words only once.
        """
        exercise, item = self._at(snapshot.step)
        can_finish = _may_end_early(exercise) and _has_begun(snapshot)
        about = (snapshot.step, snapshot.state, snapshot.outlook.upcoming, can_finish)
        if about != self._about:
            self._about, self._lasting = about, self._words(*about)
        return replace(
            self._lasting,
            moment=_moment(exercise, item, snapshot),
            digits=_digits(snapshot),
            ring=_ring(snapshot),
            said=said,
            undo_text=undo,
            left_text=left_text(snapshot.outlook.left),
            segments=self._segments(snapshot),
        )

    def _words(
        self, step: Step, state: State, upcoming: Step | None, can_finish: bool
    ) -> SessionFrame:
        exercise, item = self._at(step)
        steps, offered = exercise.steps_of(item.variant), state is State.OFFERED
        return SessionFrame(
            title=_title(exercise, item, step),
            side=step.side,
            side_text=side_text(step.side, exercise).upper(),
            side_note=_(exercise.sides.label),
            figure=exercise.figure,
            phase=step.phase,
            mark=_mark(state, step.phase),
            word=_word(state, step.phase),
            caption=_caption(exercise, steps, step),
            dose=dose_text(exercise, item),
            steps=tuple(_(line) for line in steps.lines),
            is_teaching=_is_teaching(item, step, state),
            safety=_(exercise.safety),
            rep_text=_rep_text(step),
            set_text=_("Set {set} of {sets}").format(set=step.set, sets=step.sets),
            sets=step.sets,
            sets_done=step.set,
            next_text=_offer_text() if offered else self._next_text(upcoming, step),
            place_text=_("Exercise {place} of {places}").format(
                place=step.place + 1, places=len(self._items)
            ),
            primary=_primary(state),
            standing_still=state.stands,
            may_finish=_may_end_early(exercise),
            can_finish=can_finish,
            finish_text=_("That is enough"),
            undo_text="",
        )

    def _next_text(self, upcoming: Step | None, step: Step) -> str:
        if upcoming is None:
            return _("Next: done")
        exercise, item = self._at(upcoming)
        if upcoming.place != step.place:
            dose = dose_text(exercise, item)
            return _("Next: {exercise}, {dose}").format(
                exercise=exercise_text(exercise, item.variant), dose=dose
            )
        dose = set_text(exercise, item)
        if step.phase is Phase.PREPARE:
            side = side_text(upcoming.side, exercise)
            return _("First: {side}, {dose}").format(side=side, dose=dose)
        if upcoming.side is step.side:
            return _("Next: set {set}, {dose}").format(set=upcoming.set, dose=dose)
        side = side_text(upcoming.side, exercise)
        return _("Next: {side}, {dose}").format(side=side, dose=dose)

    def _at(self, step: Step) -> tuple[Exercise, Prescribed]:
        return self._exercises[step.place], self._items[step.place]

    def _segments(self, snapshot: Snapshot) -> tuple[Segment, ...]:
        """Return the bar; a segment that is as it was is the same object."""
        outlook, place = snapshot.outlook, snapshot.step.place
        if (outlook.outcomes, place) != self._bar_about:
            self._bar_about = (outlook.outcomes, place)
            self._bar = self._new_bar(*self._bar_about)
        self._bar = tuple(
            segment if segment.fraction == fraction else replace(segment, fraction=fraction)
            for segment, fraction in zip(self._bar, outlook.fractions, strict=True)
        )
        return self._bar

    def _new_bar(
        self, outcomes: tuple[tuple[Outcome | None, ...], ...], at: int
    ) -> tuple[Segment, ...]:
        return tuple(
            Segment(
                share=share,
                fraction=0.0,
                skipped=_is_skipped(of_sets) and place != at,
                description=_segment_text(_(exercise.name), of_sets),
            )
            for place, (share, of_sets, exercise) in enumerate(
                zip(self._shares, outcomes, self._exercises, strict=True)
            )
        )


def shares_of(timeline: Timeline) -> tuple[float, ...]:
    """Return each exercise's part of the session's time, 0 to 1."""
    route, whole = Route(timeline), totals(timeline).seconds or 1.0
    spans = (route.place_span(place) for place in range(route.places))
    return tuple(route.seconds_between(*span) / whole for span in spans)


def _is_teaching(item: Prescribed, step: Step, state: State) -> bool:
    """Whether to show how it goes: before the start, and when an easier version waits."""
    return step.phase is Phase.PREPARE or (bool(item.variant) and state is State.WAITING)


def _title(exercise: Exercise, item: Prescribed, step: Step) -> str:
    name = exercise_text(exercise, item.variant)
    between = step.phase is Phase.REST and step.set == 1 and step.place
    return _("Next: {exercise}").format(exercise=name) if between else name


def _moment(exercise: Exercise, item: Prescribed, snapshot: Snapshot) -> Moment:
    step, whole = snapshot.step, snapshot.duration
    return Moment(
        phase=step.phase,
        fraction=snapshot.elapsed / whole if whole else 1.0,
        side=step.side,
        seconds=snapshot.elapsed,
        duration=whole,
        moving=exercise.moving,
        variant=item.variant,
        fresh=step.phase is Phase.REST and step.set == 1,
    )


def _caption(exercise: Exercise, steps: Steps, step: Step) -> str:
    """Return the one line that belongs to this moment."""
    if step.phase is Phase.SWITCH:
        return _("Change over: {side} now.").format(side=side_text(step.side, exercise))
    if step.phase is Phase.REST:
        return _("Rest, and get into place.") if step.set == 1 else _("Rest. Same side again.")
    return _(steps.line(step.phase))


def _offer_text() -> str:
    return _("Space: do it now. Right: leave it out.")


def _primary(state: State) -> str:
    if state is State.OFFERED:
        return _("Do it now")
    return _("Go on") if state.stands else _("Pause")


def _mark(state: State, phase: Phase) -> Mark:
    if state is State.PAUSED:
        return Mark.PAUSED
    if state.stands:
        return Mark.WAIT
    return Mark.READY if state is State.COUNT_IN else _MARKS[phase]


def _word(state: State, phase: Phase) -> str:
    return {
        State.PAUSED: _("PAUSED"),
        State.WAITING: _("SPACE TO GO"),
        State.OFFERED: _("SKIPPED"),
        State.COUNT_IN: _("IN POSITION"),
        State.FINISHED: _("DONE"),
    }.get(state, phase_word(phase))


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
