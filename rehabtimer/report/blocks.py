"""What pages are made of: blocks that know how high they are, one below the other."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from rehabtimer.report.paper import MM, PT
from rehabtimer.report.words import LINE, MUTED, PALE, Type, Words

_TILE_GAP, _TILE_PAD = 3 * MM, 2.4 * MM


class Block(Protocol):
    """Something on a page: its height follows from its width, both in units."""

    def height(self, width: float) -> float:
        """Return how high it is if it is that wide."""

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it from the top of an area, as wide as that."""


class Placed(NamedTuple):
    """A block, and where it stands."""

    block: Block
    area: QRectF


class Leaf:
    """One page: blocks are put one below the other, or at its foot."""

    def __init__(self, inside: QRectF) -> None:
        """Begin at the top of what is inside the margins."""
        self.placed: list[Placed] = []
        self._inside = inside
        self._y, self._end = inside.top(), inside.bottom()

    @property
    def room(self) -> float:
        """How much height is left."""
        return self._end - self._y

    @property
    def width(self) -> float:
        """How wide everything is."""
        return self._inside.width()

    def put(self, block: Block, gap: float = 0.0) -> None:
        """Put a block below the others, with a gap above it."""
        height = block.height(self.width)
        if height > 0:
            self._y += gap
            self._place(block, self._y, height)
            self._y += height

    def put_at_foot(self, block: Block, gap: float = 0.0) -> None:
        """Put a block above what stands at the foot, with a gap below it."""
        height = block.height(self.width)
        self._end -= height + gap
        self._place(block, self._end, height)

    def paint(self, painter: QPainter) -> None:
        """Paint them in the order in which they are read."""
        for block, area in sorted(self.placed, key=lambda each: each.area.top()):
            block.paint(painter, area)

    def _place(self, block: Block, y: float, height: float) -> None:
        self.placed.append(Placed(block, QRectF(self._inside.left(), y, self.width, height)))


class Stack:
    """Blocks one below the other as one block."""

    def __init__(self, blocks: Sequence[Block], gap: float = 0.0) -> None:
        """Keep a gap between them."""
        self._blocks, self._gap = blocks, gap

    def height(self, width: float) -> float:
        """Return their heights and the gaps between them."""
        heights = [height for block in self._blocks if (height := block.height(width))]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint them from the top."""
        y = area.top()
        for block in self._blocks:
            if height := block.height(area.width()):
                block.paint(painter, QRectF(area.left(), y, area.width(), height))
                y += height + self._gap


class Beside:
    """Blocks side by side, each with its share of the width."""

    def __init__(self, blocks: Sequence[Block], shares: Sequence[float], gap: float) -> None:
        """Take as many shares as there are blocks; they add up to 1."""
        self._blocks, self._shares, self._gap = blocks, shares, gap

    def height(self, width: float) -> float:
        """Return the height of the highest."""
        parts = zip(self._blocks, self._widths(width), strict=True)
        return max((block.height(part) for block, part in parts), default=0.0)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint them from the left."""
        x = area.left()
        for block, width in zip(self._blocks, self._widths(area.width()), strict=True):
            block.paint(painter, QRectF(x, area.top(), width, area.height()))
            x += width + self._gap

    def _widths(self, width: float) -> list[float]:
        free = width - self._gap * (len(self._blocks) - 1)
        return [share * free for share in self._shares]


class Space:
    """Nothing, so high."""

    def __init__(self, high: float) -> None:
        self._high = high

    def height(self, width: float) -> float:
        """Return its height."""
        return self._high

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Leave it as it is."""


class Rule:
    """A thin line across."""

    def __init__(self, room: float = 0.0) -> None:
        """Keep as much room as a line of writing takes; the line is at its foot."""
        self._room = room

    def height(self, width: float) -> float:
        """Return the room above it."""
        return self._room + PT

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw it at the foot."""
        painter.setPen(QPen(QColor(LINE), 0.6 * PT))
        painter.drawLine(area.bottomLeft(), area.bottomRight())


class Blank:
    """A line to write on, with what belongs there written small before it."""

    def __init__(self, label: str, room: float) -> None:
        """Keep a `room` above the line that is high enough for a pencil."""
        self._label, self._room = Words(label, Type.SMALL, most=1), room

    def height(self, width: float) -> float:
        """Return the room above the line."""
        return self._room

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Write the label so that it stands on the line."""
        bottom = area.top() + self._room
        wide = self._label.natural_width() + MM
        top = bottom - self._label.height(wide)
        self._label.paint(painter, QRectF(area.left(), top, wide, self._room))
        painter.setPen(QPen(QColor(MUTED), 0.6 * PT))
        painter.drawLine(QPointF(area.left() + wide, bottom), QPointF(area.right(), bottom))


class Tile:
    """A figure that is seen first, and what it stands for, on a pale ground."""

    def __init__(self, value: str, text: str, note: str) -> None:
        """Take the figure, its name, and what is to be said besides."""
        words = (Words(value, Type.FIGURE, most=1), Words(text, Type.STRONG, most=2))
        self._stack = Stack((*words, Words(note, Type.SMALL, most=3)), gap=PT)

    def height(self, width: float) -> float:
        """Return the height of the words with what is around them."""
        return self._stack.height(width - 2 * _TILE_PAD) + 2 * _TILE_PAD

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the ground, then the words."""
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(PALE))
        painter.drawRoundedRect(area, 2 * MM, 2 * MM)
        painter.restore()
        self._stack.paint(painter, area.adjusted(_TILE_PAD, _TILE_PAD, -_TILE_PAD, -_TILE_PAD))


def tiles(made: Sequence[Tile]) -> Beside:
    """Return tiles of one width, side by side."""
    return Beside(made, [1 / len(made)] * len(made), _TILE_GAP)


class Drawing:
    """A drawing in SVG, as wide as there is room; it stays lines and letters."""

    def __init__(self, svg: bytes, most: float) -> None:
        """Take the drawing, and the height that it has at most."""
        self._renderer = QSvgRenderer(QByteArray(svg))
        self._most = most

    def height(self, width: float) -> float:
        """Return its height in its own proportions."""
        size = self._renderer.defaultSize()
        if size.isEmpty():
            return 0.0
        return min(self._most, width * size.height() / size.width())

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw it in the middle of its area."""
        size = self._renderer.defaultSize()
        width = area.height() * size.width() / size.height()
        corner = QPointF(area.center().x() - width / 2, area.top())
        painter.save()
        self._renderer.render(painter, QRectF(corner.x(), corner.y(), width, area.height()))
        painter.restore()
