"""The report and the exercise sheet: looked at in the window, changed, kept as a file."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.paper import PaperView
from rehabtimer.gui.views.report_options import ReportOptions
from rehabtimer.storage.store import Store
from tests.journeys.conftest import SitDown
from tests.support.reports import made_up, pdf_facts, pdf_fonts, pdf_text
from tests.support.window import Person, child


@pytest.fixture
def person(sit_down: SitDown, tmp_path: Path) -> Person:
    """Somebody before Trends, after five weeks."""
    with made_up(tmp_path) as store:
        path = store.database.path
    person = sit_down(path=path)
    person.click("Trends")
    return person


def saved_to(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the dialog for files will answer."""
    monkeypatch.setattr(file_choice, "save_file", lambda *_asked: file)
    return file


def pages_in_sight(person: Person) -> int:
    return child(person.window, PaperView).preview.pageCount()


def where(person: Person) -> Page:
    """The page that is open."""
    return person.page


def kept_name(person: Person) -> str:
    with Store.open(person.path, read_only=True) as store:
        return store.preferences.settings().report_name


def test_the_report_is_looked_at_and_kept(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved_to(tmp_path / "knee.pdf", monkeypatch)
    person.click("Report…")
    assert where(person) is Page.PAPER
    assert "Your report" in person.read()
    assert pages_in_sight(person) == 2
    person.tab_to("Whom it concerns")
    person.type("Jana N. Novak")
    person.press("Return")
    assert kept_name(person) == "Jana N. Novak"
    person.click("Letter")
    person.click("Save as PDF…")
    assert "knee.pdf" in person.read()
    assert pdf_facts(file)["Pages"] == "2"
    assert pdf_facts(file)["Page size"] == "612 x 792 pts (letter)"
    assert set(pdf_fonts(file).values()) == {"yes"}
    assert "Jana N. Novak" in pdf_text(file)
    person.press("Escape")
    assert where(person) is Page.TRENDS


def test_other_weeks_are_in_it_at_once(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved_to(tmp_path / "knee.pdf", monkeypatch)
    person.click("Report…")
    for name in ("12 weeks", "Everything"):
        person.click(name)
        assert child(person.window, ReportOptions).weeks.buttons
        assert pages_in_sight(person) == 2
        person.click("Save as PDF…")
        assert "25 January 2026 to 2 March 2026" in pdf_text(file)


def test_the_name_of_last_time_is_there_again(person: Person) -> None:
    person.click("Report…")
    person.tab_to("Whom it concerns")
    person.type("J. N.")
    person.press("Escape")
    person.click("Report…")
    field = person.tab_to("Whom it concerns")
    assert isinstance(field, QLineEdit)
    assert field.text() == "J. N."


def test_a_place_that_cannot_be_written_to_is_said(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved_to(tmp_path / "nowhere" / "knee.pdf", monkeypatch)
    monkeypatch.setattr(sys, "excepthook", person.program.faults.take)
    person.click("Report…")
    person.click("Save as PDF…")
    assert "knee.pdf was not written" in person.read()
    assert not file.parent.exists()


def test_the_exercise_sheet_is_looked_at_and_kept(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved_to(tmp_path / "sheet.pdf", monkeypatch)
    person.click("Programme")
    person.click("Exercise sheet…")
    assert "Today's session to tick with a pencil" in person.read()
    assert pages_in_sight(person) == 1
    assert not person.can_see("12 weeks")
    person.click("Letter")
    person.click("Save as PDF…")
    assert pdf_facts(file)["Pages"] == "1"
    assert "Straight leg lift" in pdf_text(file)
    person.click("Back")
    assert where(person) is Page.PROGRAMME


def test_everything_is_reached_with_keys_alone(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved_to(tmp_path / "knee.pdf", monkeypatch)
    person.tab_to("Report…")
    person.press("Space")
    person.choose(("6 weeks", "12 weeks", "Everything"), "12 weeks")
    person.press("Space")
    person.choose(("A4", "Letter"), "Letter")
    person.press("Space")
    person.tab_to("Save as PDF…")
    person.press("Space")
    assert pdf_facts(file)["Page size"] == "612 x 792 pts (letter)"
