"""Which units are usual where the program runs."""

from msgspec.structs import replace
from PySide6.QtCore import QLocale

from rehabtimer.core.settings import Units
from rehabtimer.presenters.case import Case

_MILES = (QLocale.MeasurementSystem.ImperialUSSystem, QLocale.MeasurementSystem.ImperialUKSystem)


def usual_units(locale: QLocale | None = None) -> Units:
    """Return what distances are told in here: miles in the US and the UK, else kilometres."""
    system = (locale or QLocale.system()).measurementSystem()
    return Units.MILES if system in _MILES else Units.KM


def take_up_units(case: Case, locale: QLocale | None = None) -> None:
    """Begin a new history with the usual units."""
    if case.settings.units is not usual_units(locale):
        case.save(replace(case.settings, units=usual_units(locale)))
