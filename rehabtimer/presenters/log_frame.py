"""The frame of the Log: its form about pain, and the diary day by day."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from rehabtimer.core.pain import Activity, Score
from rehabtimer.core.programme import Side
from rehabtimer.presenters.log_forms import ActivityForm, RelieverTick, TotalForm
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.problems import Problems

NOTE_MOST = 2000
EARLIEST = date(2000, 1, 1)
SHARP, LOCKING = "sharp", "locking"  # the keys of `alarms`


class Kind(StrEnum):
    """What is told: how a knee feels, what was done, or the total of a questionnaire."""

    PAIN = "pain"
    ACTIVITY = "activity"
    TOTAL = "total"


@dataclass(frozen=True)
class LogAnswer:
    """What was filled in; without a day and a time it is about now, or stays where it was.

    `sharp` and `locking` count where the form asked for them.
    """

    knee: Side
    score: Score | None
    activity: Activity | None = None
    note: str = ""
    day: date | None = None
    at: time | None = None
    sharp: bool = False
    locking: bool = False


@dataclass(frozen=True)
class LogProblems(Problems):
    """What is wrong with each part of a form, in one sentence; "" where nothing is."""

    score: str = ""
    note: str = ""
    when: str = ""


@dataclass(frozen=True)
class LogForm:
    """A form as it begins; a form with another `id` begins anew.

    `has_now` offers the present moment; without activities none is asked for, and a form that is
    not `timed` asks for no moment either. Only about what hurt in a session are there `alarms`.
    """

    id: str
    save: str
    knees: tuple[Option, ...]
    score: Score | None
    activities: tuple[Option, ...]
    note: str
    day: date
    at: time
    earliest: date
    latest: date
    has_now: bool
    timed: bool = True
    problems: LogProblems = LogProblems()
    alarms: tuple[Option, ...] = ()


@dataclass(frozen=True)
class LogRow:
    """One entry; `name` tells it from others for those who hear the screen.

    `mark` says that it was changed by hand. What is told by a tick alone has nothing to edit.
    """

    id: str
    time: str
    title: str
    occasion: str
    alarm: str
    note: str
    name: str
    editing: bool = False
    mark: str = ""
    has_form: bool = True


@dataclass(frozen=True)
class LogDay:
    """The entries of one day, newest first; what belongs to the whole day comes last."""

    title: str
    rows: tuple[LogRow, ...]


@dataclass(frozen=True)
class LogFrame:
    """The whole screen; `edited` is the form of the row that is being edited, if one is.

    Of the three forms at the top, the chosen of `kinds` is in sight.
    `remark` is what the log has to say about the entry that was kept last.
    """

    title: str
    subtitle: str
    kinds: tuple[Option, ...]
    form: LogForm
    activity: ActivityForm
    total: TotalForm
    reliever: RelieverTick
    edited: LogForm | ActivityForm | TotalForm | None
    days: tuple[LogDay, ...]
    empty: str
    earlier: str
    undo_text: str
    remark: str = ""

    @property
    def kind(self) -> Kind:
        """The form that is in sight."""
        return next(Kind(option.key) for option in self.kinds if option.chosen)
