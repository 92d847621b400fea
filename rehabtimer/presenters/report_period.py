"""Which days the report is about."""

from datetime import date, timedelta

from msgspec import Struct

from rehabtimer.core.schedule import DAYS_A_WEEK, Plan
from rehabtimer.presenters.chart_axis import Axis, Span, Weeks, axis_of, last_weeks


class Period(Struct, frozen=True):
    """The days from one to another, both included, and the weeks on the chart's axis."""

    first: date
    last: date
    axis: Axis

    @property
    def dates(self) -> tuple[date, ...]:
        """Each day of it."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


def period_of(weeks: int | None, plan: Plan, today: date, earliest: date | None) -> Period:
    """Return the last so many weeks, or everything that there is for None.

    They are weeks of the programme or of the calendar, as in Trends. `earliest` is the first date
    with a record, if any.
    """
    axis = _axis(weeks, plan.settled(today), today, earliest)
    first = min(axis.first, today)
    return Period(first, today, axis)


def _axis(weeks: int | None, plan: Plan, today: date, earliest: date | None) -> Axis:
    if weeks is None:
        return axis_of(Span.EVERYTHING, plan, today, earliest)
    now = max(1, plan.week(today))
    begin = max(1, now - weeks + 1)
    whole = (plan.days - 1) // DAYS_A_WEEK + 1
    axis = Axis(Weeks(begin, min(begin + weeks - 1, max(whole, now))), plan, plan, today)
    known = min(earliest or plan.started_on, plan.started_on)
    return last_weeks(weeks, axis, known)
