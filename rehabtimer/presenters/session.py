"""Runs one session: asks the clock, keeps every rep before it is shown, says what is seen."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from rehabtimer.core.cues import Cue
from rehabtimer.core.events import Event, Paused, PauseReason, SetStarted
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Wait
from rehabtimer.core.programme import Side
from rehabtimer.core.progress import Progress
from rehabtimer.core.records import (
    SessionRecord,
    SessionStatus,
    SetRecord,
    new_id,
)
from rehabtimer.core.session import GAP_SECONDS, Session
from rehabtimer.core.settings import Settings
from rehabtimer.core.snapshot import State
from rehabtimer.core.text import _
from rehabtimer.core.timeline import compile_timeline, waits
from rehabtimer.core.wakefulness import Wakefulness
from rehabtimer.presenters.answers import Answers
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.heard import Heard
from rehabtimer.presenters.session_frame import SessionFrame
from rehabtimer.presenters.session_keeping import SessionKeeping
from rehabtimer.presenters.session_words import SessionWords, shares_of
from rehabtimer.presenters.speech import Speech


class SessionPresenter:
    """One session under way. Every verb reads the clock, moves the machine and keeps the events."""

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
        self._case = case
        self._clock = case.clock
        self.record = record
        timeline = compile_timeline(record.prescription)
        self._words = SessionWords(case.programme, record.prescription, shares_of(timeline))
        met = frozenset(case.settings.met)
        unfamiliar = frozenset() if automatic else frozenset(e.exercise for e in timeline) - met
        self._machine = Session(
            timeline,
            waits=waits(timeline, Wait.NEVER if automatic else case.settings.wait, unfamiliar),
            gap=GAP_SECONDS * self._clock.speed,
            progress=Progress(timeline, [row.attempted for row in rows] if rows else ()),
            position=record.position,
        )
        self._seen_at = self._clock.seconds()
        self._seen = self._machine.snapshot(self._seen_at)
        self._resumed = rows is not None
        speed, count = self._clock.speed, case.settings.sound.count
        speech = Speech(case.programme, record.prescription, count, speed)
        self._heard = Heard(case.settings, speech, speed)
        self._answers = Answers(case, record.id, held=not is_kept)
        self._keeping = SessionKeeping(case, record, self._answers, is_kept=is_kept)
        self._wakefulness = Wakefulness()
        self._met = set(case.settings.met)
        self._told = ""

    @classmethod
    def begin(cls, case: Case, *, automatic: bool = False) -> "SessionPresenter":
        """Make today's session ready; nothing is kept of it before it starts."""
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
        return self._keeping.is_kept

    @property
    def notice(self) -> str:
        """What the person has to know: that something is not saved yet, or what was told last."""
        return self._keeping.problem or self._told

    @notice.setter
    def notice(self, sentence: str) -> None:
        self._told = sentence

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
        seen, passed = self._seen, self._clock.seconds() - self._seen_at
        left = seen.count_in if seen.state is State.COUNT_IN else seen.remaining
        return max(0.0, left - passed) / self._clock.speed

    def toggle(self) -> None:
        """Pause, or go on."""
        verb = self._machine.pause if self.is_running else self._machine.resume
        self._do(verb)

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
        if self._keeping.keep_all(at) and self._keeping.mark_left():
            self._do(self._machine.stop, at)

    def tell_pain(self, moment: Moment, knee: Side, score: int) -> None:
        """Keep one answer about one knee; what hurts during the session has its place."""
        place = self._machine.step if moment is Moment.DURING else None
        self._answers.tell(moment, knee, score, place)

    def close_question(self, moment: Moment) -> None:
        """Let the next answer of this kind stand beside the last one, not in its place."""
        self._answers.close(moment)

    @property
    def is_silent(self) -> bool:
        """Whether nothing will be heard, because the clock is hurried."""
        return self._heard.is_silent

    def take_cues(self) -> list[Cue]:
        """Return the tones that are due by now, each once."""
        return self._heard.take_cues()

    def take_lines(self) -> list[str]:
        """Return what is to be said by now, each line once."""
        return self._heard.take_lines()

    @property
    def settings(self) -> Settings:
        """What the person has chosen."""
        return self._case.settings

    def toggle_mute(self) -> None:
        """Turn tones and voice off or on, for good."""
        self._case.save(replace(self.settings, muted=not self.settings.muted))

    def frame(self) -> SessionFrame:
        """Return what was to be seen when the clock was last asked."""
        said = "" if self.settings.muted else self._heard.said(self._seen, self._seen_at)
        return self._words.frame(self._seen, said)

    def _do(self, verb: Callable[[float], list[Event]], position: int | None = None) -> None:
        """Ask the clock once, move the machine, and keep what happened before anybody sees it."""
        now = self._clock.seconds()
        events = verb(now)
        self._seen, self._seen_at = self._machine.snapshot(now), now
        self._notice(events)
        self._heard.hear(events, self._seen, now)
        self._keeping.keep(events, self._machine.position if position is None else position)
        if self.is_over:
            self._keeping.save(self._remember_what_was_met)

    def _notice(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, SetStarted):
                self._met.add(event.attempt.key.exercise)
                self._told = ""
            if isinstance(event, Paused) and event.reason is PauseReason.GAP:
                away = round(event.gap / self._clock.speed)
                self._told = _(
                    "The computer was away for {seconds} s. Nothing was counted meanwhile."
                ).format(seconds=away)

    def _remember_what_was_met(self) -> None:
        known = self._case.settings.met
        if new := tuple(sorted(self._met.difference(known))):
            self._case.save(replace(self._case.settings, met=known + new))
