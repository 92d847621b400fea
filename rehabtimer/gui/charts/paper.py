"""Charts on paper, as lines and letters and not as dots."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter
from PySide6.QtSvg import QSvgRenderer

from rehabtimer.gui.charts.picture import PictureKind, picture
from rehabtimer.presenters.chart_page import ChartPage

_WIDTH = 1160.0  # pixels that the page is wide to the chart; its type goes by them


def paint_chart(device: QPagedPaintDevice, page: ChartPage) -> None:
    """Fill a page with a chart and its words; the device tells how large the page is."""
    room = QRectF(0, 0, device.width(), device.height())
    size = _WIDTH, _WIDTH * room.height() / room.width()
    drawn = QSvgRenderer(QByteArray(picture(page, PictureKind.SVG, size)))
    painter = QPainter(device)
    drawn.render(painter, room)
    painter.end()
