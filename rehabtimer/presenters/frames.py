"""The frames of the screens around a session: what is to be read, and nothing else."""

from dataclasses import dataclass
from enum import StrEnum

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.presenters.options import Option


class DayMark(StrEnum):
    """What a day came to."""

    FULL = "full"
    HALF = "half"
    MISSED = "missed"
    REST = "rest"
    TO_COME = "to-come"


@dataclass(frozen=True)
class DayCell:
    """One day of a week strip."""

    letter: str
    mark: DayMark
    today: bool
    description: str


@dataclass(frozen=True)
class TodayRow:
    """One exercise of today's session, or one that is off and why.

    `figure` and `variant` say which picture stands beside it; without a figure there is none.
    """

    exercise: str
    name: str
    dose: str
    minutes: str
    side: Side
    skipped: bool = False
    action: str = ""
    figure: str = ""
    variant: str = ""


@dataclass(frozen=True)
class PainQuestion:
    """A question about one knee, with the answer if there is one."""

    knee: Side
    text: str
    score: int | None = None
    moment: Moment = Moment.MORNING


@dataclass(frozen=True)
class TodayCard:
    """Something to know, and what can be done about it; `key` says which card was pressed."""

    key: str
    title: str
    text: str
    actions: tuple[Option, ...] = ()


@dataclass(frozen=True)
class ResumeCard:
    """A session that was cut off or left, and can be taken up again today."""

    title: str
    text: str


@dataclass(frozen=True)
class TodayFrame:
    """Everything that Today says."""

    title: str
    subtitle: str
    start_label: str
    start_minutes: str
    can_start: bool
    rows: tuple[TodayRow, ...]
    empty: str
    resume: ResumeCard | None
    questions: tuple[PainQuestion, ...]
    week_title: str
    week: tuple[DayCell, ...]
    week_text: str
    trend_title: str
    trend_text: str
    notice: str = ""
    cards: tuple[TodayCard, ...] = ()
    undo_text: str = ""
