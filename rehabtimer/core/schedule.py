"""Programme days and weeks, and which days the plan asks for. Days are calendar dates."""

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

DAYS_A_WEEK = 7
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
THREE_DAYS = (1, 3, 5)
DAY_START_HOUR = 4

_ONE_DAY = timedelta(days=1)


class PlanChange(Struct, frozen=True, kw_only=True):
    """From `since` on, sessions are planned on these ISO weekdays (1 is Monday)."""

    since: date
    weekdays: tuple[int, ...] = EVERY_DAY


class Pause(Struct, frozen=True, kw_only=True):
    """Days that do not count: from `since` to `until`, both included; None while it goes on."""

    since: date
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether a date is one of its days."""
        return self.since <= on and (self.until is None or on <= self.until)


class Plan(Struct, frozen=True, kw_only=True):
    """A course that starts on a date, lasts `days` days, and whose weekdays may have changed.

    `changes` are in order of their dates, and the first one holds from the start. Days in `pauses`
    do not count, so that the end moves by them; days that were missed do, and shift nothing.
    """

    started_on: date
    days: int = 42
    changes: tuple[PlanChange, ...] = ()
    pauses: tuple[Pause, ...] = ()

    @property
    def last_day(self) -> date:
        """The last date of the programme, as far as is known: a pause that goes on is left out."""
        return self.date_of(self.days)

    def last_day_on(self, today: date) -> date:
        """Return the last date of the programme if a pause that goes on ended today."""
        return self.settled(today).last_day

    def settled(self, today: date) -> "Plan":
        """Return the plan as it is if a pause that goes on ends today, or on its own first date."""
        if all(pause.until for pause in self.pauses):
            return self
        ended = [pause if pause.until else _ended(pause, today) for pause in self.pauses]
        return replace(self, pauses=tuple(ended))

    def day(self, on: date) -> int:
        """Return the programme day of a date: 1 on the first, 0 or less before it.

        A paused date has the number of the last day that counted, or 1 where none did.
        """
        if on < self.started_on or not self.pauses:
            return (on - self.started_on).days + 1
        return max(1, self._counted(on))

    def date_of(self, day: int) -> date:
        """Return the date of a programme day; a pause that goes on is left out."""
        on = self.started_on + timedelta(days=day - 1)
        for pause in self._apart():
            if pause.until and pause.since <= on:
                on += pause.until - pause.since + _ONE_DAY
        return on

    def week(self, on: date) -> int:
        """Return the programme week of a date: days 1-7 are week 1, whatever the weekday."""
        return _week_of(self.day(on))

    def weekdays(self, on: date) -> tuple[int, ...]:
        """Return the ISO weekdays of the plan that holds on a date."""
        held = [change for change in self.changes if change.since <= on]
        earliest = self.changes[:1]
        return (held or earliest or [PlanChange(since=self.started_on)])[-1].weekdays

    def is_paused(self, on: date) -> bool:
        """Whether a date lies in a pause of the programme."""
        return bool(self.pauses) and any(pause.holds(on) for pause in self._apart())

    def runs(self, on: date) -> bool:
        """Whether a date lies between the first and the last one, paused or not."""
        return 1 <= self.day(on) <= self.days

    def is_planned(self, on: date) -> bool:
        """Whether the plan that held on that date asks for a session."""
        asked = self.runs(on) and on.isoweekday() in self.weekdays(on)
        return asked and not self.is_paused(on)

    def week_dates(self, on: date) -> tuple[date, ...]:
        """Return seven dates in order: the programme week that holds a date, without pauses.

        A date that is paused has its place in the week in which the programme goes on. A pause
        that goes on is taken as if it ended on that date.
        """
        plan, paused = self.settled(on), self.is_paused(on)
        week = _week_of(self._counted(on) + 1) if paused else self.week(on)
        first = (week - 1) * DAYS_A_WEEK + 1
        dates = [plan.date_of(first + n) for n in range(DAYS_A_WEEK - paused)]
        return tuple(sorted([*dates, on] if paused else dates))

    def _counted(self, on: date) -> int:
        """Count the days up to a date, itself included, that are not paused."""
        days = (on - self.started_on).days + 1
        for pause in self._apart():
            last = min(pause.until or on, on)
            days -= max(0, (last - pause.since).days + 1)
        return days

    def _apart(self) -> list[Pause]:
        """Return the pauses in order, none over another, without what is not in the programme."""
        found: list[Pause] = []
        if not self.pauses:  # nearly always, and asked for each of thousands of days
            return found
        free, end = self.started_on, self.started_on + timedelta(days=self.days - 1)
        for pause in sorted(self.pauses, key=lambda pause: pause.since):
            first, last = max(pause.since, free), pause.until
            if first > end or (last and last < first):
                continue
            found.append(Pause(since=first, until=last))
            if last is None:
                break
            free, end = last + _ONE_DAY, end + (last - first) + _ONE_DAY
        return found


def _ended(pause: Pause, today: date) -> Pause:
    return Pause(since=pause.since, until=max(pause.since, today))


def _week_of(day: int) -> int:
    return (day - 1) // DAYS_A_WEEK + 1


def training_day(moment: datetime, day_start: int = DAY_START_HOUR) -> date:
    """Return the date that a moment counts for; the small hours belong to the day before.

    `day_start` is an hour, 0 to 12. Only the local wall clock is read, so neither a change of the
    clocks nor a flight moves an entry to a date that the person did not live.
    """
    before = moment.hour < day_start
    return moment.date() - timedelta(days=1) if before else moment.date()
