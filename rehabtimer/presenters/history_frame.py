"""The frames of the History: a month, the chosen day, and a list of sessions to search."""

from dataclasses import dataclass
from datetime import date

from rehabtimer.insights.adherence import Done, Kind


@dataclass(frozen=True)
class MonthDay:
    """One day of a month: what became of it, its worst pain, and what else there is on it.

    `pain` is short, such as "3", or with a letter for each knee; `hurts` says that it is more than
    0. `description` says all in words.
    """

    on: date
    kind: Kind
    done: Done
    is_today: bool
    is_chosen: bool
    pain: str
    hurts: bool
    has_note: bool
    has_activity: bool
    has_reliever: bool
    description: str
    add: str  # what its menu offers; "" on days to come


@dataclass(frozen=True)
class KeyMark:
    """What a mark of the calendar stands for; without a `kind` it is one of the small ones."""

    text: str
    kind: Kind | None = None
    done: Done = Done.NOTHING
    small: str = ""  # PAIN, NOTE, ACTIVITY or RELIEVER


PAIN, NOTE, ACTIVITY, RELIEVER = "pain", "note", "activity", "reliever"


@dataclass(frozen=True)
class MonthFrame:
    """A month, whose first day stands in `column` (0 is Monday)."""

    title: str
    weekdays: tuple[str, ...]
    column: int
    days: tuple[MonthDay, ...]
    can_go_back: bool
    can_go_on: bool
    is_now: bool  # whether today is the chosen day
    key: tuple[KeyMark, ...]


@dataclass(frozen=True)
class HistoryRow:
    """One session of a list; `name` says all of it to those who hear the screen."""

    id: str
    done: Done
    when: str
    length: str
    title: str
    remark: str
    note: str
    name: str


@dataclass(frozen=True)
class HistoryGroup:
    """The sessions of one month, newest first."""

    title: str
    rows: tuple[HistoryRow, ...]


@dataclass(frozen=True)
class DayLine:
    """Something that was told or done: when, what, and more about it."""

    time: str
    title: str
    detail: str = ""
    alarm: str = ""
    note: str = ""


@dataclass(frozen=True)
class DayFrame:
    """Everything that is kept of one day; `add` offers a session, "" on days to come."""

    on: date
    title: str
    kind: str
    rows: tuple[HistoryRow, ...]
    lines: tuple[DayLine, ...]
    empty: str
    add: str


@dataclass(frozen=True)
class HistoryFrame:
    """The whole screen; while something is searched for, there is no `day`."""

    title: str
    subtitle: str
    month: MonthFrame
    query: str
    found: str
    day: DayFrame | None
    groups: tuple[HistoryGroup, ...]
    empty: str
    earlier: str
    undo_text: str
