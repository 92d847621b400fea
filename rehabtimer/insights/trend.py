"""Which way scores lead, by a slope that single bad days do not turn, with its interval."""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from msgspec import Struct

from rehabtimer.core.schedule import DAYS_A_WEEK

# Under ten days, or under two weeks from the first to the last, nothing is said.
ENOUGH_DAYS = 10
ENOUGH_LENGTH = 2 * DAYS_A_WEEK

# Every pair of days is looked at; of more days than this, half a year, only the last ones count.
MOST_DAYS = 182

_NORMAL_95 = 1.959964  # 95 % of a normal distribution lie this many deviations around its mean


class Trend(Struct, frozen=True, kw_only=True):
    """A change in points a week, below 0 for less, and the interval that holds it with 95 %.

    It is that of the last `days` days with a score; `is_cut` says that there were more.
    """

    slope: float
    low: float
    high: float
    days: int
    is_cut: bool

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves no doubt about the direction."""
        return self.low > 0 or self.high < 0

    @property
    def is_level(self) -> bool:
        """Whether there is no doubt that it leads neither up nor down."""
        return self.low == self.high == 0


def trend(points: Sequence[tuple[int, int]]) -> Trend | None:
    """Return the slope of `(day, score)`, each day once and in order, by Theil and Sen.

    It is the median of the slopes of all pairs of days; the interval takes the ranks that Kendall's
    statistic leaves, with its variance corrected for ties. None under ten days, and where the first
    and the last lie under two weeks apart. Source: Sen 1968, J Am Stat Assoc 63:1379.
    """
    kept = points[-MOST_DAYS:]
    if len(kept) < ENOUGH_DAYS or kept[-1][0] - kept[0][0] + 1 < ENOUGH_LENGTH:
        return None
    slopes = sorted(
        (score - before) / (day - earlier)
        for n, (earlier, before) in enumerate(kept)
        for day, score in kept[n + 1 :]
    )
    low, high = _ranks(len(slopes), [score for _day, score in kept])
    half = len(slopes) // 2
    return Trend(
        slope=(slopes[half] + slopes[-half - 1]) / 2 * DAYS_A_WEEK,
        low=slopes[low] * DAYS_A_WEEK,
        high=slopes[high] * DAYS_A_WEEK,
        days=len(kept),
        is_cut=len(kept) < len(points),
    )


def _ranks(pairs: int, scores: Sequence[int]) -> tuple[int, int]:
    """Return the places, from 0, of the ends of the interval among the sorted slopes."""
    ties = sum(_spread(many) for many in Counter(scores).values())
    reach = _NORMAL_95 * sqrt((_spread(len(scores)) - ties) / 18)
    low, high = round((pairs - reach) / 2) - 1, round((pairs + reach) / 2)
    return max(0, low), min(pairs - 1, high)


def _spread(many: int) -> int:
    return many * (many - 1) * (2 * many + 5)
