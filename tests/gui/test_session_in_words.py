"""An exercise without a figure: its words stand where the figure would, in large type."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Phase
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.exercise_figure import ExerciseFigure
from rehabtimer.gui.views.mini import MiniTimer
from rehabtimer.gui.views.session import SessionView
from rehabtimer.presenters.session_frame import Mark, SessionFrame
from tests.support.frames import session_frame

LINE = "Keep your feet together and your hips quite still."
STEPS = (
    "Lie on your side with both knees bent, your head on your arm.",
    LINE,
    "Lift the upper knee as far as it goes.",
    "Hold it there, belly tight and breathing on.",
    "Lower it slowly, all the way down.",
)
SIZES = [theme.MINIMUM_SIZE, theme.COMFORTABLE_SIZE, (3840, 2160)]


def line() -> SessionFrame:
    return session_frame(figure="", caption=LINE, steps=STEPS)


def teaching() -> SessionFrame:
    return session_frame(
        figure="",
        phase=Phase.PREPARE,
        mark=Mark.READY,
        is_teaching=True,
        caption=STEPS[0],
        steps=STEPS,
    )


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> SessionView:
    apply_theme(qapp, Theme.LIGHT)
    view = SessionView()
    qtbot.addWidget(view)
    view.resize(*theme.COMFORTABLE_SIZE)
    view.show_frame(line())
    view.show()
    return view


@pytest.fixture
def mini(qtbot: QtBot, qapp: QApplication) -> MiniTimer:
    apply_theme(qapp, Theme.LIGHT)
    mini = MiniTimer()
    qtbot.addWidget(mini)
    mini.show_frame(line())
    mini.show()
    return mini


def is_whole(figure: ExerciseFigure) -> bool:
    """Whether the words in place of a figure are in sight, and none of them is cut."""
    QApplication.processEvents()
    words = figure.words
    room = words.contentsRect()
    wide = QRect(0, 0, room.width(), 1)
    needed = QFontMetrics(words.font()).boundingRect(wide, Qt.TextFlag.TextWordWrap, words.text())
    fits = needed.height() <= room.height() and needed.width() <= room.width()
    return words.isVisible() and bool(words.text()) and fits


def test_the_line_of_this_moment_is_there_once(view: SessionView) -> None:
    assert is_whole(view.stage.figure)
    assert view.stage.figure.words.text() == LINE
    assert view.stage.figure.words.font().pixelSize() > view.stage.caption.font().pixelSize()
    assert not view.stage.caption.isVisible()
    assert not view.stage.figure.moving.isVisible()
    assert not view.stage.figure.is_moving


def test_get_ready_has_all_steps_once(view: SessionView) -> None:
    view.show_frame(teaching())
    assert is_whole(view.stage.figure)
    shown = view.stage.figure.words.text().split("\n")
    assert shown == [f"{n}.  {step}" for n, step in enumerate(STEPS, 1)]
    assert not view.stage.steps.isVisible()
    assert view.stage.dose.isVisible()
    assert view.stage.safety.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.6])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("floor", [False, True])
def test_nothing_is_cut(
    qapp: QApplication, view: SessionView, floor: bool, size: tuple[int, int], scale: float
) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    view.set_floor(floor)
    view.resize(*size)
    for frame in (line(), teaching()):
        view.show_frame(frame)
        assert is_whole(view.stage.figure)
    apply_theme(qapp, Theme.LIGHT)


def test_type_grows_with_the_window(view: SessionView) -> None:
    sizes = []
    for size in SIZES:
        view.resize(*size)
        QApplication.processEvents()
        sizes.append(view.stage.figure.words.font().pixelSize())
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("still", [False, True])
def test_the_next_exercise_has_its_figure_again(view: SessionView, still: bool) -> None:
    figure = view.stage.figure
    view.set_still(still=still)
    assert figure.words.isVisible()
    assert not figure.start.isVisible()
    view.show_frame(session_frame())
    assert not figure.words.isVisible()
    assert (figure.start if still else figure.moving).isVisible()
    assert view.stage.caption.isVisible()


def test_the_small_timer_has_the_line_too(mini: MiniTimer) -> None:
    assert is_whole(mini.figure)
    assert mini.figure.words.text() == LINE


def test_the_small_timer_leaves_steps_out_that_could_not_be_read(mini: MiniTimer) -> None:
    mini.show_frame(teaching())
    assert is_whole(mini.figure)
    assert mini.figure.words.text() == STEPS[0]
    mini.resize(900, 500)
    assert is_whole(mini.figure)
    assert mini.figure.words.text().startswith("1.  ")
    assert "\n5.  " in mini.figure.words.text()


def test_the_smallest_small_timer_cuts_nothing(mini: MiniTimer) -> None:
    mini.resize(mini.minimumSize())
    for frame in (line(), teaching()):
        mini.show_frame(frame)
        assert is_whole(mini.figure)
