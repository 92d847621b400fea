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
        return _by_week(self.done.days)

    @cached_property
    def drawn_by_week(self) -> dict[int, list[PlanDay]]:
        """The days of each week, in order, as they are drawn."""
        return _by_week(self._drawn)

    @cached_property
    def shown(self) -> tuple[PlanDay, ...]:
        """One day for each place, as it is drawn."""
        plan = self.axis.programme
        if self.axis.is_calendar or not plan.pauses:
            return self._drawn
        return tuple(day for day in self._drawn if not plan.is_paused(day.on))

    @cached_property
    def _drawn(self) -> tuple[PlanDay, ...]:
        """Where no plan asks any more, a session is a session and no extra one."""
        end = self.plans[-1].last_day
        return tuple(
            PlanDay(day.on, day.day, Kind(day.done), day.done)
            if day.kind is Kind.EXTRA and (day.on > end or not is_asked(day.on, self.plans))
            else day
            for day in self.done.days
        )


def _by_week(days: Iterable[PlanDay]) -> dict[int, list[PlanDay]]:
    found: dict[int, list[PlanDay]] = {}
    for day in days:
        found.setdefault((day.day - 1) // DAYS_A_WEEK + 1, []).append(day)
    return found


def chart_days(sessions: Iterable[SessionDay], plans: Sequence[Plan], axis: Axis) -> ChartDays:
    """Say what became of the days of an axis; `plans` are those of the courses, as begun.

    Where paused days have no place, what was done on them is left out.
    """
    settled = tuple(plan.settled(axis.today) for plan in plans)
    kept = [session for session in sessions if not axis.leaves_out(session.day)]
    done = adherence_over(kept, settled, axis.today, calendar_dates(axis.first, axis.last))
    if axis.is_calendar:
        placed = enumerate(done.days, axis.weeks.first_day)
        days = tuple(PlanDay(day.on, place, day.kind, day.done) for place, day in placed)
        done = replace(done, days=days)
    return ChartDays(axis, done, settled)
