"""The program's own line drawings, in whatever colour the look asks for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rehabtimer import paths

_INK = "#000"


def icon(name: str, colour: str, chosen: str = "", size: int = 22) -> QIcon:
    """Return a drawing of `resources/icons` in a colour, and in `chosen` where it is checked."""
    made = QIcon(_pixmap(name, colour, size, _ratio()))
    if chosen:
        picture = _pixmap(name, chosen, size, _ratio())
        made.addPixmap(picture, QIcon.Mode.Normal, QIcon.State.On)
    return made


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Paint a drawing of `resources/icons` into a rectangle."""
    QSvgRenderer(QByteArray(_source(name, colour))).render(painter, rect)


@lru_cache(maxsize=128)
def _source(name: str, colour: str) -> bytes:
    path = paths.resources() / "icons" / f"{name}.svg"
    return path.read_text(encoding="utf-8").replace(_INK, colour).encode()


@lru_cache(maxsize=128)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _ratio() -> float:
    return QGuiApplication.primaryScreen().devicePixelRatio()
