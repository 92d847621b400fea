"""One bar an exercise, as wide as its time, filled as it goes."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rehabtimer.gui import theme
from rehabtimer.presenters.session_frame import Segment

_GAP = 6.0
_BAR = 10.0
_LEAST = 0.045


class Segments(QWidget):
    """Paints the exercises of a session; a press on one asks to go there."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without exercises."""
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._seen: list[tuple[int, bool]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_segments(self, segments: tuple[Segment, ...]) -> None:
        """Show these exercises; repaints only when a pixel would change."""
        seen = self._visible(segments)
        if seen != self._seen:
            self._seen = seen
            self.update()
        self._segments = segments
        name = ", ".join(segment.description for segment in segments)
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A bar, with room to press it."""
        return QSize(400, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint done in the accent, skipped as an outline, the rest quiet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.look.colours
        for segment, box in zip(self._segments, self._boxes(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.line))
            if segment.skipped:
                painter.setPen(QPen(QColor(colours.switch), 2, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _BAR / 2, _BAR / 2)
            if segment.fraction > 0:
                self._paint_done(painter, box, segment.fraction)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask to go to the exercise under the pointer."""
        place = self._place_at(event.position().x())
        if place is not None:
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        """Name the exercise under the pointer."""
        if isinstance(event, QHelpEvent):
            place = self._place_at(event.pos().x())
            text = self._segments[place].description if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _paint_done(self, painter: QPainter, box: QRectF, fraction: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.look.colours.accent))
        wide = max(_BAR, box.width() * fraction)
        painter.drawRoundedRect(QRectF(box.left(), box.top(), wide, _BAR), _BAR / 2, _BAR / 2)

    def _boxes(self) -> list[QRectF]:
        shares = [max(_LEAST, segment.share) for segment in self._segments]
        room = self.width() - _GAP * (len(shares) - 1)
        boxes, left, top = [], 0.0, (self.height() - _BAR) / 2
        for share in shares:
            wide = room * share / sum(shares)
            boxes.append(QRectF(left, top, wide, _BAR))
            left += wide + _GAP
        return boxes

    def _place_at(self, x: float) -> int | None:
        spans = enumerate(self._boxes())
        return next((n for n, box in spans if box.left() <= x <= box.right()), None)

    def _visible(self, segments: tuple[Segment, ...]) -> list[tuple[int, bool]]:
        return [(round(s.fraction * s.share * self.width() * 2), s.skipped) for s in segments]
