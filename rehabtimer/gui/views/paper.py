"""What would come out of the printer, in the window, before any paper is used."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QMarginsF, Qt, Signal
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPageSize, QShowEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QFrame, QGraphicsView, QHBoxLayout, QVBoxLayout, QWidget

from rehabtimer.core.text import _, ngettext
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.opened_page import OpenedPage
from rehabtimer.gui.widgets.parts import Part, button, card, column, fill, label, row
from rehabtimer.presenters.options import Option

Paint = Callable[[QPagedPaintDevice], None]

_WHOLE, _WIDE = "whole", "wide"
_OPTIONS_WIDTH, _OPTIONS_MOST = 264, 312  # pixels; the pages need room beside large type, too
_MARGIN = 10.0  # millimetres


class PaperView(OpenedPage):
    """Shows pages as they would be printed; Escape leads back.

    What is shown comes from `show_paper`. A view may stand beside it that changes what is painted;
    `repaint_paper` shows the change.
    """

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, options: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Start without any page; `options` stand on the left of them."""
        super().__init__(parent)
        self._paint: Paint | None = None
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.back = button(_("← Back"), self.back_wanted.emit, kind="link")
        self.back.setAccessibleName(_("Back to where this was opened"))
        self.title = label("", "title")
        self.pages = label("", "muted", wrap=False)
        self.zoom = Choices(_("How large the page is shown"))
        self.zoom.chosen.connect(self._fit)
        self.save = button(_("&Save as PDF…"), self.save_wanted.emit)
        self.print = button(_("&Print…"), self.print_wanted.emit, kind="primary")
        self.preview = QPrintPreviewWidget(self.printer)
        self.preview.setAccessibleName(_("The pages"))
        self.preview.paintRequested.connect(self.paint)
        self.preview.previewChanged.connect(self._count)
        for desk in self.preview.findChildren(QGraphicsView):
            desk.setAccessibleName(_("The pages"))  # Tab stops here, and arrows scroll
            desk.setBackgroundBrush(QColor(theme.look.colours.pressed))
            desk.setFrameShape(QFrame.Shape.NoFrame)
        self._zoom = _WHOLE
        self._lay_out(options)

    def show_paper(self, title: str, paint: Paint, layout: QPageLayout | None = None) -> None:
        """Show what `paint` puts on a printer or into a file.

        Without a `layout` it is the usual paper, upright.
        """
        self.title.setText(title)
        self.printer.setDocName(title)
        self.printer.setPageLayout(layout or page_layout(QPageLayout.Orientation.Portrait))
        self._paint = paint
        self.repaint_paper()

    def repaint_paper(self) -> None:
        """Show the pages anew."""
        self.preview.updatePreview()
        self._fit(self._zoom)

    def paint(self, device: QPagedPaintDevice) -> None:
        """Put the pages that are shown on a printer, or into a file."""
        if self._paint is not None:
            self._paint(device)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the page into the room that there is by now."""
        super().showEvent(event)
        self._fit(self._zoom)

    def _lay_out(self, options: QWidget | None) -> None:
        words = column(row(self.back, None), self.title, gap=4)
        buttons = row(self.save, self.print, gap=8)
        top = row(words, buttons, gap=theme.GAP)
        top.setStretch(0, 1)
        top.setAlignment(buttons, Qt.AlignmentFlag.AlignBottom)
        sheet = card(row(self.zoom, None, self.pages), self.preview)
        body = QHBoxLayout()
        parts: tuple[Part, ...] = (sheet,)
        if options is not None:
            options.setFixedWidth(min(theme.look.px(_OPTIONS_WIDTH), _OPTIONS_MOST))
            parts = (column(card(options), None), sheet)
        fill(body, parts, gap=theme.GAP, margin=0)
        body.setStretchFactor(sheet, 1)
        layout = QVBoxLayout(self)
        fill(layout, (top, body), gap=theme.GAP, margin=0)
        layout.setStretchFactor(body, 1)

    def _fit(self, zoom: str) -> None:
        self._zoom = zoom
        fit = self.preview.fitInView if zoom == _WHOLE else self.preview.fitToWidth
        fit()
        self.zoom.show_options(
            (
                Option(_WHOLE, _("Whole page"), zoom == _WHOLE),
                Option(_WIDE, _("Full width"), zoom == _WIDE),
            )
        )

    def _count(self) -> None:
        count = self.preview.pageCount()
        self.pages.setText(ngettext("{n} page", "{n} pages", count))


def page_layout(orientation: QPageLayout.Orientation) -> QPageLayout:
    """Return the paper that the locale prints on, with a margin all around."""
    is_imperial = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    known = QPageSize.PageSizeId
    size = QPageSize(known.Letter if is_imperial else known.A4)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(size, orientation, margins, QPageLayout.Unit.Millimeter)
