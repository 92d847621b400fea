"""What the pain chart shows: plain numbers by the place of a day, and the words beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _
from rehabtimer.insights.adherence import Done, Kind, PlanDay
from rehabtimer.insights.doctor import FROM_DAY
from rehabtimer.insights.pain import KneePain, LoggedDay, PainWeek
from rehabtimer.presenters.chart_axis import Axis, Weeks
from rehabtimer.presenters.wording import date_text, knee_text, knees

_MANY_WEEKS = 13


class MarkKind(StrEnum):
    """What is marked below the pain of a day."""

    RELIEVER = "reliever"
    NOTE = "note"
    SCORE = "score"  # the total of a questionnaire


@dataclass(frozen=True)
class LogMark:
    """One small mark: the place of its day, and what it says."""

    day: int
    kind: MarkKind
    text: str


@dataclass(frozen=True)
class KneeMarks:
    """One knee on the chart; `line` is where the change becomes an important one, if drawn.

    `line_days` are the places of its ends: it begins with the week that others are compared with.
    """

    knee: Side
    name: str
    days: tuple[LoggedDay, ...]
    weeks: tuple[PainWeek, ...]
    line: float | None
    line_days: tuple[int, int]


@dataclass(frozen=True)
class PainChart:
    """Everything that the chart draws; days are places on its axis, `today` is one of them.

    `day_21` is where the article's three weeks end, or None beside the chart. `marks` are in the
    order of the days.
    """

    weeks: Weeks
    today: int
    date: date  # of today
    knees: tuple[KneeMarks, ...]
    sessions: tuple[PlanDay, ...]  # one for each place
    week_names: tuple[str, ...]
    pain_title: str
    sessions_title: str
    session_key: tuple[tuple[Kind, str], ...]
    marks: tuple[LogMark, ...]
    mark_key: tuple[tuple[MarkKind, str], ...]
    day_21: int | None
    day_21_word: str
    description: str
    hint: str  # stands in the place of the dots until there are some

    def note(self, day: int) -> str:
        """Return what is to be said about one day, or an empty string outside these weeks."""
        if not self.weeks.hold(day):
            return ""
        session = self.sessions[day - self.weeks.first_day]
        told = [mark.text for mark in self.marks if mark.day == day]
        lines = [
            date_text(session.on, self.date),
            *self._scores(day),
            _session_text(session),
            *told,
        ]
        return "\n".join(line for line in lines if line)

    @property
    def leap(self) -> int:
        """How many places Page Up and Page Down go: a week, or four of them on a long chart."""
        weeks = 1 if len(self.weeks.numbers) <= _MANY_WEEKS else 4
        return weeks * DAYS_A_WEEK

    def stops(self) -> tuple[int, ...]:
        """Return the days with something on them, and today, in order."""
        logged = {logged.day for marks in self.knees for logged in marks.days}
        done = {day.day for day in self.sessions if day.done is not Done.NOTHING}
        today = {self.today} if self.weeks.hold(self.today) else set()
        return tuple(sorted(logged | done | today | {mark.day for mark in self.marks}))

    def _scores(self, day: int) -> list[str]:
        found = [
            _("{knee}: {score} of 10").format(knee=marks.name, score=logged.score)
            for marks in self.knees
            for logged in marks.days
            if logged.day == day
        ]
        return found or ([_("No pain logged")] if day <= self.today else [])


def pain_chart(
    placed: Iterable[KneePain],
    sessions: Iterable[PlanDay],
    axis: Axis,
    *,
    affected: Side,
    marks: tuple[LogMark, ...],
    description: str,
) -> PainChart:
    """Put the days of an axis on a chart.

    The days and weeks of `placed` are places on it, and so are those of `sessions` and `marks`.
    Only an affected knee has a line where its change becomes an important one.
    """
    shown = tuple(sessions)
    found = tuple(_marks(knee, axis, affected) for knee in placed)
    return PainChart(
        weeks=axis.weeks,
        today=axis.now,
        date=axis.today,
        knees=found,
        sessions=shown,
        week_names=axis.week_names,
        pain_title=_("Worst pain that day (0–10)"),
        sessions_title=_("Sessions"),
        session_key=session_key(day.kind for day in shown),
        marks=marks,
        mark_key=_mark_key(marks),
        day_21=_day_21(axis) if found else None,
        day_21_word=_("day 21"),
        description=description,
        hint="" if found else _("Each day that you log becomes a dot here, and each week a bar."),
    )


def session_key(kinds: Iterable[Kind]) -> tuple[tuple[Kind, str], ...]:
    """Name the sorts of days that are there, so that nobody has to guess a shape."""
    found = set(kinds)
    return tuple((kind, word) for kind, word in kind_words().items() if kind in found)


def kind_words() -> dict[Kind, str]:
    """Return a word for each sort of day, but for those that were outside of any programme."""
    return {
        Kind.FULL: _("done"),
        Kind.PARTIAL: _("partly done"),
        Kind.MISSED: _("missed"),
        Kind.EXTRA: _("extra"),
        Kind.TO_COME: _("to come"),
        Kind.REST: _("rest day"),
        Kind.PAUSED: _("paused"),
    }


def _marks(pain: KneePain, axis: Axis, affected: Side) -> KneeMarks:
    first = pain.baseline.week if pain.baseline else axis.weeks.first
    return KneeMarks(
        knee=pain.knee,
        name=knee_text(pain.knee),
        days=pain.days,
        weeks=pain.weeks,
        line=pain.important_below if pain.knee in knees(affected) else None,
        line_days=(Weeks(first, first).first_day, axis.weeks.last_day),
    )


def _mark_key(marks: Iterable[LogMark]) -> tuple[tuple[MarkKind, str], ...]:
    words = {
        MarkKind.RELIEVER: _("pain reliever"),
        MarkKind.NOTE: _("note"),
        MarkKind.SCORE: _("questionnaire"),
    }
    found = {mark.kind for mark in marks}
    return tuple((kind, word) for kind, word in words.items() if kind in found)


def _day_21(axis: Axis) -> int | None:
    """Say where the three weeks end after which the article advises to see a doctor."""
    place = axis.days.day(axis.programme.date_of(FROM_DAY))
    return place if axis.weeks.hold(place) else None


def _session_text(day: PlanDay) -> str:
    if day.kind is Kind.EXTRA:
        return _("Extra session") if day.done is Done.FULL else _("Part of an extra session")
    return {
        Kind.FULL: _("Session done"),
        Kind.PARTIAL: _("Session partly done"),
        Kind.MISSED: _("No session"),
        Kind.TO_COME: _("Session to come"),
        Kind.REST: _("Rest day"),
        Kind.PAUSED: _("Programme paused"),
    }.get(day.kind, "")
