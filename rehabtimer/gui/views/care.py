"""The page "When to see someone"."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.parts import card, fill, label
from rehabtimer.presenters.care import CareFrame

_WIDTH = 860
_MARGIN = 28
_INDENT = 26
_LINE_HEIGHT = 125  # per cent


class CareView(QWidget):
    """Shows the page; links lead nowhere, for there is no network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title")
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setOpenExternalLinks(False)
        self.text.setAccessibleName(_("When to see someone"))
        self.text.document().setDocumentMargin(0)
        self.text.document().setIndentWidth(_INDENT)
        body = card(self.text, margin=_MARGIN)
        body.setMaximumWidth(_WIDTH)
        fill(QVBoxLayout(self), (self.title, body), gap=theme.GAP, margin=0)

    def show_frame(self, frame: CareFrame) -> None:
        """Show the page."""
        self.title.setText(frame.title)
        self.text.setMarkdown(frame.markdown)
        _give_air(self.text.document())


def _give_air(document: QTextDocument) -> None:
    """Markdown comes without any space between its paragraphs."""
    block = document.begin()
    while block.isValid():
        style = block.blockFormat()
        if style.headingLevel():
            style.setTopMargin(20 if block.blockNumber() else 0)
            style.setBottomMargin(6)
        else:
            style.setBottomMargin(10 if block.textList() is None else 4)
        style.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).setBlockFormat(style)
        block = block.next()
