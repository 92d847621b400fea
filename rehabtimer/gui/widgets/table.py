"""A table of words, to be read and not to be changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from rehabtimer.gui import theme
from rehabtimer.presenters.trends_table import Table

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class WordTable(QTableWidget):
    """Shows heads and rows; Tab goes on to what comes after it."""

    def __init__(self, name: str) -> None:
        """`name` is what the table is, for those who hear the screen."""
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(_START)
        header.setHighlightSections(False)

    def show_table(self, table: Table) -> None:
        """Show these rows in place of those before."""
        self.verticalHeader().setDefaultSectionSize(theme.look.px(theme.CONTROL_HEIGHT - 4))
        self.setColumnCount(len(table.head))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(table.head)
        for y, cells in enumerate(table.rows):
            for x, text in enumerate(cells):
                self.setItem(y, x, QTableWidgetItem(text))
