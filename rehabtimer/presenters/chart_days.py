"""What became of each day of a chart, over every programme that it reaches into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from msgspec.structs import replace

from rehabtimer.core.records import SessionDay
from rehabtimer.core.schedule import DAYS_A_WEEK, Plan
from rehabtimer.insights.adherence import (
    Adherence,
    Kind,
    PlanDay,
    adherence_over,
    calendar_dates,
    is_asked,
)
from rehabtimer.presenters.chart_axis import Axis


@dataclass(frozen=True)
class ChartDays:
    """The days of an axis, paused ones too; the `day` of each is its place there.

    A paused day has no place in programme weeks: it has that of the day before it.
    """

    axis: Axis
    done: Adherence
    plans: tuple[Plan, ...]

    @cached_property
    def by_week(self) -> dict[int, list[PlanDay]]:
        """The days of each week, in order."""
        found: dict[int, list[PlanDay]] = {}
        for day in self.done.days:
            found.setdefault((day.day - 1) // DAYS_A_WEEK + 1, []).append(day)
        return found

    @cached_property
    def shown(self) -> tuple[PlanDay, ...]:
        """One day for each place, as it is drawn."""
        days, plan = self.done.days, self.axis.programme
        if not self.axis.is_calendar and plan.pauses:
            days = tuple(day for day in days if not plan.is_paused(day.on))
        return tuple(self.as_drawn(day) for day in days)

    def as_drawn(self, day: PlanDay) -> PlanDay:
        """Return a day; where no plan asks any more, a session is a session and no extra one."""
        is_free = day.kind is Kind.EXTRA and not is_asked(day.on, self.plans)
        return replace(day, kind=Kind(day.done)) if is_free else day


def chart_days(sessions: Iterable[SessionDay], plans: Sequence[Plan], axis: Axis) -> ChartDays:
    """Say what became of the days of an axis; `plans` are those of the courses, as begun."""
    settled = tuple(plan.settled(axis.today) for plan in plans)
    done = adherence_over(sessions, settled, axis.today, calendar_dates(axis.first, axis.last))
    if axis.is_calendar:
        placed = tuple(replace(day, day=axis.days.day(day.on)) for day in done.days)
        done = replace(done, days=placed)
    return ChartDays(axis, done, settled)
