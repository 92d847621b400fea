"""The Summary through its real widgets, by keyboard alone and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.summary import SummaryView
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.summary import SummaryPresenter
from tests.support.cases import play, welcomed
from tests.support.views import MOUSE, show, tab_to


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, affected=Side.BOTH, stairs_hurt=True) as case:
        yield case


@pytest.fixture
def presenter(case: Case) -> SummaryPresenter:
    session = play(case, 90)
    session.leave()
    return SummaryPresenter(case, session.record.id)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, presenter: SummaryPresenter) -> SummaryView:
    apply_theme(qapp, Theme.LIGHT)
    view = SummaryView()
    view.pain_told.connect(presenter.tell_pain)
    view.note_written.connect(then(presenter.note, lambda: view.show_frame(presenter.frame())))
    view.show_frame(presenter.frame())
    show(qtbot, view)
    return view


def score(view: SummaryView, knee: Side, number: int) -> QAbstractButton:
    buttons = view.scales[knee].findChildren(QAbstractButton)
    return next(made for made in buttons if made.text() == str(number))


def answers(presenter: SummaryPresenter) -> list[int | None]:
    return [question.score for question in presenter.frame().questions]


def test_space_as_in_the_session_answers_nothing(
    qtbot: QtBot, presenter: SummaryPresenter, view: SummaryView
) -> None:
    focused = QApplication.focusWidget()
    assert focused is view
    with qtbot.assertNotEmitted(view.done_wanted):
        QTest.keyClick(focused, Qt.Key.Key_Space)
    assert answers(presenter) == [None, None]


def test_pain_is_told_by_mouse_and_changed(presenter: SummaryPresenter, view: SummaryView) -> None:
    QTest.mouseClick(score(view, Side.RIGHT, 6), MOUSE)
    QTest.mouseClick(score(view, Side.RIGHT, 2), MOUSE)
    assert answers(presenter) == [None, 2]


@pytest.mark.parametrize(
    "keys, told",
    [("3", [3, None]), ("36", [3, 6]), ("1010", [10, 10]), ("362", [3, 2]), ("x", [None, None])],
)
def test_digits_answer_knee_by_knee(
    presenter: SummaryPresenter, view: SummaryView, keys: str, told: list[int | None]
) -> None:
    QTest.keyClicks(view, keys)
    assert answers(presenter) == told


def test_digits_within_the_note_are_words(presenter: SummaryPresenter, view: SummaryView) -> None:
    view.note.setFocus()
    QTest.keyClicks(view.note, "7 minutes")
    assert answers(presenter) == [None, None]


def test_a_nought_after_an_answer_by_mouse_makes_no_ten(
    presenter: SummaryPresenter, view: SummaryView
) -> None:
    QTest.keyClicks(view, "1")
    QTest.mouseClick(score(view, Side.LEFT, 1), MOUSE)
    QTest.keyClicks(view, "0")
    assert answers(presenter) == [0, None]


def test_pain_and_note_are_told_by_keyboard(presenter: SummaryPresenter, view: SummaryView) -> None:
    tab_to(score(view, Side.LEFT, 0))
    for number in range(3):
        QTest.keyClick(score(view, Side.LEFT, number), Qt.Key.Key_Right)
    QTest.keyClick(score(view, Side.LEFT, 3), Qt.Key.Key_Space)
    assert answers(presenter) == [3, None]
    tab_to(view.note)
    QTest.keyClicks(view.note, "Went well.")
    QTest.keyClick(view.note, Qt.Key.Key_Tab)
    assert presenter.frame().note == "Went well."


def test_done_keeps_a_note_that_is_still_being_written(
    qtbot: QtBot, presenter: SummaryPresenter, view: SummaryView
) -> None:
    view.note.setFocus()
    QTest.keyClicks(view.note, "Tired")
    with qtbot.waitSignal(view.done_wanted):
        QTest.keyClick(view.note, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert presenter.frame().note == "Tired"


def test_a_partial_session_can_be_gone_on_with(qtbot: QtBot, view: SummaryView) -> None:
    assert view.resume.isVisible()
    with qtbot.waitSignal(view.resume_wanted):
        QTest.mouseClick(view.resume, MOUSE)


def test_a_whole_session_offers_only_done(case: Case, view: SummaryView) -> None:
    session = play(case, 3600)
    view.show_frame(SummaryPresenter(case, session.record.id).frame())
    assert view.title.text() == "Done. 34 of 34 sets."
    assert not view.resume.isVisible()


def test_it_shows_what_was_off_and_why(view: SummaryView) -> None:
    texts = [made.text() for made in view.findChildren(QLabel) if made.isVisible()]
    assert "Skipped since 2 Mar: stairs hurt" in texts
    assert "Not reached" in texts


def test_showing_it_again_keeps_the_answers(presenter: SummaryPresenter, view: SummaryView) -> None:
    QTest.mouseClick(score(view, Side.LEFT, 4), MOUSE)
    view.show_frame(presenter.frame())
    assert view.scales[Side.LEFT].score == 4


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_rows_fit_the_smallest_window(
    qapp: QApplication, presenter: SummaryPresenter, view: SummaryView, scale: float
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    view.show_frame(presenter.frame())
    qapp.processEvents()
    for made in view.findChildren(QLabel):
        if made.isVisible():
            assert made.mapTo(view, made.rect().topRight()).x() <= view.width()
    apply_theme(qapp, Theme.LIGHT)


def test_a_note_that_is_too_long_is_not_left_behind(
    qtbot: QtBot, presenter: SummaryPresenter, view: SummaryView
) -> None:
    view.note.setPlainText("x" * 2001)
    with qtbot.assertNotEmitted(view.done_wanted), qtbot.assertNotEmitted(view.resume_wanted):
        view.done.click()
        view.resume.click()
    assert view.note.hasFocus()
    assert view.note_problem.isVisible()
    assert len(view.note.toPlainText()) == 2001
    view.note.setPlainText("Short.")
    with qtbot.waitSignal(view.done_wanted):
        view.done.click()
    assert presenter.frame().note == "Short."
    assert not view.note_problem.isVisible()
