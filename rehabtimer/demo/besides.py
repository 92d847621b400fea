"""What somebody keeps besides doing sessions and answering: notes, what hurt, what was skipped.

It has dice of its own, and a day's worst pain is never more for it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from msgspec.structs import replace

from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, Reach, Skip, Stamp
from rehabtimer.core.schedule import DAY_START_HOUR
from rehabtimer.core.text import _
from rehabtimer.demo.luck import TRIED, Luck, is_flare

_TRIED_SCORE, _TRIED_REP = 3, 8
_LATER_EVERY, _HOUR = 4, timedelta(hours=1)


class Besides:
    """Adds to the answers of a day, and says what was skipped on it."""

    def __init__(self, seed: int, start: date, story: Luck) -> None:
        """Begin with a key for the course."""
        self._dice = Random(f"{seed} besides")  # noqa: S311 - for a story, not for a secret
        self._start, self._luck = start, story
        self.course = key(self._dice)

    def told(self, day: int, answers: list[PainEntry], *, tried: bool) -> Iterator[PainEntry]:
        """Return the answers of a day, with what else was told on it, in no order."""
        activity = tuple(Activity)[day % len(Activity)]
        for entry in answers:
            if entry.knee is Side.LEFT and entry.moment is Moment.EXTRA:
                yield replace(entry, activity=activity, note=_notes()[activity])
            else:
                yield _with_note(entry, day)
            if entry.moment is Moment.AFTER and day % _LATER_EVERY == 0:
                yield self._later(entry)
        if tried and day == self._luck.skipped:
            yield self._went_on(answers)

    def skips(self, told: Iterable[PainEntry]) -> list[Skip]:
        """Return what was skipped on a day, because of what hurt on it."""
        return [self._skip(entry) for entry in told if entry.exercise]

    def _later(self, after: PainEntry) -> PainEntry:
        """An hour later it has settled, or is as it was."""
        when = replace(after.when, at=after.when.at + _HOUR)
        score = max(0, (after.score or 0) - self._dice.choice((0, 1, 1)))
        return replace(after, id=key(self._dice), when=when, score=score, moment=Moment.LATER)

    def _went_on(self, answers: list[PainEntry]) -> PainEntry:
        """It hurt a little and was done to its end; the evening brought second thoughts."""
        after = next(e for e in answers if e.knee is Side.LEFT and e.moment is Moment.AFTER)
        worst = max(e.score or 0 for e in answers if e.knee is Side.LEFT)
        return replace(
            after,
            id=key(self._dice),
            when=replace(after.when, at=after.when.at - _HOUR / 6),
            score=min(_TRIED_SCORE, worst),
            moment=Moment.DURING,
            exercise=TRIED,
            side=Side.BOTH,
            set=1,
            rep=_TRIED_REP,
            decision=Decision.GO_ON,
        )

    def _skip(self, entry: PainEntry) -> Skip:
        """What hurt more was skipped at once, the other one after the session."""
        is_tried = entry.exercise == TRIED
        later = replace(entry.when, at=entry.when.at + _HOUR)
        tried_on = self._start + timedelta(days=self._luck.tried - 1)
        return Skip(
            id=key(self._dice),
            when=later if is_tried else entry.when,
            course=self.course,
            exercise=entry.exercise or "",
            side=entry.side,
            score=entry.score,
            reason=OffReason.HURT,
            reach=Reach.OPEN,
            session=None if is_tried else entry.session,
            tried_on=tried_on if is_tried else None,
        )


def key(dice: Random) -> str:
    """Return a key as the program makes them, from these dice."""
    return str(UUID(int=dice.getrandbits(128), version=4))


def stamp(start: date, day: int, hour: time) -> Stamp:
    """Return a time of a programme day."""
    on = start + timedelta(days=day - 1)
    return Stamp.of(datetime.combine(on, hour), DAY_START_HOUR)


def _with_note(entry: PainEntry, day: int) -> PainEntry:
    """Say something on the first morning of a flare-up, and on the first one after it."""
    if entry.knee is Side.RIGHT or entry.moment is not Moment.MORNING:
        return entry
    before, now = is_flare(day - 1), is_flare(day)
    if before is now:
        return entry
    begins, ends = _("Stiff after a long day on the stairs at work"), _("Settling again")
    return replace(entry, note=begins if now else ends)


def _notes() -> dict[Activity, str]:
    return {
        Activity.STAIRS: _("Going down, with the shopping"),
        Activity.SQUATTING: _("Weeding in the garden"),
        Activity.SITTING: _("A long train ride"),
        Activity.RUNNING: _("To the bus and back"),
        Activity.OTHER: _("Got up from the floor"),
    }
