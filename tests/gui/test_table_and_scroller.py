"""Tables and scrolled pages in little room: words wrap, and no bar lies on them."""

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.gui.widgets.parts import label
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.table import WordTable
from rehabtimer.presenters.trends_table import Table

WORDY = Table(
    ("Week", "Left knee, median", "Also logged"),
    (("1", "5", "2 pain relievers, 3 notes, AKPS: 68 of 100"), ("2", "4", "1 note")),
)


def shown(qtbot: QtBot, widget: QWidget, wide: int, high: int = 400) -> None:
    qtbot.addWidget(widget)
    widget.resize(wide, high)
    widget.show()
    QApplication.processEvents()


def table(qtbot: QtBot, wide: int) -> WordTable:
    made = WordTable("The weeks")
    made.show_table(WORDY)
    shown(qtbot, made, wide)
    return made


def width(made: WordTable) -> int:
    return sum(made.columnWidth(x) for x in range(made.columnCount()))


def test_with_room_each_row_is_one_line(qtbot: QtBot) -> None:
    made = table(qtbot, 900)
    assert made.rowHeight(0) == made.rowHeight(1)
    head = made.horizontalHeaderItem(1)
    assert head
    assert head.text() == "Left knee, median"


def test_without_room_words_go_on_in_the_next_line(qtbot: QtBot) -> None:
    made = table(qtbot, 360)
    assert width(made) <= made.viewport().width()
    assert made.rowHeight(0) > made.rowHeight(1)
    head = made.horizontalHeaderItem(1)
    assert head
    assert head.text().split() == ["Left", "knee,", "median"]
    made.resize(900, 400)
    QApplication.processEvents()
    assert made.rowHeight(0) == made.rowHeight(1)
    head = made.horizontalHeaderItem(1)
    assert head
    assert head.text() == "Left knee, median"


def test_with_hardly_any_room_it_scrolls_sideways(qtbot: QtBot) -> None:
    made = table(qtbot, 120)
    assert width(made) > made.viewport().width()
    assert made.horizontalScrollBar().maximum() > 0


def test_without_columns_there_is_nothing_to_share_out(qtbot: QtBot) -> None:
    made = WordTable("Nothing")
    made.show_table(Table((), ()))
    shown(qtbot, made, 300)
    assert made.columnCount() == 0


def test_a_bar_stands_beside_the_words(qtbot: QtBot) -> None:
    content = QWidget()
    layout = QVBoxLayout(content)
    lines = [label("A line of words that goes on and on and on and on.") for _n in range(12)]
    for line in lines:
        layout.addWidget(line)
    area = Scroller(content)
    shown(qtbot, area, 300, 120)
    bar = area._bar
    assert bar.isVisible()
    assert content.width() < bar.x()
    area.resize(300, 2000)
    QApplication.processEvents()
    assert not bar.isVisible()
    assert content.width() == 300
