"""A file with an exercise or a programme: chosen, dropped, looked at, taken in, given away."""

import time
from pathlib import Path

import pytest

from rehabtimer.gui import file_choice
from rehabtimer.gui.views.import_panel import ImportPanel
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.paths import own_folder
from tests.journeys.conftest import SitDown
from tests.support.bad_files import BAD_FILES
from tests.support.commands import exported, planned, said, status
from tests.support.own_exercises import BRIDGE_FILE, KNEE_FILE, written
from tests.support.window import Person, child

OTHER_BRIDGE = BRIDGE_FILE.replace("hold = 2", "hold = 4")
SECONDS = 2.0


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before the Programme."""
    person = sit_down()
    person.click("Programme")
    return person


def view(person: Person) -> ProgrammeView:
    return child(person.window, ProgrammeView)


def drop(person: Person, path: Path) -> None:
    person.drop(path, view(person))


def everything(person: Person) -> tuple[object, dict[str, bytes]]:
    """All that is kept, in the history and beside it."""
    own = own_folder(person.path)
    files = {str(p.relative_to(own)): p.read_bytes() for p in own.rglob("*") if p.is_file()}
    return exported(person.path, person.clock), files


def test_by_dialog_with_keys_only(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, BRIDGE_FILE)
    monkeypatch.setattr(file_choice, "open_file", lambda *_asked: file)
    person.tab_to("Import…")
    person.press("Space")
    assert "An exercise. Nothing has been changed yet." in person.read()
    assert "bridge" not in planned(person.path, person.clock)
    person.press("Return")
    assert "Bridge is in your programme now." in person.read()
    assert planned(person.path, person.clock)[-1] == "bridge"
    assert person.can_see("Bridge: on")


def test_no_file_chosen_is_fine(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_choice, "open_file", lambda *_asked: None)
    monkeypatch.setattr(file_choice, "save_file", lambda *_asked: None)
    before = everything(person)
    person.click("Import…")
    person.click("Export…")
    assert everything(person) == before


def test_by_drop_and_cancelled(person: Person, tmp_path: Path) -> None:
    before = everything(person)
    drop(person, written(tmp_path, BRIDGE_FILE))
    assert "Import Bridge" in person.read()
    person.click("Cancel")
    assert everything(person) == before
    drop(person, written(tmp_path, BRIDGE_FILE))
    person.press("Esc")
    assert everything(person) == before


def test_a_conflict_keep_both(person: Person, tmp_path: Path) -> None:
    take_in(person, tmp_path)
    drop(person, written(tmp_path, OTHER_BRIDGE))
    assert 'You have another "Bridge" already.' in person.read()
    person.click("Keep both")
    assert planned(person.path, person.clock)[-2:] == ["bridge", "bridge-2"]


def test_a_conflict_replace(person: Person, tmp_path: Path) -> None:
    take_in(person, tmp_path)
    drop(person, written(tmp_path, OTHER_BRIDGE))
    person.click("Replace")
    assert planned(person.path, person.clock)[-1] == "bridge"
    assert "4 s hold" in person.read()


def test_a_conflict_cancelled(person: Person, tmp_path: Path) -> None:
    take_in(person, tmp_path)
    before = everything(person)
    drop(person, written(tmp_path, OTHER_BRIDGE))
    person.press("Esc")
    assert everything(person) == before


def test_a_therapists_programme_is_followed_and_left_again(
    person: Person, tmp_path: Path, sit_down: SitDown
) -> None:
    drop(person, written(tmp_path, KNEE_FILE))
    assert "A programme of 28 days with 2 exercises." in person.read()
    person.click("Import and follow from today")
    assert "You follow Knee now." in person.read()
    assert planned(person.path, person.clock) == ["clam", "bridge"]
    person.click("Today")
    assert "1 of 28 days" in person.read()
    person.click("Start")
    person.press("Return")
    person.press("Shift+Right")
    assert person.title == "Bridge"
    person.press("Esc")
    assert "Bridge" in person.read()
    person.leave()

    person = sit_down(clock=person.clock)
    assert status(person.path, person.clock)["programme"] == "knee"
    person.click("Programme")
    person.click("Restore the article's programme")
    assert len(planned(person.path, person.clock)) == 10
    assert status(person.path, person.clock)["programme"] == "runners-knee"
    person.click("Undo")
    assert planned(person.path, person.clock) == ["clam", "bridge"]


def test_another_programme_is_followed_from_the_plan(person: Person, tmp_path: Path) -> None:
    drop(person, written(tmp_path, KNEE_FILE))
    person.click("Import")
    assert status(person.path, person.clock)["programme"] == "runners-knee"
    plan = view(person).plan
    plan.programmes.setCurrentIndex(plan.programmes.findData("knee"))
    person.click("Follow from today")
    assert "Knee begins today." in person.read()
    assert planned(person.path, person.clock) == ["clam", "bridge"]
    person.click("Undo")
    assert status(person.path, person.clock)["programme"] == "runners-knee"


def test_a_course_whose_programme_is_gone(
    person: Person, tmp_path: Path, sit_down: SitDown
) -> None:
    drop(person, written(tmp_path, KNEE_FILE))
    person.click("Import and follow from today")
    person.leave()
    (own_folder(person.path) / "programmes" / "knee.toml").unlink()
    again = sit_down(clock=person.clock)
    assert "knee" in again.read()
    assert "A file of yours was left out" in again.read()
    assert "Standing quad stretch" in again.read(), "the article's stands in"
    again.click("Start")
    again.press("Return")
    assert again.in_session
    again.press("Esc")
    again.click("Programme")
    again.click("Restore the article's programme")
    assert status(again.path, again.clock)["programme"] == "runners-knee"


def test_what_is_exported_can_be_imported_again(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(person, tmp_path)
    out = tmp_path / "out.toml"
    monkeypatch.setattr(file_choice, "save_file", lambda *_asked: out)
    person.click("Details: Bridge")
    person.click("Open its page")
    person.click("Export")
    assert "It was written to" in person.read()
    kept = own_folder(person.path) / "exercises" / "bridge.toml"
    assert out.read_bytes() == kept.read_bytes()
    assert said(person.path, person.clock, "programme", "check", out)
    person.click("Programme")
    drop(person, out)
    assert "All of it is there already." in person.read()
    person.press("Esc")
    before = everything(person)
    person.click("Export…")
    assert "The programme was written to" in person.read()
    assert everything(person) == before
    drop(person, out)
    assert "Runner's knee" in person.read()


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_refused(person: Person, tmp_path: Path, name: str) -> None:
    text, word = BAD_FILES[name]
    file = tmp_path / "bad.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    before = everything(person)
    began = time.monotonic()
    drop(person, file)
    assert time.monotonic() - began < SECONDS
    panel = child(person.window, ImportPanel)
    assert list(panel.ways) == [], "there is no way on"
    said_about = [line for line in person.read().splitlines() if "bad.toml" in line]
    assert said_about[0] == '"bad.toml" cannot be imported'
    (sentence,) = said_about[1:]
    assert word in sentence
    assert sentence.endswith(".")
    assert len(sentence) < 400
    assert not any(mark in sentence for mark in "\u202e\u202c\n")
    person.press("Return")
    assert everything(person) == before
    assert planned(person.path, person.clock)


def test_the_file_goes_away_while_it_is_looked_at(person: Person, tmp_path: Path) -> None:
    file = written(tmp_path, BRIDGE_FILE)
    drop(person, file)
    file.unlink()
    person.press("Return")
    assert "Bridge is in your programme now." in person.read()


def take_in(person: Person, tmp_path: Path) -> None:
    """The bridge is part of the programme."""
    drop(person, written(tmp_path, BRIDGE_FILE))
    person.press("Return")
    assert planned(person.path, person.clock)[-1] == "bridge"
