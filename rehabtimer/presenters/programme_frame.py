"""What the Programme screen shows: legs, plan, and every exercise short and at length."""

from dataclasses import dataclass, field
from datetime import date

from rehabtimer.core.programme import Side
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.programme_dose import DoseStepper, Part

__all__ = [
    "DoseStepper",
    "LegsFrame",
    "ListFrame",
    "Part",
    "PlanFrame",
    "ProgrammeFrame",
    "ProgrammeRow",
    "RowDetails",
]


@dataclass(frozen=True)
class RowDetails:
    """What a row opens to. `variants` and `legs` are empty where there is nothing to choose.

    `question` is what is asked before a dose goes beyond the article, or empty. `offs` say how
    long the exercise is off, `swaps` what could be done in its place.
    """

    steppers: tuple[DoseStepper, ...]
    question: str
    reset_text: str
    can_reset: bool
    variants: tuple[Option, ...]
    legs: tuple[Option, ...]
    swaps: tuple[Option, ...]
    offs: tuple[Option, ...]
    off_date: date
    earliest: date
    latest: date
    steps: tuple[str, ...]
    equipment: str
    safety: str
    note: str


@dataclass(frozen=True)
class ProgrammeRow:
    """One exercise; `place` is where it stands, 0 or more, and `lowest` to `highest` where it may.

    `past` says how trying it again went, `offer` what the log shows when it may be tried again.
    """

    exercise: str
    name: str
    figure: str
    variant: str
    side: Side
    areas: str
    dose: str
    minutes: str
    on: bool
    off_text: str
    past: str
    offer: str
    can_try_again: bool
    place: int
    lowest: int
    highest: int
    place_text: str
    details: RowDetails


@dataclass(frozen=True)
class LegsFrame:
    """Which knee is sore, and which leg begins."""

    knees: tuple[Option, ...]
    knee_note: str
    firsts: tuple[Option, ...]


@dataclass(frozen=True)
class PlanFrame:
    """Days, start, pause and another round. An empty text is not shown, with what belongs to it.

    `programmes` are those that can be followed, and empty where there is but one. `matters` says
    that it waits for the person: it is paused, or over.
    """

    name: str
    programmes: tuple[Option, ...]
    plans: tuple[Option, ...]
    weekdays: tuple[Option, ...]
    note: str
    start: date
    earliest: date
    latest: date
    start_note: str
    pause_text: str
    pause_action: str
    begin_text: str
    begin_action: str
    begin_question: str
    matters: bool


@dataclass(frozen=True)
class ListFrame:
    """What is said and offered around the list of exercises."""

    group_floor: bool
    order_note: str
    hurt_text: str
    can_skip_hurt: bool
    empty: str
    own: tuple[Option, ...]
    restore_note: str
    problems: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class ProgrammeFrame:
    """The whole screen; `undo_text` says what would be undone, or is empty."""

    title: str
    subtitle: str
    total: str
    total_note: str
    legs: LegsFrame
    plan: PlanFrame
    rows: tuple[ProgrammeRow, ...]
    listing: ListFrame
    undo_text: str
