"""Opens the page of paper before it is printed, and takes what is on it to printer or file."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board, tell
from rehabtimer.core.text import _
from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.paper import PaperView
from rehabtimer.presenters.chart_files import keep_pages


def open_paper(
    board: Board,
    title: str,
    paint: Callable[[QPagedPaintDevice], None],
    *,
    file_name: str,
    layout: QPageLayout | None = None,
    options: QWidget | None = None,
) -> PaperView:
    """Show in the window what `paint` puts on a printer, with ways to print it and to keep it.

    `file_name` is proposed for a PDF, without the suffix. `options` stand beside the pages; what
    changes them calls `repaint_paper` of the view that is returned. Back leads to the page from
    which this was called; whatever page is opened next, the view is then gone for good.
    """
    window, back = board.window, board.window.page
    view = PaperView(options)
    view.show_paper(title, paint, layout)

    def forget(opened: Page) -> None:
        if opened is not Page.PAPER:
            window.page_opened.disconnect(forget)
            window.forget_page(Page.PAPER)

    def save() -> None:
        path = file_choice.save_file(window, _("Save as PDF"), "PDF (*.pdf)", f"{file_name}.pdf")
        if path is not None:
            tell(window, lambda: keep_pages(path, pdf_of(view)))

    view.back_wanted.connect(lambda: window.open_page(back))
    view.save_wanted.connect(save)
    view.print_wanted.connect(lambda: _print(board, view))
    window.forget_page(Page.PAPER)
    window.add_page(Page.PAPER, lambda: view)
    window.open_page(Page.PAPER)
    window.page_opened.connect(forget)
    return view


def pdf_of(view: PaperView) -> bytes:
    """Return the pages that are shown as a PDF, whose text can be selected and searched."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(view.title.text())
    writer.setCreator("RehabTimer")
    writer.setPageLayout(view.printer.pageLayout())
    view.paint(writer)
    buffer.close()
    return bytes(buffer.data().data())


def _print(board: Board, view: PaperView) -> None:
    """Ask for a printer, and print; where there is none, say so."""
    if not QPrinterInfo.availablePrinterNames():
        text = _("No printer is set up on this computer: save the pages as a PDF instead.")
        board.window.show_notice(text)
        return
    dialog = QPrintDialog(view.printer, board.window)
    if dialog.exec():
        view.paint(view.printer)
