"""A chair before the window for every journey."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Settings
from rehabtimer.paths import resources
from rehabtimer.presenters.case import Case
from rehabtimer.storage.store import Store
from tests.support.clock import FakeClock
from tests.support.window import Person

SitDown = Callable[..., Person]


@pytest.fixture
def exits(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The exit codes that the program asked for; the application of the tests goes on."""
    codes: list[int] = []
    monkeypatch.setattr(qapp, "exit", codes.append)
    return codes


@pytest.fixture
def sit_down(qtbot: QtBot, tmp_path: Path, exits: list[int]) -> Iterator[SitDown]:
    """Opens the program on a file, and closes whatever is still open at the end."""
    people: list[Person] = []

    def open_it(path: Path = tmp_path / "knee.db", **options: Any) -> Person:
        people.append(Person(qtbot, path, **options))
        return people[-1]

    yield open_it
    for person in reversed(people):
        person.leave()


@pytest.fixture
def welcomed(tmp_path: Path) -> Path:
    """A file of somebody who has a sore left knee, knows all exercises, and begins today."""
    path = tmp_path / "knee.db"
    programme = load_programme(resources())
    met = tuple(exercise.id for exercise in programme.exercises)
    with Store.open(path) as store:
        case = Case(store, FakeClock(), programme)
        case.save(Settings(welcomed=True, affected=Side.LEFT, met=met))
    return path
