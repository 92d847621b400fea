"""The first start through its real widgets, by keyboard alone and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.welcome import WelcomeView
from rehabtimer.gui.views.welcome_page import WelcomePage
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.welcome import WelcomePresenter
from rehabtimer.presenters.welcome_frame import Page
from tests.support.cases import opened
from tests.support.views import MOUSE, show

MARGIN = 32


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with opened(tmp_path) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> WelcomePresenter:
    return WelcomePresenter(case)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, presenter: WelcomePresenter) -> WelcomeView:
    apply_theme(qapp, Theme.LIGHT)
    view = WelcomeView()

    def fill() -> None:
        view.show_frame(presenter.frame())

    view.chosen.connect(then(presenter.choose, fill))
    view.weekday_toggled.connect(then(presenter.toggle_weekday, fill))
    view.start_chosen.connect(then(presenter.start_on, fill))
    view.next_wanted.connect(then(presenter.next, fill))
    view.skip_wanted.connect(then(presenter.skip, fill))
    view.back_wanted.connect(then(presenter.back, fill))
    fill()
    show(qtbot, view, theme.MINIMUM_SIZE)
    return view


def page_of(view: WelcomeView) -> WelcomePage:
    assert view.page
    return view.page


def press(*keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused
        QTest.keyClick(focused, key)


def test_keys_alone_go_all_the_way(
    case: Case, presenter: WelcomePresenter, view: WelcomeView
) -> None:
    enter = Qt.Key.Key_Return
    press(Qt.Key.Key_2, enter, enter, Qt.Key.Key_1, enter, Qt.Key.Key_2, enter)
    assert presenter.is_over
    assert case.settings.affected is Side.RIGHT
    assert not case.choice("step-up").on
    assert case.plan.weekdays(case.today) == THREE_DAYS


def test_space_chooses_what_has_the_focus(presenter: WelcomePresenter, view: WelcomeView) -> None:
    chosen = []
    for _ in range(2):
        press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
        chosen.append(presenter.answers.affected)
        answers = page_of(view).answers.items()
        assert [key for key, answer in answers if answer.isChecked()] == [chosen[-1]]
    assert chosen == [Side.RIGHT, Side.BOTH]


def test_tab_goes_from_the_answers_to_skip_and_next(view: WelcomeView) -> None:
    seen = [QApplication.focusWidget()]
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [*page_of(view).answers.values(), view.skip, view.next]


def test_return_on_skip_skips(presenter: WelcomePresenter, view: WelcomeView) -> None:
    press(Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert presenter.answers.affected is None
    assert presenter.frame().page is Page.SIGNS


def test_escape_goes_back_but_not_out(presenter: WelcomePresenter, view: WelcomeView) -> None:
    press(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert presenter.frame().page is Page.KNEE


def test_the_mouse_alone_goes_all_the_way(
    case: Case, presenter: WelcomePresenter, view: WelcomeView
) -> None:
    QTest.mouseClick(page_of(view).answers["left"], MOUSE)
    QTest.mouseClick(view.next, MOUSE)
    QTest.mouseClick(page_of(view).answers["numb"], MOUSE)
    QTest.mouseClick(view.next, MOUSE)
    assert view.next.text() == "Go on anyway"
    QTest.mouseClick(page_of(view).answers["seen"], MOUSE)
    QTest.mouseClick(view.skip, MOUSE)
    QTest.mouseClick(page_of(view).weekdays.buttons["7"], MOUSE)
    QTest.mouseClick(page_of(view).start.plus, MOUSE)
    QTest.mouseClick(view.next, MOUSE)
    assert presenter.is_over
    assert case.settings.affected is Side.LEFT
    assert (case.plan.started_on - case.today).days == 1
    assert case.plan.weekdays(case.today) == (1, 2, 3, 4, 5, 6)


def test_a_date_can_be_typed(case: Case, presenter: WelcomePresenter, view: WelcomeView) -> None:
    press(*[Qt.Key.Key_Return] * 3)
    page_of(view).start.field.setFocus()
    press(Qt.Key.Key_Up)
    assert presenter.answers.start is not None
    assert (presenter.answers.start - case.today).days == 1


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_nothing_is_cut_off_at_the_side(
    qapp: QApplication, presenter: WelcomePresenter, view: WelcomeView, scale: float
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    for _ in range(4):
        view.show_frame(presenter.frame())
        qapp.processEvents()
        page = page_of(view)
        assert page.width() <= view.width() - 2 * MARGIN
        assert [w for w in page.findChildren(QWidget) if sticks_out(w, page)] == []
        presenter.next()
    apply_theme(qapp, Theme.LIGHT)


def sticks_out(widget: QWidget, page: QWidget) -> bool:
    left = widget.mapTo(page, widget.rect().topLeft()).x()
    return widget.isVisible() and (left < 0 or left + widget.width() > page.width())
