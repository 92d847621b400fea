"""The contact sheet leaves no exercise, easier version or side out."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from rehabtimer.core.figure import pose_at
from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui import theme
from rehabtimer.gui.widgets import figure
from tests.support.figures import versions

PACKAGING = Path(__file__).parents[1] / "packaging"


@pytest.fixture
def sheet(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    sys.modules.pop("contact_sheet", None)
    return import_module("contact_sheet")


def test_every_version_has_a_row_for_every_side(sheet: ModuleType) -> None:
    wanted = [
        (version.name, version.variant, side)
        for version in versions()
        for side in ((Side.LEFT, Side.RIGHT) if version.sided else (Side.BOTH,))
    ]
    assert [(row.exercise.id, row.variant, row.side) for row in sheet.rows()] == wanted


def test_a_row_shows_five_different_poses(sheet: ModuleType) -> None:
    for row in sheet.rows():
        moments = [row.moment(still) for still in row.stills()]
        poses = [str(pose_at(row.figure, moment).points) for moment in moments]
        assert len(poses) == sheet.MOMENTS
        same = row.exercise.id == "wall-slide"  # it rests where it gets ready
        assert len(set(poses)) == sheet.MOMENTS - same
        assert Phase.HOLD in {moment.phase for moment in moments}


def test_a_sheet_is_painted_in_the_colours_of_its_look(sheet: ModuleType, qtbot: QtBot) -> None:
    for look, colours in ((theme.LIGHT, figure.LIGHT), (theme.DARK, figure.DARK)):
        image: QImage = sheet.Sheet(look, colours).drawn(sheet.rows()[:1])
        found = {
            image.pixelColor(x, y).name() for x in range(0, 1890, 3) for y in range(60, 280, 3)
        }
        for colour in (look.ground, look.card, colours.accent, colours.shirt, colours.prop):
            assert QColor(colour).name() in found
