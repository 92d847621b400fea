"""Numbers as people type them, and distances in kilometres or miles."""

import re

from rehabtimer.core.settings import Units
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import MOST_METRES

METRES = {Units.KM: 1000.0, Units.MILES: 1609.344}

_TYPED = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?|[.,][0-9]{1,6}")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,' \u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")
_TWOFOLD = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}|\.000)")


def typed_number(text: str) -> float | None:
    """Return a number of 0 or more with a decimal point or comma; None for anything else.

    What may be thousands as well, such as "1,234" and "1.000", is left to `two_readings`. A point
    before three digits, as in "1.234", is that of a decimal, for so the program writes it itself.
    """
    stripped = text.strip()
    is_clear = _TYPED.fullmatch(stripped) and not _TWOFOLD.fullmatch(stripped)
    return float(stripped.replace(",", ".")) if is_clear else None


def typed_whole(text: str) -> int | None:
    """Return a whole number of 0 or more; None for anything else.

    Three digits after a point or comma can only be thousands here: "1,440" and "1.440" are 1440.
    """
    stripped = text.strip()
    if _GROUPED.fullmatch(stripped):
        return int(re.sub(r"[^0-9]", "", stripped))
    number = typed_number(stripped)
    return int(number) if number is not None and number.is_integer() else None


def two_readings(text: str) -> str:
    """Return how to write a number that can be read in two ways, in one sentence; else ""."""
    stripped = text.strip()
    if not _TWOFOLD.fullmatch(stripped):
        return ""
    whole, part = re.split("[.,]", stripped)
    sentence = _("“{typed}” can be read in two ways: please write {thousands} or {decimal}.")
    decimal = f"{whole}.{part}" if part != "000" else whole
    return sentence.format(typed=stripped, thousands=whole + part, decimal=decimal)


def number_text(value: float, decimals: int = 3) -> str:
    """Return a number as it would be typed, rounded, without useless noughts."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def typed_metres(text: str, units: Units) -> int | None:
    """Return whole metres for a distance in `units`, 1 to 500,000; None for anything else.

    "1,234" is nothing: it may be meant in metres as well.
    """
    number = typed_number(text)
    metres = round(number * METRES[units]) if number is not None else 0
    return metres if 1 <= metres <= MOST_METRES else None


def field_text(metres: int | None, units: Units) -> str:
    """Return a distance as it stands in a field: what was typed, to three decimals."""
    return number_text(metres / METRES[units]) if metres is not None else ""


def distance_words(metres: int, units: Units) -> str:
    """Return a distance in words: "7.25 km", "1 mile", "3.11 miles"."""
    if units is Units.KM:
        return _("{distance} km").format(distance=number_text(metres / METRES[units]))
    distance = number_text(metres / METRES[units], decimals=2)
    return ngettext("{n} mile", "{n} miles", float(distance))


def distance_name(units: Units) -> str:
    """Return what a field for a distance asks for."""
    return {Units.KM: _("Distance in km"), Units.MILES: _("Distance in miles")}[units]


def distance_problem(text: str, units: Units) -> str:
    """Return what is said about a distance that was typed and cannot be kept."""
    return (
        two_readings(text)
        or {
            Units.KM: _("A distance is a number above 0, up to 500 km, such as 5 or 7.5."),
            Units.MILES: _("A distance is a number above 0, up to 310 miles, such as 3 or 4.5."),
        }[units]
    )
