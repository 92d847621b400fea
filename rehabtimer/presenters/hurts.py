"""What "This hurts" asks, offers and does, from the moment of a session at which it was pressed."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from rehabtimer.core.easing import with_less, with_variant, without_side
from rehabtimer.core.pain import Decision, Moment, Score
from rehabtimer.core.pain_rules import Proposal, propose
from rehabtimer.core.prescription import OffReason, Prescribed
from rehabtimer.core.programme import Exercise, Phase, Side
from rehabtimer.core.records import PainEntry, Reach, SessionRecord, SetRecord, Skip, new_id
from rehabtimer.core.session import Session
from rehabtimer.core.timeline import Step
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts_frame import HurtChoice, HurtsFrame
from rehabtimer.presenters.hurts_words import done_text, hurts_frame, offers, ordered
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.presenters.skipping import WhatHurt
from rehabtimer.presenters.wording import knees

_REACH = {
    Decision.SKIP_SIDE: Reach.SIDE,
    Decision.SKIP_TODAY: Reach.TODAY,
    Decision.SKIP_UNTIL: Reach.UNTIL,
    Decision.SKIP_OPEN: Reach.OPEN,
}


class _Told(NamedTuple):
    """The answers so far."""

    knee: Side
    score: Score | None = None
    sharp: bool = False
    locking: bool = False

    @property
    def is_empty(self) -> bool:
        return self.score is None and not (self.sharp or self.locking)


class _Before(NamedTuple):
    """How everything was when something was chosen."""

    record: SessionRecord
    rows: list[SetRecord]
    skips: frozenset[str]
    case: Callable[[], None]


class Hurts:
    """One press on "This hurts". The clock stands from then on; every answer is kept at once."""

    def __init__(self, case: Case, session: SessionPresenter) -> None:
        """Stop the clock; in the rest after an exercise it is about that exercise."""
        session.pause()
        self._case = case
        self._session = session
        self._step = _what_hurts(session)
        self._is_over = self._step.place != session.step.place
        self._stamp = case.stamp
        self._told = _Told(session.sore_knee)
        self._entries: dict[Side, PainEntry] = {}

    def frame(self) -> HurtsFrame:
        """Return the whole panel."""
        told, today = self._told, self._case.today
        return hurts_frame(self._exercise, self._step, told.knee, self.choices(), today)

    def choices(self) -> tuple[HurtChoice, ...]:
        """Return what can be chosen; what the person's own rule proposes stands first."""
        found = offers(self._exercise, self._item, self._step, is_over=self._is_over)
        return ordered(found, self._proposal())

    def tell(self, knee: Side, score: Score | None, *, sharp: bool, locking: bool) -> None:
        """Keep the answers: one for each knee, with the place in the session."""
        self._told = _Told(knee, score, sharp, locking)
        self._keep(None)

    def decide(self, decision: Decision, until: date | None = None) -> None:
        """Do what was chosen from this point of the session on, and go on; it can be undone.

        `until` is the date on which the exercise comes back, for that decision only.
        """
        before = self._before()
        self._keep(decision)
        self._carry_out(decision, until)
        if self._session.is_over or decision is Decision.END:
            return
        if before is not None and decision is not Decision.GO_ON:
            text = done_text(self._exercise, self._item, self._step, decision, until)
            self._session.offer_undo(text, partial(self._take_back, before))
        self._session.go_on()

    # What is offered

    @property
    def _exercise(self) -> Exercise:
        return self._case.exercise(self._step.exercise)

    @property
    def _item(self) -> Prescribed:
        return self._session.record.prescription.exercises[self._step.place]

    def _proposal(self) -> Proposal:
        told = self._told
        return propose(
            self._case.settings.pain,
            Moment.DURING,
            told.score,
            knee=told.knee,
            affected=self._case.settings.affected,
            alarm=told.sharp or told.locking,
        )

    # What is done

    def _carry_out(self, decision: Decision, until: date | None) -> None:
        prescription, place = self._session.record.prescription, self._step.place
        match decision:
            case Decision.EASIER:
                easier = self._exercise.easier_than(self._item.variant)
                if easier is not None:
                    eased = with_variant(prescription, place, easier.id)
                    self._session.going.adapt(eased, Session.begin_set_with)
            case Decision.LESS:
                less = with_less(prescription, place)
                self._session.going.adapt(less, Session.go_on_with)
            case Decision.END:
                self._session.leave()
            case Decision.GO_ON:
                pass
            case _:
                self._skip(decision, until)

    def _skip(self, decision: Decision, until: date | None) -> None:
        if decision is Decision.SKIP_SIDE:
            place, side = self._step.place, self._step.side
            left = without_side(self._session.record.prescription, place, side)
            self._session.going.adapt(left, Session.skip_side)
        elif not self._is_over:
            self._session.skip_exercise(for_today=True)
        self._session.going.keep_besides(partial(self._keep_skip, decision, until))

    def _keep_skip(self, decision: Decision, until: date | None) -> None:
        case, step, reach = self._case, self._step, _REACH[decision]
        hurt = WhatHurt(side=step.side, score=self._told.score, session=self._session.record.id)
        if reach in (Reach.UNTIL, Reach.OPEN):
            back = until if reach is Reach.UNTIL else None
            case.switch(step.exercise, on=False, reason=OffReason.HURT, until=back, hurt=hurt)
            return
        case.store.skips.keep(
            Skip(
                id=new_id(),
                when=case.stamp,
                course=case.course.id,
                exercise=step.exercise,
                side=hurt.side,
                score=hurt.score,
                reason=OffReason.HURT,
                reach=reach,
                session=hurt.session,
            )
        )

    # What is kept, and the way back

    def _keep(self, decision: Decision | None) -> None:
        self._session.going.keep_besides(partial(self._write, decision))

    def _write(self, decision: Decision | None) -> None:
        diary = self._case.store.diary
        wanted = () if decision is None and self._told.is_empty else knees(self._told.knee)
        for knee in tuple(self._entries):
            if knee not in wanted:
                diary.remove(self._entries[knee].id)
                del self._entries[knee]
        for knee in wanted:
            entry = self._entry(knee, decision)
            (diary.change if knee in self._entries else diary.add)(entry)
            self._entries[knee] = entry

    def _entry(self, knee: Side, decision: Decision | None) -> PainEntry:
        told, step, known = self._told, self._step, self._entries.get(knee)
        return PainEntry(
            id=known.id if known else new_id(),
            when=self._stamp,
            knee=knee,
            score=told.score,
            moment=Moment.DURING,
            session=self._session.record.id,
            exercise=step.exercise,
            side=step.side,
            set=step.set,
            rep=step.rep,
            sharp=told.sharp,
            locking=told.locking,
            decision=decision,
        )

    def _before(self) -> _Before | None:
        """Return how everything is, or None where the disk refuses to keep it."""
        if not self._session.going.keep_all():
            return None
        history, identity = self._case.store.history, self._session.record.id
        record, rows = history.session(identity), history.sets(identity)
        skips = frozenset(skip.id for skip in self._case.store.skips.of_session(identity))
        return _Before(record, rows, skips, self._case.way_back()) if record else None

    def _take_back(self, before: _Before) -> bool:
        going = self._session.going
        done = going.keep_all() and going.keeping.save(partial(self._put_back, before))
        if done:
            going.stand_again(before.record)
        return done

    def _put_back(self, before: _Before) -> None:
        store, session = self._case.store, before.record.id
        now = {skip.id for skip in store.skips.of_session(session)}
        store.history.change(before.record, before.rows)
        for identity in now.difference(before.skips):
            store.skips.remove(identity)
        before.case()
        self._write(None)


def _what_hurts(session: SessionPresenter) -> Step:
    """Return the step that pain is about: in a rest or a change of side, the one before."""
    step = session.step
    is_after = step.phase in (Phase.REST, Phase.SWITCH) and step.index > 0
    return session.going.machine.timeline[step.index - 1] if is_after else step
