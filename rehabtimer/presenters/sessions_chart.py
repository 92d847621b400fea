"""What the chart of sessions shows: week by week, what became of what was planned."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from rehabtimer.insights.adherence import Kind
from rehabtimer.presenters.chart_axis import Weeks

# From the bottom of a bar to its top.
STACK = (Kind.FULL, Kind.PARTIAL, Kind.EXTRA, Kind.MISSED, Kind.TO_COME)


@dataclass(frozen=True)
class SessionsWeek:
    """A week of the chart: how many of its days were of each sort.

    `planned` counts what the plan asks for, to come included; `extra` was done beside that. Where
    nothing is planned, after the end of a programme, sessions are no extra ones.
    """

    week: int
    first: date
    last: date
    planned: int
    done: int  # whole
    partial: int
    missed: int
    to_come: int
    extra: int
    rest: int
    paused: int

    @property
    def parts(self) -> tuple[tuple[Kind, int], ...]:
        """The parts of its bar from the bottom up, those that are 0 left out."""
        counts = (self.done, self.partial, self.extra, self.missed, self.to_come)
        return tuple((kind, n) for kind, n in zip(STACK, counts, strict=True) if n)


@dataclass(frozen=True)
class SessionsChart:
    """Everything that the chart draws: a bar a week, of days; `now` is the week that holds today.

    Weeks after `now` are to come, and pale.
    """

    weeks: Weeks
    now: int
    columns: tuple[SessionsWeek, ...]  # one for each of the weeks, in order
    week_names: tuple[str, ...]
    most: int  # days of the highest bar, 1 at least
    sessions_title: str
    key: tuple[tuple[Kind, str], ...]
    description: str
    hint: str  # stands in the place of the bars until there are some
    notes: Callable[[int], str] = field(compare=False, repr=False)

    def note(self, place: int) -> str:
        """Return what is to be said about one week; an empty string outside of these weeks."""
        return self.notes(place) if place in self.weeks.numbers else ""

    @property
    def leap(self) -> int:
        """How many places Page Up and Page Down go: four weeks."""
        return 4

    def stops(self) -> tuple[int, ...]:
        """Return the weeks, in order."""
        return tuple(self.weeks.numbers)
