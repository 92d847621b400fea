"""How the knees felt, day after day."""

from collections.abc import Iterator
from datetime import date
from random import Random

from msgspec.structs import replace

from rehabtimer.core.pain import NO_PAIN, WORST_PAIN, Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, SessionRecord
from rehabtimer.demo.besides import key, stamp
from rehabtimer.demo.luck import HURTING, TIMES, Luck, is_flare
from rehabtimer.demo.made import DemoSession

HURT_REP = 6

_HURT_SCORE = 5
_SETTLES_IN = 24


class Knees:
    """Answers what is asked about the knees; the dice fall in the same order every time."""

    def __init__(self, start: date, story: Luck, dice: Random, *, hurts: bool) -> None:
        """Share the dice of the author; `hurts` is whether the one exercise does."""
        self._start, self._luck, self._dice, self._hurts = start, story, dice, hurts

    def answers(self, day: int, session: DemoSession | None) -> Iterator[PainEntry]:
        """Yield what is told about both knees; one of the answers of a day is its worst."""
        silent = day in self._luck.silent
        for knee in (Side.LEFT, Side.RIGHT):
            worst = self._worst(day, knee)
            if silent:
                continue
            yield self._answer(day, knee, self._less(worst), Moment.MORNING)
            if session is None:
                yield self._answer(day, knee, worst, Moment.EXTRA)
                continue
            early = self._dice.random() < 0.5
            before, after = (worst, self._less(worst)) if early else (self._less(worst), worst)
            yield self._answer(day, knee, before, Moment.BEFORE, session[0])
            yield self._answer(day, knee, after, Moment.AFTER, session[0])
        if day == self._luck.hurt and session and self._hurts:
            yield self._what_hurt(day, session)

    def _worst(self, day: int, knee: Side) -> int:
        """Left from 5 to 3 within four weeks, with a flare-up; right from 2 to 1.5."""
        settled = min(1.0, (day - 1) / _SETTLES_IN)
        if knee is Side.RIGHT:
            level = 2 - 0.5 * settled + self._dice.choice((-0.9, -0.4, 0.1, 0.4))
        else:
            level = 5 - 2 * settled + self._dice.choice((-1, -0.4, 0, 0, 0.4, 1))
            level += 3 if is_flare(day) else 0
        return min(WORST_PAIN, max(NO_PAIN, round(level)))

    def _less(self, worst: int) -> int:
        return max(NO_PAIN, worst - self._dice.choice((0, 1, 1, 2)))

    def _what_hurt(self, day: int, session: DemoSession) -> PainEntry:
        answer = self._answer(day, Side.LEFT, _HURT_SCORE, Moment.DURING, session[0])
        return replace(
            answer,
            exercise=HURTING,
            side=Side.LEFT,
            set=1,
            rep=HURT_REP,
            decision=Decision.SKIP_OPEN,
        )

    def _answer(
        self,
        day: int,
        knee: Side,
        score: int,
        moment: Moment,
        session: SessionRecord | None = None,
    ) -> PainEntry:
        when = stamp(self._start, day, TIMES[moment])
        if session and session.ended_at and moment is Moment.AFTER:
            when = replace(when, at=session.ended_at)
        return PainEntry(
            id=key(self._dice),
            when=when,
            knee=knee,
            score=score,
            moment=moment,
            session=session.id if session else None,
        )
