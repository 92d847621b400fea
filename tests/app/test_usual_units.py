"""Distances begin in the units that are usual where the program runs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from rehabtimer.app.usual_units import take_up_units, usual_units
from rehabtimer.core.settings import Units
from tests.support.cases import opened, reopened


@pytest.mark.parametrize(
    "name, units",
    [
        ("en_US", Units.MILES),
        ("en_GB", Units.MILES),
        ("de_DE", Units.KM),
        ("en_CA", Units.KM),
        ("C", Units.KM),
    ],
)
def test_by_locale(tmp_path: Path, name: str, units: Units) -> None:
    assert usual_units(QLocale(name)) is units
    with opened(tmp_path) as case:
        take_up_units(case, QLocale(name))
        assert reopened(case).settings.units is units


def test_what_the_system_says_is_asked() -> None:
    assert usual_units() is usual_units(QLocale.system())
