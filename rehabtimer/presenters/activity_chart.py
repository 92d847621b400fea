"""What the chart of activity shows: minutes a week, and running with the pain over it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from rehabtimer.core.pain import Score
from rehabtimer.core.workouts import Sport
from rehabtimer.presenters.chart_axis import Weeks


@dataclass(frozen=True)
class ActivityWeek:
    """A week of the chart.

    `minutes` are those of each sport that has some, in the order of the chart's `sports`.
    `distance` is what was run, in the chart's unit. `worst` is the worst pain of either knee in
    that week, `run_worst` the worst that was told about a run; None where nothing was told.
    """

    week: int
    first: date
    last: date
    minutes: tuple[tuple[Sport, int], ...]
    distance: float
    runs: int
    worst: Score | None
    run_worst: Score | None

    @property
    def all_minutes(self) -> int:
        """The minutes of all sports."""
        return sum(minutes for _sport, minutes in self.minutes)


@dataclass(frozen=True)
class ActivityChart:
    """Everything that the chart draws: bars of minutes, and below them running with pain over it.

    `now` is the week that holds today; `sports` are those that have minutes, with their names.
    """

    weeks: Weeks
    now: int
    columns: tuple[ActivityWeek, ...]  # one for each of the weeks, in order
    week_names: tuple[str, ...]
    sports: tuple[tuple[Sport, str], ...]
    most_minutes: int  # of the highest bar; 0 without any
    most_distance: float  # of the highest bar; 0 where nothing was run
    minutes_title: str
    distance_title: str  # names the unit: "Run in the week (km)"
    pain_title: str  # "Worst pain of the week (0–10)"
    run_pain_title: str  # "Pain told about runs"
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
        """Return the weeks up to today, in order; all of them if none has begun."""
        begun = tuple(week for week in self.weeks.numbers if week <= self.now)
        return begun or tuple(self.weeks.numbers)
