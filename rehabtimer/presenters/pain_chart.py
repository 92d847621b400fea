"""What the pain chart shows: plain numbers by programme day, and the words beside them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msgspec.structs import replace

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import DAYS_A_WEEK, Plan
from rehabtimer.core.text import _
from rehabtimer.insights.adherence import Adherence, Done, Kind, PlanDay
from rehabtimer.insights.pain import KneePain, LoggedDay, PainWeek
from rehabtimer.presenters.wording import date_text, knee_text, knees

_LAST_WEEKS = 6


class Span(StrEnum):
    """Which weeks are looked at."""

    PROGRAMME = "programme"
    LAST_SIX = "last-six"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Weeks:
    """A run of programme weeks, both ends included."""

    first: int
    last: int

    @property
    def first_day(self) -> int:
        """The first programme day of the first week."""
        return (self.first - 1) * DAYS_A_WEEK + 1

    @property
    def last_day(self) -> int:
        """The last programme day of the last week."""
        return self.last * DAYS_A_WEEK

    def hold(self, day: int) -> bool:
        """Whether a programme day lies in these weeks."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class KneeMarks:
    """One knee on the chart; `line` is where the change becomes an important one, if drawn."""

    knee: Side
    name: str
    days: tuple[LoggedDay, ...]
    weeks: tuple[PainWeek, ...]
    line: float | None


@dataclass(frozen=True)
class PainChart:
    """Everything that the chart draws; days are programme days, `today` is one of them."""

    weeks: Weeks
    today: int
    knees: tuple[KneeMarks, ...]
    sessions: tuple[PlanDay, ...]
    week_names: tuple[str, ...]
    pain_title: str
    sessions_title: str
    session_key: tuple[tuple[Kind, str], ...]
    description: str
    hint: str  # stands in the place of the dots until there are some

    def note(self, day: int) -> str:
        """Return what is to be said about one day, or an empty string outside these weeks."""
        if not self.weeks.hold(day):
            return ""
        session = self.sessions[day - self.weeks.first_day]
        lines = [date_text(session.on), *self._scores(day), _session_text(session)]
        return "\n".join(line for line in lines if line)

    def _scores(self, day: int) -> list[str]:
        found = [
            _("{knee}: {score} of 10").format(knee=marks.name, score=logged.score)
            for marks in self.knees
            for logged in marks.days
            if logged.day == day
        ]
        return found or ([_("No pain logged")] if day <= self.today else [])


def weeks_of(span: Span, plan: Plan, today: date) -> Weeks:
    """Return the weeks that a span stands for."""
    programme = (plan.days - 1) // DAYS_A_WEEK + 1
    now = max(1, plan.week(today))
    if span is Span.LAST_SIX:
        first = max(1, now - _LAST_WEEKS + 1)
        return Weeks(first, first + _LAST_WEEKS - 1)
    return Weeks(1, programme if span is Span.PROGRAMME else max(programme, now))


def pain_chart(  # noqa: PLR0913 - each is one thing that the chart depends on
    pain: tuple[KneePain, ...],
    sessions: Adherence,
    weeks: Weeks,
    *,
    days: int,
    today: int,
    affected: Side,
    description: str,
) -> PainChart:
    """Put these weeks on a chart; `sessions` holds each day, the plan has `days` of them."""
    shown = tuple(_after_the_end(day, days) for day in sessions.days)
    return PainChart(
        weeks=weeks,
        today=today,
        knees=tuple(_marks(knee, weeks, affected) for knee in pain),
        sessions=shown,
        week_names=tuple(
            _("Week {week}").format(week=week) for week in range(weeks.first, weeks.last + 1)
        ),
        pain_title=_("Worst pain that day (0–10)"),
        sessions_title=_("Sessions"),
        session_key=_key(shown),
        description=description,
        hint="" if pain else _("Each day that you log becomes a dot here, and each week a bar."),
    )


def _marks(pain: KneePain, weeks: Weeks, affected: Side) -> KneeMarks:
    return KneeMarks(
        knee=pain.knee,
        name=knee_text(pain.knee),
        days=tuple(day for day in pain.days if weeks.hold(day.day)),
        weeks=tuple(week for week in pain.weeks if weeks.first <= week.week <= weeks.last),
        line=pain.important_below if pain.knee in knees(affected) else None,
    )


def _after_the_end(day: PlanDay, days: int) -> PlanDay:
    """Where no plan asks any more, a session is a session and not an extra one."""
    is_extra = day.kind is Kind.EXTRA and day.day > days
    return replace(day, kind=Kind(day.done)) if is_extra else day


def _key(sessions: tuple[PlanDay, ...]) -> tuple[tuple[Kind, str], ...]:
    """Name the sorts of days that are there, so that nobody has to guess a shape."""
    words = {
        Kind.FULL: _("done"),
        Kind.PARTIAL: _("partly done"),
        Kind.MISSED: _("missed"),
        Kind.EXTRA: _("extra"),
        Kind.TO_COME: _("to come"),
        Kind.REST: _("rest day"),
    }
    found = {day.kind for day in sessions}
    return tuple((kind, word) for kind, word in words.items() if kind in found)


def _session_text(day: PlanDay) -> str:
    if day.kind is Kind.EXTRA:
        return _("Extra session") if day.done is Done.FULL else _("Part of an extra session")
    return {
        Kind.FULL: _("Session done"),
        Kind.PARTIAL: _("Session partly done"),
        Kind.MISSED: _("No session"),
        Kind.TO_COME: _("Session to come"),
        Kind.REST: _("Rest day"),
    }.get(day.kind, "")
