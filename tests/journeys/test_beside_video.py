"""The small timer, for those who follow a video beside it."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from rehabtimer.gui.views.mini import MiniTimer
from tests.journeys.conftest import SitDown
from tests.support.window import Person, click, combination, settle

SECONDS = itertools.count(1.0)


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in the first hold, with the small timer open."""
    person = sit_down()
    person.click("Start")
    person.press("Return")
    person.wait(5 + 2)
    person.press("T")
    assert mini(person).isVisible()
    assert QTest.qWaitForWindowActive(mini(person)), "keys would go elsewhere"
    return person


def mini(person: Person) -> MiniTimer:
    return person.program.surroundings.mini


def press(person: Person, key: str) -> None:
    """Press a key in the small window, a second after the last one."""
    moment = next(SECONDS)
    mini(person).keys._now = lambda: moment
    pressed = combination(key)
    QTest.keyClick(mini(person).windowHandle(), pressed.key(), pressed.keyboardModifiers())
    settle()


def test_it_shows_what_the_window_would(person: Person) -> None:
    assert person.window.isMinimized()
    assert mini(person).time.accessibleName() == "LEFT LEG, HOLD 13"
    person.wait(1)
    assert mini(person).time.accessibleName() == "LEFT LEG, HOLD 12"


def test_it_pauses_by_key_and_by_mouse(person: Person) -> None:
    press(person, "Space")
    assert person.word == "PAUSED"
    assert mini(person).toggle.accessibleName() == "Go on"
    click(mini(person).toggle)
    assert person.word == "IN POSITION"


@pytest.mark.parametrize("key", ["T", "Esc"])
def test_closing_it_brings_the_window_back_and_the_session_goes_on(
    person: Person, key: str
) -> None:
    press(person, key)
    assert not mini(person).isVisible()
    assert not person.window.isMinimized()
    assert person.in_session
    assert person.word == "HOLD"


def test_what_hurts_is_asked_in_the_window(person: Person) -> None:
    press(person, "H")
    assert not mini(person).isVisible()
    assert not person.window.isMinimized()
    assert person.run.view.overlay.panel is not None


def test_it_ends_with_the_session(person: Person) -> None:
    for _place in range(10):
        press(person, "Shift+Right")
    while person.in_session:
        press(person, "Right")
    assert not mini(person).isVisible()
    assert not person.window.isMinimized()


def test_in_the_next_session_it_is_where_it_was(person: Person) -> None:
    mini(person).resize(360, 150)
    press(person, "T")
    person.press("Esc")
    person.click("Go on with it")
    person.press("T")
    assert mini(person).size().toTuple() == (360, 150)


def test_closing_the_window_closes_it_too(person: Person) -> None:
    small = mini(person)
    person.window.close()
    assert not small.isVisible()
