"""The pictures show every screen and state, and the same ones whenever they are taken."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme

PACKAGING = Path(__file__).parents[1] / "packaging"
MODULES = {path.stem for path in PACKAGING.glob("*.py")}
SMALL = QSize(1024, 640)

Take = Callable[[str, str], list[Path]]


@pytest.fixture
def screenshots(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield import_module("screenshots")
    for name in MODULES:
        sys.modules.pop(name, None)


@pytest.fixture
def take(screenshots: ModuleType, qapp: QApplication, tmp_path: Path) -> Iterator[Take]:
    def take(word: str, folder: str) -> list[Path]:
        """Take the pictures of the series of that name."""
        studios = import_module("studio")
        to, scratch = tmp_path / folder, tmp_path / f"{folder}-histories"
        to.mkdir()
        scratch.mkdir()
        look = studios.Look(Theme.DARK, SMALL, 1.0)
        studio = studios.Studio(qapp, to, look, studios.Histories(scratch))
        for series in screenshots.SERIES:
            if screenshots.name_of(series) == word:
                series(studio)
        return sorted(to.iterdir())

    flashing = qapp.cursorFlashTime()
    yield take
    qapp.setCursorFlashTime(flashing)
    apply_theme(qapp, Theme.LIGHT)


def test_every_series_is_taken_once(screenshots: ModuleType) -> None:
    names = [screenshots.name_of(series) for series in screenshots.SERIES]
    assert len(set(names)) == len(names)
    modules = {name for name in MODULES if name.startswith("screens") and name != "screenshots"}
    assert {series.__module__ for series in screenshots.SERIES} == modules


def test_a_picture_bears_the_name_of_its_look(take: Take) -> None:
    pictures = take("hurts.monitoring", "once")
    names = [path.name for path in pictures]
    assert names == ["hurts-less-dark-1024x640.png", "hurts-monitoring-dark-1024x640.png"]
    assert {QImage(str(path)).size().toTuple() for path in pictures} == {SMALL.toTuple()}


@pytest.mark.parametrize("word", ["today.calm", "log.pain", "hurts.monitoring"])
def test_two_runs_give_the_same_pictures(take: Take, word: str) -> None:
    first, second = take(word, "first"), take(word, "second")
    assert first
    assert [path.name for path in first] == [path.name for path in second]
    for one, other in zip(first, second, strict=True):
        assert QImage(str(one)) == QImage(str(other)), one.name
