"""A table of words, to be read and not to be changed."""

from textwrap import wrap

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from rehabtimer.gui import theme
from rehabtimer.presenters.trends_table import Table

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PADDING = 24  # pixels beside the words of a cell, at least
_ABOVE_AND_BELOW = 14  # pixels above and below several lines
_HIGHEST = 10_000
_MANY, _LETTERS = 6, 9  # columns, beyond which heads are broken into lines of so many letters


class WordTable(QTableWidget):
    """Shows heads and rows; Tab goes on to what comes after it.

    Where there is no room for all words of a row in one line, they go on in the next one; the table
    scrolls sideways where not even its longest words have room beside each other.
    """

    def __init__(self, name: str) -> None:
        """`name` is what the table is, for those who hear the screen."""
        super().__init__()
        self._needed: list[int] = []
        self._least: list[int] = []  # what the longest word of each column needs
        self._beside: list[int] = []  # what each head has beside its words
        self._shown = Table((), ())
        self._wrapped: list[int] | None = None  # widths of columns, where rows have several lines
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
        self._shown = table
        self.setColumnCount(len(table.head))
        self.setRowCount(len(table.rows))
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

    def _measure(self) -> None:
        """Find out what each column needs for whole rows, and for its longest word."""
        self._show_heads(self._usual_letters)
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        self._needed, self._least, self._beside = [], [], []
        for x, head in enumerate(self._shown.head):
            hint = header.sectionSizeHint(x)
            self._beside.append(hint - self._head_width(self._shown_head(x)))
            needed = max(self.sizeHintForColumn(x), hint)
            texts = {head, *(cells[x] for cells in self._shown.rows)}
            words = {word for text in texts for word in text.split()}
            padding = needed - max((metrics.horizontalAdvance(text) for text in texts), default=0)
            longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
            of_head = self._beside[x] + self._head_width("\n".join(head.split()))
            self._needed.append(needed)
            self._least.append(min(needed, max(of_head, longest + max(padding, _PADDING))))
        self._wrapped = []  # for no widths yet
        self._share_out()

    def _share_out(self) -> None:
        """Let columns be equally wide, but where one of them needs more or has to be narrower."""
        if not self._needed:
            return
        room, equal = self.viewport().width(), self.viewport().width() // len(self._needed)
        wraps = sum(self._needed) > room >= sum(self._least)
        if wraps:
            widths = _narrowed(self._needed, self._least, room)
        elif max(self._needed) <= equal:
            widths = [equal] * len(self._needed)
        else:
            more = max(0, room - sum(self._needed)) // len(self._needed)
            widths = [needed + more for needed in self._needed]
        for x, wide in enumerate(widths):
            self.horizontalHeader().resizeSection(x, wide)
        self._wrap(widths if wraps else None)

    def _wrap(self, widths: list[int] | None) -> None:
        """Let rows be as high as their cells are in columns of such widths, or one line high."""
        if widths == self._wrapped:
            return
        self._wrapped = widths
        if widths is None:
            self._show_heads(self._usual_letters)
        else:
            rooms = (wide - beside for wide, beside in zip(widths, self._beside, strict=True))
            self._show_heads(list(map(self._letters_in, self._shown.head, rooms)))
        for y in range(self.rowCount()):
            self.setRowHeight(y, self._height(y, widths))

    def _height(self, y: int, widths: list[int] | None) -> int:
        least = theme.look.px(theme.CONTROL_HEIGHT - 4)
        if widths is None:
            return least
        boxes = (QRect(0, 0, wide - _PADDING, _HIGHEST) for wide in widths)
        flags, metrics = Qt.TextFlag.TextWordWrap, self.fontMetrics()
        cells = zip(boxes, self._shown.rows[y], strict=True)
        high = max(metrics.boundingRect(box, flags, text).height() for box, text in cells)
        return max(least, high + _ABOVE_AND_BELOW)

    def _letters_in(self, head: str, room: int) -> int:
        """Return how many letters a line of a head may have in so many pixels; 1 is a word."""
        fits = (n for n in range(len(head), 1, -1) if self._head_width(_broken(head, n)) <= room)
        return next(fits, 1)

    def _shown_head(self, x: int) -> str:
        return str(self.model().headerData(x, Qt.Orientation.Horizontal))

    def _head_width(self, text: str) -> int:
        """Return how wide the longest line of a head is."""
        metrics = self.horizontalHeader().fontMetrics()
        return max(map(metrics.horizontalAdvance, text.split("\n")), default=0)

    @property
    def _usual_letters(self) -> list[int] | None:
        many = self.columnCount() > _MANY
        return [_LETTERS] * self.columnCount() if many else None

    def _show_heads(self, letters: list[int] | None) -> None:
        """Show the heads in lines of so many letters each, or in one line."""
        heads = self._shown.head
        if letters is None:
            self.setHorizontalHeaderLabels(heads)
        else:
            self.setHorizontalHeaderLabels(list(map(_broken, heads, letters)))


def _narrowed(needed: list[int], least: list[int], room: int) -> list[int]:
    """Share out the room that is left beyond the least by how much more each column needs."""
    left, more = room - sum(least), sum(needed) - sum(least)
    return [low + left * (high - low) // more for low, high in zip(least, needed, strict=True)]


def _broken(text: str, letters: int) -> str:
    return "\n".join(wrap(text, letters, break_long_words=False, break_on_hyphens=False))
