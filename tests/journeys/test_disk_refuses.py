"""The disk refuses for a while: the person is told, and nothing is lost."""

from pathlib import Path

import pytest

from tests.journeys.conftest import SitDown
from tests.support.window import Person


class Disk:
    """SQLite's own refusal to write, turned on and off through the program's connection."""

    def __init__(self, person: Person) -> None:
        assert person.program.case is not None
        self._engine = person.program.case.store.database._writer

    def refuse(self, refuses: bool = True) -> None:
        raw = self._engine.raw_connection()
        raw.cursor().execute(f"PRAGMA query_only = {'ON' if refuses else 'OFF'}")
        raw.close()


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody in the first hold."""
    person = sit_down()
    person.click("Start")
    person.press("Return")
    person.wait(5 + 3)
    return person


def test_sets_are_kept_once_the_disk_takes_them_again(person: Person) -> None:
    disk = Disk(person)
    disk.refuse()
    person.wait(12 + 5 + 15)
    assert "Not saved yet" in person.notice
    assert person.kept.done == []
    disk.refuse(False)
    person.wait(10)
    assert [(row.side, row.seconds) for row in person.kept.done] == [("left", 15), ("right", 15)]
    assert person.notice == ""


def test_what_is_refused_when_leaving_is_kept_later(person: Person) -> None:
    disk = Disk(person)
    disk.refuse()
    person.wait(12 + 2)
    person.press("Esc")
    assert "Not saved yet" in person.notice, "the only copy of the set is in this session"
    disk.refuse(False)
    person.press("Esc")
    assert not person.in_session
    assert "You did 1 of 33 sets" in person.read()
    assert len(person.kept.done) == 1


def test_an_answer_about_pain_that_is_refused_is_no_fault(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.excepthook", person.program.faults.take)
    disk = Disk(person)
    disk.refuse()
    person.press("H", "3")
    person.wait(1)
    assert "Not saved yet" in person.notice
    disk.refuse(False)
    person.press("4", "Return")
    assert [entry.score for entry in person.kept.pain] == [4]


def test_a_session_that_began_on_a_full_disk_is_kept_too(sit_down: SitDown, welcomed: Path) -> None:
    person = sit_down()
    disk = Disk(person)
    disk.refuse()
    person.click("Start")
    person.press("2", "Return")
    person.wait(5 + 15)
    assert "Not saved yet" in person.notice
    assert person.kept.sessions == []
    disk.refuse(False)
    person.wait(10)
    assert len(person.kept.done) == 1
    assert [entry.score for entry in person.kept.pain] == [2]
