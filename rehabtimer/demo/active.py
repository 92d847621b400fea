"""What somebody does beside the programme: runs that grow, and other exercise now and then.

It has dice of its own, and a day's worst pain is never more for it.
"""

from collections.abc import Iterator
from datetime import date, time
from random import Random

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.text import _
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.demo.besides import key, stamp
from rehabtimer.demo.luck import Luck, is_sore

_FIRST_RUN = 4  # a programme day
_MINUTES, _MORE, _MOST = 16.0, 0.9, 45.0  # of a run: the first, each one after it, the longest
_AGAIN = 0.6  # of what it was before a flare-up
_PACE = 145.0  # metres a minute, which is easy
_NOON = time(12, 30)
_EARLY = time(7, 45)
_LATE = time(20, 30)
_OTHERS = (Sport.CYCLING, Sport.YOGA, Sport.WALKING, Sport.SWIMMING, Sport.YOGA, Sport.CYCLING)
_MINUTES_OF = {
    Sport.CYCLING: (30, 60),
    Sport.WALKING: (25, 60),
    Sport.SWIMMING: (20, 35),
    Sport.YOGA: (15, 30),
    Sport.ROLLING: (5, 10),
}
_METRES_A_MINUTE = {Sport.CYCLING: 280, Sport.WALKING: 80, Sport.SWIMMING: 30}


class Active:
    """Goes for a run every second to fourth day, shorter after a flare-up, and not during one."""

    def __init__(self, seed: int, start: date, story: Luck) -> None:
        """Begin with short runs."""
        self._dice = Random(f"{seed} active")  # noqa: S311 - for a story, not for a secret
        self._start, self._luck = start, story
        self._next, self._minutes, self._was_sore = _FIRST_RUN, _MINUTES, False

    def workouts(self, day: int) -> list[Workout]:
        """Return what was done on a day, in its order."""
        self._was_sore = self._was_sore or is_sore(day)
        if is_sore(day) or day < self._next:
            return self._gentle(day)
        if self._was_sore:
            self._minutes, self._was_sore = self._minutes * _AGAIN, False
        run = self._run(day)
        self._next = day + self._dice.choice((2, 2, 3, 3, 4))
        rolled = self._dice.random() < 0.4
        return [run, self._other(day, Sport.ROLLING, _LATE)] if rolled else [run]

    def told(self, workouts: list[Workout], answers: list[PainEntry]) -> Iterator[PainEntry]:
        """Yield how the knees were on some of the runs; `answers` are the others of the day."""
        for run in workouts:
            if run.sport is Sport.RUNNING and answers and self._dice.random() < 0.7:
                yield self._answer(run, Side.LEFT, answers)
                if self._dice.random() < 0.3:
                    yield self._answer(run, Side.RIGHT, answers)

    def _run(self, day: int) -> Workout:
        minutes = round(self._minutes)
        self._minutes = min(_MOST, self._minutes + _MORE)
        pace = _PACE * self._dice.uniform(0.985, 1.015)
        note = _run_notes()[day % len(_run_notes())] if self._dice.random() < 0.2 else ""
        return Workout(
            id=key(self._dice),
            when=stamp(self._start, day, _NOON),
            sport=Sport.RUNNING,
            minutes=minutes,
            metres=int(round(minutes * pace, -2)),
            warmed_up=self._dice.random() < 0.8,
            note=note,
        )

    def _gentle(self, day: int) -> list[Workout]:
        """Do something else on about every fourth day without a run."""
        if self._dice.random() >= 0.27:
            return []
        sport = self._dice.choice(_OTHERS)
        return [self._other(day, sport, _EARLY if sport is Sport.YOGA else _NOON)]

    def _other(self, day: int, sport: Sport, hour: time) -> Workout:
        low, high = _MINUTES_OF[sport]
        minutes = self._dice.randint(low, high)
        metres = round(minutes * _METRES_A_MINUTE.get(sport, 0) * self._dice.uniform(0.9, 1.1), -2)
        return Workout(
            id=key(self._dice),
            when=stamp(self._start, day, hour),
            sport=sport,
            minutes=minutes,
            metres=int(metres) or None,
        )

    def _answer(self, run: Workout, knee: Side, answers: list[PainEntry]) -> PainEntry:
        """Say how a knee was after a run: no worse than at any other time of the day."""
        others = (e.score or 0 for e in answers if e.knee is knee and not e.exercise)
        worst = max(others)
        return PainEntry(
            id=key(self._dice),
            when=run.when,
            knee=knee,
            score=max(0, worst - self._dice.choice((0, 1, 1, 2))),
            moment=Moment.EXTRA,
            activity=Activity.RUNNING,
            workout=run.id,
        )


def _run_notes() -> tuple[str, ...]:
    return (
        _("Flat round by the river, easy all the way"),
        _("Walked the last bit"),
        _("Soft ground in the park"),
    )
