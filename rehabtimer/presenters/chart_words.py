"""Words that the charts of Trends have in common."""

from collections.abc import Iterable
from datetime import date

from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.settings import Units
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import Sport
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.distances import METRES
from rehabtimer.presenters.wording import date_text, figure, short_date

NOTHING = "–"

_NOTE_LENGTH = 72  # of a note beside a chart; the whole of it is in the log


def joined(sentences: Iterable[str]) -> str:
    """Return whole sentences one after another, without those that are empty."""
    return " ".join(filter(None, sentences))


def lines_of(*lines: str) -> str:
    """Return lines one below another, without those that are empty."""
    return "\n".join(filter(None, lines))


def week_dates(axis: Axis, week: int) -> tuple[date, date]:
    """Return the first and the last date of a week of a chart."""
    last = week * DAYS_A_WEEK
    return axis.days.date_of(last - DAYS_A_WEEK + 1), axis.days.date_of(last)


def week_text(axis: Axis, week: int) -> str:
    """Return a week as a heading: "Week 3, 16 Mar to 22 Mar"."""
    first, last = week_dates(axis, week)
    today = axis.today
    values = {"week": week, "first": short_date(first, today), "last": short_date(last, today)}
    if axis.is_calendar:
        return _("{first} to {last}").format(**values)
    return _("Week {week}, {first} to {last}").format(**values)


def week_cell(axis: Axis, week: int) -> str:
    """Return a week as it stands in a table: its number, or the date of its Monday."""
    return axis.week_names[week - axis.weeks.first] if axis.is_calendar else figure(week)


def calendar_text(axis: Axis) -> str:
    """Say that the weeks are not those of the programme, where that is so."""
    if not axis.is_calendar:
        return ""
    text = _("Weeks begin on Mondays here; this programme began on {date}.")
    if axis.today < axis.programme.started_on:
        text = _("Weeks begin on Mondays here; this programme begins on {date}.")
    return text.format(date=date_text(axis.programme.started_on, axis.today))


def day_text(axis: Axis) -> str:
    """Say where in the programme today is."""
    plan, today = axis.programme, axis.today
    if today < plan.started_on:
        return _("The programme starts on {date}.").format(date=date_text(plan.started_on, today))
    if today > plan.last_day:
        return _("The programme ended on {date}.").format(date=date_text(plan.last_day, today))
    values = {"day": plan.day(today), "days": plan.days}
    if plan.is_paused(today):
        return _("The programme is paused on day {day} of {days}.").format(**values)
    return _("Day {day} of {days}.").format(**values)


def paused_text(days: int) -> str:
    """Say on how many paused days something was logged that a chart has no place for."""
    if not days:
        return ""
    return ngettext(
        "What you logged on {n} paused day is under Everything.",
        "What you logged on {n} paused days is under Everything.",
        days,
    )


def short_note(note: str) -> str:
    """Return the beginning of a person's own words, on one line."""
    line = " ".join(note.split())
    return line if len(line) <= _NOTE_LENGTH else f"{line[:_NOTE_LENGTH].rsplit(' ', 1)[0]} …"


def percent(share: float) -> int:
    """Return a share of 1 as a whole percentage; 100 only where nothing is missing, 0 of nothing.

    What is nearly everything is 99 %, and what is hardly anything 1 %.
    """
    if share in (0, 1):
        return round(share * 100)
    return min(99, max(1, round(share * 100)))


def distance_of(metres: float, units: Units) -> float:
    """Return a distance in kilometres or miles, to a tenth."""
    return round(metres / METRES[units], 1)


def distance_text(metres: float, units: Units) -> str:
    """Return a distance in words: "8.5 km", "1 mile"."""
    distance = distance_of(metres, units)
    if units is Units.KM:
        return _("{distance} km").format(distance=figure(distance))
    return ngettext("{n} mile", "{n} miles", distance)


def sport_text(sport: Sport) -> str:
    """Return the name of an activity as it begins a line."""
    return {
        Sport.RUNNING: _("Running"),
        Sport.WALKING: _("Walking"),
        Sport.CYCLING: _("Cycling"),
        Sport.SWIMMING: _("Swimming"),
        Sport.YOGA: _("Yoga"),
        Sport.ROLLING: _("Foam rolling"),
        Sport.OTHER: _("Other"),
    }[sport]


def file_name(key: str, axis: Axis) -> str:
    """Return a name for a file with a chart, without a suffix: "pain-2026-03-02-to-2026-04-12"."""
    return f"{key}-{axis.first.isoformat()}-to-{axis.last.isoformat()}"
