"""Runs one session: asks the clock, keeps every rep before it is shown, says what is seen."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from rehabtimer.core.cues import Cue
from rehabtimer.core.events import Event, RepEnded, SetEnded
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import (
    SessionRecord,
    SessionStatus,
    SetRecord,
    new_id,
)
from rehabtimer.core.session import Session
from rehabtimer.core.settings import Settings
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import Step, compile_timeline
from rehabtimer.core.wakefulness import Wakefulness
from rehabtimer.presenters.answers import Answers
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.session_frame import SessionFrame
from rehabtimer.presenters.under_way import UnderWay


class SessionPresenter:
    """One session. Every verb reads the clock, moves the machine and keeps the events.

    `going` is where the machine moves, for those who change what the session consists of.
    """

    def __init__(
        self,
        case: Case,
        record: SessionRecord,
        *,
        rows: list[SetRecord] | None = None,
        is_kept: bool = False,
        automatic: bool = False,
    ) -> None:
        """Make a session ready; `rows` are the sets of an interrupted one, which `is_kept`."""
        self.case = case
        self._clock = case.clock
        self._resumed = rows is not None
        self._answers = Answers(case, record.id, held=not is_kept)
        self.going = UnderWay(
            case,
            record,
            self._answers,
            rows=rows or [],
            is_kept=is_kept,
            automatic=automatic,
        )
        self._wakefulness = Wakefulness()
        self._undo: tuple[str, Callable[[], bool]] | None = None

    @classmethod
    def begin(cls, case: Case, *, automatic: bool = False) -> "SessionPresenter":
        """Make today's session ready; nothing is kept of it before it starts."""
        case.come_back()
        prescription = case.prescription()
        record = SessionRecord(
            id=new_id(),
            programme=case.course.id,
            started=case.stamp,
            ended_at=None,
            status=SessionStatus.OPEN,
            prescription=prescription,
            position=0,
            speed=case.clock.speed,
        )
        return cls(case, record, automatic=automatic)

    @classmethod
    def take_up(
        cls, case: Case, record: SessionRecord, *, automatic: bool = False
    ) -> "SessionPresenter":
        """Take up a session that was left or cut off."""
        step = compile_timeline(record.prescription)[record.position]
        case.store.history.reopen(record.id, step.key if step.rep > 1 else None)
        rows = case.store.history.sets(record.id)
        return cls(case, record, rows=rows, is_kept=True, automatic=automatic)

    @property
    def is_over(self) -> bool:
        """Whether the session has ended, in whatever way."""
        return self._machine.state is State.FINISHED

    @property
    def is_kept(self) -> bool:
        """Whether the history has this session."""
        return self.going.keeping.is_kept

    @property
    def notice(self) -> str:
        """What the person has to know: that something is not saved yet, or what was told last."""
        return self.going.keeping.problem or self.going.notices.told

    @notice.setter
    def notice(self, sentence: str) -> None:
        self.going.notices.told = sentence

    @property
    def is_running(self) -> bool:
        """Whether the clock runs."""
        return self._machine.state.runs

    @property
    def knees(self) -> Side:
        """The knee, or both, that this session is about."""
        return self.record.prescription.affected

    @property
    def sore_knee(self) -> Side:
        """The knee that pain most likely means: the affected one, else the one at work."""
        side = self._machine.step.side
        return side if self.knees is Side.BOTH else self.knees

    def wants_screen(self) -> bool:
        """Return whether the screen should stay awake: not after five minutes of standing still."""
        now = self._clock.seconds() / self._clock.speed
        return self._wakefulness.wants(running=self.is_running, now=now) and not self.is_over

    def seconds_of_screen(self) -> float | None:
        """Return the real seconds for which the screen stays awake; None while time runs."""
        return self._wakefulness.seconds_left(self._clock.seconds() / self._clock.speed)

    def start(self) -> None:
        """Start the clock and keep the planned sets; an interrupted session is counted in."""
        prepare = self.record.prescription.timing.prepare if self._resumed else 0.0
        self._do(partial(self._machine.start, count_in=prepare))

    def tick(self) -> None:
        """Let the time pass that has passed."""
        self._do(self._machine.tick)

    def seconds_to_boundary(self) -> float | None:
        """Return real seconds until something ends on its own; None while the clock stands."""
        if not self.is_running:
            return None
        seen, passed = self.going.seen, self._clock.seconds() - self.going.seen_at
        left = seen.count_in if seen.state is State.COUNT_IN else seen.remaining
        return max(0.0, left - passed) / self._clock.speed

    def toggle(self) -> None:
        """Pause, or go on."""
        verb = self._machine.pause if self.is_running else self._machine.resume
        self._do(verb)

    def go_on(self) -> None:
        """Go on after a change; what was to wait for the person still does."""
        self._do(self._machine.go_on)

    def pause(self) -> None:
        """Stop the clock."""
        self._do(self._machine.pause)

    def skip(self) -> None:
        """Leave the set or pause at hand for what follows."""
        self._do(self._machine.skip)

    def back(self) -> None:
        """Return to the start of the set or pause at hand, or to the one before."""
        self._do(self._machine.back)

    def skip_exercise(self, *, for_today: bool = False) -> None:
        """Skip what is left of the exercise; it is offered again, unless skipped `for_today`."""
        self._do(partial(self._machine.skip_exercise, for_today=for_today))

    def back_exercise(self) -> None:
        """Return to the start of the exercise, or to the one before."""
        self._do(self._machine.back_exercise)

    def go_to(self, place: int) -> None:
        """Go to another exercise, from 0; a skipped one is taken up again."""
        self._do(partial(self._machine.go_to, place))

    def redo(self) -> None:
        """Do the set over."""
        self._do(self._machine.redo)

    def finish_set(self) -> None:
        """Count the set as done with what was done; "up to" doses only, and not before a rep."""
        if self.frame().can_finish:
            self._do(self._machine.finish_set)

    def add_time(self, seconds: float) -> None:
        """Make the step at hand longer, or shorter."""
        self._do(partial(self._machine.add_time, seconds))

    def leave(self) -> None:
        """Stop here: what was done is kept, and can be taken up again today.

        Where the disk refuses, the clock stands still instead, so that nothing is lost.
        """
        if self._machine.state is State.READY:
            self._answers.release(session_kept=False)
            self._machine.stop(self._clock.seconds())
        if self.is_over:
            return
        self.pause()
        at = self._machine.position
        if self.going.keeping.keep_all(at) and self.going.keeping.mark_left():
            self._do(self._machine.stop, at)

    def tell_pain(self, moment: Moment, knee: Side, score: int) -> None:
        """Keep one answer about one knee, in place of an earlier one to the same question."""
        self._answers.tell(moment, knee, score)

    # What is changed under way

    @property
    def record(self) -> SessionRecord:
        """The session, with what it consists of now."""
        return self.going.record

    @property
    def step(self) -> Step:
        """The step at hand."""
        return self._machine.step

    def offer_undo(self, text: str, take_back: Callable[[], bool]) -> None:
        """Offer a way back, in words, for as long as nothing more has been done.

        `take_back` says whether it could be done; if not, it stays on offer.
        """
        self._undo = text, take_back

    def undo(self) -> None:
        """Take back what was chosen last, if that is still offered."""
        if self._undo is not None and self._undo[1]():
            self._undo = None

    # What is heard and seen

    @property
    def is_silent(self) -> bool:
        """Whether nothing will be heard, because the clock is hurried."""
        return self.going.heard.is_silent

    def take_cues(self) -> list[Cue]:
        """Return the tones that are due by now, each once."""
        return self.going.heard.take_cues()

    def take_lines(self) -> list[str]:
        """Return what is to be said by now, each line once."""
        return self.going.heard.take_lines()

    @property
    def settings(self) -> Settings:
        """What the person has chosen."""
        return self.case.settings

    def toggle_mute(self) -> None:
        """Turn tones and voice off or on, for good."""
        self.case.save(replace(self.settings, muted=not self.settings.muted))

    def frame(self) -> SessionFrame:
        """Return what was to be seen when the clock was last asked."""
        return self.going.frame(self._undo[0] if self._undo else "")

    @property
    def _machine(self) -> Session:
        return self.going.machine

    def _do(self, verb: Callable[[float], list[Event]], position: int | None = None) -> None:
        events = self.going.do(verb, position)
        if any(isinstance(event, RepEnded | SetEnded) for event in events):
            self._undo = None
        if self.is_over:
            self.going.keeping.save(self._remember_what_was_met)

    def _remember_what_was_met(self) -> None:
        known = self.case.settings.met
        if new := tuple(sorted(self.going.notices.met.difference(known))):
            self.case.save(replace(self.case.settings, met=known + new))
