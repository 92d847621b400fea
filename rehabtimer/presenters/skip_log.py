"""What the records say about exercises that are off: which skip stands, and how trying went."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from rehabtimer.core.pain import PainLimits
from rehabtimer.core.records import Skip
from rehabtimer.insights.trying_again import may_try_again, tries
from rehabtimer.presenters.skipped import Tried

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store


class SkipLog:
    """Looks up one course's skips; each exercise is read when it is first asked about."""

    def __init__(self, store: "Store", course: str, today: date, limits: PainLimits) -> None:
        """Look at the records as they are today."""
        self._store = store
        self._today = today
        self._limits = limits
        self._standing = store.skips.standing(course)

    def standing(self, exercise: str) -> Skip | None:
        """Return the skip because of which an exercise is off."""
        return self._standing.get(exercise)

    def tried(self, exercise: str) -> tuple[Tried, ...]:
        """Return every time that an exercise was tried again, oldest first."""
        store = self._store
        skips = store.skips.all(exercise)
        if not any(skip.tried_on for skip in skips):
            return ()  # what was done of it takes long to read
        found = tries(
            skips,
            store.history.exercise_days(exercise),
            store.diary.about(exercise),
        )
        return tuple(
            Tried(on=one.on, worst=one.worst, hurt=one.hurt, done=one.done) for one in found
        )

    def may_try_again(self, exercise: str) -> bool:
        """Whether the person's own limit of calm days is reached for an exercise."""
        skip = self.standing(exercise)
        if skip is None:
            return False
        since = self._today - timedelta(days=self._limits.calm_days)
        daily = self._store.diary.daily_worst(since, self._today)
        return may_try_again(skip, daily, self._today, self._limits)
