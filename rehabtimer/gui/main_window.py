"""The one window: a slim sidebar with its pages, and screens that take it whole."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.icons import icon
from rehabtimer.gui.widgets.parts import button, fill, label, paint_button_icon, row

_ALL = 10_000  # as against 1 for what lies beside it, once a page is at its widest

_SIDE, _BESIDE = 14, 8  # pixels beside the entries, and beside what is in one


class Page(StrEnum):
    """A page beside the sidebar; the value names its icon too."""

    TODAY = "today"
    TRENDS = "trends"
    HISTORY = "history"
    PROGRAMME = "programme"
    LOG = "log"
    GUIDE = "guide"
    SETTINGS = "settings"
    # Those below have no entry of their own.
    SUMMARY = "summary"
    EXERCISE = "exercise"
    FORM = "form"
    PAPER = "paper"
    PAST = "past"
    PAST_FORM = "past-form"


# Which entry stands for a page that has none; paper, an exercise and its form belong to the page
# that they were opened from.
_ENTRY = {
    Page.SUMMARY: Page.TODAY,
    Page.PAST: Page.HISTORY,
    Page.PAST_FORM: Page.HISTORY,
}


class MainWindow(QMainWindow):
    """Holds pages and whole screens; makes each page when it is first opened."""

    page_opened = Signal(object)
    closing = Signal()

    def __init__(self) -> None:
        """Make the window with its sidebar; it has no pages yet."""
        super().__init__()
        self.setWindowTitle("RehabTimer")
        self.setWindowIcon(icon("app", theme.LIGHT.accent, size=64))
        self.setMinimumSize(QSize(*theme.MINIMUM_SIZE))
        self.resize(*theme.COMFORTABLE_SIZE)
        self._makers: dict[Page, Callable[[], QWidget]] = {}
        self._pages: dict[Page, QWidget] = {}
        self._stack = QStackedWidget()
        self._whole = QStackedWidget()
        self.demo = label(_("demo data"), "pill", wrap=False)
        self.demo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.demo.hide()
        self.notice = label("", "notice")
        self._navigation: dict[Page, QPushButton] = {}
        self._below = self._shell()
        self._whole.addWidget(self._below)
        self.setCentralWidget(self._whole)
        self.page = Page.TODAY

    @property
    def inside(self) -> QWidget:
        """All that is in the window, for what lies over it."""
        return self._whole

    def add_page(self, page: Page, make: Callable[[], QWidget]) -> None:
        """Offer a page; `make` is called when it is first opened."""
        self._makers[page] = make

    def open_page(self, page: Page) -> None:
        """Show a page beside the sidebar, and tell that it should be filled."""
        if page not in self._pages:
            self._pages[page] = self._makers[page]()
            self._stack.addWidget(self._pages[page])
        self._stack.setCurrentWidget(self._pages[page])
        self._whole.setCurrentIndex(0)
        self.notice.hide()
        self.page = page
        entry = self._navigation.get(_ENTRY.get(page, page))
        if entry is not None:
            entry.setChecked(True)
        self.page_opened.emit(page)
        self._pages[page].setFocus()

    def forget_page(self, page: Page) -> None:
        """Take a page away; it is made again when it is next opened."""
        if page in self._pages:
            view = self._pages.pop(page)
            self._stack.removeWidget(view)
            view.deleteLater()

    def take_up_look(self) -> None:
        """Repaint the icons in the colours of a look that has just changed, and fit its type."""
        for made in self.findChildren(QPushButton):
            if made.property("iconName"):
                paint_button_icon(made)
        self._fit_sidebar()

    def set_apart(self, *, apart: bool) -> None:
        """Let nothing below a panel be pressed, by no shortcut either."""
        self._below.setEnabled(not apart)

    def show_notice(self, sentence: str) -> None:
        """Show a sentence above the pages until the next page is opened."""
        self.notice.setText(sentence)
        self.notice.show()

    def open_whole(self, screen: QWidget) -> None:
        """Give a screen the window whole."""
        if self._whole.indexOf(screen) < 0:
            self._whole.addWidget(screen)
        self._whole.setCurrentWidget(screen)
        screen.setFocus()

    def drop_whole(self, screen: QWidget) -> None:
        """Take a whole screen away for good."""
        self._whole.removeWidget(screen)
        screen.deleteLater()

    def set_full_screen(self, full: bool) -> None:
        """Take the whole screen, or go back to how the window was, maximised or not."""
        if full is not self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def come_back(self) -> None:
        """Be on the screen again after having been minimised, maximised or not as before."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as Space does."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QAbstractButton
        ):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a running session be kept before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _shell(self) -> QWidget:
        shell = QWidget()
        shell.setProperty("ground", "true")
        shell.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        area = QWidget()
        layout = QVBoxLayout(area)
        self.notice.hide()
        self._stack.setMaximumWidth(theme.WIDEST_PAGE)
        middle = row(None, self._stack, None, gap=0)
        middle.setStretch(1, _ALL)
        fill(layout, (self.notice, middle), gap=12, margin=0)
        layout.setStretchFactor(middle, 1)
        layout.setContentsMargins(32, 24, 32, 20)
        self._sidebar = self._make_sidebar()
        self._fit_sidebar()
        shell.setLayout(row(self._sidebar, area, gap=0))
        return shell

    def _make_sidebar(self) -> QFrame:
        made = QFrame()
        made.setProperty("card", "sidebar")
        group = QButtonGroup(made)
        names = {
            Page.TODAY: _("Today"),
            Page.TRENDS: _("Trends"),
            Page.HISTORY: _("History"),
            Page.PROGRAMME: _("Programme"),
            Page.LOG: _("Log"),
            Page.GUIDE: _("Guide"),
            Page.SETTINGS: _("Settings"),
        }
        for page, name in names.items():
            entry = self._entry(page, name)
            group.addButton(entry)
            self._navigation[page] = entry
        self.brand = label("RehabTimer", "brand", wrap=False)
        entries = list(self._navigation.values())
        layout = QVBoxLayout(made)
        parts = (
            row(4, self.brand, None, gap=4),
            12,
            *entries[:5],
            None,
            self.demo,
            8,
            *entries[5:],
        )
        fill(layout, parts, gap=4, margin=14)
        layout.setContentsMargins(_SIDE, 22, _SIDE, 18)
        return made

    def _fit_sidebar(self) -> None:
        """Give the sidebar room for its names, as bold as the chosen one is."""
        wide = self.brand.sizeHint().width() + _BESIDE
        for entry in self._navigation.values():
            entry.ensurePolished()
            bold = QFont(entry.font())
            bold.setBold(True)
            name = QFontMetrics(bold).horizontalAdvance(entry.text())
            wide = max(wide, name + entry.iconSize().width() + 3 * _BESIDE)
        self._sidebar.setFixedWidth(max(theme.SIDEBAR_WIDTH, wide + 2 * _SIDE))

    def _entry(self, page: Page, name: str) -> QPushButton:
        entry = button(
            name, lambda: self.open_page(page), kind="nav", icon_name=page.value, checkable=True
        )
        entry.setIconSize(QSize(20, 20))
        return entry
