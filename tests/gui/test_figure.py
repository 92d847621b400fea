"""The figures are painted: every phase, both looks, any size, and never at the price of a crash."""

import logging

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, qGreen
from pytestqt.qtbot import QtBot

from rehabtimer import paths
from rehabtimer.core.figure import Figure, Moment, load_figure
from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui.widgets import figure as module
from rehabtimer.gui.widgets.figure import (
    DARK,
    LIGHT,
    FigureColours,
    FigureView,
    figure_pixmap,
    paint_figure,
)

NAMES = sorted(path.stem for path in (paths.resources() / "poses").glob("*.toml"))
SIZE = QSize(104, 72)
BODY = (LIGHT.skin, LIGHT.skin_far, LIGHT.shirt, LIGHT.hair, LIGHT.limb, LIGHT.limb_far)
each = pytest.mark.parametrize("name", NAMES)
looks = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def figure(name: str = "straight-leg-lift") -> Figure:
    return load_figure(paths.resources() / "poses" / f"{name}.toml")


def picture(made: Figure, colours: FigureColours, moment: Moment, size: QSize = SIZE) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(colours.paper))
    painter = QPainter(image)
    paint_figure(painter, QRectF(image.rect()), made, colours, moment)
    painter.end()
    return image


def count(image: QImage, colour: str) -> int:
    return sum(row.count(rgb(colour)) for row in rows(image))


def rows(image: QImage) -> list[list[int]]:
    pixels = image.convertToFormat(QImage.Format.Format_ARGB32)
    flat = list(memoryview(pixels.constBits()).cast("B").cast("I"))
    return [flat[start : start + image.width()] for start in range(0, len(flat), image.width())]


def box(image: QImage, *colours: str) -> QRect:
    """The rectangle around all pixels of some colours."""
    wanted = {rgb(colour) for colour in colours}
    spots = [(x, y) for y, row in enumerate(rows(image)) for x, c in enumerate(row) if c in wanted]
    xs, ys = zip(*spots, strict=True)
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


@pytest.mark.usefixtures("qapp")
@each
@looks
def test_every_phase_shows_skin_shirt_and_worked_muscles(name: str, colours: FigureColours) -> None:
    made = figure(name)
    for phase in Phase:
        image = picture(made, colours, Moment(phase, 0.5))
        assert count(image, colours.skin) > 20
        assert count(image, colours.shirt) > 40
        assert count(image, colours.accent) > 7 or phase is Phase.SWITCH  # seen from any side


@pytest.mark.usefixtures("qapp")
@each
def test_the_body_stays_inside_and_uses_the_room(name: str) -> None:
    size = QSize(680, 450)
    made = figure(name)
    for phase in (Phase.PREPARE, Phase.HOLD, Phase.REST):
        body = box(picture(made, LIGHT, Moment(phase, 1.0, Side.RIGHT), size), *BODY)
        assert QRect(8, 8, 664, 434).contains(body)
        assert body.width() > 0.7 * size.width() or body.height() > 0.7 * size.height()


@pytest.mark.usefixtures("qapp")
@each
def test_the_right_side_is_the_mirrored_picture(name: str) -> None:
    made = figure(name)
    left, right = (
        picture(made, LIGHT, Moment(Phase.HOLD, 0, side)) for side in (Side.LEFT, Side.RIGHT)
    )
    flipped = [row[::-1] for row in rows(left)]
    pairs = [
        pair for a, b in zip(flipped, rows(right), strict=True) for pair in zip(a, b, strict=True)
    ]
    assert sum(abs(qGreen(a) - qGreen(b)) > 24 for a, b in pairs) < 0.01 * len(pairs)


@pytest.mark.usefixtures("qapp")
def test_both_legs_are_tinted_when_both_work() -> None:
    made = figure("wall-slide")
    one, two = (
        picture(made, LIGHT, Moment(Phase.HOLD, 0, side)) for side in (Side.LEFT, Side.BOTH)
    )
    assert count(one, LIGHT.accent_far) < 3
    assert count(two, LIGHT.accent_far) > 8


@pytest.mark.usefixtures("qapp")
def test_the_floor_does_not_move_between_phases() -> None:
    made = figure("step-up")
    start, held = (picture(made, LIGHT, Moment(phase)) for phase in (Phase.PREPARE, Phase.HOLD))
    assert box(start, LIGHT.ground) == box(held, LIGHT.ground)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [(1, 1), (0, 0), (5000, 20), (20, 2000)])
def test_odd_sizes_are_painted_without_complaint(size: tuple[int, int]) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, *size), figure(), LIGHT, Moment())
    painter.end()


@pytest.mark.usefixtures("qapp")
def test_a_pixmap_is_sharp_clear_and_paler_when_dimmed() -> None:
    made = figure()
    sharp = figure_pixmap(made, SIZE, 2.0, DARK)
    assert (sharp.width(), sharp.height(), sharp.devicePixelRatio()) == (208, 144, 2.0)
    image = sharp.toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    full = figure_pixmap(made, SIZE).toImage()
    pale = figure_pixmap(made, SIZE, dimmed=True).toImage()
    assert count(full, LIGHT.accent) > 12
    assert count(pale, LIGHT.accent) == 0


@looks
def test_limbs_muscles_and_trunk_can_be_told_apart(colours: FigureColours) -> None:
    assert contrast(colours.accent, colours.limb) > 1.15
    assert contrast(colours.limb, colours.limb_far) > 1.4
    assert contrast(colours.limb, colours.paper) > 3
    assert contrast(colours.shirt, colours.limb) > 1.4
    assert contrast(colours.skin, colours.paper) > 2.3


def test_a_view_repaints_only_when_something_changed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    asked: list[str] = []
    monkeypatch.setattr(view, "update", lambda *_: asked.append("update"))
    made = figure()
    for _ in range(2):
        view.set_figure(made)
        view.show_moment(Moment(Phase.HOLD, 0.5, Side.RIGHT))
        view.set_colours(DARK)
        view.set_dimmed(True)
    assert len(asked) == 4


def test_a_view_shows_its_figure_and_nothing_without_one(qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    blank = view.grab().toImage()
    view.set_figure(figure())
    view.show_moment(Moment(Phase.HOLD, 1.0, Side.LEFT))
    assert count(view.grab().toImage(), LIGHT.accent) > 100
    view.set_figure(None)
    assert view.grab().toImage() == blank


@pytest.mark.parametrize("fault", ["paint_picture", "picture_at"])
def test_a_figure_that_cannot_be_painted_is_logged_once_and_leaves_its_place_empty(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no bones")

    view = FigureView()
    qtbot.addWidget(view)
    blank = view.grab().toImage()
    with monkeypatch.context() as broken, caplog.at_level(logging.ERROR):
        broken.setattr(module, fault, fail)
        view.set_figure(figure())
        assert view.grab().toImage() == blank
        view.show_moment(Moment(Phase.GO, 0.5))
        assert view.grab().toImage() == blank
    assert [record.message for record in caplog.records] == ["A figure could not be painted"]
    view.set_figure(figure("clam"))
    assert view.grab().toImage() != blank


def test_an_unknown_easier_version_is_painted_as_the_exercise(qtbot: QtBot) -> None:
    pictures = []
    for variant in ("handstand", ""):
        view = FigureView()
        qtbot.addWidget(view)
        view.set_figure(figure())
        view.show_moment(Moment(Phase.GO, 0.5, variant=variant))
        pictures.append(view.grab().toImage())
    assert pictures[0] == pictures[1]


def rgb(colour: str) -> int:
    return QColor(colour).rgb()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    a, b = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (b + 0.05) / (a + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
