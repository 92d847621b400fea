"""The page Trends: one question at a time, as words, chart and table; a library loaded late."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableWidgetItem
from pytestqt.qtbot import QtBot

from rehabtimer.gui import theme
from rehabtimer.gui.views.trends import TrendsView
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey
from rehabtimer.presenters.trends import TrendsFrame, chart_options
from tests.support.trends import demo_frame, frame_of, kept_page

every_chart = pytest.mark.parametrize("key", ChartKey)


@pytest.fixture
def view(qtbot: QtBot) -> TrendsView:
    made = TrendsView()
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.show()
    return made


def frame_about(folder: Path, key: ChartKey, days: int = 37) -> TrendsFrame:
    return TrendsFrame(chart_options(key), (), kept_page(folder, key, days=days))


def words(cell: QTableWidgetItem | None) -> str:
    return cell.text() if cell else ""


def test_it_shows_the_words(view: TrendsView) -> None:
    page = demo_frame().page
    view.show_frame(demo_frame())
    assert (view.title.text(), view.more.text()) == page.headlines
    assert (view.summary.text(), view.legend.text()) == (page.summary, page.legend)


def test_what_is_not_said_takes_no_room(view: TrendsView) -> None:
    view.show_frame(frame_of(today=1))
    assert not view.more.isVisible()
    assert not view.legend.isVisible()
    assert not view.spans.isVisible()


def test_it_opens_with_the_chart_and_turns_to_the_table(view: TrendsView) -> None:
    frame = demo_frame()
    view.show_frame(frame)
    assert view.panes.currentWidget() is view.chart
    assert view.switch.text() == "Show as a table"
    view.switch.click()
    assert view.panes.currentWidget() is view.table
    assert view.switch.text() == "Show as a chart"
    view.show_frame(frame)
    assert view.panes.currentWidget() is view.table
    view.switch.click()
    assert view.panes.currentWidget() is view.chart


@every_chart
def test_the_table_holds_every_cell(view: TrendsView, tmp_path: Path, key: ChartKey) -> None:
    frame = frame_about(tmp_path, key)
    table = frame.page.table
    view.show_frame(demo_frame(3))
    view.switch.click()
    view.show_frame(frame)
    columns = range(view.table.columnCount())
    heads = [words(view.table.horizontalHeaderItem(x)).split() for x in columns]
    assert heads == [text.split() for text in table.head]
    rows = range(view.table.rowCount())
    assert tuple(tuple(words(view.table.item(y, x)) for x in columns) for y in rows) == table.rows


def test_a_table_that_is_not_looked_at_is_not_filled(view: TrendsView) -> None:
    view.show_frame(demo_frame())
    assert view.table.rowCount() == 0
    view.switch.click()
    assert view.table.rowCount() > 0


@pytest.mark.parametrize("wide", [784, 1100, 1640])
@every_chart
def test_no_word_of_a_table_is_cut(
    view: TrendsView, tmp_path: Path, key: ChartKey, wide: int
) -> None:
    view.resize(wide, 680)
    view.show_frame(frame_about(tmp_path, key))
    view.switch.click()
    table = view.table
    for x in range(table.columnCount()):
        needed = table.horizontalHeader().sectionSizeHint(x)
        assert table.columnWidth(x) >= needed
        for y in range(table.rowCount()):
            cell = QRect(0, 0, table.columnWidth(x) - 14, 1000)
            text, flags = words(table.item(y, x)), Qt.TextFlag.TextWordWrap
            asked = table.fontMetrics().boundingRect(cell, flags, text)
            assert asked.width() <= cell.width(), text
            assert asked.height() <= table.rowHeight(y), text


def test_what_is_chosen_is_told(view: TrendsView, qtbot: QtBot) -> None:
    view.show_frame(demo_frame(100))
    assert view.spans.isVisible()
    with qtbot.waitSignal(view.span_chosen) as told:
        QTest.keyClick(view.spans, Qt.Key.Key_Down)
    assert told.args == [Span.LAST_SIX]
    with qtbot.waitSignal(view.chart_chosen) as told:
        view.which.buttons[ChartKey.SESSIONS].click()
    assert told.args == ["sessions"]


def test_showing_what_is_chosen_tells_nobody(view: TrendsView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.span_chosen), qtbot.assertNotEmitted(view.chart_chosen):
        view.show_frame(demo_frame(100))
        view.show_frame(demo_frame(100, Span.LAST_SIX))
    assert view.spans.currentData() == Span.LAST_SIX
    assert view.which.buttons[ChartKey.PAIN].isChecked()


@pytest.mark.parametrize("name", ["copy", "picture", "data", "print", "report"])
def test_each_way_out_is_told(view: TrendsView, qtbot: QtBot, name: str) -> None:
    view.show_frame(demo_frame())
    with qtbot.waitSignal(getattr(view, f"{name}_wanted")):
        getattr(view.share, name).click()


def test_a_stop_that_is_picked_is_told(view: TrendsView, qtbot: QtBot, tmp_path: Path) -> None:
    view.show_frame(frame_about(tmp_path, ChartKey.EXERCISES))
    assert view.chart is not None
    QTest.keyClick(view.chart, Qt.Key.Key_Home)
    with qtbot.waitSignal(view.stop_picked) as told:
        QTest.keyClick(view.chart, Qt.Key.Key_Return)
    assert told.args == [0]


@every_chart
@pytest.mark.parametrize("size", [(784, 596), (1126, 724), (1640, 1036)], ids=str)
def test_it_fits_the_window_and_nothing_is_cut(
    view: TrendsView, tmp_path: Path, key: ChartKey, size: tuple[int, int]
) -> None:
    """At the width that the smallest window, a usual and a large one leave it."""
    view.resize(*size)
    view.show_frame(frame_about(tmp_path, key))
    QTest.qWait(0)
    assert view.chart is not None
    assert view.chart.width() >= view.chart.minimumWidth()
    assert view.chart.height() >= view.chart.minimumHeight()
    right = view.mapToGlobal(view.rect().bottomRight()).x()
    for made in view.findChildren(QAbstractButton):
        if made.isVisible():
            assert made.width() >= made.sizeHint().width(), made.text()
            assert made.mapToGlobal(made.rect().bottomRight()).x() <= right, made.text()


def test_large_type_still_fits(view: TrendsView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme.look, "scale", 1.6)
    view.resize(784, 596)
    view.show_frame(demo_frame())
    assert view.minimumSizeHint().width() <= 784


def test_the_library_is_loaded_with_the_first_frame() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from rehabtimer.gui.views.trends import TrendsView\n"
        "app = QApplication([])\n"
        "view = TrendsView()\n"
        "sys.exit('matplotlib' in sys.modules or 'PySide6.QtPrintSupport' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
