"""Which weeks a chart shows: those of the programme, or calendar weeks where it reaches further."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from rehabtimer.core.schedule import DAYS_A_WEEK, Plan
from rehabtimer.core.text import _
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import short_date

_LAST_WEEKS = 6
_MOST_NUMBERS = 26  # weeks; what is longer ago than half a year is told by its date


class Span(StrEnum):
    """Which weeks are looked at."""

    PROGRAMME = "programme"
    LAST_SIX = "last-six"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Weeks:
    """A run of weeks, both ends included; days have places, 1 on the first day of week 1."""

    first: int
    last: int

    @property
    def first_day(self) -> int:
        """The place of the first day of the first week."""
        return (self.first - 1) * DAYS_A_WEEK + 1

    @property
    def last_day(self) -> int:
        """The place of the last day of the last week."""
        return self.last * DAYS_A_WEEK

    @property
    def numbers(self) -> range:
        """The weeks, in order."""
        return range(self.first, self.last + 1)

    @property
    def places(self) -> range:
        """The places of the days, in order."""
        return range(self.first_day, self.last_day + 1)

    def hold(self, day: int) -> bool:
        """Whether the place of a day lies in these weeks."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Axis:
    """The days of a chart in a row, as places.

    `days` is the plan whose days they are. It is the programme's own, without the paused days; or
    one of calendar weeks, which begin on Mondays, where the chart `is_calendar`.
    """

    weeks: Weeks
    days: Plan
    programme: Plan  # of the course that is followed now, settled
    today: date

    @property
    def is_calendar(self) -> bool:
        """Whether the weeks are those of the calendar."""
        return self.days is not self.programme

    @cached_property
    def now(self) -> int:
        """The place of today, which may lie outside of the weeks."""
        return self.days.day(self.today)

    @property
    def week_now(self) -> int:
        """The week that holds today."""
        return self.days.week(self.today)

    @cached_property
    def first(self) -> date:
        """The first date."""
        return self.days.date_of(self.weeks.first_day)

    @cached_property
    def last(self) -> date:
        """The last date."""
        return self.days.date_of(self.weeks.last_day)

    def leaves_out(self, on: date) -> bool:
        """Whether a date is a paused one that has no place of its own."""
        return not self.is_calendar and self.programme.is_paused(on)

    @property
    def week_names(self) -> tuple[str, ...]:
        """The name of each week: its number, or the date of its Monday."""
        if not self.is_calendar:
            return tuple(_("Week {week}").format(week=week) for week in self.weeks.numbers)
        return tuple(short_date(self.first_of(week), self.today) for week in self.weeks.numbers)

    def first_of(self, week: int) -> date:
        """Return the first date of a week, which is a Monday in those of the calendar."""
        return self.days.date_of((week - 1) * DAYS_A_WEEK + 1)


def axis_of(span: Span, plan: Plan, today: date, earliest: date | None = None) -> Axis:
    """Return the days that a span stands for; `earliest` is the first date with a record, if any.

    The weeks of the programme itself have no paused days. Any other span has calendar weeks where
    it reaches back beyond its first day to something that was logged, holds paused days, or comes
    more than half a year after that first day.
    """
    plan = plan.settled(today)
    axis = Axis(_programme_weeks(span, plan, max(1, plan.week(today))), plan, plan, today)
    if span is Span.PROGRAMME:
        return axis
    known = min(earliest or plan.started_on, plan.started_on)
    if span is Span.LAST_SIX:
        return last_weeks(_LAST_WEEKS, axis, known)
    if known < plan.started_on or is_far(plan, today) or has_pause(plan, known, today):
        return calendar_axis(plan, today, known, max(plan.last_day, today))
    return axis


def last_weeks(weeks: int, axis: Axis, known: date) -> Axis:
    """Return so many weeks, of which today is in the last: those of `axis`, or of the calendar.

    Where nothing is `known` from before the programme, the first one is that in which it begins.
    """
    plan, today = axis.programme, axis.today
    monday = _monday(today) - timedelta(weeks=weeks - 1)
    reaches_back = max(known, monday) < plan.started_on
    first = monday if reaches_back else max(monday, plan.started_on)
    if reaches_back or is_far(plan, today) or has_pause(plan, min(first, axis.first), today):
        return calendar_axis(plan, today, first, today)
    return axis


def is_far(plan: Plan, today: date) -> bool:
    """Whether today is so late that nobody counts the weeks from the beginning any more."""
    return plan.week(today) > _MOST_NUMBERS


def with_paused_days(axis: Axis) -> Axis:
    """Return the same days in calendar weeks, where some of them were paused."""
    if axis.is_calendar or not has_pause(axis.programme, axis.first, min(axis.last, axis.today)):
        return axis
    return calendar_axis(axis.programme, axis.today, axis.first, axis.last)


def calendar_axis(plan: Plan, today: date, first: date, last: date) -> Axis:
    """Return the weeks from Monday to Sunday that hold the dates from one to another."""
    monday = _monday(first)
    days = Plan(started_on=monday, days=(last - monday).days + 1)
    return Axis(Weeks(1, days.week(last)), days, plan, today)


def has_pause(plan: Plan, first: date, last: date) -> bool:
    """Whether any date from one to another, both included, is a paused one."""
    begins = (max(pause.since, plan.started_on, first) for pause in plan.pauses)
    return any(begin <= last and plan.is_paused(begin) for begin in begins)


def span_options(
    chosen: Span, plan: Plan, today: date, earliest: date | None
) -> tuple[Option, ...]:
    """Return the spans to choose from; none while all of them are the same days."""
    names = {
        Span.PROGRAMME: _("This programme"),
        Span.LAST_SIX: _("Last six weeks"),
        Span.EVERYTHING: _("Everything"),
    }
    axes = [axis_of(span, plan, today, earliest) for span in names]
    if len({(axis.first, axis.last, axis.is_calendar) for axis in axes}) == 1:
        return ()
    return tuple(Option(span.value, name, span is chosen) for span, name in names.items())


def _programme_weeks(span: Span, plan: Plan, now: int) -> Weeks:
    programme = (plan.days - 1) // DAYS_A_WEEK + 1
    if span is Span.LAST_SIX:
        first = max(1, now - _LAST_WEEKS + 1)
        return Weeks(first, first + _LAST_WEEKS - 1)
    return Weeks(1, programme if span is Span.PROGRAMME else max(programme, now))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
