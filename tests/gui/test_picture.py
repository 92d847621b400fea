"""The small pictures beside exercises."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.picture import Picture


@pytest.fixture
def picture(qtbot: QtBot, qapp: QApplication) -> Picture:
    apply_theme(qapp, Theme.LIGHT)
    made = Picture()
    qtbot.addWidget(made)
    return made


def colours(picture: Picture) -> set[str]:
    image = picture.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*point).name() for point in points}


def test_a_mark_stands_for_an_exercise_without_a_picture(picture: Picture) -> None:
    assert QColor(theme.look.colours.muted).name() in colours(picture)


def test_it_is_pale_for_one_that_is_off(picture: Picture) -> None:
    picture.show_exercise("", Side.LEFT, dimmed=True)
    found = colours(picture)
    assert QColor(theme.look.colours.line).name() in found
    assert QColor(theme.look.colours.muted).name() not in found
