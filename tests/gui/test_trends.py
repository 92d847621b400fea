"""The page Trends: words, chart and table, and a library that is loaded late."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot

from rehabtimer.gui.views.trends import TrendsView
from rehabtimer.presenters.pain_chart import Span
from tests.support.trends import demo_frame, frame_of


@pytest.fixture
def view(qtbot: QtBot) -> TrendsView:
    made = TrendsView()
    qtbot.addWidget(made)
    made.resize(1100, 680)
    made.show()
    return made


def words(cell: QTableWidgetItem | None) -> str:
    return cell.text() if cell else ""


def test_it_shows_the_words(view: TrendsView) -> None:
    frame = demo_frame()
    view.show_frame(frame)
    assert (view.title.text(), view.more.text()) == frame.headlines
    assert (view.summary.text(), view.legend.text()) == (frame.summary, frame.legend)


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


def test_the_table_holds_every_cell(view: TrendsView) -> None:
    table = demo_frame().table
    view.show_frame(demo_frame(3))
    view.show_frame(demo_frame())
    columns = range(view.table.columnCount())
    assert tuple(words(view.table.horizontalHeaderItem(x)) for x in columns) == table.head
    rows = range(view.table.rowCount())
    assert tuple(tuple(words(view.table.item(y, x)) for x in columns) for y in rows) == table.rows


def test_the_switch_of_spans_tells_what_was_chosen(view: TrendsView, qtbot: QtBot) -> None:
    view.show_frame(demo_frame(100))
    assert view.spans.isVisible()
    with qtbot.waitSignal(view.span_chosen) as told:
        view.spans.buttons[Span.LAST_SIX].click()
    assert told.args == ["last-six"]


def test_the_library_is_loaded_with_the_first_frame() -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from rehabtimer.gui.views.trends import TrendsView\n"
        "app = QApplication([])\n"
        "view = TrendsView()\n"
        "sys.exit('matplotlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
