"""What the chart of the exercises shows: how much of each was done, what hurt, what was skipped."""

from dataclasses import dataclass

from rehabtimer.core.pain import Score
from rehabtimer.core.programme import Side


@dataclass(frozen=True)
class DoseBar:
    """One side of an exercise (or both at once): the share of the planned dose done, 0 to 1.

    `text` says it: "84 of 100 reps, 168 of 200 s of holding".
    """

    side: Side
    name: str  # "Left leg"
    share: float
    text: str


@dataclass(frozen=True)
class PainDot:
    """On so many days, this was the worst score (0 to 10) of a knee during an exercise."""

    knee: Side
    score: Score
    days: int


@dataclass(frozen=True)
class DoseRow:
    """One exercise: `exercise` is its id, `place` counts the rows from 0.

    `bars` are in the order left, right, both; none where nothing was planned. `pain_text` and
    `skip_text` are short, and empty where there is nothing to say.
    """

    place: int
    exercise: str
    name: str
    bars: tuple[DoseBar, ...]
    dots: tuple[PainDot, ...]
    hurt_days: int  # on which it hurt, with or without a score
    pain_text: str  # "Hurt on 3 days: up to 5 of 10"
    skips: int  # how often it was skipped in this time
    is_skipped: bool  # now
    skip_text: str  # "Skipped 2 times", "Skipped since 3 Mar"
    note: str


@dataclass(frozen=True)
class DoseChart:
    """Everything that the chart draws: a row an exercise, shares from 0 to 1 and pain from 0 to 10.

    `sides` and `knees` are those that occur, with their names, for the keys.
    """

    rows: tuple[DoseRow, ...]
    sides: tuple[tuple[Side, str], ...]
    knees: tuple[tuple[Side, str], ...]
    dose_title: str
    pain_title: str
    skip_title: str
    description: str
    hint: str  # stands in the place of the rows until there are some

    def note(self, place: int) -> str:
        """Return what is to be said about one row; an empty string where there is none."""
        return self.rows[place].note if 0 <= place < len(self.rows) else ""

    @property
    def leap(self) -> int:
        """How many places Page Up and Page Down go: five exercises."""
        return 5

    def stops(self) -> tuple[int, ...]:
        """Return the places of the rows, in order."""
        return tuple(range(len(self.rows)))
