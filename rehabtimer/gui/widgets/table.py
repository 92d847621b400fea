"""A table of words, to be read and not to be changed."""

from textwrap import wrap

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from rehabtimer.gui import theme
from rehabtimer.presenters.trends_table import Table

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MANY, _LETTERS = 6, 9  # columns, beyond which heads are broken into lines of so many letters


class WordTable(QTableWidget):
    """Shows heads and rows; Tab goes on to what comes after it.

    Each column has room for all its words; the table scrolls where they need more than there is.
    """

    def __init__(self, name: str) -> None:
        """`name` is what the table is, for those who hear the screen."""
        super().__init__()
        self._needed: list[int] = []
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(_START)
        header.setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show these rows in place of those before."""
        self.verticalHeader().setDefaultSectionSize(theme.look.px(theme.CONTROL_HEIGHT - 4))
        self.setColumnCount(len(table.head))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels([self._head(text, len(table.head)) for text in table.head])
        for y, cells in enumerate(table.rows):
            for x, text in enumerate(cells):
                self.setItem(y, x, QTableWidgetItem(text))
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure in the type that the look gives it."""
        super().showEvent(event)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room that is left."""
        super().resizeEvent(event)
        self._share_out()

    def _head(self, text: str, columns: int) -> str:
        if columns <= _MANY:
            return text
        return "\n".join(wrap(text, _LETTERS, break_long_words=False, break_on_hyphens=False))

    def _measure(self) -> None:
        header = self.horizontalHeader()
        self._needed = [
            max(self.sizeHintForColumn(x), header.sectionSizeHint(x))
            for x in range(self.columnCount())
        ]
        self._share_out()

    def _share_out(self) -> None:
        """Let columns be equally wide, but where one of them needs more."""
        if not self._needed:
            return
        room, equal = self.viewport().width(), self.viewport().width() // len(self._needed)
        if max(self._needed) <= equal:
            widths = [equal] * len(self._needed)
        else:
            more = max(0, room - sum(self._needed)) // len(self._needed)
            widths = [needed + more for needed in self._needed]
        for x, wide in enumerate(widths):
            self.horizontalHeader().resizeSection(x, wide)
