"""Something hurts while the disk refuses: nobody is held up, and nothing is lost."""

from pathlib import Path

import pytest

from rehabtimer.core.pain import Decision, Moment
from rehabtimer.gui.main_window import Page
from tests.journeys.conftest import SitDown
from tests.journeys.test_disk_refuses import Disk
from tests.support.commands import exported, status
from tests.support.window import Person

QUAD = "quad-stretch"


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody in the first hold."""
    person = sit_down()
    monkeypatch.setattr("sys.excepthook", person.program.faults.take)
    person.click("Start")
    person.press("Return")
    person.wait(5 + 3)
    return person


def told(person: Person) -> list[tuple[int | None, Decision | None]]:
    during = [entry for entry in person.kept.pain if entry.moment is Moment.DURING]
    return [(entry.score, entry.decision) for entry in during]


@pytest.mark.parametrize(
    "keys, decision, reaches",
    [
        ("V", Decision.EASIER, []),
        ("F", Decision.LESS, []),
        ("K", Decision.SKIP_SIDE, ["side"]),
        ("T", Decision.SKIP_TODAY, ["today"]),
        ("D1", Decision.SKIP_UNTIL, ["until"]),
        ("O", Decision.SKIP_OPEN, ["open"]),
        ("G", Decision.GO_ON, []),
    ],
)
def test_the_choice_is_kept_once_the_disk_takes_it(
    person: Person, keys: str, decision: Decision, reaches: list[str]
) -> None:
    disk = Disk(person)
    disk.refuse()
    person.press("H", "4", *keys)
    person.wait(2)
    assert "Not saved yet" in person.notice
    assert "This hurts" not in person.read()
    assert person.word not in ("PAUSED", ""), "the session goes on"
    assert told(person) == []
    disk.refuse(False)
    person.wait(12)
    assert person.notice == ""
    assert told(person) == [(4, decision)]
    assert [skip["reach"] for skip in exported(person.path, person.clock)["skips"]] == reaches
    is_off = any(off["exercise"] == QUAD for off in status(person.path, person.clock)["skipped"])
    assert is_off is (keys in ("D1", "O"))


def test_the_end_waits_until_the_disk_takes_it(person: Person) -> None:
    disk = Disk(person)
    disk.refuse()
    person.press("H", "4", "E")
    assert (person.word, "Not saved yet" in person.notice) == ("PAUSED", True)
    disk.refuse(False)
    person.press("Esc")
    assert person.page is Page.SUMMARY
    assert told(person) == [(4, Decision.END)]


def test_the_way_back_stays_on_offer(person: Person) -> None:
    person.press("H", "4", "O")
    kept, disk = exported(person.path, person.clock), Disk(person)
    disk.refuse()
    person.press("U")
    assert "Not saved yet" in person.notice
    assert exported(person.path, person.clock) == kept
    disk.refuse(False)
    person.press("U")
    assert person.title == "Standing quad stretch"
    assert exported(person.path, person.clock)["skips"] == []
    assert status(person.path, person.clock)["skipped"] == []
    assert told(person) == [(4, None)]


def test_answers_that_change_while_it_refuses_are_kept_as_they_are_last(person: Person) -> None:
    disk = Disk(person)
    disk.refuse()
    person.press("H", "4", "7", "B", "2")
    disk.refuse(False)
    person.press("T")
    assert told(person) == [(2, Decision.SKIP_TODAY), (2, Decision.SKIP_TODAY)]


def test_the_window_is_closed_while_it_refuses(person: Person, sit_down: SitDown) -> None:
    """Nothing can be done about that; what was kept before is whole."""
    disk = Disk(person)
    disk.refuse()
    person.press("H", "4", "T")
    person.leave()
    again = sit_down(clock=person.clock)
    again.click("Resume")
    assert again.title == "Standing quad stretch"
    assert told(again) == []
