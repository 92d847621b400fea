"""The small timer shows the session beside a video, and stays where it was put."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.views.mini import MiniTimer
from rehabtimer.presenters.session_frame import Mark
from tests.support.frames import session_frame
from tests.support.views import tab_to
from tests.support.window import click, press


@pytest.fixture
def mini(qtbot: QtBot) -> MiniTimer:
    theme.look.scale = 1.0
    mini = MiniTimer()
    qtbot.addWidget(mini)
    mini.show_frame(session_frame())
    with qtbot.waitActive(mini):
        mini.show()
        mini.activateWindow()
    return mini


@pytest.fixture
def verbs(mini: MiniTimer) -> list[Verb]:
    told: list[Verb] = []
    mini.verb_wanted.connect(told.append)
    return told


def picture(mini: MiniTimer) -> QImage:
    return mini.time.grab().toImage()


def test_it_stays_on_top_in_a_small_window_of_its_own(mini: MiniTimer) -> None:
    assert mini.isWindow()
    assert mini.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert mini.width() < 400
    assert mini.height() < 200


def test_what_is_said_is_its_title(mini: MiniTimer) -> None:
    mini.show_frame(session_frame(said="Switch sides: right leg."))
    assert mini.windowTitle() == "Switch sides: right leg."
    mini.show_frame(session_frame(said=""))
    assert mini.windowTitle() == "RehabTimer"


def test_it_does_not_keep_the_program_from_ending(mini: MiniTimer) -> None:
    assert not mini.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_it_says_side_phase_and_digits(mini: MiniTimer) -> None:
    assert mini.time.accessibleName() == "LEFT LEG, HOLD 2"
    assert mini.figure.moving.accessibleName() == "Straight leg lift, LEFT LEG"
    mini.show_frame(session_frame(digits="1", side_text="RIGHT LEG", word="GO", mark=Mark.GO))
    assert mini.time.accessibleName() == "RIGHT LEG, GO 1"


@pytest.mark.parametrize(
    "change",
    [
        {"digits": "3"},
        {"side_text": "RIGHT LEG"},
        {"side_text": ""},
        {"word": "PAUSED"},
        {"mark": Mark.PAUSED},
        {"phase": Phase.REST},
        {"ring": 0.9},
        {"ring": 0.0},
    ],
    ids=str,
)
def test_everything_that_changes_is_to_be_seen(mini: MiniTimer, change: dict[str, object]) -> None:
    before = picture(mini)
    mini.show_frame(session_frame(**change))
    assert picture(mini) != before


def test_the_figure_moves_or_stands_still(mini: MiniTimer) -> None:
    assert mini.figure.moving.isVisible()
    before = mini.figure.moving.grab().toImage()
    mini.show_frame(session_frame(moment=Moment(Phase.GO, 0.1, Side.RIGHT)))
    assert mini.figure.moving.grab().toImage() != before
    mini.set_still(still=True)
    assert not mini.figure.moving.isVisible()
    assert mini.figure.hold.isVisible()


def test_nothing_is_cut_off_in_the_smallest_window(mini: MiniTimer) -> None:
    mini.resize(mini.minimumSize())
    mini.show_frame(session_frame(word="CHANGE SIDES", digits="10:05"))
    QApplication.processEvents()
    shot = picture(mini).convertToFormat(QImage.Format.Format_RGB32)
    ground = shot.pixelColor(shot.width() - 1, 0)
    last = shot.width() - 1
    written = range(shot.height() * 9 // 10)  # the bar below goes from edge to edge
    assert all(shot.pixelColor(last, y) == ground for y in written)


# The hands


def test_the_button_pauses_and_goes_on(mini: MiniTimer, verbs: list[Verb]) -> None:
    assert mini.toggle.accessibleName() == "Pause"
    click(mini.toggle)
    assert verbs == [Verb.TOGGLE]
    running = mini.toggle.grab().toImage()
    mini.show_frame(session_frame(primary="Go on", standing_still=True))
    assert mini.toggle.accessibleName() == "Go on"
    assert mini.toggle.toolTip() == "Go on  Space"
    assert mini.toggle.grab().toImage() != running


@pytest.mark.parametrize(
    "key, verb",
    [
        ("Space", Verb.TOGGLE),
        ("B", Verb.TOGGLE),
        ("Media Play", Verb.TOGGLE),
        ("Right", Verb.SKIP),
        ("PgUp", Verb.BACK),
        ("+", Verb.LONGER),
        ("H", Verb.HURTS),
    ],
)
def test_the_keys_of_the_session_work(
    mini: MiniTimer, verbs: list[Verb], key: str, verb: Verb
) -> None:
    press(mini, key)
    assert verbs == [verb]


def test_it_works_without_a_mouse(mini: MiniTimer, verbs: list[Verb]) -> None:
    tab_to(mini.toggle)
    press(mini.toggle, "Return")
    assert verbs == [Verb.TOGGLE]


def test_return_presses_nothing_but_a_button(mini: MiniTimer, verbs: list[Verb]) -> None:
    press(mini, "Return")
    assert verbs == []


@pytest.mark.parametrize("key", ["Esc", "T"])
def test_a_key_closes_it_and_leaves_the_session_alone(
    mini: MiniTimer, verbs: list[Verb], qtbot: QtBot, key: str
) -> None:
    with qtbot.waitSignal(mini.closed):
        press(mini, key)
    assert not mini.isVisible()
    assert verbs == []


# Its place


def test_it_begins_in_the_lower_right_corner(mini: MiniTimer) -> None:
    free = mini.screen().availableGeometry()
    assert free.contains(mini.frameGeometry())
    assert free.bottomRight().x() - mini.frameGeometry().right() < 50
    assert free.bottomRight().y() - mini.frameGeometry().bottom() < 50


def test_it_comes_back_to_its_place(mini: MiniTimer) -> None:
    mini.move(40, 60)
    mini.resize(420, 200)
    mini.close()
    mini.move(300, 300)
    mini.show()
    assert mini.frameGeometry().topLeft() == QPoint(40, 60)
    assert (mini.width(), mini.height()) == (420, 200)


@pytest.mark.parametrize("look", [Theme.LIGHT, Theme.DARK])
def test_it_follows_the_look(mini: MiniTimer, look: Theme) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply_theme(application, look)
    QApplication.processEvents()
    shot = mini.grab().toImage()
    assert shot.pixelColor(2, 2).name().upper() == theme.look.colours.ground
