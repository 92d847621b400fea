"""How the days of a made-up history went, before anything is written down."""

from datetime import UTC, time
from random import Random
from typing import NamedTuple

from rehabtimer.core.pain import Moment

HURTING = "step-up"  # hurt on a day, and is skipped since
TRIED = "wall-slide"  # was skipped for a while, and tried again

EVENING = time(18, 10, tzinfo=UTC)
TIMES = {
    Moment.MORNING: time(7, 30, tzinfo=UTC),
    Moment.BEFORE: time(18, 9, tzinfo=UTC),
    Moment.DURING: time(18, 25, tzinfo=UTC),
    Moment.AFTER: EVENING,
    Moment.EXTRA: time(20, 0, tzinfo=UTC),
}

_HURT_ON = 12
_FLARE_EVERY, _FLARE, _SETTLED = 60, (23, 24), 28
_SKIPPED_FROM, _TRIED_FROM = 3, 17


class Luck(NamedTuple):
    """How the days before today went; days are programme days, from 1, and 0 is never.

    `skipped` and `tried` are the days on which the other exercise was skipped and done again.
    """

    days: int
    missed: frozenset[int]
    partial: frozenset[int]
    silent: frozenset[int]  # nothing was logged
    hurt: int
    skipped: int
    tried: int

    def is_away(self, day: int) -> bool:
        """Whether the other exercise was skipped on that day."""
        return self.skipped < day < self.tried


def is_flare(day: int) -> bool:
    """Whether the left knee hurt much more on that day."""
    return day % _FLARE_EVERY in _FLARE


def is_sore(day: int) -> bool:
    """Whether it hurt much more on that day, or had lately: no day for a run."""
    return _FLARE[0] <= day % _FLARE_EVERY <= _SETTLED


def luck(days: int, dice: Random) -> Luck:
    """Keep yesterday whole, so that there is something to ask about this morning."""
    hurt = min(_HURT_ON, days - 1)
    usual = [day for day in range(1, days - 1) if day != hurt]
    missed = _some(usual, days // 9, days - 3, dice)
    kept = [day for day in usual if day not in missed]
    partial = _some(kept, round(days / 12) - 1, days - 2, dice)
    silent = _some(usual, days // 6, 0, dice)
    whole = [day for day in range(1, days) if day not in missed | partial | {hurt}]
    before = [day for day in whole if _SKIPPED_FROM <= day < hurt and day not in silent]
    since = [day for day in whole if day >= _TRIED_FROM]
    skipped, tried = (before[0], since[0]) if before and since else (0, 0)
    return Luck(days, missed, partial | {hurt}, silent, hurt, skipped, tried)


def _some(days: list[int], count: int, wanted: int, dice: Random) -> frozenset[int]:
    """Pick `count` days, the wanted one first if it can be had."""
    first = [day for day in days if day == wanted][:count]
    others = [day for day in days if day not in first]
    return frozenset(first + dice.sample(others, min(max(0, count - len(first)), len(others))))
