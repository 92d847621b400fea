"""The last change that was made to past sessions by hand, and the way back from it."""

from collections.abc import Callable, Sequence

from rehabtimer.core.records import PainEntry, SessionRecord, SetRecord
from rehabtimer.presenters.case import Case

_Kept = tuple[SessionRecord, list[SetRecord], list[PainEntry]]


class HistoryChanges:
    """Writes one change at a time. The way back is closed once that session changes otherwise."""

    def __init__(self, case: Case) -> None:
        """Start with nothing to undo."""
        self._case = case
        self._text = self._session = ""
        self._after: _Kept | None = None
        self._back: Callable[[], object] | None = None

    @property
    def text(self) -> str:
        """What would be undone, or an empty text."""
        return self._text if self._is_last else ""

    def put(
        self, text: str, record: SessionRecord, rows: Sequence[SetRecord], told: list[PainEntry]
    ) -> None:
        """Keep a session with all its answers, an earlier state of it or a new one."""
        past, before = self._case.store.past, self._read(record.id)
        past.put(record, rows, told)
        if before is None:
            self._remember(text, record.id, lambda: past.take_back(record.id))
        else:
            self._remember(text, record.id, lambda: past.put(*before))

    def remove(self, text: str, session: str) -> None:
        """Delete a session; what was told and skipped in it stays in the diary."""
        history, before = self._case.store.history, self._read(session)
        if before is None:
            return
        skips = self._case.store.skips.of_session(session)
        history.remove(session)
        self._remember(text, session, lambda: history.bring_back(*before, skips))

    def take_back(self) -> None:
        """Put everything back to how it was before the last change."""
        if self._back is not None and self._is_last:
            self._back()
        self._back, self._text = None, ""

    @property
    def _is_last(self) -> bool:
        return self._back is not None and self._read(self._session) == self._after

    def _remember(self, text: str, session: str, back: Callable[[], object]) -> None:
        self._text, self._session, self._back = text, session, back
        self._after = self._read(session)

    def _read(self, session: str) -> _Kept | None:
        store = self._case.store
        record = store.history.session(session)
        if record is None:
            return None
        return record, store.history.sets(session), store.diary.of_session(session)
