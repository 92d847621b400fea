"""The Log through its real widgets and a real diary, by keyboard alone and by mouse."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.pain import Activity, Decision, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.settings import Theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.log import LogView
from rehabtimer.gui.views.log_form import EntryForm
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log import LogPresenter
from tests.support.cases import welcomed
from tests.support.clock import A_MORNING
from tests.support.pain import entry
from tests.support.views import MOUSE, show, tab_to
from tests.support.window import press

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody with a sore left knee who told three things, today and yesterday."""
    with welcomed(tmp_path) as case:
        case.store.diary.add_all(
            (
                entry(Moment.MORNING, A_MORNING - HOUR, score=1),
                entry(when=A_MORNING - DAY, score=2, activity=Activity.STAIRS, note="Slowly."),
                entry(
                    Moment.DURING,
                    A_MORNING - DAY - HOUR,
                    score=3,
                    exercise="clam",
                    side=Side.LEFT,
                    set=1,
                    rep=7,
                    sharp=True,
                    decision=Decision.SKIP_SIDE,
                ),
            )
        )
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> LogView:
    apply_theme(qapp, Theme.LIGHT)
    return opened(qtbot, case)


def opened(qtbot: QtBot, case: Case, size: tuple[int, int] = (1100, 700)) -> LogView:
    """The screen, wired as the program does it."""
    view, log = LogView(), LogPresenter(case)

    def fill() -> None:
        view.show_frame(log.frame())

    view.added.connect(then(log.add, fill))
    view.changed.connect(then(log.change, fill))
    view.cancelled.connect(then(log.cancel, fill))
    view.edit_wanted.connect(then(log.edit, fill))
    view.remove_wanted.connect(then(log.remove, fill))
    view.earlier_wanted.connect(then(log.show_earlier, fill))
    view.undo_wanted.connect(then(log.undo, fill))
    view.entry.kind_chosen.connect(then(log.choose_kind, fill))
    view.reliever.taken.connect(then(log.take_reliever, fill))
    view.reliever.day_picked.connect(then(log.choose_reliever_day, fill))
    fill()
    show(qtbot, view, size)
    view.setFocus()
    return view


def the_edited(view: LogView) -> EntryForm:
    assert isinstance(view.edited, EntryForm)
    return view.edited


def entries(case: Case) -> list[PainEntry]:
    return case.store.diary.entries(None, date.max)


def words(view: QWidget) -> str:
    QApplication.processEvents()
    labels = [each for each in view.findChildren(QLabel) if each.isVisible() and each.text()]
    return "\n".join(each.text() for each in labels)


def find(view: QWidget, name: str) -> QPushButton:
    QApplication.processEvents()
    buttons = [each for each in view.findChildren(QPushButton) if each.isVisible()]
    return next(each for each in buttons if name in (each.accessibleName(), each.text()))


# The diary


def test_the_diary_is_there_day_by_day(view: LogView) -> None:
    seen = words(view)
    for part in (
        "Today, Monday 2 March",
        "In the morning",
        "Sunday 1 March",
        "Left knee: 2 of 10",
        "Stairs",
        "Slowly.",
        "Clam, left side, set 1, rep 7 · this side skipped",
        "Sharp pain",
    ):
        assert part in seen
    assert not view.earlier.isVisible()


