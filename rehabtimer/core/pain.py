"""Pain as a person gives it: a whole number per knee, at a moment of the day."""

from enum import StrEnum

NO_PAIN = 0
WORST_PAIN = 10


class Moment(StrEnum):
    """When pain was asked for, or told."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    MORNING = "morning"
    EXTRA = "extra"
