"""A figure in motion: drawn once, painted only where it changed, and always as if afresh."""

import itertools

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rehabtimer.core.figure import Figure, Moment, camera_at, pose_at
from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui.widgets import figure_frames as frames
from rehabtimer.gui.widgets.figure import DARK, LIGHT, FigureView
from rehabtimer.gui.widgets.figure_frames import frame_of, picture_at
from rehabtimer.gui.widgets.figure_painter import changed, paint_picture
from rehabtimer.gui.widgets.figure_picture import drawn
from rehabtimer.gui.widgets.figure_stills import AROUND, LARGEST, MOST_BYTES, Stills
from tests.support.figures import Version, figure, versions
from tests.support.painting import Watched, on_screen

SIZE = QSize(340, 225)
ROOM = QRectF(0, 0, 340, 225)
EVERY = versions()
each = pytest.mark.parametrize("version", EVERY, ids=[str(version) for version in EVERY])


class WatchedFigure(Watched, FigureView):
    """A view that remembers what it was asked to paint."""


def shown(qtbot: QtBot, made: Figure, moment: Moment, size: QSize = SIZE) -> WatchedFigure:
    view = WatchedFigure()
    qtbot.addWidget(view)
    view.set_figure(made)
    view.show_moment(moment)
    view.resize(size)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    view.painted.clear()
    return view


def go(fraction: float, side: Side = Side.LEFT, phase: Phase = Phase.GO) -> Moment:
    return Moment(phase, fraction, side, 2 * fraction, 2.0)


def hold(seconds: float) -> Moment:
    return Moment(Phase.HOLD, seconds / 30, seconds=seconds, duration=30.0)


def painted(made: Figure, moment: Moment) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(LIGHT.paper)
    painter = QPainter(image)
    paint_picture(painter, ROOM, picture_at(made, moment), LIGHT)
    painter.end()
    return image


# Which picture


@pytest.mark.usefixtures("qapp")
@each
def test_a_kept_picture_is_the_same_as_one_drawn_afresh(version: Version) -> None:
    moment = frame_of(version.moment(Phase.PREPARE, 0.8))
    kept = painted(version.figure, moment)
    assert painted(version.figure, moment) == kept
    body, camera = pose_at(version.figure, moment), camera_at(version.figure, moment)
    afresh = drawn(version.figure.version(version.variant), body, Side.LEFT, camera)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(LIGHT.paper)
    painter = QPainter(image)
    paint_picture(painter, ROOM, afresh, LIGHT)
    painter.end()
    assert image == kept


@pytest.mark.usefixtures("qapp")
def test_the_way_back_shows_the_pictures_of_the_way_there() -> None:
    made = figure("straight-leg-lift")
    steps = [step / 60 for step in range(61)]
    there = [picture_at(made, go(step)) for step in steps]
    slow = [Moment(Phase.RETURN, 1 - step, seconds=3 * (1 - step), duration=3.0) for step in steps]
    back = [picture_at(made, moment) for moment in slow]
    assert sum(a is b for a, b in zip(there, back, strict=True)) > 40


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("phase", [Phase.GO, Phase.HOLD, Phase.SWITCH])
def test_the_right_side_is_not_drawn_again(phase: Phase) -> None:
    made = figure("clam")
    left, right = (picture_at(made, go(0.3, side, phase)) for side in (Side.LEFT, Side.RIGHT))
    assert right.pieces is left.pieces
    assert right.mirrored
    assert not left.mirrored
    assert picture_at(made, go(0.3, Side.RIGHT, phase)) is right


def test_there_are_thirty_moments_a_second() -> None:
    rest = [Moment(Phase.REST, step / 1000, duration=5.0) for step in range(1001)]
    assert len(set(map(frame_of, rest))) == 151
    assert 61 <= len({frame_of(go(step / 1000)) for step in range(1001)}) <= 91
    assert frame_of(go(1.7)) == frame_of(go(1.0))
    assert frame_of(Moment(Phase.SWITCH, 0.5, duration=0.0)).fraction in (0, 1)


def test_a_hold_is_a_few_states_of_breath() -> None:
    states = [frame_of(hold(step / 30)) for step in range(900)]
    assert 12 <= len(set(states)) <= frames.BREATHS + 1
    changes = sum(a != b for a, b in itertools.pairwise(states))
    assert 4 < changes / 30 < 12
    assert frame_of(hold(0.0)) == frame_of(hold(30.0))


@pytest.mark.usefixtures("qapp")
def test_a_hold_is_drawn_no_more_after_the_first_breath() -> None:
    made = figure("wall-slide")
    first = {picture_at(made, hold(step / 30)) for step in range(140)}
    later = {picture_at(made, hold(4.5 + step / 30)) for step in range(600)}
    assert later <= first


# What is painted


def test_a_moment_that_looks_the_same_is_not_painted(qtbot: QtBot) -> None:
    view = shown(qtbot, figure("clam"), go(0.5))
    view.show_moment(go(0.5001))
    view.show_moment(Moment(Phase.PREPARE, 0.1, duration=5.0))
    QApplication.processEvents()
    assert len(view.painted) == 1
    view.show_moment(Moment(Phase.PREPARE, 0.4, duration=5.0))  # still as it was at 0.1
    QApplication.processEvents()
    assert len(view.painted) == 1


def test_only_what_moved_is_painted(qtbot: QtBot) -> None:
    view = shown(qtbot, figure("straight-leg-lift"), go(0.5))
    view.show_moment(go(0.52))
    QApplication.processEvents()
    assert len(view.painted) == 1
    assert view.painted[0].width() < 0.6 * SIZE.width()
    assert view.painted[0].height() < 0.6 * SIZE.height()


