"""One's own data goes out of the Settings and comes in, with progress, cancel and a way back."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from rehabtimer.app import data_page
from rehabtimer.core.settings import Theme
from rehabtimer.gui import file_choice, theme
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.data_settings import DataSettingsCard
from rehabtimer.gui.views.import_panel import ImportPanel
from rehabtimer.gui.views.merge_panel import MergePanel
from rehabtimer.gui.views.settings import SettingsView
from rehabtimer.presenters.merging import Progress
from rehabtimer.storage.copies import copy_beside
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.commands import exported, said
from tests.support.others import from_elsewhere
from tests.support.own_exercises import BRIDGE_FILE, written
from tests.support.window import Person, child, settle


@pytest.fixture
def person(sit_down: SitDown, welcomed: Path) -> Person:
    """Somebody before the Settings."""
    person = sit_down()
    person.click("Settings")
    return person


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An export from the same person's other laptop."""
    return from_elsewhere(tmp_path / "there")


def view(person: Person) -> SettingsView:
    return child(person.window, SettingsView)


def card(person: Person) -> DataSettingsCard:
    return child(person.window, DataSettingsCard)


def is_dark() -> bool:
    return theme.look.colours.dark


def notes(person: Person) -> list[str]:
    return [entry.note for entry in person.kept.pain]


def looked_into(qtbot: QtBot, person: Person, file: Path) -> MergePanel:
    """Drop a file, and wait until it is looked into."""
    person.drop(file, view(person))
    panel = child(person.window, MergePanel)
    qtbot.waitUntil(lambda: not panel.is_working)
    settle()
    return panel


def import_(qtbot: QtBot, person: Person, file: Path) -> None:
    """Take a file in, and close the panel."""
    panel = looked_into(qtbot, person, file)
    person.press("Return")
    qtbot.waitUntil(lambda: not panel.is_working)
    settle()
    person.press("Return")


# In


def test_an_export_is_imported_with_keys_only(
    qtbot: QtBot, person: Person, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choice, "open_file", lambda *_asked: file)
    person.tab_to("Import…")
    person.press("Space")
    panel = child(person.window, MergePanel)
    qtbot.waitUntil(lambda: not panel.is_working)
    assert "Nothing has been changed yet." in person.read()
    assert notes(person) == []
    person.press("Return")
    qtbot.waitUntil(lambda: not panel.is_working)
    assert '"elsewhere.json" was taken in' in person.read()
    assert notes(person) == ["Elsewhere."]
    person.press("Return")
    assert '"elsewhere.json" was imported.' in person.read()
    person.click("Log")
    assert "Elsewhere." in person.read()


def test_the_look_and_every_page_follow(qtbot: QtBot, person: Person, file: Path) -> None:
    for page in ("Log", "Trends", "Today", "Settings"):
        person.click(page)
    import_(qtbot, person, file)
    assert is_dark()
    assert view(person).themes.buttons[Theme.DARK.value].isChecked()
    person.click("Log")
    assert "Elsewhere." in person.read()
    person.click("Settings")
    person.click("Undo")
    assert not is_dark()
    person.click("Log")
    assert "Elsewhere." not in person.read()


def test_cancelled_at_any_point_nothing_has_changed(
    qtbot: QtBot, person: Person, file: Path
) -> None:
    before = exported(person.path, person.clock)
    person.drop(file, view(person))
    person.press("Esc")
    looked_into(qtbot, person, file)
    person.click("Cancel")
    panel = looked_into(qtbot, person, file)
    panel.take.click()
    panel.close_button.click()
    settle()
    assert exported(person.path, person.clock) == before
    assert not copy_beside(person.path).exists()
    person.click("Dark")  # the history can be written again
    assert is_dark()


def test_nothing_below_the_panel_can_be_pressed(qtbot: QtBot, person: Person, file: Path) -> None:
    looked_into(qtbot, person, file)
    assert not view(person).defaults.isEnabled()
    person.return_to_window()
    person.press("Tab", "Tab", "Tab")
    assert person.focus in ("Import", "Cancel")
    person.press("Esc")
    assert view(person).isEnabled()
    assert person.page is Page.SETTINGS


def test_closing_the_window_half_way_changes_nothing(
    person: Person, file: Path, sit_down: SitDown
) -> None:
    person.drop(file, view(person))
    person.leave()
    assert notes(person) == []
    assert sorted(path.name for path in person.path.parent.glob("knee.db*")) == ["knee.db"]


def test_a_broken_file_says_so_and_changes_nothing(
    qtbot: QtBot, person: Person, tmp_path: Path
) -> None:
    before = exported(person.path, person.clock)
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "rehabtimer"', encoding="utf-8")
    looked_into(qtbot, person, broken)
    assert '"broken.json" cannot be imported' in person.read()
    assert not person.can_see("Import\n")
    person.press("Return")
    assert exported(person.path, person.clock) == before


def test_exercises_go_to_the_programme(person: Person, tmp_path: Path) -> None:
    person.drop(written(tmp_path, BRIDGE_FILE), view(person))
    assert person.page is Page.PROGRAMME
    child(person.window, ImportPanel)
    person.press("Return")
    assert "Bridge is in your programme now." in person.read()


