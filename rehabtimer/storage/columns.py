"""The columns that tables are made of, each with its rule."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import REAL, CheckConstraint, Column, Integer, Text

from rehabtimer.core.programme import Side

_DIGIT = "[0-9]"
_DATE = f"{_DIGIT * 4}-[01]{_DIGIT}-[0-3]{_DIGIT}"
_MOMENT = f"{_DATE}T[0-2]{_DIGIT}:[0-5]{_DIGIT}:[0-6]{_DIGIT}.{_DIGIT * 6}Z"
_DAY_OF_MINUTES = 24 * 60
_MOST = 1_000_000


def key() -> Column[str]:
    """Return the key that the program makes."""
    return Column("id", Text, CheckConstraint("id <> ''"), primary_key=True, nullable=False)


def text(name: str) -> Column[str]:
    """Return any text, also an empty one."""
    return Column(name, Text, nullable=False)


def day(name: str, *, nullable: bool = False, primary_key: bool = False) -> Column[str]:
    """Return a date of the calendar."""
    rule = CheckConstraint(f"{name} GLOB '{_DATE}' AND {name} > '0001'")
    return Column(name, Text, rule, nullable=nullable, primary_key=primary_key)


def day_or_nothing(name: str) -> Column[str]:
    """Return a date, or an empty text."""
    rule = CheckConstraint(f"{name} = '' OR {name} GLOB '{_DATE}'")
    return Column(name, Text, rule, nullable=False)


def moment(name: str, *, nullable: bool = False) -> Column[str]:
    """Return a moment, in UTC."""
    return Column(name, Text, CheckConstraint(f"{name} GLOB '{_MOMENT}'"), nullable=nullable)


def stamp() -> tuple[Column[str], Column[int], Column[str]]:
    """Return a moment, how far local time was ahead of it, and the date that it counts for."""
    reach = f'"offset" BETWEEN -{_DAY_OF_MINUTES} AND {_DAY_OF_MINUTES}'
    offset = Column("offset", Integer, CheckConstraint(reach), nullable=False)
    return moment("at"), offset, day("local_date")


def one_of(
    name: str, words: Iterable[StrEnum | str], *, nullable: bool = False, primary_key: bool = False
) -> Column[str]:
    """Return one of some words.

    Not written as `IN`, for which `integrity_check` builds a list anew for every row.
    """
    rule = CheckConstraint(" OR ".join(f"{name} = '{word}'" for word in words))
    return Column(name, Text, rule, nullable=nullable, primary_key=primary_key)


def side(name: str, *, nullable: bool = False) -> Column[str]:
    """Return a side."""
    return one_of(name, Side, nullable=nullable)


def yes_no(name: str) -> Column[int]:
    """Return 1 for yes, 0 for no."""
    return Column(name, Integer, CheckConstraint(f'"{name}" IN (0, 1)'), nullable=False)


def number(name: str, least: int = 0, most: int = _MOST, *, nullable: bool = False) -> Column[int]:
    """Return a whole number."""
    rule = CheckConstraint(f"{name} BETWEEN {least} AND {most}")
    return Column(name, Integer, rule, nullable=nullable)


def real(name: str, most: int = _MOST, *, nullable: bool = False) -> Column[float]:
    """Return a number from 0 on."""
    rule = CheckConstraint(f"{name} BETWEEN 0 AND {most}")
    return Column(name, REAL, rule, nullable=nullable)


def speed() -> Column[float]:
    """Return how many times faster than life the clock ran."""
    rule = CheckConstraint(f"speed > 0 AND speed <= {_MOST}")
    return Column("speed", REAL, rule, nullable=False)


def score() -> Column[int]:
    """Return a score of pain, which may be missing."""
    return number("score", 0, 10, nullable=True)
