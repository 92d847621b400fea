"""The window: pages beside a sidebar, screens that take it whole, and one notice."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.main_window import MainWindow, Page
from rehabtimer.gui.theme import apply_theme
from tests.support.window import click, press

WITH_ENTRY = [
    Page.TODAY,
    Page.TRENDS,
    Page.HISTORY,
    Page.PROGRAMME,
    Page.LOG,
    Page.GUIDE,
    Page.SETTINGS,
]


class Made:
    """Counts the pages that were made."""

    def __init__(self, window: MainWindow) -> None:
        self.pages: list[Page] = []
        for page in Page:
            window.add_page(page, partial(self._make, page))

    def _make(self, page: Page) -> QWidget:
        self.pages.append(page)
        view = QLabel(page.value)
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return view


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def made(window: MainWindow) -> Made:
    return Made(window)


def entry(window: MainWindow, name: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if b.text() == name)


def test_a_page_is_made_when_it_is_first_opened(window: MainWindow, made: Made) -> None:
    assert made.pages == []
    window.open_page(Page.TRENDS)
    window.open_page(Page.TODAY)
    window.open_page(Page.TRENDS)
    assert made.pages == [Page.TRENDS, Page.TODAY]


def test_opening_a_page_asks_for_it_to_be_filled(
    qtbot: QtBot, window: MainWindow, made: Made
) -> None:
    for _time in range(2):
        with qtbot.waitSignal(window.page_opened) as opened:
            window.open_page(Page.GUIDE)
        assert opened.args == [Page.GUIDE]


@pytest.mark.parametrize("name", ["Trends", "Programme"])
def test_paper_belongs_to_the_page_that_it_was_opened_from(
    window: MainWindow, made: Made, name: str
) -> None:
    window.open_page(Page(name.lower()))
    window.open_page(Page.PAPER)
    assert entry(window, name).isChecked()


@pytest.mark.parametrize("page", WITH_ENTRY)
def test_the_sidebar_opens_pages(qtbot: QtBot, window: MainWindow, made: Made, page: Page) -> None:
    click(entry(window, page.value.title()))
    assert window.page is page
    assert entry(window, page.value.title()).isChecked()


@pytest.mark.parametrize(
    "page, name",
    [
        (Page.SUMMARY, "Today"),
        (Page.EXERCISE, "Trends"),  # as every page that may be opened from several
        (Page.FORM, "Trends"),
        (Page.PAST, "History"),
        (Page.PAST_FORM, "History"),
    ],
)
def test_a_page_without_an_entry_belongs_to_another(
    window: MainWindow, made: Made, page: Page, name: str
) -> None:
    window.open_page(Page.TRENDS)
    window.open_page(page)
    assert entry(window, name).isChecked()


def test_a_whole_screen_covers_the_sidebar(window: MainWindow, made: Made) -> None:
    window.open_page(Page.TODAY)
    screen = QLabel("session")
    window.open_whole(screen)
    assert screen.isVisible()
    assert not entry(window, "Today").isVisible()
    window.open_page(Page.TODAY)
    window.drop_whole(screen)
    assert entry(window, "Today").isVisible()


def test_a_forgotten_page_is_made_again(window: MainWindow, made: Made) -> None:
    window.open_page(Page.SUMMARY)
    window.forget_page(Page.SUMMARY)
    window.open_page(Page.SUMMARY)
    assert made.pages == [Page.SUMMARY, Page.SUMMARY]


def test_another_look_repaints_the_icons_and_keeps_the_place(
    qapp: QApplication, window: MainWindow, made: Made
) -> None:
    window.open_page(Page.SETTINGS)
    focused = window.focusWidget()
    before = icon_of(entry(window, "Today"))
    apply_theme(qapp, Theme.DARK)
    window.take_up_look()
    after = icon_of(entry(window, "Today"))
    apply_theme(qapp, Theme.LIGHT)
    assert after != before
    assert window.focusWidget() is focused
    assert made.pages == [Page.SETTINGS]


def icon_of(made: QPushButton) -> bytes:
    return bytes(made.icon().pixmap(made.iconSize()).toImage().constBits())


def test_a_notice_stays_until_the_next_page(window: MainWindow, made: Made) -> None:
    window.open_page(Page.TODAY)
    window.show_notice("Not saved")
    assert window.notice.isVisible()
    window.open_page(Page.TRENDS)
    assert not window.notice.isVisible()


def test_closing_is_told_while_there_is_time(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


def test_full_screen_and_back_to_how_it_was(window: MainWindow) -> None:
    window.showMaximized()
    window.set_full_screen(True)
    assert window.isFullScreen()
    window.set_full_screen(True)
    assert window.isFullScreen()
    window.set_full_screen(False)
    assert not window.isFullScreen()
    assert window.isMaximized()


def test_it_is_no_smaller_than_can_be_used(window: MainWindow) -> None:
    window.resize(200, 200)
    assert (window.width(), window.height()) == theme.MINIMUM_SIZE


@pytest.mark.parametrize("key", ["Return", "Enter"])
def test_enter_presses_the_button_that_has_the_focus(
    window: MainWindow, made: Made, key: str
) -> None:
    window.open_page(Page.TODAY)
    entry(window, "Trends").setFocus()
    press(window, key)
    assert window.page is Page.TRENDS


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.6])
def test_the_sidebar_has_room_for_its_names(
    qapp: QApplication, window: MainWindow, made: Made, scale: float
) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    window.take_up_look()
    window.open_page(Page.PROGRAMME)
    QApplication.processEvents()
    for each in (window.brand, *(entry(window, name) for name in ("Programme", "Settings"))):
        assert each.width() >= each.sizeHint().width()
    apply_theme(qapp, Theme.LIGHT)
