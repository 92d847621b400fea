"""Keeps a session's events in the history, and holds on to what the disk refuses."""

from collections.abc import Callable

from rehabtimer.core.errors import UserError
from rehabtimer.core.events import Event
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.records import SessionRecord, planned_sets
from rehabtimer.core.text import _
from rehabtimer.presenters.answers import Answers
from rehabtimer.presenters.case import Case

_TRY_AGAIN_AFTER = 10.0  # real seconds after the disk refused


class SessionKeeping:
    """Writes each change as it comes; a session that never began leaves nothing behind.

    `problem` says in one sentence that something is not saved yet; "" once it is.
    """

    def __init__(self, case: Case, record: SessionRecord, answers: Answers, *, is_kept: bool):
        """`is_kept` says that the history has this session already."""
        self._case = case
        self._record = record
        self._answers = answers
        self._unsaved: list[Event] = []
        self._changed: Prescription | None = None
        self._besides: list[Callable[[], None]] = []
        self._try_again_at = 0.0
        self.is_kept = is_kept
        self.problem = ""

    def keep(
        self, events: list[Event], position: int, prescription: Prescription | None = None
    ) -> None:
        """Write new events, or, after a while, those that were refused.

        A `prescription` is what the session consists of from now on.
        """
        self._unsaved += events
        self._changed = prescription or self._changed
        is_news = bool(events) or prescription is not None
        is_time = self._case.clock.seconds() >= self._try_again_at
        is_waiting = bool(self._unsaved or self._changed or self._besides)
        if is_waiting and (is_news or is_time):
            self.keep_all(position)

    def keep_besides(self, write: Callable[[], None], position: int) -> bool:
        """Write something that goes with the session; where the disk refuses, with the events."""
        self._besides.append(write)
        return self.keep_all(position)

    def keep_all(self, position: int) -> bool:
        """Write all that is not written yet, and return whether the disk took it."""
        return self.save(lambda: self._write(position))

    def mark_left(self) -> bool:
        """Write that the session was left, and return whether the disk took it."""
        history = self._case.store.history
        return self.save(lambda: history.leave(self._record.id, self._case.stamp))

    def save(self, write: Callable[[], None]) -> bool:
        """Write, and return whether the disk took it; a refusal is told until it does."""
        clock = self._case.clock
        try:
            write()
        except UserError as error:
            self.problem = _("Not saved yet: {problem}").format(problem=error)
            self._try_again_at = clock.seconds() + _TRY_AGAIN_AFTER * clock.speed
            return False
        self.problem = ""
        return True

    def _write(self, position: int) -> None:
        history, record = self._case.store.history, self._record
        if not self.is_kept:
            history.begin(record, planned_sets(record.id, record.prescription))
            self.is_kept = True
            self._answers.release(session_kept=True)
        history.keep(record.id, self._unsaved, position, self._case.stamp, self._changed)
        self._unsaved, self._changed = [], None
        while self._besides:
            self._besides[0]()
            del self._besides[0]
