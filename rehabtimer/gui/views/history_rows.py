"""A session as a row of a list: painted, so that many of them are there at once."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from rehabtimer.gui import theme
from rehabtimer.gui.widgets.month_marks import paint_done
from rehabtimer.presenters.history_frame import HistoryRow

_MARGIN = 10
_MARK = 18
_BESIDE = 12
_BETWEEN = 3


class SessionButton(QAbstractButton):
    """Shows when it was, how long, how much was done, and what was noted; a press opens it."""

    def __init__(self, item: HistoryRow) -> None:
        """Show a session, for good."""
        super().__init__()
        self.item = item
        self.setAccessibleName(item.name)
        self.setToolTip(item.note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        lines = [_metrics(theme.BODY).height(), _metrics(theme.BODY).height()]
        lines += [_metrics(theme.SMALL).height() for text in self._small if text]
        high = sum(lines) + _BETWEEN * (len(lines) - 1) + 2 * _MARGIN
        return QSize(240, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room where the type has grown."""
        super().changeEvent(event)
        self.updateGeometry()

    @property
    def _small(self) -> tuple[str, str]:
        return self.item.remark, self.item.note

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground while it is pointed at, the mark, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        wide = theme.look.px(_MARK)
        mark = QRectF(box.left(), box.top() + 1, wide, wide)
        paint_done(painter, mark, self.item.done)
        self._paint_words(painter, box.adjusted(wide + _BESIDE, 0, 0, 0))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme.look.colours
        painter.setPen(QPen(QColor(colours.ink), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = colours.pressed if self.isDown() else colours.hover
        is_plain = not (self.underMouse() or self.isDown())
        painter.setBrush(Qt.BrushStyle.NoBrush if is_plain else QColor(ground))
        inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inside, theme.CONTROL_RADIUS, theme.CONTROL_RADIUS)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        colours, item = theme.look.colours, self.item
        length = _metrics(theme.BODY).horizontalAdvance(item.length)
        _line(painter, box, item.length, theme.BODY, colours.muted, right=True)
        first = box.adjusted(0, 0, -length - _BESIDE, 0)
        _line(painter, first, item.when, theme.BODY, colours.ink, bold=True)
        box.setTop(box.top() + _metrics(theme.BODY).height() + _BETWEEN)
        _line(painter, box, item.title, theme.BODY, colours.ink)
        box.setTop(box.top() + _metrics(theme.BODY).height() + _BETWEEN)
        for text in filter(None, self._small):
            _line(painter, box, text, theme.SMALL, colours.muted)
            box.setTop(box.top() + _metrics(theme.SMALL).height() + _BETWEEN)


def _metrics(size: int, *, bold: bool = False) -> QFontMetrics:
    return QFontMetrics(theme.font(theme.look.px(size), bold=bold))


def _line(  # noqa: PLR0913 - what a line is drawn with
    painter: QPainter,
    box: QRectF,
    text: str,
    size: int,
    colour: str,
    *,
    bold: bool = False,
    right: bool = False,
) -> None:
    """Draw one line at the top of a box, cut short where it is too long."""
    painter.setFont(theme.font(theme.look.px(size), bold=bold))
    painter.setPen(QColor(colour))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignTop, cut)
