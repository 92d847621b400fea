"""The screen stays awake for a session, as the desktop of the person sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import SitDown
from tests.support.screensaver import ScreenSaver, address_in, session_bus
from tests.support.window import Person


@pytest.fixture
def saver(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ScreenSaver]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address_in(tmp_path))
    with session_bus(tmp_path):
        saver = ScreenSaver(address_in(tmp_path))
        yield saver
        saver.leave()


def begin(sit_down: SitDown) -> Person:
    person = sit_down()
    person.click("Start")
    person.press("Return")
    person.wait(2)
    return person


def wait_for(qtbot: QtBot, person: Person, text: str) -> None:
    qtbot.waitUntil(lambda: person.run.view.awake.text() == text, timeout=10_000)


def test_it_is_held_while_a_session_runs_and_five_minutes_of_a_pause(
    sit_down: SitDown, welcomed: Path, saver: ScreenSaver, qtbot: QtBot
) -> None:
    person = begin(sit_down)
    assert saver.next().what == "Inhibit"
    wait_for(qtbot, person, "screen stays awake")

    person.press("Space")
    person.sleep(299)
    assert saver.saw_nothing_more()
    assert saver.holders
    person.sleep(2)
    assert saver.next().what == "UnInhibit"
    wait_for(qtbot, person, "")

    person.press("Space")
    assert saver.next().what in ("gone", "Inhibit")
    qtbot.waitUntil(lambda: bool(saver.holders), timeout=10_000)
    wait_for(qtbot, person, "screen stays awake")
    person.press("Esc")
    qtbot.waitUntil(lambda: not saver.holders, timeout=10_000)


def test_closing_the_window_releases_it(
    sit_down: SitDown, welcomed: Path, saver: ScreenSaver, qtbot: QtBot
) -> None:
    person = begin(sit_down)
    qtbot.waitUntil(lambda: bool(saver.holders), timeout=10_000)
    person.leave()
    qtbot.waitUntil(lambda: not saver.holders, timeout=10_000)


def test_a_desktop_that_refuses_is_told_and_the_session_goes_on(
    sit_down: SitDown, welcomed: Path, saver: ScreenSaver, qtbot: QtBot
) -> None:
    saver.refuses = True
    person = begin(sit_down)
    wait_for(qtbot, person, "screen may go dark")
    assert person.run.view.awake.toolTip().endswith(".")
    person.wait(4)
    assert person.word == "HOLD"
