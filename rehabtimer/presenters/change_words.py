"""How pain changed from one week to another, in words that say which weeks are meant."""

from enum import Enum, auto

from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.pain import LONG_AGO, KneePain, PainChange
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.wording import knee_text, short_date


class _Weeks(Enum):
    """How two weeks are told: by number or by date, the later one only where it is long ago."""

    SINCE_NUMBER = auto()
    SINCE_DATE = auto()
    NUMBERS = auto()
    DATES = auto()


def change_text(change: PainChange, axis: Axis, *, is_over: bool = False) -> str:
    """Return a change in words: "Left knee: down 2 points since week 1".

    The later week is told as well if it `is_over`: long ago, and not how it is now.
    """
    texts = _level() if not change.points else _fall(change) if change.points < 0 else _rise(change)
    by_number = _Weeks.NUMBERS if is_over else _Weeks.SINCE_NUMBER
    by_date = _Weeks.DATES if is_over else _Weeks.SINCE_DATE
    first, last = week_words(change.from_week, axis), week_words(change.to_week, axis)
    text = texts[by_date if axis.is_calendar else by_number]
    return text.format(knee=knee_text(change.knee), first=first, last=last)


def week_words(week: int, axis: Axis) -> str:
    """Return the number of a week, or its first date in weeks of the calendar."""
    return short_date(axis.first_of(week), axis.today) if axis.is_calendar else str(week)


def is_long_ago(pain: KneePain, axis: Axis) -> bool:
    """Whether the latest week that counts says how it was, and not how it is now."""
    day = pain.latest_day
    return day is not None and (axis.today - axis.days.date_of(day)).days >= LONG_AGO


def _level() -> dict[_Weeks, str]:
    return {
        _Weeks.SINCE_NUMBER: _("{knee}: no change since week {first}"),
        _Weeks.SINCE_DATE: _("{knee}: no change since the week of {first}"),
        _Weeks.NUMBERS: _("{knee}: no change from week {first} to week {last}"),
        _Weeks.DATES: _("{knee}: no change from the week of {first} to that of {last}"),
    }


def _fall(change: PainChange) -> dict[_Weeks, str]:
    points = -change.points
    return {
        _Weeks.SINCE_NUMBER: ngettext(
            "{knee}: down {n} point since week {first}",
            "{knee}: down {n} points since week {first}",
            points,
        ),
        _Weeks.SINCE_DATE: ngettext(
            "{knee}: down {n} point since the week of {first}",
            "{knee}: down {n} points since the week of {first}",
            points,
        ),
        _Weeks.NUMBERS: ngettext(
            "{knee}: down {n} point from week {first} to week {last}",
            "{knee}: down {n} points from week {first} to week {last}",
            points,
        ),
        _Weeks.DATES: ngettext(
            "{knee}: down {n} point from the week of {first} to that of {last}",
            "{knee}: down {n} points from the week of {first} to that of {last}",
            points,
        ),
    }


def _rise(change: PainChange) -> dict[_Weeks, str]:
    points = change.points
    return {
        _Weeks.SINCE_NUMBER: ngettext(
            "{knee}: up {n} point since week {first}",
            "{knee}: up {n} points since week {first}",
            points,
        ),
        _Weeks.SINCE_DATE: ngettext(
            "{knee}: up {n} point since the week of {first}",
            "{knee}: up {n} points since the week of {first}",
            points,
        ),
        _Weeks.NUMBERS: ngettext(
            "{knee}: up {n} point from week {first} to week {last}",
            "{knee}: up {n} points from week {first} to week {last}",
            points,
        ),
        _Weeks.DATES: ngettext(
            "{knee}: up {n} point from the week of {first} to that of {last}",
            "{knee}: up {n} points from the week of {first} to that of {last}",
            points,
        ),
    }
