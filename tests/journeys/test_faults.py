"""A fault in the program itself: it is told and logged, and the session stands still."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.presenters.session import SessionPresenter
from tests.journeys.conftest import SitDown
from tests.support.window import Person

THIS = "Something went wrong in the program. Finished sets are safe"


@pytest.fixture(autouse=True)
def no_log_left() -> Iterator[None]:
    """The log belongs to a process, which in tests has many lives."""
    yield
    log = logging.getLogger("rehabtimer")
    for handler in [one for one in log.handlers if isinstance(one, logging.FileHandler)]:
        log.removeHandler(handler)
        handler.close()


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody in the first hold; faults go where they go in the program."""
    person = sit_down()
    monkeypatch.setattr(sys, "excepthook", person.program.faults.take)
    person.click("Start")
    person.press("Return")
    person.wait(5 + 2)
    return person


def broken(*_arguments: object) -> None:
    raise ZeroDivisionError("a bug")


def test_a_fault_stops_the_clock_and_is_told(
    person: Person,
    exits: list[int],
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(SessionPresenter, "add_time", broken)
        person.press("+")
    assert THIS in person.notice
    assert person.word == "PAUSED"
    assert exits == []
    (log,) = own_home.rglob("rehabtimer.log")
    assert "ZeroDivisionError: a bug" in log.read_text()
    person.press("Space")
    person.wait(3 + 13)
    assert len(person.kept.done) == 1


def test_three_faults_within_a_minute_are_too_many(
    person: Person,
    exits: list[int],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(SessionPresenter, "add_time", broken)
        person.press("+", "-")
        assert exits == []
        person.press("+")
    assert exits == [70]


def test_a_fault_in_what_shows_the_session_is_told_too(
    person: Person, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(SessionPresenter, "frame", broken)
        person.press("+")
    assert THIS in person.window.notice.text()
    assert "Nor could the fault be shown" in caplog.text
    person.press("Right")
    assert person.word in ("PAUSED", "SWITCH SIDES")


def test_a_fault_on_a_page_is_told_there(
    sit_down: SitDown,
    welcomed: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    person = sit_down()
    monkeypatch.setattr(sys, "excepthook", person.program.faults.take)
    with monkeypatch.context() as patch, caplog.at_level(logging.ERROR):
        patch.setattr(SessionPresenter, "begin", broken)
        person.click("Start")
    assert THIS in person.read()
    person.click("Start")
    assert person.in_session
