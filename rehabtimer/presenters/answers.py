"""The answers about pain that are given before a session."""

from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.presenters.case import Case


class Answers:
    """Keeps each answer; a second one to the same question takes the place of the first.

    Until the session itself is kept they are held back, since they refer to it.
    """

    def __init__(self, case: Case, session: str, *, held: bool = False) -> None:
        """`held` if the session is not kept yet."""
        self._case = case
        self._session = session
        self._is_held = held
        self._told: dict[tuple[Moment, Side], PainEntry] = {}

    def tell(self, moment: Moment, knee: Side, score: int) -> None:
        """Take an answer about a knee."""
        entry = PainEntry(
            id=new_id(),
            when=self._case.stamp,
            knee=knee,
            score=score,
            moment=moment,
            session=self._session,
        )
        before = self._told.get((moment, knee))
        self._told[moment, knee] = entry
        if self._is_held:
            return
        self._case.store.diary.add(entry)
        if before is not None:
            self._case.store.diary.remove(before.id)

    def release(self, *, session_kept: bool) -> None:
        """Keep what was held back; without its session if that never began."""
        if not self._is_held:
            return
        self._is_held = False
        for entry in self._told.values():
            kept = entry if session_kept else replace(entry, session=None)
            self._case.store.diary.add(kept)
