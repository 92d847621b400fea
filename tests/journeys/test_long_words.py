"""Long words in what people wrote: every page still fits the window, and cuts nothing off."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Settings
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.history import HistoryView
from rehabtimer.paths import resources
from rehabtimer.presenters.case import Case
from rehabtimer.storage.store import Store
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.pain import entry
from tests.support.past import past, told
from tests.support.window import Person, child, settle

LINK = "https://example.org/" + "knee" * 25
WORD = "a" * 300


@pytest.fixture
def wordy(tmp_path: Path) -> Path:
    """A file of somebody whose every note is one long word."""
    path = tmp_path / "knee.db"
    with Store.open(path) as store:
        case = Case(store, FakeClock(), load_programme(resources()))
        case.save(Settings(welcomed=True, affected=Side.LEFT))
        record = past(case, 0, note=LINK)
        store.diary.add_all(
            (
                entry(note=LINK),
                entry(note=WORD, when=case.clock.now() - timedelta(hours=2)),
                told(record, Moment.AFTER, note=LINK),
            )
        )
        store.workouts.add(Workout(id="w", when=case.stamp, sport=Sport.OTHER, note=WORD))
        store.total_scores.add(TotalScore(id="t", day=case.today, name="x" * 100, value=5.0))
    return path


def cut_off(page: QWidget) -> list[str]:
    """What of a page reaches beyond its right edge, by its words."""
    kinds = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit)
    parts = [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]
    right = [(part, part.mapTo(page, part.rect().topRight()).x()) for part in parts]
    return [repr(part) for part, x in right if x > page.width()]


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_no_word_widens_a_page(sit_down: SitDown, wordy: Path, size: tuple[int, int]) -> None:
    person = sit_down(wordy)
    person.window.resize(*size)
    settle()
    for name in ("Log", "History", "Today", "Trends"):
        person.open_page(name)
        assert cut_off(person.window) == [], name
    person.open_page("Log")
    person.click("Total score")
    assert cut_off(person.window) == []
    person.open_page("History")
    person.click(child(person.window, HistoryView).day.rows[0])
    assert person.page is Page.PAST
    assert cut_off(person.window) == []


def test_a_long_search_is_said_back_in_the_page(sit_down: SitDown, wordy: Path) -> None:
    person = sit_down(wordy)
    person.window.resize(1024, 640)
    person.open_page("History")
    person.tab_to("Search sessions")
    person.type(WORD[:200])
    assert "Nothing is found" in person.read()
    assert cut_off(person.window) == []


def test_delete_stays_in_reach(sit_down: SitDown, wordy: Path) -> None:
    person: Person = sit_down(wordy)
    person.window.resize(1024, 640)
    person.open_page("Log")
    person.click("Delete: Left knee: 4 of 10, 08:00")
    assert "was deleted" in person.read()
