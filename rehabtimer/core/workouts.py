"""What is kept of a day besides sessions and pain: other exercise, and totals of questionnaires."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from rehabtimer.core.records import Stamp

MOST_MINUTES = 24 * 60
MOST_METRES = 500_000
MOST_TOTAL = 1_000

Minutes = Annotated[int, Meta(ge=1, le=MOST_MINUTES)]
Metres = Annotated[int, Meta(ge=1, le=MOST_METRES)]


class Sport(StrEnum):
    """What was done; running and walking have a distance."""

    RUNNING = "running"
    WALKING = "walking"
    CYCLING = "cycling"
    SWIMMING = "swimming"
    YOGA = "yoga"
    ROLLING = "foam-rolling"
    OTHER = "other"

    @property
    def has_distance(self) -> bool:
        """Whether a distance is asked for."""
        return self in (Sport.RUNNING, Sport.WALKING, Sport.CYCLING, Sport.SWIMMING)


class Workout(Struct, frozen=True, kw_only=True):
    """One activity beside the programme.

    `warmed_up` is the tick for having stretched and warmed up before and after it. How a knee felt
    is an answer of the diary that names it. `edited_at` is when it was last changed by hand.
    """

    id: str
    when: Stamp
    sport: Sport
    minutes: Minutes | None = None
    metres: Metres | None = None
    warmed_up: bool = False
    note: str = ""
    edited_at: datetime | None = None


class TotalScore(Struct, frozen=True, kw_only=True):
    """The total of a questionnaire that was filled in elsewhere: its name, its date, and no items.

    `value` is 0 to 1,000, whatever its scale; `most` is the best or worst that there is, if told.
    `edited_at` is when it was last changed by hand, None if it never was.
    """

    id: str
    day: date
    name: str
    value: float
    most: float | None = None
    edited_at: datetime | None = None
