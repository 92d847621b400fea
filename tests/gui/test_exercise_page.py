"""One exercise's page through its real widgets: by keyboard, by mouse, and how little it costs."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.app.wiring import then
from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.records import PainEntry, new_id, planned_sets
from rehabtimer.core.settings import Theme
from rehabtimer.gui.charts.exercise import ExerciseChartView
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.exercise_page import ExercisePageView
from rehabtimer.gui.views.figure_loop import FigureLoop
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_page import ExercisePagePresenter, prescription_of
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import shipped, welcomed
from tests.support.histories import done, session, stamp
from tests.support.views import MOUSE, show, tab_to

DAY = date(2026, 3, 2)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path, affected=Side.BOTH) as case:
        yield case


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)


def opened(qtbot: QtBot, case: Case, exercise: str) -> ExercisePageView:
    """The page of an exercise, wired as it is in the window."""
    view, presenter = ExercisePageView(), ExercisePagePresenter(case, exercise)

    def fill() -> None:
        view.show_frame(presenter.frame())

    view.version_chosen.connect(then(presenter.show_version, fill))
    view.version_wanted.connect(then(presenter.use_version, fill))
    view.delete_wanted.connect(then(presenter.delete, fill))
    view.undo_wanted.connect(then(presenter.undo, fill))
    fill()
    show(qtbot, view)
    return view


def do(case: Case, exercise: str, *days_ago: int) -> None:
    asked = prescription_of(case, case.exercise(exercise), Choice(exercise=exercise))
    for days in days_ago:
        record = session(stamp(DAY - timedelta(days=days), 7), chosen=asked)
        rows = [done(row) for row in planned_sets(record.id, asked)]
        rows[0] = replace(rows[0], reps=0, seconds=0.0)
        case.store.history.begin_all(((record, rows),))


def hurt(case: Case, exercise: str, score: int, knee: Side, days_ago: int = 0) -> None:
    entry = PainEntry(
        id=new_id(),
        when=stamp(DAY - timedelta(days=days_ago), 8),
        knee=knee,
        score=score,
        moment=Moment.DURING,
        exercise=exercise,
    )
    case.store.diary.add(entry)


def marks(view: ExerciseChartView) -> dict[str, int]:
    """How many marks the chart has, by name."""
    view.canvas.draw()
    (axes,) = view.canvas.figure.axes
    found: dict[str, int] = {}
    for each in axes.collections:
        name = str(each.get_gid())
        is_dots = name.startswith(("pain", "key"))
        count = np.asarray(each.get_offsets()).shape[0] if is_dots else len(each.get_paths())
        found[name] = found.get(name, 0) + count
    return found


# Words and ways


def test_escape_and_the_button_lead_back(qtbot: QtBot, case: Case) -> None:
    view = opened(qtbot, case, "clam")
    with qtbot.waitSignal(view.back_wanted):
        QTest.keyClick(view, Qt.Key.Key_Escape)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.back.hasFocus()
    with qtbot.waitSignal(view.back_wanted):
        QTest.keyClick(view.back, Qt.Key.Key_Space)


def test_an_easier_version_is_looked_at_taken_and_undone_by_keyboard(
    qtbot: QtBot, case: Case
) -> None:
    view = opened(qtbot, case, "quad-stretch")
    assert not view.use_version.isVisible()
    lying = view.versions.buttons["lying"]
    view.back.setFocus()
    tab_to(view.versions.buttons["ordinary"])
    QTest.keyClick(view.versions.buttons["ordinary"], Qt.Key.Key_Right)
    QTest.keyClick(lying, Qt.Key.Key_Space)
    assert view.version_note.text() == "Your sessions have: Standing quad stretch."
    tab_to(view.use_version)
    QTest.keyClick(view.use_version, Qt.Key.Key_Space)
    assert case.choice("quad-stretch").variant == "lying"
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert case.choice("quad-stretch").variant == ""
    assert not view.undo.isVisible()


def test_only_an_exercise_of_ones_own_can_be_changed(qtbot: QtBot, case: Case) -> None:
    assert not opened(qtbot, case, "clam").edit.isVisible()
    case.library.save(replace(shipped().exercise("clam"), id="mine", name="Mine", figure=""))
    case.choose(Choice(exercise="mine"))
    case.reload()
    view = opened(qtbot, case, "mine")
    assert not view.figure.isVisible(), "there is nothing to show"
    for made, signal in ((view.edit, view.edit_wanted), (view.export, view.export_wanted)):
        with qtbot.waitSignal(signal):
            QTest.mouseClick(made, MOUSE)
    QTest.mouseClick(view.delete, MOUSE)
    assert "mine" not in [each.id for each in case.programme.exercises]
    assert not view.delete.isVisible()
    QTest.mouseClick(view.undo.undo, MOUSE)
    assert view.delete.isVisible()


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.6])
def test_it_fits_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, case: Case, scale: float
) -> None:
    do(case, "quad-stretch", 1, 3)
    apply_theme(qapp, Theme.DARK, scale)
    view = opened(qtbot, case, "quad-stretch")
    area = view.findChild(Scroller)
    assert area
    content = area.widget()
    assert content
    assert content.minimumSizeHint().width() <= view.width()
    assert content.width() <= view.width()


def test_it_says_when_and_why_it_was_skipped(qtbot: QtBot, case: Case) -> None:
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=WhatHurt(score=6))
    view = opened(qtbot, case, "clam")
    shown = [part.text() for part in view.findChildren(QLabel) if part.isVisible()]
    assert "2 Mar: skipped until it is turned on again. It hurt 6 of 10." in shown
    assert "Not tried again yet." in shown


# The figure


class Time:
    """Seconds under a test's thumb."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def figure(qtbot: QtBot, case: Case, clock: Time) -> FigureLoop:
    """The figure of the clam, in an area that scrolls."""
    made, above = FigureLoop(clock), QWidget()
    layout = QVBoxLayout(above)
    layout.addWidget(made)
    layout.addSpacing(3000)
    made.area = Scroller(above)  # type: ignore[attr-defined]
    made.show_loop(ExercisePagePresenter(case, "clam").frame().loop, "Clam", still=False)
    show(qtbot, made.area)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: made.is_running)
    return made


