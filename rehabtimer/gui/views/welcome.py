"""The first start, one question at a time, in the whole window."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.welcome_page import WelcomePage
from rehabtimer.gui.widgets.parts import button, clear, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.presenters.welcome_frame import Page, WelcomeFrame

_WIDTH = 1080
_MARGIN = (32, 24, 32, 20)


class Dots(QWidget):
    """One dot a question; the one at hand is long, those before it are filled."""

    def __init__(self) -> None:
        """Start without questions."""
        super().__init__()
        self._at, self._of = 1, 1

    def show_place(self, at: int, of: int, text: str) -> None:
        """Show the question `at`, from 1."""
        self._at, self._of = at, of
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._of * 18 + 16, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colours = theme.look.colours
        left = 0.0
        for question in range(1, self._of + 1):
            wide = 26.0 if question == self._at else 10.0
            painter.setBrush(QColor(colours.accent if question <= self._at else colours.line))
            painter.drawRoundedRect(QRectF(left, 1, wide, 10), 5, 5)
            left += wide + 8
        painter.end()


class WelcomeView(QWidget):
    """Shows one question; every intent leaves it as a signal."""

    chosen = Signal(str)
    weekday_toggled = Signal(int)
    start_chosen = Signal(object)
    test_wanted = Signal()
    next_wanted = Signal()
    skip_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.setProperty("ground", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page: WelcomePage | None = None
        self._kind: Page | None = None
        self._dots = Dots()
        self._progress = label("", "muted", wrap=False)
        self._small = label("", "small")
        self.back = button(_("&Back"), self.back_wanted.emit)
        self.skip = button(_("S&kip"), self.skip_wanted.emit, kind="quiet")
        self.next = button("", self.next_wanted.emit, kind="primary")
        self._middle = QVBoxLayout()
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        fill(QVBoxLayout(inside), (self._top(), self._body(), self._bottom()), gap=20, margin=0)
        outer = QHBoxLayout(self)
        fill(outer, (None, inside, None), gap=0, margin=0)
        outer.setContentsMargins(*_MARGIN)
        outer.setStretch(1, 1000)

    def show_frame(self, frame: WelcomeFrame) -> None:
        """Show a question."""
        self._dots.show_place(frame.question, frame.questions, frame.progress)
        self._progress.setText(frame.progress)
        self._small.setText(frame.small)
        self.next.setText(frame.next_text)
        theme.set_role(self.next, kind="primary" if frame.can_skip else "")
        self.back.setVisible(frame.can_go_back)
        self.skip.setVisible(frame.can_skip)
        if self.page is None or self._kind is not frame.page:
            self._turn_to(frame)
        else:
            self.page.show_frame(frame)

    def show_sound_problem(self, sentence: str) -> None:
        """Say why the test cannot be heard, if so."""
        if self.page is not None:
            self.page.sound_problem.setText(sentence)
            self.page.sound_problem.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers answer, Return goes on, Escape goes back."""
        key = event.key()
        if self.page and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.page.press(key - Qt.Key.Key_0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = next((b for b in (self.back, self.skip) if b.hasFocus()), self.next)
            focused.click()
        elif key == Qt.Key.Key_Escape and self.back.isVisible():
            self.back.click()
        else:
            super().keyPressEvent(event)

    def _turn_to(self, frame: WelcomeFrame) -> None:
        self._kind = frame.page
        clear(self._middle)
        self.page = page = WelcomePage(frame)
        page.chosen.connect(self.chosen)
        page.weekday_toggled.connect(self.weekday_toggled)
        page.start_chosen.connect(self.start_chosen)
        page.test_wanted.connect(self.test_wanted)
        fill(self._middle, (None, page, None), gap=0, margin=0)
        page.first.setFocus()
        set_reading_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keyboard start from the answers."""
        super().showEvent(event)
        set_reading_order(self)
        self._focus_answer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the answers."""
        self._focus_answer()

    def _focus_answer(self) -> None:
        if self.page:
            self.page.first.setFocus()

    def _top(self) -> QHBoxLayout:
        return row(
            label(_("RehabTimer"), "brand", wrap=False), None, self._progress, self._dots, gap=12
        )

    def _body(self) -> QWidget:
        inside = QWidget()
        inside.setLayout(self._middle)
        return Scroller(inside)

    def _bottom(self) -> QVBoxLayout:
        keys = row(self.back, None, self.skip, self.next, gap=8)
        return column(keys, self._small, gap=12)
