"""The session can be read with each of the three common kinds of colour blindness."""

from dataclasses import asdict
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Phase
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.charts.sessions import tone_of
from rehabtimer.gui.theme import DARK, LIGHT, Colours
from rehabtimer.gui.widgets.ring import paint_mark
from rehabtimer.insights.adherence import Kind
from rehabtimer.presenters.session_frame import Mark
from rehabtimer.presenters.wording import phase_word
from tests.support.colours import Linear, contrast, linear

TEXT, LARGE = 4.5, 3.0  # WCAG 2.1, level AA

# G. Machado, M. Oliveira, L. Fernandes: A Physiologically-based Model for Simulation of Color
# Vision Deficiency. IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009.
# The matrices of severity 1, for linear RGB.
KINDS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

# Type of normal size, and what it stands on.
WORDS = [
    *(("ink", ground) for ground in ("ground", "card", "accent_soft")),
    *(("muted", ground) for ground in ("ground", "card")),
    *(("accent", ground) for ground in ("ground", "card", "accent_soft")),
    *(("hurts", ground) for ground in ("ground", "card", "hurts_soft")),
    *(("switch", ground) for ground in ("ground", "card")),
    ("on_accent", "accent"),
]

looks = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
kinds = pytest.mark.parametrize("kind", KINDS)


def seen(colour: str, kind: str) -> Linear:
    """The light that a person with one kind of colour blindness sees instead."""
    light = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(part * share for part, share in zip(light, shares, strict=True))))
        for shares in KINDS[kind]
    )
    return red, green, blue


@kinds
def test_grey_stays_grey(kind: str) -> None:
    for grey in ("#000000", "#777777", "#FFFFFF"):
        assert seen(grey, kind) == pytest.approx(linear(grey), abs=1e-4)


@pytest.mark.parametrize(
    "kind, one, other",
    [
        ("protanopia", "#3F9D95", "#C48C95"),
        ("deuteranopia", "#C47A97", "#3FAB93"),
        ("tritanopia", "#9C85C4", "#8EA33F"),
    ],
)
def test_what_is_mixed_up_looks_alike(kind: str, one: str, other: str) -> None:
    assert distance(linear(one), linear(other)) > 0.4
    assert distance(seen(one, kind), seen(other, kind)) < 0.07
    for unmixed in KINDS.keys() - {kind}:
        assert distance(seen(one, unmixed), seen(other, unmixed)) > 0.07


def distance(one: Linear, other: Linear) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


@kinds
@looks
@pytest.mark.parametrize("word, ground", WORDS)
def test_words_can_be_read(kind: str, look: Colours, word: str, ground: str) -> None:
    values = asdict(look)
    assert contrast(seen(values[word], kind), seen(values[ground], kind)) >= TEXT


@kinds
@looks
@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("ground", ["ground", "card"])
def test_phases_can_be_read_from_afar(kind: str, look: Colours, phase: Phase, ground: str) -> None:
    colour = look.phase(phase)
    assert contrast(seen(colour, kind), seen(asdict(look)[ground], kind)) >= LARGE


# Without any colour


def shape(mark: Mark) -> list[bool]:
    """Which pixels of a square a mark covers."""
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, mark, QRectF(4, 4, 40, 40), QColor("#000000"))
    painter.end()
    return [image.pixelColor(x, y).alpha() > 127 for y in range(48) for x in range(48)]


@pytest.mark.parametrize("one, other", list(combinations(Mark, 2)))
def test_every_mark_has_a_shape_of_its_own(qtbot: QtBot, one: Mark, other: Mark) -> None:
    pairs = list(zip(shape(one), shape(other), strict=True))
    either = sum(a or b for a, b in pairs)
    differ = sum(a != b for a, b in pairs)
    assert either > 200
    assert differ > either * 0.15


def test_every_phase_has_a_word_of_its_own() -> None:
    assert len({phase_word(phase) for phase in Phase}) == len(Phase)


# Charts


@kinds
@looks
@pytest.mark.parametrize("part", ["ink", "muted", "left", "right"])
def test_words_and_marks_of_charts_can_be_read(kind: str, look: Colours, part: str) -> None:
    colours = chart_colours(look)
    assert contrast(seen(asdict(colours)[part], kind), seen(colours.card, kind)) >= TEXT


@kinds
@looks
def test_what_was_done_stands_out_from_what_was_planned(kind: str, look: Colours) -> None:
    colours = chart_colours(look)
    for side in (colours.left, colours.right, colours.ink):
        track = colours.pale(side, 0.16)
        assert contrast(seen(side, kind), seen(track, kind)) >= LARGE


@kinds
@looks
def test_the_line_of_pain_can_be_followed_over_the_bars(kind: str, look: Colours) -> None:
    """It is dark with a rim of the card's colour, so that one of the two always differs."""
    colours = chart_colours(look)
    bar, rim = seen(colours.session, kind), seen(colours.card, kind)
    assert contrast(bar, rim) >= LARGE
    assert contrast(seen(colours.ink, kind), rim) >= LARGE


@kinds
@looks
def test_the_tones_of_a_narrow_bar_differ_from_their_neighbours(kind: str, look: Colours) -> None:
    colours = chart_colours(look)
    stack = (Kind.FULL, Kind.PARTIAL, Kind.EXTRA, Kind.MISSED)
    tones = [seen(tone_of(each, colours), kind) for each in stack]
    for one, other in pairwise(tones):
        assert contrast(one, other) > 1.5
