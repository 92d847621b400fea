"""A session's machine with all that follows it: the record, the words, the voice, the file."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from rehabtimer.core.events import Event
from rehabtimer.core.prescription import Prescription, Wait
from rehabtimer.core.progress import Progress
from rehabtimer.core.records import Reach, SessionRecord, SetRecord
from rehabtimer.core.session import GAP_SECONDS, Session
from rehabtimer.core.timeline import Timeline, compile_timeline, waits
from rehabtimer.presenters.answers import Answers
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.heard import Heard
from rehabtimer.presenters.session_frame import SessionFrame
from rehabtimer.presenters.session_keeping import SessionKeeping
from rehabtimer.presenters.session_notices import SessionNotices
from rehabtimer.presenters.session_words import SessionWords, shares_of
from rehabtimer.presenters.speech import Speech

Verb = Callable[[float], list[Event]]


class UnderWay:
    """Moves the machine, and keeps what happened before anybody sees it.

    What the session consists of may change under way: then the steps are compiled anew, and the
    words and the voice go by them.
    """

    def __init__(
        self,
        case: Case,
        record: SessionRecord,
        answers: Answers,
        *,
        rows: list[SetRecord],
        is_kept: bool,
        automatic: bool,
    ) -> None:
        """`rows` are the sets of a session that was interrupted, which `is_kept`."""
        self._case = case
        self._clock = case.clock
        self._is_automatic = automatic
        self.notices = SessionNotices(case.settings.met, self._clock.speed)
        self.keeping = SessionKeeping(case, record, answers, is_kept=is_kept)
        timeline = self._take_in(record)
        self.heard = Heard(case.settings, self._speech(), self._clock.speed)
        self.machine = self._machine_at(timeline, rows)
        self._look(self._clock.seconds())

    def do(
        self,
        verb: Verb,
        position: int | None = None,
        prescription: Prescription | None = None,
    ) -> list[Event]:
        """Ask the clock once, move the machine, keep what happened, and return it."""
        now = self._clock.seconds()
        events = verb(now)
        self._look(now)
        self.notices.hear(events)
        self.heard.hear(events, self.seen, now)
        at = self.machine.position if position is None else position
        self.keeping.keep(events, at, prescription)
        return events

    def adapt(
        self, prescription: Prescription, verb: Callable[[Session, Timeline, float], list[Event]]
    ) -> None:
        """Let the session consist of something else from here on; `verb` moves the machine."""
        timeline = self._take_in(replace(self.record, prescription=prescription))
        self.heard.follow(self._speech())
        self.do(partial(verb, self.machine, timeline), prescription=prescription)

    def keep_all(self) -> bool:
        """Write what is not written yet, and return whether the disk took it."""
        return self.keeping.keep_all(self.machine.position)

    def keep_besides(self, write: Callable[[], None]) -> bool:
        """Write something that goes with the session, now or as soon as the disk takes it."""
        return self.keeping.keep_besides(write, self.machine.position)

    def stand_again(self, record: SessionRecord) -> None:
        """Stand, paused, where a session stood when it was kept as `record`."""
        rows = self._case.store.history.sets(record.id)
        self.machine = self._machine_at(self._take_in(record), rows)
        self.heard.follow(self._speech())
        self.do(self.machine.start)
        self.do(self.machine.pause)

    def frame(self, undo_text: str = "") -> SessionFrame:
        """Return what was to be seen when the clock was last asked."""
        muted = self._case.settings.muted
        said = "" if muted else self.heard.said(self.seen, self.seen_at)
        return self._words.frame(self.seen, said, undo_text)

    def _look(self, now: float) -> None:
        self.seen, self.seen_at = self.machine.snapshot(now), now

    def _take_in(self, record: SessionRecord) -> Timeline:
        """Make a record the one at hand, and return its steps."""
        self.record = record
        items = record.prescription.exercises
        self._exercises = [self._case.exercise(item.exercise) for item in items]
        timeline = compile_timeline(record.prescription)
        self._words = SessionWords(self._exercises, record.prescription, shares_of(timeline))
        return timeline

    def _speech(self) -> Speech:
        count, speed = self._case.settings.sound.count, self._clock.speed
        return Speech(self._exercises, self.record.prescription, count, speed)

    def _declined(self, timeline: Timeline) -> set[int]:
        """Return the exercises, by place, that were skipped in this session because they hurt."""
        skips = self._case.store.skips.of_session(self.record.id)
        hurt = {skip.exercise for skip in skips if skip.reach is not Reach.SIDE}
        return {step.place for step in timeline if step.exercise in hurt}

    def _machine_at(self, timeline: Timeline, rows: list[SetRecord]) -> Session:
        settings, automatic = self._case.settings, self._is_automatic
        new = frozenset(step.exercise for step in timeline) - self.notices.met
        return Session(
            timeline,
            waits=waits(
                timeline,
                Wait.NEVER if automatic else settings.wait,
                frozenset() if automatic else new,
            ),
            gap=GAP_SECONDS * self._clock.speed,
            progress=Progress(
                timeline, [row.attempted for row in rows], declined=self._declined(timeline)
            ),
            position=self.record.position,
        )