def tick(figure: FigureLoop, clock: Time, seconds: float) -> None:
    clock.now += seconds
    figure._ticker.wake()


def test_it_goes_through_its_phases_in_time(figure: FigureLoop, clock: Time) -> None:
    seen = [figure.caption.text()]
    for seconds in (2.0, 2.0, 3.0):
        tick(figure, clock, seconds + 0.01)
        seen.append(figure.caption.text())
    assert seen == [
        "Raise your top knee slowly, feet touching.",
        "Hold the knee up, feet still together.",
        "Lower the knee slowly onto the other one.",
        "Raise your top knee slowly, feet touching.",
    ]
    assert figure.side.text() == "Left side"
    tick(figure, clock, 7.0)
    assert (figure.caption.text(), figure.side.text()) == ("Change sides.", "Right side")
    assert figure.moving._moment.phase is Phase.SWITCH
    assert figure.moving.accessibleName() == "Picture: Clam"


def test_it_costs_nothing_while_it_is_hidden(figure: FigureLoop) -> None:
    area = figure.area  # type: ignore[attr-defined]
    area.hide()
    assert not figure.is_running
    area.show()
    assert figure.is_running


def test_it_costs_nothing_while_it_is_scrolled_away(
    qtbot: QtBot, figure: FigureLoop, clock: Time
) -> None:
    bar = figure.area.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum())
    tick(figure, clock, 0.1)
    assert not figure.is_running
    bar.setValue(0)
    qtbot.waitUntil(lambda: figure.is_running)


def test_still_pictures_ask_for_no_time_at_all(figure: FigureLoop, case: Case, clock: Time) -> None:
    figure.show_loop(ExercisePagePresenter(case, "clam").frame().loop, "Clam", still=True)
    assert not figure.is_running
    assert figure.start.isVisible()
    assert not figure.moving.isVisible()
    assert not figure.caption.isVisible()
    assert figure.hold._moment.phase is Phase.HOLD


