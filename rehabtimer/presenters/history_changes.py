"""The changes that were made to past sessions by hand, and the way back from each of them."""

from collections.abc import Sequence

from rehabtimer.core.records import PainEntry, SessionRecord, SetRecord, Source
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.changes import Changes

_Kept = tuple[SessionRecord, list[SetRecord], list[PainEntry]]


class HistoryChanges(Changes):
    """Writes sessions. A way back is closed while its session is other than it was made."""

    def __init__(self, case: Case) -> None:
        """Start with nothing to undo."""
        super().__init__()
        self._case = case

    def put(
        self, text: str, record: SessionRecord, rows: Sequence[SetRecord], told: list[PainEntry]
    ) -> None:
        """Keep a session with all its answers, an earlier state of it or a new one."""
        past, before = self._case.store.past, self._read(record.id)
        past.put(record, rows, told)
        self.remember(
            text,
            lambda: past.put(*before) if before else past.take_back(record.id),
            lambda: self._read(record.id),
        )

    def remove(self, text: str, session: str) -> None:
        """Delete a session.

        What was told and skipped in one that was timed stays in the diary; the answers of one that
        was added by hand came with it, and go with it.
        """
        store, before = self._case.store, self._read(session)
        if before is None:
            return
        skips = store.skips.of_session(session)
        if before[0].source is Source.ADDED:
            store.past.take_back(session)
            self.remember(text, lambda: store.past.put(*before, skips), lambda: self._read(session))
        else:
            store.history.remove(session)
            self.remember(
                text,
                lambda: store.history.bring_back(*before, skips),
                lambda: self._read(session),
            )

    def _read(self, session: str) -> _Kept | None:
        store = self._case.store
        record = store.history.session(session)
        if record is None:
            return None
        return record, store.history.sets(session), store.diary.of_session(session)