def test_an_empty_diary_says_so(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    apply_theme(qapp, Theme.LIGHT)
    with welcomed(tmp_path / "new") as case:
        view = opened(qtbot, case)
        assert "Nothing in your diary yet" in words(view)
        press(view.form, "4")
        QTest.mouseClick(view.form.save, MOUSE)
        assert "Nothing in your diary yet" not in words(view)


def test_a_long_diary_comes_bit_by_bit(qtbot: QtBot, case: Case, view: LogView) -> None:
    long_ago = A_MORNING - timedelta(days=90)
    case.store.diary.add_all(entry(when=long_ago - n * DAY) for n in range(65))
    view = opened(qtbot, case)
    qtbot.waitUntil(lambda: len(cards(view)) == 60)
    QTest.mouseClick(find(view, "Show earlier days"), MOUSE)
    qtbot.waitUntil(lambda: len(cards(view)) == 67)
    assert not view.earlier.isVisible()
    titles = [card.findChildren(QLabel)[0].text() for card in cards(view)]
    assert titles[:2] == ["Today, Monday 2 March", "Sunday 1 March"]
    assert titles[-1] == "Monday 29 September 2025"
    tops = [card.mapTo(view, card.rect().topLeft()).y() for card in cards(view)]
    assert tops == sorted(tops)


def cards(view: LogView) -> list[QWidget]:
    return list(view._cards.values())


# Adding


def test_pain_is_logged_by_keyboard_alone(case: Case, view: LogView) -> None:
    press(view.form, "6")
    tab_to(view.form.knees.buttons["left"])
    QTest.keyClick(view.form.knees.buttons["left"], Qt.Key.Key_Right)
    doing = view.form.activities.buttons
    tab_to(doing["stairs"])
    for activity in ("stairs", "squatting", "long-sitting"):
        QTest.keyClick(doing[activity], Qt.Key.Key_Right)
    QTest.keyClick(doing["running"], Qt.Key.Key_Space)
    tab_to(view.form.note)
    QTest.keyClicks(view.form.note, "5 km, slow")
    tab_to(view.form.save)
    QTest.keyClick(view.form.save, Qt.Key.Key_Space)
    added = entries(case)[-1]
    assert (added.knee, added.score, added.activity) == (Side.RIGHT, 6, Activity.RUNNING)
    assert (added.note, added.when) == ("5 km, slow", case.stamp)
    assert "Right knee: 6 of 10" in words(view)
    assert view.form.save.hasFocus()


def test_pain_is_logged_by_mouse_alone(case: Case, view: LogView) -> None:
    QTest.mouseClick(find(view.form, "Both knees"), MOUSE)
    QTest.mouseClick(find(view.form, "How much does it hurt? 10 of 10"), MOUSE)
    QTest.mouseClick(find(view.form, "Squatting"), MOUSE)
    QTest.mouseClick(view.form.save, MOUSE)
    added = entries(case)[-2:]
    assert {each.knee for each in added} == {Side.LEFT, Side.RIGHT}
    assert {(each.score, each.activity) for each in added} == {(10, Activity.SQUATTING)}


def test_the_form_is_empty_again_afterwards(view: LogView) -> None:
    press(view.form, "6")
    QTest.mouseClick(find(view.form, "Stairs"), MOUSE)
    view.form.note.setPlainText("Up.")
    QTest.mouseClick(view.form.save, MOUSE)
    assert view.form.scale.score is None
    assert view.form.note.toPlainText() == ""
    assert view.form.answer.activity is None
    assert not view.form.activities.buttons["stairs"].isChecked()


def test_an_activity_can_be_taken_back(view: LogView) -> None:
    stairs = find(view.form, "Stairs")
    QTest.mouseClick(stairs, MOUSE)
    QTest.mouseClick(find(view.form, "Running"), MOUSE)
    assert view.form.answer.activity is Activity.RUNNING
    assert not stairs.isChecked()
    QTest.mouseClick(find(view.form, "Running"), MOUSE)
    assert view.form.answer.activity is None


def test_without_a_score_it_says_so_and_loses_nothing(case: Case, view: LogView) -> None:
    view.form.note.setPlainText("Half an hour at the desk.")
    QTest.mouseClick(view.form.save, MOUSE)
    assert "Please choose a number from 0 to 10." in words(view.form)
    assert view.form.note.toPlainText() == "Half an hour at the desk."
    assert len(entries(case)) == 3
    press(view.form, "3")
    assert "Please choose" not in words(view.form)
    QTest.mouseClick(view.form.save, MOUSE)
    assert len(entries(case)) == 4


def test_an_earlier_time_by_keyboard(case: Case, view: LogView) -> None:
    press(view.form, "5")
    now = view.form.whens.buttons["now"]
    tab_to(now)
    QTest.keyClick(now, Qt.Key.Key_Right)
    tab_to(view.form.day.field)
    QTest.keyClick(view.form.day.field, Qt.Key.Key_Down)
    tab_to(view.form.time.field)
    view.form.time.field.setCurrentSectionIndex(0)
    QTest.keyClick(view.form.time.field, Qt.Key.Key_Up)
    QTest.mouseClick(view.form.save, MOUSE)
    added = next(each for each in entries(case) if each.score == 5)
    assert added.when.local.replace(tzinfo=None) == A_MORNING.replace(tzinfo=None) - DAY + HOUR


def test_an_earlier_time_by_mouse(case: Case, view: LogView) -> None:
    press(view.form, "5")
    QTest.mouseClick(view.form.whens.buttons["earlier"], MOUSE)
    QTest.mouseClick(view.form.time.minus, MOUSE)
    QTest.mouseClick(view.form.save, MOUSE)
    assert entries(case)[-1].when.local.time() == time(7, 45)


def test_a_time_to_come_is_refused_beside_the_field(case: Case, view: LogView) -> None:
    press(view.form, "5")
    QTest.mouseClick(view.form.whens.buttons["earlier"], MOUSE)
    QTest.mouseClick(view.form.time.plus, MOUSE)
    QTest.mouseClick(view.form.save, MOUSE)
    assert "That is still to come; please choose a time up to now." in words(view.form)
    assert len(entries(case)) == 3
    assert view.form.scale.score == 5
    QTest.mouseClick(view.form.whens.buttons["now"], MOUSE)
    QTest.mouseClick(view.form.save, MOUSE)
    assert len(entries(case)) == 4
    assert "still to come" not in words(view.form)


def test_no_day_lies_in_the_future_or_before_2000(view: LogView) -> None:
    QTest.mouseClick(view.form.whens.buttons["earlier"], MOUSE)
    field = view.form.day.field
    assert (field.minimumDate(), field.maximumDate()) == (QDate(2000, 1, 1), QDate(2026, 3, 2))


@pytest.mark.parametrize(
    "at, minus, plus",
    [
        ((7, 50), (7, 45), (8, 0)),
        ((7, 45), (7, 30), (8, 0)),
        ((0, 5), (0, 0), (0, 15)),
        ((0, 0), (23, 45), (0, 15)),
        ((23, 50), (23, 45), (0, 0)),
    ],
)
def test_quarters_of_an_hour_go_round_the_clock(
    view: LogView, at: tuple[int, int], minus: tuple[int, int], plus: tuple[int, int]
) -> None:
    QTest.mouseClick(view.form.whens.buttons["earlier"], MOUSE)
    part = view.form.time
    for pressed, told in ((part.minus, minus), (part.plus, plus)):
        part.show_time(time(*at))
        QTest.mouseClick(pressed, MOUSE)
        assert part.field.time() == QTime(*told)


# Editing and deleting


def test_an_answer_is_edited_in_its_place(case: Case, view: LogView) -> None:
    QTest.mouseClick(find(view, "Edit: Left knee: 2 of 10, 08:00"), MOUSE)
    form = the_edited(view)
    assert (form.scale.score, form.note.toPlainText()) == (2, "Slowly.")
    assert form.activities.buttons["stairs"].isChecked()
    focused = QApplication.focusWidget()
    assert focused
    assert form.isAncestorOf(focused)
    press(focused, "8")
    form.note.setPlainText("Fast.")
    QTest.mouseClick(form.save, MOUSE)
    assert [(each.score, each.note) for each in entries(case)][1] == (8, "Fast.")
    assert "Left knee: 8 of 10" in words(view)
    assert find(view, "Edit: Left knee: 8 of 10, 08:00").hasFocus()
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert "Left knee: 2 of 10" in words(view)


def test_escape_and_cancel_leave_it_as_it_was(case: Case, view: LogView) -> None:
    before = entries(case)
    for leave in ("Esc", "Cancel"):
        edit = find(view, "Edit: Left knee: 2 of 10, 08:00")
        tab_to(edit)
        QTest.keyClick(edit, Qt.Key.Key_Space)
        form = the_edited(view)
        press(form, "9")
        if leave == "Esc":
            press(form, "Esc")
        else:
            QTest.mouseClick(form.cancel, MOUSE)
        assert view.edited is None
        assert find(view, "Edit: Left knee: 2 of 10, 08:00").hasFocus()
    assert entries(case) == before


def test_what_hurt_in_a_session_keeps_its_moment(case: Case, view: LogView) -> None:
    QTest.mouseClick(find(view, "Edit: Left knee: 3 of 10, 07:00"), MOUSE)
    form = the_edited(view)
    assert "What were you doing?" not in words(form)
    assert not form.day.isVisible()
    QTest.mouseClick(find(form, "Right knee"), MOUSE)
    QTest.mouseClick(find(form, "Sharp pain"), MOUSE)
    tab_to(form.alarms.buttons["locking"])
    QTest.keyClick(form.alarms.buttons["locking"], Qt.Key.Key_Space)
    QTest.mouseClick(form.save, MOUSE)
    hurt = entries(case)[0]
    assert (hurt.knee, hurt.exercise, hurt.rep) == (Side.RIGHT, "clam", 7)
    assert (hurt.sharp, hurt.locking) == (False, True)
    assert not view.form.alarms.isVisible()


def test_a_form_stays_filled_in_while_something_else_changes(view: LogView) -> None:
    QTest.mouseClick(find(view, "Edit: Left knee: 2 of 10, 08:00"), MOUSE)
    form = the_edited(view)
    form.note.setPlainText("Half a sentence")
    QTest.mouseClick(find(view, "Delete: Left knee: 3 of 10, 07:00"), MOUSE)
    assert view.edited is form
    assert form.isVisible()
    assert form.note.toPlainText() == "Half a sentence"


def test_deleting_by_keyboard_and_back(case: Case, view: LogView) -> None:
    before = entries(case)
    gone = find(view, "Delete: Left knee: 1 of 10, 07:00")
    tab_to(gone)
    QTest.keyClick(gone, Qt.Key.Key_Space)
    assert len(entries(case)) == 2
    assert "“Left knee: 1 of 10” was deleted." in words(view)
    assert view.undo.undo.hasFocus()
    QTest.keyClick(view.undo.undo, Qt.Key.Key_Space)
    assert entries(case) == before
    assert not view.undo.isVisible()


def test_undo_takes_an_answer_away_from_under_its_form(case: Case, view: LogView) -> None:
    press(view.form, "9")
    QTest.mouseClick(view.form.save, MOUSE)
    QTest.mouseClick(find(view, "Edit: Left knee: 9 of 10, 08:00"), MOUSE)
    QTest.mouseClick(view.undo.undo, MOUSE)
    QTest.mouseClick(view.form.save, MOUSE)
    assert (view.edited, len(entries(case))) == (None, 3)


# Room


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.3, 1.6])
@pytest.mark.parametrize("wide", [784, 1126])
def test_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, case: Case, scale: float, wide: int
) -> None:
    apply_theme(qapp, Theme.DARK, scale)
    view = opened(qtbot, case, (wide, 596))
    QTest.mouseClick(view.form.whens.buttons["earlier"], MOUSE)
    QApplication.processEvents()
    for each in view.findChildren(QPushButton) + view.findChildren(QLabel):
        if each.isVisible():
            right = each.mapTo(view, each.rect().topRight()).x()
            assert right <= view.width(), each.text()
    apply_theme(qapp, Theme.LIGHT)


def test_the_page_stays_where_it_is_when_a_row_goes(case: Case, view: LogView) -> None:
    view.resize(1100, 260)
    QApplication.processEvents()
    bar = view.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    before = len(entries(case))
    QTest.mouseClick(find(view, "Delete"), MOUSE)
    QApplication.processEvents()
    assert len(entries(case)) == before - 1
    assert bar.value() == 0
    assert view.undo.undo.hasFocus()
