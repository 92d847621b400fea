"""A table on paper: a head, thin lines, and rows that stay whole."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from rehabtimer.report.blocks import Beside
from rehabtimer.report.paper import MM, PT
from rehabtimer.report.words import LINE, Type, Words

_PAD, _GAP = 1.1 * MM, 3 * MM

Row = Sequence[str]


class Table:
    """Rows of words with a share of the width for each column."""

    def __init__(
        self,
        head: Row,
        rows: Sequence[Row],
        shares: Sequence[float],
        *,
        first: Type = Type.STRONG,
        most: int = 4,
    ) -> None:
        """Take as many cells as shares; `first` is the type of the first column.

        A cell has `most` lines at most. A table without a head has an empty one.
        """
        self._shares, self._kinds = shares, (head, first, most)
        self._head = [_line([Words(cell, Type.SMALL) for cell in head], shares)] if head else []
        self._words = list(rows)
        self._rows = [_line(_words(row, first, most), shares) for row in rows]

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def height(self, width: float) -> float:
        """Return the height of the head and of all rows; nothing where there are none."""
        lines = [*self._head, *self._rows]
        return sum(_height(line, width) for line in lines) if self._rows else 0.0

    def first(self, height: float, width: float) -> "Table":
        """Return a table of as many of the first rows as have room in a height."""
        used, count = sum(_height(line, width) for line in self._head), 0
        for row in self._rows:
            used += _height(row, width)
            if used > height:
                break
            count += 1
        return self._of(self._words[:count])

    def after(self, count: int) -> "Table":
        """Return a table of all rows but so many of the first."""
        return self._of(self._words[count:])

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Write the rows, with a thin line below each but the last."""
        y = area.top()
        lines = [*self._head, *self._rows]
        for line in lines:
            height = _height(line, area.width())
            inner = QRectF(area.left(), y + _PAD, area.width(), height - 2 * _PAD)
            line.paint(painter, inner)
            y += height
            if line is not lines[-1]:
                painter.setPen(QPen(QColor(LINE), 0.5 * PT))
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _of(self, rows: Sequence[Row]) -> "Table":
        head, first, most = self._kinds
        return Table(head, rows, self._shares, first=first, most=most)


def _words(row: Row, first: Type, most: int) -> list[Words]:
    kinds = [first, *[Type.BODY] * (len(row) - 1)]
    return [Words(cell, kind, most=most) for cell, kind in zip(row, kinds, strict=True)]


def _line(cells: Sequence[Words], shares: Sequence[float]) -> Beside:
    return Beside(cells, shares, _GAP)


def _height(line: Beside, width: float) -> float:
    return line.height(width) + 2 * _PAD