def test_the_same_frame_again_does_not_begin_anew(
    figure: FigureLoop, case: Case, clock: Time
) -> None:
    tick(figure, clock, 3.0)
    figure.show_loop(ExercisePagePresenter(case, "clam").frame().loop, "Clam", still=False)
    assert figure.caption.text() == "Hold the knee up, feet still together."


# The chart


def test_nothing_is_drawn_before_there_is_something(qtbot: QtBot, case: Case) -> None:
    view = opened(qtbot, case, "clam")
    assert view.chart is None
    assert not view.panes.isVisible()
    assert not view.switch.isVisible()
    assert view.no_chart.isVisible()


def test_pain_and_dose_are_drawn_and_gaps_are_left(qtbot: QtBot, case: Case) -> None:
    do(case, "clam", 1, 4, 5)
    hurt(case, "clam", 4, Side.LEFT, 1)
    hurt(case, "clam", 2, Side.RIGHT, 1)
    hurt(case, "clam", 2, Side.RIGHT, 4)
    view = opened(qtbot, case, "clam")
    assert view.chart
    assert marks(view.chart) == {
        "grid": 7,
        "planned": 3,
        "done": 3,
        "pain-left": 1,
        "pain-right": 2,
        "key": 2,
    }
    assert "The worst pain told was 4 of 10." in view.chart.accessibleDescription()


def test_the_mouse_tells_the_day(qtbot: QtBot, case: Case) -> None:
    do(case, "clam", 1)
    view = opened(qtbot, case, "clam")
    assert view.chart
    places = view.chart.canvas.layout_of_chart
    assert places
    for place, said in ((0, "Sunday 1 March\n45 of 60 reps"), (3, "")):
        spot = QPointF(places.x(place), 50)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            spot,
            spot,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        view.chart.eventFilter(view.chart.canvas, moved)
        assert view.chart.note.text == said
    view.chart.eventFilter(view.chart.canvas, QEvent(QEvent.Type.Leave))
    assert view.chart.note.text == ""


def test_the_chart_leaves_the_wheel_to_the_page(qtbot: QtBot, case: Case) -> None:
    do(case, "clam", 1)
    view = opened(qtbot, case, "clam")
    assert view.chart
    canvas = view.chart.canvas
    spot = QPointF(canvas.rect().center())
    turned = QWheelEvent(
        spot,
        QPointF(canvas.mapToGlobal(spot)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, turned)
    assert not turned.isAccepted(), "so Qt hands it on to what lies below"


def test_the_days_can_be_read_as_a_table(qtbot: QtBot, case: Case) -> None:
    do(case, "clam", 1)
    view = opened(qtbot, case, "clam")
    assert view.chart
    assert view.chart.isVisible()
    view.back.setFocus()
    tab_to(view.switch)
    QTest.keyClick(view.switch, Qt.Key.Key_Space)
    assert view.table.isVisible()
    assert view.switch.text() == "Show as a chart"
    items = [view.table.item(0, column) for column in range(3)]
    cells = [item.text() for item in items if item]
    assert cells == ["Sunday 1 March", "–", "45 of 60 reps"]
    QTest.mouseClick(view.switch, MOUSE)
    assert view.chart.isVisible()


@pytest.mark.parametrize("days", [1, 30, 700])
@pytest.mark.parametrize("size", [(320, 220), (1500, 420)])
def test_a_chart_of_any_length_stays_within_its_edges(
    qtbot: QtBot, case: Case, days: int, size: tuple[int, int]
) -> None:
    do(case, "clam", days)
    hurt(case, "clam", 10, Side.RIGHT, days)
    hurt(case, "clam", 0, Side.LEFT)
    view = opened(qtbot, case, "clam")
    assert view.chart
    view.chart.setParent(None)
    view.chart.resize(*size)
    qtbot.addWidget(view.chart)
    view.chart.show()
    view.chart.canvas.draw()
    (axes,) = view.chart.canvas.figure.axes
    renderer = view.chart.canvas.get_renderer()  # type: ignore[no-untyped-call]
    ratio = view.chart.canvas.device_pixel_ratio
    for text in axes.texts:
        box = text.get_window_extent(renderer)
        assert box.x0 >= -1, text.get_text()
        assert box.x1 <= size[0] * ratio + 8, text.get_text()
