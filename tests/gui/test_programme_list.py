"""The order of the programme, by dragging and by keys; and files dropped on the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.gui import theme
from rehabtimer.gui.views.programme import ProgrammeView
from rehabtimer.presenters.case import Case
from tests.support.cases import shipped, welcomed
from tests.support.programme_view import details, programme_view
from tests.support.views import MOUSE, tab_to

NAMES = [exercise.id for exercise in shipped().exercises]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, case: Case) -> ProgrammeView:
    return programme_view(qtbot, qapp, case)


def order(view: ProgrammeView) -> list[str]:
    return list(view.exercises.rows)


def seen(view: ProgrammeView) -> list[str]:
    """The rows by their height on the screen."""
    QApplication.processEvents()
    return sorted(order(view), key=lambda name: view.exercises.rows[name].y())


def drag(view: ProgrammeView, exercise: str, over: str, *, below: bool = True) -> None:
    """Hold a row by its handle, and move it over another one."""
    QApplication.processEvents()
    handle = view.exercises.rows[exercise].handle
    target = view.exercises.rows[over]
    y = target.height() - 4 if below else 4
    QTest.mousePress(handle, MOUSE, pos=handle.rect().center())
    QTest.mouseMove(handle, handle.mapFrom(view, target.mapTo(view, QPoint(20, y))))


def colour_of(widget: QWidget) -> str:
    return widget.grab().toImage().pixelColor(widget.rect().center()).name()


@pytest.mark.parametrize("control", ["handle", "more", "switch"])
def test_keys_move_a_row_and_the_focus_with_it(
    case: Case, view: ProgrammeView, control: str
) -> None:
    clam = view.exercises.rows["clam"]
    focused = getattr(clam, control)
    tab_to(focused)
    QTest.keyClick(focused, Qt.Key.Key_Up, ALT)
    QTest.keyClick(focused, Qt.Key.Key_Up, ALT)
    assert seen(view).index("clam") == 3 == NAMES.index("clam") - 2
    assert focused.hasFocus()
    assert clam.handle.accessibleDescription().startswith("Place 4 of 10.")
    QTest.keyClick(focused, Qt.Key.Key_Down, ALT)
    assert order(view).index("clam") == 4
    assert case.course.order == tuple(order(view))


def test_tab_follows_the_order(view: ProgrammeView) -> None:
    first = view.exercises.rows["clam"]
    tab_to(first.handle)
    for _step in range(5):
        QTest.keyClick(first.handle, Qt.Key.Key_Up, ALT)
    assert order(view)[0] == "clam"
    tab_to(first.switch)
    QTest.keyClick(first.switch, Qt.Key.Key_Tab)
    assert view.exercises.rows[NAMES[0]].handle.hasFocus()


def test_buttons_move_a_row(view: ProgrammeView) -> None:
    quad = details(view, "quad-stretch")
    assert not quad.rise.isEnabled()
    QTest.mouseClick(quad.sink, MOUSE)
    assert order(view)[:2] == [NAMES[1], NAMES[0]]
    assert quad.rise.isEnabled()
    QTest.mouseClick(quad.rise, MOUSE)
    assert order(view) == NAMES


def test_a_row_is_dragged_down_and_up(case: Case, view: ProgrammeView) -> None:
    drag(view, NAMES[0], NAMES[2])
    assert order(view) == NAMES, "not before it is dropped"
    line = view.exercises._line
    assert line.isVisible()
    assert colour_of(line) == theme.look.colours.accent.lower()
    below, above = (view.exercises.rows[NAMES[place]].geometry() for place in (3, 2))
    assert above.bottom() < line.y() < below.top()
    QTest.mouseRelease(view.exercises.rows[NAMES[0]].handle, MOUSE)
    assert not line.isVisible()
    assert seen(view)[:3] == [NAMES[1], NAMES[2], NAMES[0]]
    drag(view, NAMES[0], NAMES[1], below=False)
    QTest.mouseRelease(view.exercises.rows[NAMES[0]].handle, MOUSE)
    assert order(view) == NAMES
    assert case.course.order == tuple(NAMES)


def test_escape_lets_go(case: Case, view: ProgrammeView) -> None:
    handle = view.exercises.rows[NAMES[0]].handle
    drag(view, NAMES[0], NAMES[2])
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    QTest.mouseRelease(handle, MOUSE)
    assert case.course.order == ()


def test_a_press_without_a_move_moves_nothing(case: Case, view: ProgrammeView) -> None:
    QTest.mouseClick(view.exercises.rows[NAMES[0]].handle, MOUSE)
    assert case.course.order == ()


def test_the_list_scrolls_on_while_the_hand_rests_at_its_edge(view: ProgrammeView) -> None:
    bar = view._scroller.verticalScrollBar()
    row = view.exercises.rows[NAMES[0]]
    QTest.mousePress(row.handle, MOUSE, pos=row.handle.rect().center())
    QTest.mouseMove(row.handle, row.handle.mapFrom(view, QPoint(20, view.height() - 2)))
    for _moment in range(20):
        view.exercises._going_on.timeout.emit()
    assert bar.value() > 300
    QTest.mouseRelease(row.handle, MOUSE)
    assert order(view).index(NAMES[0]) > 2


def test_floor_and_standing_stay_apart(case: Case, view: ProgrammeView) -> None:
    QTest.mouseClick(view.group_floor, MOUSE)
    assert case.settings.group_floor
    assert view.order_note.text().startswith("Standing exercises come first")
    lying = next(name for name in order(view) if case.exercise(name).position.on_floor)
    before = order(view)
    drag(view, before[0], lying)
    QTest.mouseRelease(view.exercises.rows[before[0]].handle, MOUSE)
    last = before.index(lying) - 1
    assert order(view)[last] == before[0]
    assert order(view)[last + 1 :] == before[last + 1 :]


# Files


def dropped(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(path) for path in paths])
    return data


def enter(view: ProgrammeView, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    view.dragEnterEvent(event)
    return event.isAccepted()


def drop(view: ProgrammeView, data: QMimeData) -> None:
    view.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_file_is_taken_where_it_is_dropped(qtbot: QtBot, view: ProgrammeView) -> None:
    data = dropped("file:///tmp/My%20knee.TOML")
    assert enter(view, data)
    assert view.drop_note.isVisible()
    with qtbot.waitSignal(view.file_dropped) as told:
        drop(view, data)
    assert told.args == [Path("/tmp/My knee.TOML")]
    assert not view.drop_note.isVisible()


def test_a_file_that_is_dragged_away_is_forgotten(view: ProgrammeView) -> None:
    enter(view, dropped("file:///tmp/knee.toml"))
    view.dragLeaveEvent(QDragLeaveEvent())
    assert not view.drop_note.isVisible()


@pytest.mark.parametrize(
    "paths",
    [
        (),
        ("file:///tmp/knee.txt",),
        ("https://example.org/knee.toml",),
        ("file:///tmp/a.toml", "file:///tmp/b.toml"),
    ],
)
def test_nothing_else_is_taken(qtbot: QtBot, view: ProgrammeView, paths: tuple[str, ...]) -> None:
    assert not enter(view, dropped(*paths))
    with qtbot.assertNotEmitted(view.file_dropped):
        drop(view, dropped(*paths))
