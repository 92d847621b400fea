"""Words on paper: plain text broken into lines, never read as anything else."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QTextLayout, QTextOption

from rehabtimer.gui import theme
from rehabtimer.report.paper import PT

_LOOK = theme.LIGHT  # paper is white in every look of the window
INK, MUTED, LINE, PALE, HURTS = (
    _LOOK.ink,
    _LOOK.muted,
    _LOOK.line,
    _LOOK.ground,
    _LOOK.hurts,
)


class Type(Enum):
    """A kind of type: its size in points, whether it is bold, and its colour."""

    TITLE = (17.0, True, INK)
    NAME = (11.0, True, INK)
    FIGURE = (16.0, True, INK)
    HEADING = (10.5, True, INK)
    STRONG = (8.5, True, INK)
    BODY = (8.5, False, INK)
    SMALL = (7.5, False, MUTED)
    WARNING = (8.5, True, HURTS)


def font_of(kind: Type) -> QFont:
    """Return the program's font in a kind of type, in units of the paper."""
    size, bold, _colour = kind.value
    made = QFont(QGuiApplication.font())
    made.setPixelSize(round(size * PT))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("liga"), 0)  # or who searches for "flexor" does not find it
    return made


class Words:
    """A text of one kind of type, with `most` lines at most; what is too long ends in "…"."""

    def __init__(
        self,
        text: str,
        kind: Type = Type.BODY,
        *,
        most: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Keep the text; it is broken into lines when its width is known."""
        self._text, self._kind, self._most, self._align = text, kind, most, align
        self._laid: tuple[float, QTextLayout] | None = None

    def height(self, width: float) -> float:
        """Return how high it is if it is that wide; nothing without a text."""
        return self._layout(width).boundingRect().height() if self._text else 0.0

    def natural_width(self) -> float:
        """Return how wide it is on one line."""
        return self._layout(1e9).maximumWidth() if self._text else 0.0

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Write it from the top of an area, as wide as that."""
        if self._text:
            painter.setPen(QColor(self._kind.value[2]))
            self._layout(area.width()).draw(painter, QPointF(area.left(), area.top()))

    def _layout(self, width: float) -> QTextLayout:
        if self._laid is None or self._laid[0] != width:
            self._laid = width, self._broken(self._text, width)
        return self._laid[1]

    def _broken(self, text: str, width: float) -> QTextLayout:
        """Break a text into lines; one with too many is tried again, cut where its last line is."""
        layout = self._lines(text, width)
        while self._most and layout.lineCount() > self._most:
            last = layout.lineAt(self._most - 1)
            cut = max(1, last.textStart() + last.textLength() - 2)
            text = text[: min(cut, len(text.rstrip("…")) - 1)].rstrip() + "…"
            layout = self._lines(text, width)
        return layout

    def _lines(self, text: str, width: float) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font_of(self._kind))
        option = QTextOption(self._align | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout
