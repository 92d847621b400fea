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

    def answer(self, moment: Moment, knee: Side, score: int) -> None:
        """Keep an answer; a second one to the same question takes the place of the first."""
        diary, today, after = self._case.store.diary, self._case.today, self._after()
        before = [
            entry
            for entry in diary.entries(today, today)
            if entry.moment is moment and entry.knee is knee
        ]
        diary.add(
            PainEntry(
                id=new_id(),
                when=self._case.stamp,
                knee=knee,
                score=score,
                moment=moment,
                session=after.id if after and moment is Moment.LATER else None,
            )
        )
        for entry in before:
            diary.remove(entry.id)

    def _about(
        self, asked: tuple[Side, ...], moment: Moment, texts: tuple[str, ...]
    ) -> tuple[PainQuestion, ...]:
        today = self._case.today
        given = {
            entry.knee: entry.score
            for entry in self._case.store.diary.entries(today, today)
            if entry.moment is moment
        }
        return tuple(
            PainQuestion(knee, text, given.get(knee), moment)
            for knee, text in zip(asked, texts, strict=True)
        )

    def _after(self) -> SessionRecord | None:
        """Return today's last session if it ended an hour ago or somewhat longer."""
        now, today = self._case.clock.now(), self._case.today
        ended = [s for s in self._case.store.history.sessions(today, today) if s.ended_at]
        if not ended or ended[-1].ended_at is None:
            return None
        return ended[-1] if _AN_HOUR <= now - ended[-1].ended_at < _TOO_LATE else None

    def _is_morning(self) -> bool:
        """Whether it is before noon on the day after a session."""
        if self._case.clock.now().hour >= NOON:
            return False
        yesterday = self._case.today - timedelta(days=1)
        return bool(self._case.store.history.session_days(yesterday, yesterday))
