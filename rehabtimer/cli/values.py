"""From the words of a command line to values, or to one sentence about what was expected."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted

SLOWEST, FASTEST = 0.01, 1000.0
MOST_DAYS = 3650  # of a made-up history

MOST_WEEKS = 520  # ten years
ALL = "all"

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_T = TypeVar("_T")


def value(name: str, convert: Callable[[str], _T], expected: str) -> Callable[[str], _T]:
    """Return a converter whose refusal names the option, the value and what was expected."""

    def read(text: str) -> _T:
        try:
            return convert(text)
        except ValueError:
            problem = _("{option} cannot be {value}; expected {expected}.")
            values = {"option": name, "value": quoted(text), "expected": expected}
            raise UserError(problem.format(**values)) from None

    return read


def to_date(text: str) -> date:
    """Read a date as YYYY-MM-DD; ValueError if it is none."""
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def to_speed(text: str) -> float:
    """Read a speed, 0.01 to 1000; ValueError if it is none."""
    speed = float(text)
    if not SLOWEST <= speed <= FASTEST:  # which "nan" is not either
        raise ValueError(text)
    return speed


def to_days(text: str) -> int:
    """Read a number of days, 1 to 3650; ValueError if it is none."""
    days = int(text)
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(text)
    return days


def to_weeks(text: str) -> int | None:
    """Read a number of weeks, 1 to 520, or None for "all"; ValueError if it is neither."""
    if text == ALL:
        return None
    weeks = int(text)
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValueError(text)
    return weeks


def to_word(words: Sequence[str]) -> Callable[[str], str]:
    """Return what reads one of some words; ValueError if it is none of them."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(text)
        return text

    return read


def to_path(text: str) -> Path:
    """Read a path; ValueError if it is empty."""
    if not text:
        raise ValueError(text)
    return Path(text)