# Back


def test_an_import_is_taken_back_with_keys_only(qtbot: QtBot, person: Person, file: Path) -> None:
    before = exported(person.path, person.clock)
    import_(qtbot, person, file)
    person.tab_to("Undo")
    person.press("Space")
    assert exported(person.path, person.clock) == before
    assert "Everything is as it was before the import." in person.read()
    assert not copy_beside(person.path).exists()


def test_what_was_kept_since_is_asked_about(qtbot: QtBot, person: Person, file: Path) -> None:
    import_(qtbot, person, file)
    person.click("Log")
    person.click("How much does it hurt? 6 of 10")
    person.click("Keep it")
    person.click("Settings")
    person.click("Undo")
    assert "Something else was kept since the import" in person.read()
    person.click("Leave it")
    assert len(person.kept.pain) == 2
    person.click("Undo")
    person.click("Undo the import")
    assert person.kept.pain == []


def test_the_copy_goes_when_the_window_closes(qtbot: QtBot, person: Person, file: Path) -> None:
    import_(qtbot, person, file)
    assert copy_beside(person.path).stat().st_mode & 0o777 == 0o600
    person.leave()
    assert not copy_beside(person.path).exists()
    assert notes(person) == ["Elsewhere."]


# Out


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person wants an export; the folder is empty."""
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "mine.json"
    monkeypatch.setattr(file_choice, "save_as", lambda *_asked: (path, True))
    return path


def test_everything_is_exported_with_keys_only(qtbot: QtBot, person: Person, target: Path) -> None:
    person.tab_to("Export…")
    person.press("Space")
    qtbot.waitUntil(lambda: "was written." in person.read())
    assert json.loads(target.read_text("utf-8"))["tables"]["courses"]
    assert [path.name for path in target.parent.iterdir()] == ["mine.json"]


def test_a_long_export_can_be_cancelled(
    qtbot: QtBot, person: Person, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = (Progress(0, 0, "") for _step in iter(int, 1))
    monkeypatch.setattr(data_page, "write_export", lambda *_asked: endless)
    person.click("Export…")
    qtbot.waitUntil(lambda: person.can_see("Cancel"))
    assert "Writing the file …" in person.read()
    assert not card(person).import_.isEnabled()
    person.click("Cancel")
    assert "Nothing was written." in person.read()
    assert card(person).import_.isEnabled()
    assert not target.exists()


def test_closing_the_window_cancels_an_export(
    person: Person, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = (Progress(0, 0, "") for _step in iter(int, 1))
    monkeypatch.setattr(data_page, "write_export", lambda *_asked: endless)
    person.click("Export…")
    person.click("Export…")
    person.drop(target.with_suffix(".toml"), view(person))
    assert person.page is Page.SETTINGS
    person.leave()
    assert not target.exists()


def test_no_file_chosen_is_fine(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_choice, "save_as", lambda *_asked: None)
    monkeypatch.setattr(file_choice, "open_file", lambda *_asked: None)
    before = exported(person.path, person.clock)
    person.click("Export…")
    person.click("Import…")
    assert exported(person.path, person.clock) == before


def test_nothing_is_replaced_unasked(
    person: Person, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(file_choice, "save_as", lambda *_asked: (target, False))
    person.click("Export…")
    assert "is there already; choose another name" in person.read()
    assert target.read_text("utf-8") == "mine"


def test_where_it_cannot_be_written_it_says_so(
    qtbot: QtBot, person: Person, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = target.parent / "nowhere" / "mine.json"
    monkeypatch.setattr(file_choice, "save_as", lambda *_asked: (nowhere, True))
    person.click("Export…")
    qtbot.waitUntil(lambda: "mine.json" in person.read())
    assert list(target.parent.iterdir()) == []


# Where it is


def test_the_path_can_be_copied_and_its_folder_opened(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert str(person.path) in person.read()
    person.click("Copy the path")
    assert QGuiApplication.clipboard().text() == str(person.path)
    asked: list[str] = []

    def refuse(url: object) -> bool:
        asked.append(str(url.toLocalFile()))  # type: ignore[attr-defined]
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    person.click("Open the folder")
    assert asked == [str(person.path.parent)]
    assert "could not be opened; open it with your file manager" in person.read()


# After a crash, and after an import on the command line


def test_remains_go_at_the_start_and_an_import_can_still_be_undone(
    qtbot: QtBot, sit_down: SitDown, welcomed: Path, file: Path
) -> None:
    before = exported(welcomed, FakeClock())
    said(welcomed, FakeClock(), "import", file)
    part = welcomed.with_name(f"{welcomed.name}.before-import.part")
    part.write_bytes(b"half")
    person = sit_down()
    assert not part.exists()
    person.click("Settings")
    assert "can be undone." in person.read()
    person.click("Undo")
    assert "Undo the import of" in person.read()
    person.click("Leave it")
    assert notes(person) == ["Elsewhere."]
    person.click("Undo")
    person.click("Undo the import")
    assert exported(welcomed, person.clock) == before
    assert not copy_beside(welcomed).exists()
