"""The session screen shows frames and tells verbs; it knows nothing of workouts."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.keys import Verb
from rehabtimer.gui.theme import apply_theme
from rehabtimer.gui.views.session import SessionView
from rehabtimer.gui.widgets.overlay import Panel
from rehabtimer.presenters.session_frame import Mark
from tests.support.frames import session_frame
from tests.support.views import tab_to
from tests.support.window import click, press


@pytest.fixture
def view(qtbot: QtBot) -> SessionView:
    theme.look.scale = 1.0
    view = SessionView()
    qtbot.addWidget(view)
    view.resize(*theme.COMFORTABLE_SIZE)
    view.show_frame(session_frame())
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setFocus()
    return view


@pytest.fixture
def verbs(view: SessionView) -> list[Verb]:
    told: list[Verb] = []
    view.verb_wanted.connect(told.append)
    return told


def named(view: SessionView, name: str) -> QPushButton:
    for made in view.findChildren(QPushButton):
        if made.accessibleName() == name or made.text() == name:
            return made
    raise AssertionError(name)


def test_everything_in_a_frame_is_to_be_read(view: SessionView) -> None:
    assert view.place.text() == "Exercise 2 of 3"
    assert view.left.text() == "9 min left"
    assert view.stage.title.text() == "Straight leg lift"
    assert view.stage.side.text() == "LEFT LEG"
    assert view.stage.caption.text() == "Hold it there."
    assert view.stage.said.text() == "“Hold.”"
    assert view.ring.accessibleName() == "HOLD 2"
    assert view.rep.text() == "Rep 3 of 20"
    assert view.sets.accessibleName() == "Set 1 of 2"
    assert view.next.text() == "Next: right leg, 20 reps"
    assert "Clam: skipped" in view.segments.accessibleName()


def test_get_ready_teaches(view: SessionView) -> None:
    taught = (view.stage.dose, view.stage.steps, view.stage.safety)
    assert not any(words.isVisible() for words in taught)
    view.show_frame(session_frame(phase=Phase.PREPARE, mark=Mark.READY, is_teaching=True))
    assert all(words.isVisible() for words in taught)
    assert view.stage.steps.text() == "1.  Lie on your back.\n2.  Bend the other knee."
    assert not view.stage.caption.isVisible()


def test_a_notice_comes_and_goes(view: SessionView) -> None:
    view.show_frame(session_frame(), "Not saved yet")
    assert view.stage.notice.isVisible()
    assert view.stage.notice.text() == "Not saved yet"
    view.show_frame(session_frame())
    assert not view.stage.notice.isVisible()


def test_the_first_control_says_what_it_will_do(view: SessionView) -> None:
    assert view.controls.toggle.text() == "Pause  Space"
    view.show_frame(session_frame(primary="Go on", standing_still=True))
    assert view.controls.toggle.text() == "Go on  Space"


def test_enough_is_offered_where_it_means_something(view: SessionView) -> None:
    assert not view.controls.enough.isVisible()
    view.show_frame(session_frame(can_finish=True))
    assert view.controls.enough.isVisible()
    assert view.controls.enough.text() == "That is enough  E"


@pytest.mark.parametrize(
    "name, verb",
    [
        ("Back", Verb.BACK),
        ("Pause  Space", Verb.TOGGLE),
        ("Skip", Verb.SKIP),
        ("Do the set again  R", Verb.REDO),
        ("−10 s", Verb.SHORTER),
        ("+10 s", Verb.LONGER),
        ("Sound off  M", Verb.MUTE),
        ("Small timer  T", Verb.MINI),
        ("Keys  ?", Verb.KEYS),
        ("Floor mode  F11", Verb.FLOOR),
        ("Leave  Esc", Verb.LEAVE),
        ("This hurts  H", Verb.HURTS),
    ],
)
def test_controls_tell_verbs(
    qtbot: QtBot, view: SessionView, verbs: list[Verb], name: str, verb: Verb
) -> None:
    click(named(view, name))
    assert verbs == [verb]


def test_every_control_has_a_name_and_a_size_for_fingers(view: SessionView) -> None:
    for made in view.findChildren(QPushButton):
        assert made.accessibleName() or made.text()
        is_link = made in (view.controls.enough, view.undo)
        assert made.minimumHeight() >= (36 if is_link else theme.CONTROL_HEIGHT)


def test_a_press_on_a_segment_names_its_place(qtbot: QtBot, view: SessionView) -> None:
    with qtbot.waitSignal(view.exercise_wanted) as told:
        spot = view.segments.rect().center()
        spot.setX(view.segments.width() - 5)
        click(view.segments, spot)
    assert told.args == [2]


def test_space_pauses_whatever_has_the_focus(
    qtbot: QtBot, view: SessionView, verbs: list[Verb]
) -> None:
    named(view, "Skip").setFocus()
    press(named(view, "Skip"), "Space")
    assert verbs == [Verb.TOGGLE]


def test_enter_presses_what_has_the_focus(
    qtbot: QtBot, view: SessionView, verbs: list[Verb]
) -> None:
    named(view, "Skip").setFocus()
    press(named(view, "Skip"), "Return")
    assert verbs == [Verb.SKIP]


def test_a_panel_has_the_keys_until_it_is_closed(
    qtbot: QtBot, view: SessionView, verbs: list[Verb]
) -> None:
    panel = Panel()
    panel.fill()
    view.open(panel)
    press(panel, "Space")
    press(panel, "Right")
    assert verbs == []
    press(panel, "Esc")
    press(view, "Space")
    assert verbs == [Verb.TOGGLE]


def test_the_second_of_two_panels_keeps_the_keys(
    qtbot: QtBot, view: SessionView, verbs: list[Verb]
) -> None:
    first, second = Panel(), Panel()
    first.fill()
    second.fill()
    view.open(first)
    view.open(second)
    press(second, "Space")
    assert verbs == []
    press(second, "Esc")
    assert view.overlay.panel is None


def test_floor_mode_shows_figure_digits_side_phase_and_next(view: SessionView) -> None:
    view.set_floor(True)
    view.show_frame(session_frame())
    QApplication.processEvents()
    for shown in (view.stage.figure, view.stage.side, view.ring, view.next):
        assert shown.isVisible()
    for hidden in (view.place, view.left, view.segments, view.controls.toggle, view.stage.caption):
        assert not hidden.isVisible()
    view.set_floor(False)
    view.show_frame(session_frame())
    assert view.segments.isVisible()
    assert view.stage.caption.isVisible()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1024, 640)])
def test_digits_on_the_floor_are_a_third_of_the_height(
    view: SessionView, size: tuple[int, int]
) -> None:
    view.resize(*size)
    view.set_floor(True)
    view.show_frame(session_frame(digits="88"))
    QApplication.processEvents()
    picture = view.ring.grab().toImage()
    ink = theme.look.colours.ink.lower()
    middle = picture.width() // 2
    ratio = picture.devicePixelRatio()
    rows = [
        y
        for y in range(picture.height())
        if any(
            picture.pixelColor(x, y).name() == ink
            for x in range(middle - middle // 2, middle + middle // 2, 3)
        )
    ]
    assert (rows[-1] - rows[0]) / ratio >= size[1] / 3


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (3840, 2160)])
def test_nothing_is_cut_in_any_window(view: SessionView, size: tuple[int, int]) -> None:
    view.resize(*size)
    QApplication.processEvents()
    for made in view.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.sizeHint().width(), made.text()
            right = made.mapTo(view, made.rect().bottomRight())
            assert view.rect().contains(right), made.text()


def test_sound_is_told(view: SessionView) -> None:
    view.show_sound(muted=True)
    assert view.sound.text() == "sound off"
    assert view.controls.mute.accessibleName() == "Sound on  M"
    view.show_sound(muted=False, problem="No audio device was found.")
    assert view.sound.text() == "no sound"
    assert view.sound.toolTip() == "No audio device was found."
    view.show_sound(muted=False)
    assert view.sound.text() == ""


def test_a_missing_voice_is_told_unless_something_worse_is(view: SessionView) -> None:
    view.show_sound(muted=False, voice_problem="There is no voice here.")
    assert (view.sound.text(), view.sound.toolTip()) == ("no voice", "There is no voice here.")
    view.show_sound(muted=True, voice_problem="There is no voice here.")
    assert (view.sound.text(), view.sound.toolTip()) == ("sound off", "")
    view.show_sound(muted=False, problem="No device.", voice_problem="There is no voice here.")
    assert (view.sound.text(), view.sound.toolTip()) == ("no sound", "No device.")


def test_what_really_holds_of_the_screen_is_told(view: SessionView) -> None:
    view.show_awake("screen may go dark", "Nothing here keeps it awake.")
    assert view.awake.text() == "screen may go dark"
    assert view.awake.toolTip() == "Nothing here keeps it awake."


def test_what_is_said_is_written_on_the_floor_too(view: SessionView) -> None:
    view.set_floor(True)
    view.show_frame(session_frame(said="Switch sides: right leg."))
    assert view.stage.said.isVisible()
    assert view.stage.said.text() == "“Switch sides: right leg.”"


def test_the_figure_keeps_its_size_whatever_is_written(view: SessionView) -> None:
    sizes = set()
    for caption, said in (("Up.", ""), ("A line of fourteen words " * 3, "Half way."), ("", "")):
        view.show_frame(session_frame(caption=caption, said=said))
        QApplication.processEvents()
        sizes.add(view.stage.figure.size().toTuple())
    assert len(sizes) == 1


def test_with_reduced_motion_two_still_poses_take_the_place_of_the_moving_one(
    view: SessionView,
) -> None:
    figure = view.stage.figure
    assert figure.moving.isVisible()
    view.set_still(still=True)
    view.show_frame(session_frame())
    QApplication.processEvents()
    assert not figure.moving.isVisible()
    assert figure.start.isVisible() and figure.hold.isVisible()  # noqa: PT018
    before = figure.start.grab().toImage(), figure.hold.grab().toImage()
    assert before[0] != before[1]
    later = Moment(Phase.HOLD, 0.9, Side.LEFT, seconds=1.8, duration=2.0)
    view.show_frame(session_frame(moment=later))
    assert (figure.start.grab().toImage(), figure.hold.grab().toImage()) == before


@pytest.mark.parametrize("key", ["A", "Tab", "Up", "5"])
def test_on_the_floor_any_other_key_pauses(view: SessionView, verbs: list[Verb], key: str) -> None:
    press(view, key)
    verbs.clear()
    view.set_floor(True)
    press(view, key)
    assert verbs == [Verb.TOGGLE]


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_after_undo_the_session_has_the_keyboard_again(
    view: SessionView, verbs: list[Verb], by: str
) -> None:
    view.show_frame(session_frame(undo_text="Clam: skipped for today"))
    QApplication.processEvents()
    if by == "mouse":
        click(view.undo)
    else:
        tab_to(view.undo)
        press(view.undo, "Return")
    view.show_frame(session_frame())
    assert verbs == [Verb.UNDO]
    assert not view.undo.isVisible()
    assert view.hasFocus()


def make_small(view: SessionView) -> None:
    """As small as the window can be, which lets no screen in it be any larger."""
    view.setMinimumSize(*theme.MINIMUM_SIZE)
    view.resize(*theme.MINIMUM_SIZE)
    QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_undo_is_never_cut(qapp: QApplication, view: SessionView, scale: float) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    make_small(view)
    view.show_awake("screen stays awake")
    long = "Standing hip flexor stretch: skipped until Friday 28 November"
    view.show_frame(session_frame(undo_text=long))
    QApplication.processEvents()
    assert view.undo.width() >= view.undo.sizeHint().width()
    assert view.undo.geometry().right() < view.width()
    view.show_frame(session_frame())
    assert view.place.isVisible()
    assert view.awake.isVisible()
    apply_theme(qapp, Theme.LIGHT)


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_no_control_is_cut_in_a_small_window(
    qapp: QApplication, view: SessionView, scale: float
) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    make_small(view)
    view.show_frame(session_frame())
    QApplication.processEvents()
    for made in view.controls.findChildren(QPushButton):
        assert made.width() >= made.sizeHint().width(), made.accessibleName() or made.text()
    apply_theme(qapp, Theme.LIGHT)


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_step_can_be_read_in_a_small_window(
    qapp: QApplication, view: SessionView, scale: float
) -> None:
    apply_theme(qapp, Theme.LIGHT, scale)
    make_small(view)
    steps = (
        "Lie on your back with one knee bent at 90 degrees.",
        "Keep the other leg straight; that is the leg you lift.",
        "Tighten your thigh and raise the straight leg to 45 degrees.",
        "Hold the leg up at 45 degrees, thigh tight.",
        "Lower it slowly, all the way to the floor.",
    )
    safety = "If your knee hurts on the way up, lower the leg and stop."
    view.show_frame(
        session_frame(phase=Phase.PREPARE, is_teaching=True, steps=steps, safety=safety)
    )
    QApplication.processEvents()
    shown = view.stage.steps
    assert shown.height() >= shown.heightForWidth(shown.width())
    apply_theme(qapp, Theme.LIGHT)


def test_a_long_name_gets_smaller_and_a_short_one_stays(view: SessionView) -> None:
    make_small(view)
    view.show_frame(session_frame(title="Clam"))
    QApplication.processEvents()
    large = view.stage.title.font().pixelSize()
    view.show_frame(session_frame(title="Standing quad stretch: With a strap or towel"))
    assert view.stage.title.font().pixelSize() < large
