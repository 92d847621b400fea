"""The disk refuses what is changed beside a session: one sentence, nothing half done, and again."""

import errno
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from rehabtimer.gui import file_choice
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.paths import own_folder
from tests.journeys.conftest import SitDown
from tests.journeys.test_disk_refuses import Disk
from tests.support.commands import exported, planned
from tests.support.own_exercises import BRIDGE_FILE, KNEE_FILE, written
from tests.support.window import Person, child

Act = Callable[[Person], object]
REFUSED = "cannot be written"
MORE = "Start, pause, another round"


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody with something skipped, something in the diary, and a bridge of their own."""
    person = sit_down()
    monkeypatch.setattr("sys.excepthook", person.program.faults.take)
    person.click("Start")
    person.press("Return", "H", "4", "O", "Esc")
    person.click("Programme")
    drop(person, BRIDGE_FILE)
    person.press("Return")
    person.click("Today")
    return person


def drop(person: Person, text: str) -> None:
    person.drop(written(person.path.parent, text), child(person.window, ProgrammeView))


def everything(person: Person) -> tuple[object, dict[str, bytes]]:
    own = own_folder(person.path)
    files = {str(p.relative_to(own)): p.read_bytes() for p in own.rglob("*") if p.is_file()}
    return exported(person.path, person.clock), files


def programme(*names: str) -> list[Act]:
    return [partial(Person.click, target=name) for name in ("Programme", *names)]


def swap(person: Person) -> None:
    details = child(person.window, ProgrammeView).exercises.rows["clam"].details
    assert details is not None
    details.swaps.setCurrentIndex(1)
    person.click("Swap")


ACTS: dict[str, list[Act]] = {
    "try again": [lambda p: p.click("Try again: Standing quad stretch")],
    "an answer": [
        lambda p: p.click("Log pain"),
        lambda p: p.press("5"),
        lambda p: p.click("Keep it"),
    ],
    "an edited answer": [
        lambda p: p.click("Log"),
        lambda p: p.click("Edit: "),
        lambda p: p.press("9"),
        lambda p: p.click("Keep the change"),
    ],
    "a deleted answer": [lambda p: p.click("Log"), lambda p: p.click("Delete: ")],
    "off": programme("Clam: on"),
    "a dose": programme("Details: Clam", "Clam, Reps: less"),
    "beyond": programme("Details: Clam", "Clam, Sets: more", "Go beyond the article"),
    "a leg": programme("Details: Clam", "Left only"),
    "a version": programme("Details: Standing quad stretch", "Lying on your belly"),
    "up": programme("Details: Clam", "Move up"),
    "a swap": [*programme("Details: Clam"), swap],
    "weekdays": programme("Monday"),
    "a pause": programme(MORE, "Pause the programme"),
    "a new round": programme(MORE, "Begin another six weeks", "Begin today"),
    "the sore knee": programme("Both"),
    "the article's": programme("Restore the article's programme"),
}
LAST_STEPS = {"beyond": 2, "a new round": 2}  # a question is asked anew


@pytest.mark.parametrize("act", ACTS)
def test_the_history_refuses(person: Person, act: str) -> None:
    *before, last = ACTS[act]
    for step in before:
        step(person)
    disk, kept = Disk(person), everything(person)
    disk.refuse()
    last(person)
    assert REFUSED in person.read()
    assert not person.can_see("Undo")
    assert everything(person) == kept
    disk.refuse(False)
    for step in ACTS[act][-LAST_STEPS.get(act, 1) :]:
        step(person)
    changed = everything(person)
    assert changed != kept
    disk.refuse()
    person.click("Undo")
    assert REFUSED in person.read()
    assert everything(person) == changed
    disk.refuse(False)
    person.click("Undo")
    assert everything(person) == kept
    assert not person.can_see("Undo")


def test_an_answer_of_today_is_refused(person: Person) -> None:
    person.sleep_over()
    disk, kept = Disk(person), everything(person)
    disk.refuse()
    person.click("How is the left knee this morning? 4 of 10")
    assert REFUSED in person.read()
    assert everything(person) == kept
    disk.refuse(False)
    person.click("How is the left knee this morning? 4 of 10")
    assert [entry.score for entry in person.kept.pain][-1] == 4


def test_a_new_exercise_is_refused_by_the_history(person: Person) -> None:
    person.click("Programme")
    fill_the_form(person)
    disk, kept = Disk(person), everything(person)
    disk.refuse()
    person.press("Ctrl+Return")
    assert REFUSED in person.read()
    assert everything(person) == kept
    disk.refuse(False)
    person.press("Ctrl+Return")
    assert planned(person.path, person.clock)[-1] == "plank"


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_new_exercise_is_refused_by_its_folder(
    person: Person, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    person.click("Programme")
    fill_the_form(person)
    kept = everything(person)
    with monkeypatch.context() as patch:
        no_files(patch, error)
        person.press("Ctrl+Return")
    assert "was not written" in person.read()
    assert everything(person) == kept
    person.press("Ctrl+Return")
    assert planned(person.path, person.clock)[-1] == "plank"


def test_a_deleted_exercise_is_refused_and_its_way_back_too(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in programme("Details: Bridge", "Open its page"):
        step(person)
    kept = everything(person)
    with monkeypatch.context() as patch:
        no_files(patch, errno.ENOSPC)
        person.click("Delete")
    assert "was not written" in person.read()
    assert everything(person) == kept
    person.click("Delete")
    assert "bridge" not in planned(person.path, person.clock)
    with monkeypatch.context() as patch:
        no_files(patch, errno.ENOSPC)
        person.click("Undo")
    assert "was not written" in person.read()
    person.click("Undo")
    assert everything(person) == kept


@pytest.mark.parametrize("way", ["Import", "Import and follow from today"])
def test_an_import_is_refused_by_the_history(person: Person, way: str) -> None:
    person.click("Programme")
    drop(person, KNEE_FILE.replace('"knee"', '"other"').replace('"bridge"', '"bridge-b"'))
    disk, kept = Disk(person), everything(person)
    disk.refuse()
    person.click(way)
    if way != "Import":  # which has nothing to do with the history
        assert REFUSED in person.read()
    assert everything(person)[0] == kept[0]
    disk.refuse(False)
    if way != "Import":
        person.click("Follow it from today" if person.can_see("Follow it") else way)
        assert planned(person.path, person.clock) == ["clam", "bridge-b"]


def test_an_import_is_refused_by_its_folder(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.click("Programme")
    drop(person, KNEE_FILE.replace('"knee"', '"other"').replace('"bridge"', '"bridge-b"'))
    kept = everything(person)
    with monkeypatch.context() as patch:
        no_files(patch, errno.ENOSPC)
        person.click("Import")
    assert "was not written" in person.read()
    assert everything(person) == kept


def test_an_export_is_refused(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choice, "save_file", lambda *_asked: tmp_path / "no" / "out.toml")
    for step in programme("Export…"):
        step(person)
    assert "was not written" in person.read()
    for step in programme("Details: Bridge", "Open its page", "Export"):
        step(person)
    assert "was not written" in person.read()


def fill_the_form(person: Person) -> None:
    person.click("Add your own exercise")
    person.type("Plank")
    person.tab_to("Areas")
    person.type("hips")
    person.tab_to("Steps to get ready")
    person.type("Lie on your front.")


def no_files(patch: pytest.MonkeyPatch, error: int) -> None:
    """Let no file be put in its place, as on a full disk."""

    def refuse(*_arguments: object) -> Path:
        raise OSError(error, os.strerror(error))

    patch.setattr(Path, "replace", refuse)
