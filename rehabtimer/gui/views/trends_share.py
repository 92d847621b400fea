"""The buttons with which a chart leaves the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.parts import button, fill

_APART = 20


class ShareRow(QWidget):
    """Copy, picture, figures, paper; and the report about everything."""

    copy_wanted = Signal()
    picture_wanted = Signal()
    data_wanted = Signal()
    print_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show all of them, in one line where there is room."""
        super().__init__(parent)
        self.copy = button(_("Copy picture"), self.copy_wanted.emit, kind="link")
        self.picture = button(_("Save picture…"), self.picture_wanted.emit, kind="link")
        self.data = button(_("Save figures…"), self.data_wanted.emit, kind="link")
        self.print = button(_("Print…"), self.print_wanted.emit, kind="link")
        self.report = button(_("Report…"), self.report_wanted.emit, kind="link")
        flow = Flow(gap=_APART)
        for made in (self.copy, self.picture, self.data, self.print, self.report):
            flow.add(made)
        fill(QVBoxLayout(self), (flow,), gap=0, margin=0)
