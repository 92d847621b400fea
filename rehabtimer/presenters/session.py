"""Runs one session: asks the clock, keeps every rep before it is shown, says what is seen."""

from collections.abc import Callable

from msgspec.structs import replace

from rehabtimer.core.cues import FASTEST_COUNTED, Countdown, Cue, cues_for
from rehabtimer.core.errors import UserError
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
    planned_sets,
)
from rehabtimer.core.route import Route
from rehabtimer.core.session import GAP_SECONDS, Session
from rehabtimer.core.snapshot import State
from rehabtimer.core.text import _
from rehabtimer.core.timeline import Timeline, compile_timeline, totals, waits
from rehabtimer.presenters.answers import Answers
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.session_frame import SessionFrame, SessionWords

_TRY_AGAIN_AFTER = 10.0  # real seconds after the disk refused


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
        self._words = SessionWords(case.programme, record.prescription, _shares(timeline))
        met = frozenset(case.settings.met)
        unfamiliar = frozenset() if automatic else frozenset(e.exercise for e in timeline) - met
        self._machine = Session(
            timeline,
            waits=waits(timeline, Wait.NEVER if automatic else case.settings.wait, unfamiliar),
            gap=GAP_SECONDS * self._clock.speed,
            progress=Progress(timeline, [row.attempted for row in rows] if rows else ()),
            position=record.position,
        )
        self._resumed = rows is not None
        self._unsaved: list[Event] = []
        self._refusal = ""
        self._try_again_at = 0.0
        self._countdown = Countdown(self._clock.speed)
        self._cues: list[Cue] = []
        self.is_kept = is_kept
        self._answers = Answers(case, record.id, held=not is_kept)
        self._met = set(case.settings.met)
        self.notice = ""

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
    def is_running(self) -> bool:
        """Whether the clock runs."""
        return self._machine.state in (State.RUNNING, State.COUNT_IN)

    @property
    def knees(self) -> Side:
        """The knee, or both, that this session is about."""
        return self.record.prescription.affected

    @property
    def sore_knee(self) -> Side:
        """The knee that pain most likely means: the affected one, else the one at work."""
        side = self._machine.step.side
        return side if self.knees is Side.BOTH else self.knees

    def start(self) -> None:
        """Start the clock and keep the planned sets; an interrupted session is counted in."""
        prepare = self.record.prescription.timing.prepare if self._resumed else 0.0
        self._keep(self._machine.start(self._clock.seconds(), count_in=prepare))

    def tick(self) -> None:
        """Let the time pass that has passed."""
        self._keep(self._machine.tick(self._clock.seconds()))

    def seconds_to_boundary(self) -> float | None:
        """Return real seconds until something ends on its own; None while the clock stands."""
        snapshot = self._machine.snapshot(self._clock.seconds())
        left = snapshot.count_in if snapshot.state is State.COUNT_IN else snapshot.remaining
        return left / self._clock.speed if self.is_running else None

    def toggle(self) -> None:
        """Pause, or go on."""
        verb = self._machine.pause if self.is_running else self._machine.resume
        self._keep(verb(self._clock.seconds()))

    def pause(self) -> None:
        """Stop the clock."""
        self._keep(self._machine.pause(self._clock.seconds()))

    def skip(self) -> None:
        """Leave the set or pause at hand for what follows."""
        self._keep(self._machine.skip(self._clock.seconds()))

    def back(self) -> None:
        """Return to the start of the set or pause at hand, or to the one before."""
        self._keep(self._machine.back(self._clock.seconds()))

    def skip_exercise(self) -> None:
        """Skip what is left of the exercise."""
        self._keep(self._machine.skip_exercise(self._clock.seconds()))

    def back_exercise(self) -> None:
        """Return to the start of the exercise, or to the one before."""
        self._keep(self._machine.back_exercise(self._clock.seconds()))

    def go_to(self, place: int) -> None:
        """Go to another exercise, from 0; a skipped one is taken up again."""
        self._keep(self._machine.go_to(place, self._clock.seconds()))

    def redo(self) -> None:
        """Do the set over."""
        self._keep(self._machine.redo(self._clock.seconds()))

    def finish_set(self) -> None:
        """Count the set as done with what was done; "up to" doses only, and not before a rep."""
        if self.frame().can_finish:
            self._keep(self._machine.finish_set(self._clock.seconds()))

    def add_time(self, seconds: float) -> None:
        """Make the step at hand longer, or shorter."""
        self._keep(self._machine.add_time(seconds, self._clock.seconds()))

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
        if self._save(lambda: self._keep_unsaved(at)) and self._save(self._mark_left):
            self._keep(self._machine.stop(self._clock.seconds()), at)

    def tell_pain(self, moment: Moment, knee: Side, score: int) -> None:
        """Keep one answer about one knee; what hurts during the session has its place."""
        place = self._machine.step if moment is Moment.DURING else None
        self._answers.tell(moment, knee, score, place)

    def close_question(self, moment: Moment) -> None:
        """Let the next answer of this kind stand beside the last one, not in its place."""
        self._answers.close(moment)

    def take_cues(self) -> list[Cue]:
        """Return what is to be heard by now, each cue once."""
        cues, self._cues = self._cues, []
        return cues

    @property
    def is_muted(self) -> bool:
        """Whether the person wants no tones."""
        return self._case.settings.muted

    def toggle_mute(self) -> None:
        """Turn the tones off or on, for good."""
        self._case.save(replace(self._case.settings, muted=not self.is_muted))

    def frame(self) -> SessionFrame:
        """Return what is to be seen now."""
        return self._words.frame(self._machine.snapshot(self._clock.seconds()))

    def _keep(self, events: list[Event], position: int | None = None) -> None:
        """Keep events before anybody is shown them; what cannot be kept now is tried again."""
        self._notice(events)
        if self._clock.speed <= FASTEST_COUNTED:  # faster, it would be noise
            now = self._machine.snapshot(self._clock.seconds())
            self._cues += cues_for(events, now) + self._countdown.tick(now)
        self._unsaved += events
        if self._unsaved and (events or self._clock.seconds() >= self._try_again_at):
            at = self._machine.position if position is None else position
            self._save(lambda: self._keep_unsaved(at))
        if self.is_over:
            self._save(self._remember_what_was_met)

    def _keep_unsaved(self, position: int) -> None:
        history = self._case.store.history
        if not self.is_kept:
            history.begin(self.record, planned_sets(self.record.id, self.record.prescription))
            self.is_kept = True
            self._answers.release(session_kept=True)
        history.keep(self.record.id, self._unsaved, position, self._case.stamp)
        self._unsaved = []

    def _mark_left(self) -> None:
        self._case.store.history.leave(self.record.id, self._case.stamp)

    def _save(self, write: Callable[[], None]) -> bool:
        """Write, and return whether the disk took it; a refusal is told until it does."""
        try:
            write()
        except UserError as error:
            self.notice = self._refusal = _("Not saved yet: {problem}").format(problem=error)
            self._try_again_at = self._clock.seconds() + _TRY_AGAIN_AFTER * self._clock.speed
            return False
        if self.notice == self._refusal:
            self.notice = ""
        return True

    def _notice(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, SetStarted):
                self._met.add(event.attempt.key.exercise)
                self.notice = ""
            if isinstance(event, Paused) and event.reason is PauseReason.GAP:
                away = round(event.gap / self._clock.speed)
                self.notice = _(
                    "The computer was away for {seconds} s. Nothing was counted meanwhile."
                ).format(seconds=away)

    def _remember_what_was_met(self) -> None:
        known = self._case.settings.met
        if new := tuple(sorted(self._met.difference(known))):
            self._case.save(replace(self._case.settings, met=known + new))


def _shares(timeline: Timeline) -> tuple[float, ...]:
    route, whole = Route(timeline), totals(timeline).seconds or 1.0
    spans = (route.place_span(place) for place in range(route.places))
    return tuple(route.seconds_between(*span) / whole for span in spans)
