"""The page of paper: what would be printed, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from rehabtimer.gui.charts.paper import paint_chart
from rehabtimer.gui.views.paper import PaperView, page_layout
from tests.support.trends import demo_frame

LANDSCAPE = QPageLayout.Orientation.Landscape


def two_pages(device: QPagedPaintDevice) -> None:
    painter = QPainter(device)
    painter.drawText(100, 1000, "One")
    device.newPage()
    painter.drawText(100, 1000, "Two")
    painter.end()


@pytest.fixture
def view(qtbot: QtBot) -> PaperView:
    made = PaperView()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def test_it_shows_the_pages_and_counts_them(view: PaperView) -> None:
    view.show_paper("Two of them", two_pages)
    assert view.title.text() == "Two of them"
    assert view.pages.text() == "2 pages"
    assert view.preview.pageCount() == 2
    view.show_paper("A chart", lambda device: paint_chart(device, demo_frame().page))
    assert view.pages.text() == "1 page"


def test_the_paper_is_that_of_the_layout(view: PaperView) -> None:
    view.show_paper("A chart", two_pages, page_layout(LANDSCAPE))
    layout = view.printer.pageLayout()
    assert layout.orientation() is LANDSCAPE
    assert layout.pageSize().id() in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter)
    view.show_paper("Upright", two_pages)
    assert view.printer.pageLayout().orientation() is QPageLayout.Orientation.Portrait


def test_whole_page_and_full_width(view: PaperView) -> None:
    view.show_paper("Two of them", two_pages)
    whole = view.preview.zoomFactor()
    view.zoom.buttons["wide"].click()
    assert view.preview.zoomFactor() > whole
    assert view.zoom.buttons["wide"].isChecked()
    view.repaint_paper()
    assert view.zoom.buttons["wide"].isChecked(), "a change of the pages leaves it as it was"
    view.zoom.buttons["whole"].click()
    assert view.preview.zoomFactor() == pytest.approx(whole)


def test_repainting_shows_what_has_changed(view: PaperView) -> None:
    shown = []

    def paint(device: QPagedPaintDevice) -> None:
        shown.append(device)
        painter = QPainter(device)
        painter.drawText(100, 1000, "One")
        painter.end()

    view.show_paper("One", paint)
    before = len(shown)
    view.repaint_paper()
    assert len(shown) > before


def test_options_stand_beside_the_pages(qtbot: QtBot) -> None:
    options = QLabel("Weeks")
    made = PaperView(options)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.show_paper("Two of them", two_pages)
    assert options.mapToGlobal(options.rect().topRight()).x() < (
        made.preview.mapToGlobal(made.preview.rect().topLeft()).x()
    )


def test_buttons_and_escape_tell(view: PaperView, qtbot: QtBot) -> None:
    view.show_paper("Two of them", two_pages)
    for made, wanted in (
        (view.save, view.save_wanted),
        (view.print, view.print_wanted),
        (view.back, view.back_wanted),
    ):
        with qtbot.waitSignal(wanted):
            made.click()
    with qtbot.waitSignal(view.back_wanted):
        QTest.keyClick(view, Qt.Key.Key_Escape)


def test_without_pages_it_is_empty(view: PaperView) -> None:
    view.repaint_paper()
    assert view.preview.pageCount() <= 1


def test_every_stop_of_tab_has_a_name(view: PaperView) -> None:
    view.show_paper("Two of them", two_pages)
    view.zoom.buttons["whole"].setFocus()
    for _stop in range(6):
        QTest.keyClick(view.window(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused
        name = focused.accessibleName()
        assert name or (isinstance(focused, QAbstractButton) and focused.text()), focused
