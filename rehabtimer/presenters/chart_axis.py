"""Which weeks a chart shows: those of the programme, or calendar weeks where it reaches further."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rehabtimer.core.schedule import DAYS_A_WEEK, Plan
from rehabtimer.core.text import _
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import short_date

_LAST_WEEKS = 6


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

    @property
    def now(self) -> int:
        """The place of today, which may lie outside of the weeks."""
        return self.days.day(self.today)

    @property
    def week_now(self) -> int:
        """The week that holds today."""
        return self.days.week(self.today)

    @property
    def first(self) -> date:
        """The first date."""
        return self.days.date_of(self.weeks.first_day)

    @property
    def last(self) -> date:
        """The last date."""
        return self.days.date_of(self.weeks.last_day)

    @property
    def week_names(self) -> tuple[str, ...]:
        """The name of each week: its number, or the date of its Monday."""
        if not self.is_calendar:
            return tuple(_("Week {week}").format(week=week) for week in self.weeks.numbers)
        mondays = [self.days.date_of((week - 1) * DAYS_A_WEEK + 1) for week in self.weeks.numbers]
        name = short_date if mondays[0].year == self.last.year else _with_year
        return tuple(name(monday) for monday in mondays)


def axis_of(span: Span, plan: Plan, today: date, earliest: date | None = None) -> Axis:
    """Return the days that a span stands for; `earliest` is the first date with a record, if any.

    A span that reaches back beyond the first day of the programme, to something that was logged,
    has calendar weeks; else its weeks are those of the programme.
    """
    plan = plan.settled(today)
    if earliest is not None and earliest < plan.started_on:
        weeks_ago = _monday(today) - timedelta(weeks=_LAST_WEEKS - 1)
        if span is Span.EVERYTHING:
            return _calendar(plan, today, earliest, max(plan.last_day, today))
        if span is Span.LAST_SIX and weeks_ago < plan.started_on:
            return _calendar(plan, today, weeks_ago, today)
    now = max(1, plan.week(today))
    return Axis(_programme_weeks(span, plan, now), plan, plan, today)


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
    if all((axis.first, axis.last) == (axes[0].first, axes[0].last) for axis in axes):
        return ()
    return tuple(Option(span.value, name, span is chosen) for span, name in names.items())


def _programme_weeks(span: Span, plan: Plan, now: int) -> Weeks:
    programme = (plan.days - 1) // DAYS_A_WEEK + 1
    if span is Span.LAST_SIX:
        first = max(1, now - _LAST_WEEKS + 1)
        return Weeks(first, first + _LAST_WEEKS - 1)
    return Weeks(1, programme if span is Span.PROGRAMME else max(programme, now))


def _calendar(plan: Plan, today: date, first: date, last: date) -> Axis:
    monday = _monday(first)
    days = Plan(started_on=monday, days=(last - monday).days + 1)
    return Axis(Weeks(1, days.week(last)), days, plan, today)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _with_year(day: date) -> str:
    return _("{day} {month} {year}").format(day=day.day, month=f"{day:%b}", year=day.year)
