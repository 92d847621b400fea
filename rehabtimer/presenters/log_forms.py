"""The forms of the log beside the one about pain: other activity, and totals."""

from dataclasses import dataclass
from datetime import date, time

from rehabtimer.core.pain import Score
from rehabtimer.core.programme import Side
from rehabtimer.core.workouts import Sport
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.problems import Problems


@dataclass(frozen=True)
class ActivityAnswer:
    """What was filled in about an activity; numbers as they were typed.

    Without a day and a time it is about now, or stays where it was. `scores` has the knees that
    were answered for.
    """

    sport: Sport | None
    minutes: str = ""
    distance: str = ""
    warmed_up: bool = False
    scores: tuple[tuple[Side, Score], ...] = ()
    note: str = ""
    day: date | None = None
    at: time | None = None


@dataclass(frozen=True)
class ActivityProblems(Problems):
    """What is wrong with each part of the form, in one sentence; "" where nothing is."""

    sport: str = ""
    minutes: str = ""
    distance: str = ""
    note: str = ""
    when: str = ""


@dataclass(frozen=True)
class SportOption:
    """One activity to choose, and what else is asked about it."""

    option: Option
    asks_distance: bool
    asks_warm_up: bool


@dataclass(frozen=True)
class KneeScale:
    """A question about one knee; one that is not `shown` at first has `more` on its button."""

    knee: Side
    text: str
    score: Score | None
    shown: bool
    more: str


@dataclass(frozen=True)
class ActivityForm:
    """A form as it begins; a form with another `id` begins anew. Moments as in `LogForm`."""

    id: str
    save: str
    sports: tuple[SportOption, ...]
    minutes: str
    distance_name: str
    distance: str
    warmed_up: bool
    knees: tuple[KneeScale, ...]
    note: str
    day: date
    at: time
    earliest: date
    latest: date
    has_now: bool
    problems: ActivityProblems = ActivityProblems()


@dataclass(frozen=True)
class TotalAnswer:
    """What was filled in about a questionnaire; numbers as they were typed."""

    name: str
    value: str
    most: str
    day: date


@dataclass(frozen=True)
class TotalProblems(Problems):
    """What is wrong with each part of the form, in one sentence; "" where nothing is."""

    name: str = ""
    value: str = ""
    most: str = ""
    when: str = ""


@dataclass(frozen=True)
class KnownTotal:
    """A questionnaire that was kept before, and what it was out of."""

    name: str
    most: str


@dataclass(frozen=True)
class TotalForm:
    """A form as it begins; a form with another `id` begins anew."""

    id: str
    save: str
    known: tuple[KnownTotal, ...]
    name: str
    value: str
    most: str
    day: date
    earliest: date
    latest: date
    problems: TotalProblems = TotalProblems()


@dataclass(frozen=True)
class RelieverTick:
    """Whether a pain reliever was taken on a day; never how much of what."""

    day: date
    earliest: date
    latest: date
    taken: bool
    text: str
    note: str
