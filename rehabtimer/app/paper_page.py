"""Opens the page of paper before it is printed, and takes what is on it to printer or file."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from rehabtimer.app.wiring import Board
from rehabtimer.core.text import _
from rehabtimer.gui import file_choice
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.paper import PaperView
from rehabtimer.presenters.chart_files import keep_pages

Paint = Callable[[QPrinter], None]


def open_paper(
    board: Board,
    title: str,
    paint: Paint,
    *,
    file_name: str,
    layout: QPageLayout | None = None,
    options: QWidget | None = None,
) -> PaperView:
    """Show in the window what `paint` puts on a printer, with ways to print it and to keep it.

    `file_name` is proposed for a PDF, without the suffix. `options` stand beside the pages; what
    changes them calls `repaint_paper` of the view that is returned. The view is gone for good when
    the person leaves it; then the page is open from which this was called.
    """
    window, back = board.window, board.window.page
    view = PaperView(options)
    view.show_paper(title, paint, layout)

    def leave() -> None:
        window.open_page(back)
        window.forget_page(Page.PAPER)

    def save() -> None:
        path = file_choice.save_file(window, _("Save as PDF"), "PDF (*.pdf)", f"{file_name}.pdf")
        if path is not None:
            window.show_notice(keep_pages(path, pdf_of(view)))

    view.back_wanted.connect(leave)
    view.save_wanted.connect(save)
    view.print_wanted.connect(lambda: _print(board, view))
    window.forget_page(Page.PAPER)
    window.add_page(Page.PAPER, lambda: view)
    window.open_page(Page.PAPER)
    return view


def pdf_of(view: PaperView) -> bytes:
    """Return the pages that are shown as a PDF, whose text can be selected and searched."""
    with TemporaryDirectory(prefix="rehabtimer-") as folder:
        path = Path(folder) / "pages.pdf"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setPageLayout(view.printer.pageLayout())
        printer.setOutputFileName(str(path))
        printer.setDocName(view.title.text())
        view.paint(printer)
        return path.read_bytes()


def _print(board: Board, view: PaperView) -> None:
    """Ask for a printer, and print; where there is none, say so."""
    if not QPrinterInfo.availablePrinterNames():
        text = _("No printer is set up on this computer: save the pages as a PDF instead.")
        board.window.show_notice(text)
        return
    dialog = QPrintDialog(view.printer, board.window)
    if dialog.exec():
        view.paint(view.printer)
