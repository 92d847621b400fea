"""Trends by keyboard: choose a chart and weeks, read it, and take it out of the window."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QSignalSpy

from rehabtimer import demo
from rehabtimer.app import paper_page
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.exercise_page import ExercisePageView
from rehabtimer.gui.views.paper import PaperView
from rehabtimer.gui.views.trends import TrendsView
from rehabtimer.paths import resources
from rehabtimer.storage.store import Store
from tests.journeys.conftest import SitDown
from tests.support.clock import FakeClock
from tests.support.window import Person, child, settle

CHARTS = ("Pain", "Sessions", "Exercises", "Activity")
FINE = (3200, 1800)


@pytest.fixture
def lived(tmp_path: Path) -> Path:
    """A file of somebody who has trained and logged for a hundred days."""
    path = tmp_path / "knee.db"
    with Store.open(path) as store:
        today = FakeClock().now().date()
        demo.write(demo.make_history(load_programme(resources()), today, 100), store)
        store.preferences.save(Settings(welcomed=True))
    return path


@pytest.fixture
def person(sit_down: SitDown, lived: Path) -> Person:
    made = sit_down()
    made.open_page("Trends")
    return made


def name_files(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    """Answer the question for a file; return what was proposed."""
    proposed: list[str] = []

    def answer(_parent: object, _title: str, _kinds: str, name: str) -> Path | None:
        proposed.append(name)
        return path

    monkeypatch.setattr(file_choice, "save_file", answer)
    return proposed


def words_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    assert document.status() is QPdfDocument.Status.Ready
    assert document.pageCount() == 1
    words = " ".join(document.getAllText(0).text().split())
    document.close()
    return words


def test_a_chart_and_its_weeks_are_chosen_by_keyboard(person: Person) -> None:
    view = child(person.window, TrendsView)
    pain = view.title.text()
    person.choose(CHARTS, "Sessions")
    person.press("Space")
    assert "planned sessions done" in view.title.text()
    assert view.title.text() != pain
    person.tab_to("Which weeks")
    person.press("Down")
    assert view.spans.currentText() == "Last six weeks"
    in_six_weeks = view.title.text()
    person.press("Down")
    assert view.spans.currentText() == "Everything"
    assert view.title.text() != in_six_weeks or view.summary.text()
    person.choose(CHARTS, "Pain")
    person.press("Space")
    assert view.spans.currentText() == "Everything", "the weeks stay as they were chosen"


def test_a_chart_is_read_by_keyboard(person: Person) -> None:
    view = child(person.window, TrendsView)
    person.tab_to("Worst pain that day")
    assert view.chart is not None
    person.press("Home")
    first = view.chart.note.text
    assert "Session done" in first
    person.press("Right")
    assert view.chart.note.text not in ("", first)
    person.press("Esc")
    assert view.chart.note.text == ""
    person.tab_to("Show as a table")
    person.press("Space")
    person.tab_to("The chart as a table", "Shift+Tab")
    assert view.table.rowCount() > 0


@pytest.mark.parametrize("chart", CHARTS)
def test_the_picture_is_saved_as_its_name_says(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chart: str
) -> None:
    view = child(person.window, TrendsView)
    person.click(chart)
    headline = view.title.text()
    for suffix in ("png", "svg", "pdf"):
        path = tmp_path / f"knee.{suffix}"
        proposed = name_files(monkeypatch, path)
        person.tab_to("Save picture")
        person.press("Space")
        assert str(path) in person.read()
        assert proposed[0].startswith(chart.lower())
        assert proposed[0].endswith(".png")
    assert QImage(str(tmp_path / "knee.png")).size().toTuple() == FINE
    assert headline in (tmp_path / "knee.svg").read_text(encoding="utf-8")
    assert headline in words_of(tmp_path / "knee.pdf")


def test_saved_pictures_are_light_in_the_dark_look_too(
    sit_down: SitDown, lived: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = sit_down(theme=Theme.DARK)
    person.open_page("Trends")
    assert child(person.window, TrendsView).grab().toImage().pixelColor(2, 2).lightness() < 60
    name_files(monkeypatch, tmp_path / "knee.png")
    person.click("Save picture")
    assert QImage(str(tmp_path / "knee.png")).pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.parametrize(
    "button, name", [("Save picture", "knee.png"), ("Save figures", "knee.csv")]
)
def test_a_folder_that_is_not_there_is_told_in_one_sentence(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, button: str, name: str
) -> None:
    path = tmp_path / "no" / name
    name_files(monkeypatch, path)
    person.click(button)
    assert person.window.notice.text().startswith(f"{path} was not written")
    assert not path.parent.exists()


def test_another_kind_of_picture_is_refused(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "knee.bmp"
    name_files(monkeypatch, path)
    person.click("Save picture")
    assert "choose a name that ends in .png, .svg or .pdf" in person.window.notice.text()
    assert not path.exists()


def test_naming_no_file_changes_nothing(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    name_files(monkeypatch, None)
    person.click("Save picture")
    person.click("Save figures")
    assert not person.window.notice.isVisible()


def test_the_picture_is_copied(person: Person) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    person.click("Copy picture")
    assert clipboard.image().size().toTuple() == FINE
    assert "was copied" in person.window.notice.text()


@pytest.mark.parametrize("chart", CHARTS)
def test_the_figures_are_saved(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chart: str
) -> None:
    path = tmp_path / "knee.csv"
    person.click(chart)
    name_files(monkeypatch, path)
    person.click("Save figures")
    head, *rows = csv.reader(path.read_text("utf-8-sig").splitlines())
    assert rows
    assert {len(row) for row in rows} == {len(head)}


# An exercise of the chart


def test_a_row_leads_to_its_exercise(person: Person) -> None:
    view = child(person.window, TrendsView)
    person.click("Exercises")
    assert view.chart is not None
    name = view.chart._chart.rows[1].name  # type: ignore[union-attr]
    person.tab_to("Done of what was planned")
    person.press("Home", "Right", "Return")
    opened = person.page
    assert opened is Page.EXERCISE
    assert child(person.window, ExercisePageView).title.text() == name
    assert person.find("Trends").isChecked()
    assert person.can_see("Back to Trends")
    person.press("Esc")
    assert person.page is Page.TRENDS
    assert person.find("Trends").isChecked()


def test_a_day_leads_nowhere(person: Person) -> None:
    person.tab_to("Worst pain that day")
    person.press("Home", "Return")
    assert person.page is Page.TRENDS


# Paper


def test_a_chart_is_looked_at_before_it_is_printed(person: Person) -> None:
    person.tab_to("Print")
    person.press("Space")
    assert person.page is Page.PAPER
    view = child(person.window, PaperView)
    assert view.pages.text() == "1 page"
    person.press("Esc")
    assert child(person.window, TrendsView).isVisible()


def test_pages_are_saved_as_a_pdf_without_any_printer(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    headline = child(person.window, TrendsView).title.text()
    path = tmp_path / "pages.pdf"
    proposed = name_files(monkeypatch, path)
    person.click("Print")
    person.click("Save as PDF")
    assert headline in words_of(path)
    assert proposed[0].startswith("pain")
    assert str(path) in person.window.notice.text()
    name_files(monkeypatch, tmp_path / "no" / "pages.pdf")
    person.click("Save as PDF")
    assert "was not written" in person.window.notice.text()


def test_without_a_printer_it_says_so(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    person.click("Print")
    person.click(child(person.window, PaperView).print)
    assert "No printer is set up" in person.window.notice.text()
    assert person.page is Page.PAPER


class Chosen:
    """The system's dialog, in which somebody chooses to print into a file, or thinks better."""

    file = Path()
    agrees = True

    def __init__(self, printer: QPrinter, _parent: object) -> None:
        self._printer = printer

    def exec(self) -> bool:
        self._printer.setOutputFileName(str(self.file))
        return self.agrees


@pytest.mark.parametrize("agrees", [True, False])
def test_what_is_printed_is_what_was_shown(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, agrees: bool
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Laser"])
    monkeypatch.setattr(paper_page, "QPrintDialog", Chosen)
    monkeypatch.setattr(Chosen, "file", tmp_path / "printed.pdf")
    monkeypatch.setattr(Chosen, "agrees", agrees)
    headline = child(person.window, TrendsView).title.text()
    person.click("Print")
    person.click(child(person.window, PaperView).print)
    assert Chosen.file.exists() is agrees
    if agrees:
        assert headline in words_of(Chosen.file)


def test_another_page_of_the_sidebar_leaves_the_paper_for_good(person: Person) -> None:
    person.click("Print")
    view = child(person.window, PaperView)
    gone = QSignalSpy(view.destroyed)
    person.open_page("Log")
    settle()
    assert gone.count() == 1
    person.open_page("Trends")
    person.click("Print")
    assert person.page is Page.PAPER


# Another day


def test_what_is_logged_is_on_the_chart_at_once(person: Person) -> None:
    view = child(person.window, TrendsView)
    assert view.chart is not None
    before = view.chart._chart
    person.clock.wall += timedelta(days=8)
    person.return_to_window()
    assert view.chart._chart != before
