"""Floor mode, presenter remotes, media keys, panels and keys that bounce."""

from pathlib import Path

import pytest

from tests.journeys.conftest import SitDown
from tests.support.window import Person


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in the first hold."""
    person = sit_down()
    person.click("Start")
    person.press("Return")
    person.wait(5 + 2)
    assert person.word == "HOLD"
    return person


def test_floor_mode_and_back(person: Person) -> None:
    person.press("F11")
    assert person.window.isFullScreen()
    assert not person.can_see("Pause")
    assert not person.run.view.segments.isVisible()
    assert person.run.view.next.isVisible()
    person.press("F11")
    assert not person.window.isFullScreen()
    assert person.can_see("Pause")


def test_a_maximised_window_is_maximised_after_floor_mode(person: Person) -> None:
    person.window.showMaximized()
    person.press("F11", "F11")
    assert person.window.isMaximized()


def test_escape_leaves_the_floor_first_and_then_the_session(person: Person) -> None:
    person.press("F11", "Esc")
    assert not person.window.isFullScreen()
    assert person.word == "HOLD"
    person.press("Esc")
    assert not person.in_session


def test_a_session_that_ends_on_the_floor_gives_the_window_back(person: Person) -> None:
    person.press("F11", "H", "E")
    assert not person.in_session
    assert not person.window.isFullScreen()


@pytest.mark.parametrize("part", ["ring", "stage", "next"])
def test_on_the_floor_a_click_anywhere_pauses(person: Person, part: str) -> None:
    person.press("F11")
    person.click(getattr(person.run.view, part))
    assert person.word == "PAUSED"
    person.click(getattr(person.run.view, part))
    assert person.word == "IN POSITION"


def test_on_the_floor_a_panel_keeps_clicks_to_itself(person: Person) -> None:
    person.press("F11", "H")
    panel = person.run.view.overlay.panel
    assert panel is not None
    person.click(panel, at=0.01)
    person.click(person.run.view.overlay, at=0.01)
    assert person.word == "PAUSED"
    assert person.run.view.overlay.panel is panel


def test_away_from_the_floor_a_click_beside_the_controls_does_nothing(person: Person) -> None:
    person.click(person.run.view.ring)
    assert person.word == "HOLD"


@pytest.mark.qt_log_ignore("keyToAscii")  # of the tests' own keyboard
@pytest.mark.parametrize("key", ["Space", "B", "Media Play", "Toggle Media Play/Pause"])
def test_what_pauses(person: Person, key: str) -> None:
    person.press(key)
    assert person.word == "PAUSED"
    person.press(key)
    assert person.word == "IN POSITION"


@pytest.mark.parametrize("on, back", [("PgDown", "PgUp"), ("Media Next", "Media Previous")])
def test_a_remote_steps(person: Person, on: str, back: str) -> None:
    person.press(on)
    assert person.word == "SWITCH SIDES"
    person.press(back)
    assert person.word == "IN POSITION"


def test_a_key_that_bounces_counts_once(person: Person) -> None:
    person.press("Space")
    person.press("Space", after=0.1)
    assert person.word == "PAUSED"
    person.press("Space", after=0.2)
    assert person.word == "IN POSITION"


def test_two_keys_are_no_bounce(person: Person) -> None:
    person.press("Right")
    person.press("Space", after=0.01)
    assert person.word == "PAUSED"


def test_enter_presses_what_has_the_focus_and_space_pauses(person: Person) -> None:
    person.tab_to("Skip")
    person.press("Space")
    assert person.word == "PAUSED"
    person.press("Return")
    assert person.run.view.stage.side.text() == "RIGHT LEG"


def test_every_control_is_reached_by_tab(person: Person) -> None:
    for name in ("Back", "Pause", "Do the set again", "−10 s", "+10 s", "Leave", "This hurts"):
        person.tab_to(name)


@pytest.mark.parametrize("key", ["?", "F1"])
def test_the_keys_are_told(person: Person, key: str) -> None:
    person.press(key)
    assert "a presenter remote" in person.read()
    person.press("Right", "R", "E")
    assert person.word == "HOLD", "a panel has the keys"
    person.press("Esc")
    assert "a presenter remote" not in person.read()
    assert person.in_session
    person.press("Right")
    assert person.word == "SWITCH SIDES"


def test_muting_lasts(person: Person, sit_down: SitDown) -> None:
    person.press("M")
    assert "sound off" in person.read() or "no sound" in person.read()
    person.leave()
    again = sit_down(clock=person.clock)
    assert again.program.case is not None
    assert again.program.case.settings.muted
