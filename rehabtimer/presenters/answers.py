"""The answers about pain that are given around one session."""

from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.timeline import Step
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
        self._told: dict[tuple[Moment, Side | None], PainEntry] = {}

    def tell(self, moment: Moment, knee: Side, score: int, place: Step | None = None) -> None:
        """Take an answer about a knee, with the place in the session that it is about.

        What hurts at a place is one question, whichever knee is meant in the end.
        """
        entry = PainEntry(
            id=new_id(),
            when=self._case.stamp,
            knee=knee,
            score=score,
            moment=moment,
            session=self._session,
            exercise=place.exercise if place else None,
            side=place.side if place else None,
            set=place.set if place else None,
            rep=place.rep if place else None,
        )
        question = (moment, None if place else knee)
        before = self._told.get(question)
        self._told[question] = entry
        if self._is_held:
            return
        self._case.store.diary.add(entry)
        if before is not None:
            self._case.store.diary.remove(before.id)

    def close(self, moment: Moment) -> None:
        """Let the next answer of this kind stand beside the last one, not in its place."""
        self._told = {key: entry for key, entry in self._told.items() if key[0] is not moment}

    def release(self, *, session_kept: bool) -> None:
        """Keep what was held back; without its session if that never began."""
        if not self._is_held:
            return
        self._is_held = False
        for entry in self._told.values():
            kept = entry if session_kept else replace(entry, session=None)
            self._case.store.diary.add(kept)
