"""Every drawing that is asked for is there, and takes the colour that is asked for."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.gui.icons import icon
from rehabtimer.gui.main_window import Page

FOLDER = paths.resources() / "icons"
SOURCES = Path(__file__).parents[2] / "rehabtimer"
WITHOUT_ENTRY = (Page.SUMMARY, Page.EXERCISE, Page.FORM, Page.PAPER, Page.PAST, Page.PAST_FORM)
ASKED = re.compile(
    r"""(?:icon_name=|icon=|icon\(|paint_icon\(painter, |"iconName", )"(\w[\w-]*)\""""
)


def names_in_the_code() -> set[str]:
    found = {name for path in SOURCES.rglob("*.py") for name in ASKED.findall(path.read_text())}
    return found | {page.value for page in Page if page not in WITHOUT_ENTRY}


def colours_of(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    seen = (image.pixelColor(*point) for point in points)
    return {colour.name() for colour in seen if colour.alpha() == 255}


def test_names_are_found_in_the_code() -> None:
    assert {"play", "pause", "check", "sound", "app", "today"} <= names_in_the_code()


@pytest.mark.parametrize("name", sorted(names_in_the_code()))
def test_every_icon_is_there_and_draws(qtbot: QtBot, name: str) -> None:
    assert (FOLDER / f"{name}.svg").is_file()
    drawn = icon(name, "#ff0000", size=64).pixmap(QSize(64, 64)).toImage()
    assert "#ff0000" in colours_of(drawn)
    assert "#000000" not in colours_of(drawn)


def test_a_chosen_one_has_another_colour(qtbot: QtBot) -> None:
    made = icon("today", "#ff0000", chosen="#0000ff", size=64)
    on = made.pixmap(QSize(64, 64), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert "#0000ff" in colours_of(on)
    assert "#ff0000" not in colours_of(on)
