"""Numbers as people type them, and distances in kilometres or miles."""

import re

from rehabtimer.core.settings import Units
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import MOST_METRES

METRES = {Units.KM: 1000.0, Units.MILES: 1609.344}

_TYPED = re.compile(r"[0-9]{1,6}(?:[.,][0-9]{1,6})?|[.,][0-9]{1,6}")


def typed_number(text: str) -> float | None:
    """Return a number of 0 or more with a decimal point or comma; None for anything else."""
    stripped = text.strip()
    return float(stripped.replace(",", ".")) if _TYPED.fullmatch(stripped) else None


def number_text(value: float, decimals: int = 3) -> str:
    """Return a number as it would be typed, rounded, without useless noughts."""
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def typed_metres(text: str, units: Units) -> int | None:
    """Return whole metres for a distance in `units`, 1 to 500,000; None for anything else."""
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


def distance_problem(units: Units) -> str:
    """Return what is said about a distance that cannot be kept."""
    return {
        Units.KM: _("A distance is a number above 0, up to 500 km, such as 5 or 7.5."),
        Units.MILES: _("A distance is a number above 0, up to 310 miles, such as 3 or 4.5."),
    }[units]
