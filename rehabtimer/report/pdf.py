"""Writes what is painted on pages into the bytes of one PDF file, with its fonts inside."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter

from rehabtimer.presenters.paper_kind import Paper
from rehabtimer.report.paper import DPI, page_layout, sheet_of


class Page(Protocol):
    """What can be painted onto one page."""

    def paint(self, painter: QPainter) -> None:
        """Paint it, in units from the upper left corner of the paper."""


def pdf_of(pages: Sequence[Page], paper: Paper, title: str) -> bytes:
    """Return the pages as a PDF whose text can be selected and searched."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(title)
    writer.setCreator("RehabTimer")
    writer.setPageLayout(page_layout(paper))
    paint_pages(writer, pages, paper)
    buffer.close()
    return bytes(buffer.data().data())


def paint_pages(device: QPagedPaintDevice, pages: Sequence[Page], paper: Paper) -> None:
    """Paint one page after the other onto a printer, a preview or a file.

    A device whose page is another one gets them as large as they fit.
    """
    painter = QPainter(device)
    sheet = sheet_of(paper)
    room = QRectF(0, 0, device.width(), device.height())
    scale = min(room.width() / sheet.width, room.height() / sheet.height)
    try:
        painter.scale(scale, scale)
        for number, page in enumerate(pages):
            if number:
                device.newPage()
            page.paint(painter)
    finally:
        painter.end()
