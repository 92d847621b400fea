"""The questions that Today asks: an hour after a session, and on the morning after one."""

from datetime import timedelta

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, SessionRecord, new_id
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import PainQuestion
from rehabtimer.presenters.questions import questions_an_hour_later, questions_this_morning
from rehabtimer.presenters.wording import knees

NOON = 12

_AN_HOUR, _TOO_LATE = timedelta(minutes=60), timedelta(hours=4)


class TodayQuestions:
    """Asks about each knee; an answer given stays in sight, and can be changed."""

    def __init__(self, case: Case) -> None:
        """Ask for one case."""
        self._case = case

    def questions(self) -> tuple[PainQuestion, ...]:
        """Return what is asked at this moment."""
        asked = knees(self._case.settings.affected)
        found: tuple[PainQuestion, ...] = ()
        if self._after():
            found += self._about(asked, Moment.LATER, questions_an_hour_later(asked))
        if self._is_morning():
            found += self._about(asked, Moment.MORNING, questions_this_morning(asked))
        return found

    def seconds_to_next(self) -> float | None:
        """Return real seconds until the question an hour after a session is due, if one will be."""
        ended = self._ended()
        if ended is None or ended.ended_at is None:
            return None
        left = (ended.ended_at + _AN_HOUR - self._case.clock.now()).total_seconds()
        return left if left > 0 else None

    def answer(self, moment: Moment, knee: Side, score: int) -> None:
        """Keep an answer; a second one to the same question takes the place of the first."""
        diary, before = self._case.store.diary, self._given(moment)
        diary.add(
            PainEntry(
                id=new_id(),
                when=self._case.stamp,
                knee=knee,
                score=score,
                moment=moment,
                session=self._session_of(moment),
            )
        )
        for entry in before:
            if entry.knee is knee:
                diary.remove(entry.id)

    def _about(
        self, asked: tuple[Side, ...], moment: Moment, texts: tuple[str, ...]
    ) -> tuple[PainQuestion, ...]:
        given = {entry.knee: entry.score for entry in self._given(moment)}
        return tuple(
            PainQuestion(knee, text, given.get(knee), moment)
            for knee, text in zip(asked, texts, strict=True)
        )

    def _given(self, moment: Moment) -> list[PainEntry]:
        """Return today's answers; an hour after a session, those about that session."""
        today, session = self._case.today, self._session_of(moment)
        return [
            entry
            for entry in self._case.store.diary.entries(today, today)
            if entry.moment is moment and entry.session == session
        ]

    def _session_of(self, moment: Moment) -> str | None:
        ended = self._ended() if moment is Moment.LATER else None
        return ended.id if ended else None

    def _after(self) -> SessionRecord | None:
        """Return today's last session if it ended an hour ago or somewhat longer."""
        ended = self._ended()
        if ended is None or ended.ended_at is None:
            return None
        passed = self._case.clock.now() - ended.ended_at
        return ended if _AN_HOUR <= passed < _TOO_LATE else None

    def _ended(self) -> SessionRecord | None:
        today = self._case.today
        ended = [s for s in self._case.store.history.sessions(today, today) if s.ended_at]
        return ended[-1] if ended else None

    def _is_morning(self) -> bool:
        """Whether it is before noon on the day after a session."""
        if self._case.clock.now().hour >= NOON:
            return False
        yesterday = self._case.today - timedelta(days=1)
        return bool(self._case.store.history.session_days(yesterday, yesterday))
