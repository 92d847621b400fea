"""Programme days and weeks, and which days the plan asks for. Days are calendar dates."""

from datetime import date, datetime, timedelta

from msgspec import Struct

DAYS_A_WEEK = 7
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
THREE_DAYS = (1, 3, 5)
DAY_START_HOUR = 4


class PlanChange(Struct, frozen=True, kw_only=True):
    """From `since` on, sessions are planned on these ISO weekdays (1 is Monday)."""

    since: date
    weekdays: tuple[int, ...] = EVERY_DAY


class Pause(Struct, frozen=True, kw_only=True):
    """Days that do not count: from `since` to `until`, both included; None while it goes on."""

    since: date
    until: date | None = None


class Plan(Struct, frozen=True, kw_only=True):
    """A course that starts on a date, lasts `days` days, and whose weekdays may have changed.

    `changes` are in order of their dates, and the first one holds from the start.
    """

    started_on: date
    days: int = 42
    changes: tuple[PlanChange, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def last_day(self) -> date:
        """The last date of the programme."""
        return self.started_on + timedelta(days=self.days - 1)

    def day(self, on: date) -> int:
        """Return the programme day of a date: 1 on the first, 0 or less before it."""
        return (on - self.started_on).days + 1

    def week(self, on: date) -> int:
        """Return the programme week of a date: days 1-7 are week 1, whatever the weekday."""
        return (self.day(on) - 1) // DAYS_A_WEEK + 1

    def weekdays(self, on: date) -> tuple[int, ...]:
        """Return the ISO weekdays of the plan that holds on a date."""
        held = [change for change in self.changes if change.since <= on]
        earliest = self.changes[:1]
        return (held or earliest or [PlanChange(since=self.started_on)])[-1].weekdays

    def is_planned(self, on: date) -> bool:
        """Whether the plan that held on that date asks for a session."""
        return self.started_on <= on <= self.last_day and on.isoweekday() in self.weekdays(on)

    def week_dates(self, on: date) -> tuple[date, ...]:
        """Return the seven dates of the programme week that holds a date."""
        first = self.started_on + timedelta(days=(self.week(on) - 1) * DAYS_A_WEEK)
        return tuple(first + timedelta(days=n) for n in range(DAYS_A_WEEK))


def training_day(moment: datetime, day_start: int = DAY_START_HOUR) -> date:
    """Return the date that a moment counts for; the small hours belong to the day before.

    `day_start` is an hour, 0 to 12. Only the local wall clock is read, so neither a change of the
    clocks nor a flight moves an entry to a date that the person did not live.
    """
    before = moment.hour < day_start
    return moment.date() - timedelta(days=1) if before else moment.date()
