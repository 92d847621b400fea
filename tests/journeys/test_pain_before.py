"""The question before a session, by keyboard."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.programme import Side
from rehabtimer.paths import resources
from rehabtimer.presenters.case import Case
from rehabtimer.storage.store import Store
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.window import Person


@pytest.fixture
def both(welcomed: Path) -> Path:
    """The file of somebody with two sore knees."""
    with Store.open(welcomed) as store:
        case = Case(store, FakeClock(), load_programme(resources()))
        case.save(replace(case.settings, affected=Side.BOTH))
    return welcomed


def told(person: Person) -> dict[str, int | None]:
    entries = person.kept.pain
    assert len({entry.knee for entry in entries}) == len(entries)
    return {entry.knee.value: entry.score for entry in entries}


@pytest.mark.parametrize(
    "keys, scores",
    [
        ("3", {"left": 3}),
        ("1 0", {"left": 10}),
        ("7 2", {"left": 2}),
        ("", {}),
    ],
)
def test_one_knee(sit_down: SitDown, welcomed: Path, keys: str, scores: dict[str, int]) -> None:
    person = sit_down()
    person.click("Start")
    person.press(*keys.split(), "Return")
    assert person.word == "GET READY"
    assert told(person) == scores


@pytest.mark.parametrize(
    "keys, scores",
    [
        ("4 6", {"left": 4, "right": 6}),
        ("1 0", {"left": 1, "right": 0}),
        ("L 1 0 R 1 0", {"left": 10, "right": 10}),
        ("R 5", {"right": 5}),
    ],
)
def test_two_knees(sit_down: SitDown, both: Path, keys: str, scores: dict[str, int]) -> None:
    person = sit_down()
    person.click("Start")
    assert "How is the right knee now?" in person.read()
    person.press(*keys.split(), "Return")
    assert told(person) == scores


def test_enter_presses_the_button_that_has_the_focus(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.tab_to("Not now")
    person.press("Return")
    assert not person.in_session
    assert person.kept.sessions == []


def test_an_answer_without_a_session_is_kept(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    person.click("Start")
    person.press("8", "Esc")
    assert not person.in_session
    assert told(person) == {"left": 8}
    assert person.kept.sessions == []