@each
def test_what_is_painted_in_pieces_looks_as_if_painted_at_once(
    qtbot: QtBot, version: Version
) -> None:
    """Go and return, twice, then change sides: the second rep comes from what was kept."""
    view = shown(qtbot, version.figure, version.moment(Phase.GO, 0.0))
    ways = [(Phase.GO, Side.LEFT), (Phase.RETURN, Side.LEFT)] * 2
    for phase, side in [*ways, (Phase.SWITCH, Side.RIGHT), (Phase.GO, Side.RIGHT)]:
        for step in (0.0, 0.3, 0.34, 0.6, 0.9):
            view.show_moment(version.moment(phase, step, side))
            QApplication.processEvents()
        fresh = shown(qtbot, version.figure, version.moment(phase, 0.9, side))
        assert on_screen(view) == on_screen(fresh), phase
        fresh.hide()


def test_colours_size_and_paleness_are_never_those_of_before(qtbot: QtBot) -> None:
    made = figure("straight-leg-lift")
    view = shown(qtbot, made, go(0.4))
    for moment in (go(0.5), go(0.4), go(0.5)):
        view.show_moment(moment)
        QApplication.processEvents()
    view.set_colours(DARK)
    view.set_dimmed(True)
    view.resize(300, 200)
    QApplication.processEvents()
    for moment in (go(0.4), go(0.5)):
        view.show_moment(moment)
        QApplication.processEvents()
    fresh = shown(qtbot, made, go(0.5), QSize(300, 200))
    fresh.set_colours(DARK)
    fresh.set_dimmed(True)
    QApplication.processEvents()
    assert on_screen(view) == on_screen(fresh)


@pytest.mark.usefixtures("qapp")
def test_another_figure_or_another_side_changes_all_of_the_room() -> None:
    one, other = (picture_at(figure(name), go(0.5)) for name in ("clam", "wall-slide"))
    right = picture_at(figure("clam"), go(0.5, Side.RIGHT))
    assert changed(one, other, ROOM) == ROOM
    assert changed(one, right, ROOM) == ROOM
    assert changed(one, one, ROOM).isEmpty()


@pytest.mark.usefixtures("qapp")
def test_what_moves_on_the_right_lies_where_it_lay_on_the_left_mirrored() -> None:
    made = figure("straight-leg-lift")
    left, right = (
        changed(picture_at(made, go(0.5, side)), picture_at(made, go(0.6, side)), ROOM)
        for side in (Side.LEFT, Side.RIGHT)
    )
    assert right.left() == pytest.approx(ROOM.width() - left.right())
    assert right.size() == left.size()


def test_it_tells_whether_the_body_moves(qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.set_figure(figure("clam"))

    def told(moments: list[Moment]) -> list[bool]:
        seen = []
        for moment in moments:
            view.show_moment(moment)
            seen.append(view.is_moving)
        return seen

    assert told([go(0.2 + step / 60) for step in range(10)]) == [True] * 10
    # The same once or twice more may be chance.
    assert told([go(0.2 + 9 / 60)] * 6) == [True] * 3 + [False] * 3
    assert not any(told([hold(step / 30) for step in range(60)]))


# What is kept


def fill(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area, LIGHT.accent)


@pytest.mark.usefixtures("qapp")
def test_stills_are_painted_once_and_grow_where_more_is_asked_for() -> None:
    stills, picture = Stills(), picture_at(figure("clam"), go(0.5))
    first = stills.still(picture, QRect(10, 10, 50, 40), 2.0, fill)
    assert first is not None
    assert first.pixmap.size() == QSize(2 * (50 + 32), 2 * (40 + 32))
    assert stills.still(picture, QRect(20, 20, 30, 30), 2.0, fill) is first
    assert stills.still(picture, QRect(0, 20, 30, 30), 2.0, fill) is first
    wider = stills.still(picture, QRect(-20, 20, 30, 30), 2.0, fill)
    assert wider is not None
    assert wider.area == QRect(-36, -6, 112, 72)
    assert stills.weight == wider.weight == 4 * 224 * 144
    stills.clear()
    assert stills.weight == 0


@pytest.mark.usefixtures("qapp")
def test_large_stills_and_uneven_pixels_are_not_kept() -> None:
    stills, picture = Stills(), picture_at(figure("clam"), go(0.5))
    assert stills.still(picture, QRect(0, 0, 1000, 1000), 1.0, fill) is None
    assert stills.still(picture, QRect(0, 0, 300, 300), 2.0, fill) is None
    assert stills.still(picture, QRect(0, 0, 30, 30), 1.25, fill) is None
    assert stills.weight == 0


@pytest.mark.usefixtures("qapp")
def test_what_was_used_longest_ago_makes_room() -> None:
    stills, made = Stills(), figure("clam")
    pictures = [picture_at(made, Moment(Phase.GO, n / 300, duration=10.0)) for n in range(80)]
    pictures = list(dict.fromkeys(pictures))
    side = int((LARGEST / 4) ** 0.5)
    area = QRect(AROUND, AROUND, side - 2 * AROUND, side - 2 * AROUND)
    kept = [stills.still(picture, area, 1.0, fill) for picture in pictures]
    assert len(kept) > 66
    assert MOST_BYTES - LARGEST <= stills.weight <= MOST_BYTES
    assert stills.still(pictures[-1], area, 1.0, fill) is kept[-1]
    assert stills.still(pictures[0], area, 1.0, fill) is not kept[0]
