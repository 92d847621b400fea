"""What the pain diary comes to, week by week; days without an answer stay gaps."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from rehabtimer.core.pain import NO_PAIN
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain
from rehabtimer.core.schedule import DAYS_A_WEEK, Plan

# Below this many days a week's median says little, and nothing is concluded from it.
ENOUGH_DAYS = 3

# From the first to the last day; in less than two weeks there is no change to speak of.
_ENOUGH_LENGTH = 2 * DAYS_A_WEEK

# What was logged this many days ago or more is not how it is now.
LONG_AGO = 2 * DAYS_A_WEEK

# The smallest change in worst pain, of 10, that patients call important: Crossley et al. 2004,
# Arch Phys Med Rehabil 85:815.
IMPORTANT_CHANGE = 2


class LoggedDay(Struct, frozen=True):
    """The worst pain of a programme day (from 1), 0 to 10."""

    day: int
    score: int


class PainWeek(Struct, frozen=True):
    """The median of the worst pain of those days of a programme week that were logged."""

    week: int
    days: int
    median: float

    @property
    def is_thin(self) -> bool:
        """Whether too few days were logged to conclude anything."""
        return self.days < ENOUGH_DAYS


class PainChange(Struct, frozen=True):
    """How many points of pain lie between two weeks; below 0 is less pain."""

    knee: Side
    points: float
    from_week: int
    to_week: int


class KneePain(Struct, frozen=True):
    """One knee over the programme: its logged days, and its weeks that have any, in order."""

    knee: Side
    days: tuple[LoggedDay, ...] = ()
    weeks: tuple[PainWeek, ...] = ()

    def within(self, first: int, last: int) -> "KneePain":
        """Return what was logged in the weeks from one to another, both included."""
        days = range((first - 1) * DAYS_A_WEEK + 1, last * DAYS_A_WEEK + 1)
        return KneePain(
            self.knee,
            tuple(day for day in self.days if day.day in days),
            tuple(week for week in self.weeks if first <= week.week <= last),
        )

    @property
    def baseline(self) -> PainWeek | None:
        """The week that others are compared with: the first one that is not thin."""
        return next((week for week in self.weeks if not week.is_thin), None)

    @property
    def latest(self) -> PainWeek | None:
        """The last week that is not thin."""
        return next((week for week in reversed(self.weeks) if not week.is_thin), None)

    @property
    def latest_day(self) -> int | None:
        """The last day that was logged in the latest week."""
        if self.latest is None:
            return None
        end = self.latest.week * DAYS_A_WEEK
        return max(day.day for day in self.days if day.day <= end)

    @property
    def important_below(self) -> float | None:
        """Two points below the baseline: the change that patients call important.

        None without a baseline, and where the pain was too low to fall that far. Source:
        Crossley et al. 2004, Arch Phys Med Rehabil 85:815.
        """
        if self.baseline is None or self.baseline.median < NO_PAIN + IMPORTANT_CHANGE:
            return None
        return self.baseline.median - IMPORTANT_CHANGE

    @property
    def change(self) -> PainChange | None:
        """The latest week against the baseline; None until two weeks are not thin."""
        first, last = self.baseline, self.latest
        if first is None or last is None or first.week == last.week:
            return None
        return PainChange(self.knee, last.median - first.median, first.week, last.week)


def told_change(pain: KneePain, today: int) -> PainChange | None:
    """Return the change of a knee, once two weeks have gone by since the first day that it counts.

    `today` is a programme day.
    """
    first = pain.baseline
    if first is None:
        return None
    begun = next(day.day for day in pain.days if day.day > (first.week - 1) * DAYS_A_WEEK)
    return pain.change if today - begun + 1 >= _ENOUGH_LENGTH else None


def knee_pain(pain: Iterable[DailyPain], plan: Plan, knee: Side) -> KneePain:
    """Sum up one knee from the first day of the plan on; days after its end count too.

    Paused days are no days of the programme: what was logged on them stands in the diary alone.
    """
    worst: dict[int, int] = {}
    for entry in pain:
        if entry.knee is not knee and entry.knee is not Side.BOTH:
            continue
        day = plan.day(entry.day)
        if day >= 1 and not plan.is_paused(entry.day):
            worst[day] = max(entry.score, worst.get(day, NO_PAIN))
    days = tuple(LoggedDay(day, worst[day]) for day in sorted(worst))
    return KneePain(knee, days, _weeks(days))


def logged_knees(pain: Sequence[DailyPain], plan: Plan) -> tuple[KneePain, ...]:
    """Sum up each knee that has a logged day: the left one, then the right one."""
    knees = (knee_pain(pain, plan, knee) for knee in (Side.LEFT, Side.RIGHT))
    return tuple(knee for knee in knees if knee.days)


def median(scores: Sequence[float]) -> float:
    """Return the middle of the sorted scores, or the mean of the middle two; at least one score."""
    ordered = sorted(scores)
    half = len(ordered) // 2
    return (ordered[half] + ordered[-half - 1]) / 2


def _weeks(days: tuple[LoggedDay, ...]) -> tuple[PainWeek, ...]:
    scores: defaultdict[int, list[int]] = defaultdict(list)
    for logged in days:
        scores[(logged.day - 1) // DAYS_A_WEEK + 1].append(logged.score)
    return tuple(PainWeek(week, len(found), median(found)) for week, found in scores.items())
