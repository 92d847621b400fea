"""The frame of one past session: every set planned and real, pain, skips, and its note."""

from dataclasses import dataclass

from rehabtimer.insights.adherence import Done
from rehabtimer.presenters.history_frame import DayLine


@dataclass(frozen=True)
class PastSet:
    """One set: what it came to of what was planned; `again` has its other attempts."""

    name: str
    amount: str
    outcome: str
    done: Done
    again: tuple[str, ...]


@dataclass(frozen=True)
class PastExercise:
    """One exercise with its sets in order; `amount` adds them up."""

    name: str
    figure: str
    variant: str
    amount: str
    count: str
    done: Done
    sets: tuple[PastSet, ...]


@dataclass(frozen=True)
class PastFrame:
    """The whole page. While the session is under way, `why_not` says so and nothing can change."""

    title: str
    subtitle: str
    status: str
    totals: str
    remarks: tuple[str, ...]
    exercises: tuple[PastExercise, ...]
    answers: tuple[DayLine, ...]
    skips: tuple[DayLine, ...]
    note: str
    why_not: str
    undo_text: str
