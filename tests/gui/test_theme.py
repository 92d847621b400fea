"""The looks: every text can be read, and the style sheet knows every colour it names."""

from dataclasses import asdict, replace

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rehabtimer.core.programme import Phase
from rehabtimer.core.settings import Theme
from rehabtimer.gui import theme
from rehabtimer.gui.stylesheet import style_sheet
from rehabtimer.gui.theme import DARK, LIGHT, Colours, apply_theme, look
from tests.support.colours import contrast as between
from tests.support.colours import linear

TEXT, LARGE = 4.5, 3.0  # WCAG 2.1, level AA

PAIRS = [
    *(("ink", ground) for ground in ("ground", "card", "hover", "pressed", "accent_soft")),
    *(("muted", ground) for ground in ("ground", "card")),
    *(("accent", ground) for ground in ("ground", "card", "accent_soft")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover")),
    *(("hurts", ground) for ground in ("ground", "card", "hurts_soft")),
    *(("switch", ground) for ground in ("ground", "card")),
    *(("accent_hover", ground) for ground in ("ground", "card")),
]


def contrast(one: str, other: str) -> float:
    return between(linear(one), linear(other))


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text, ground", PAIRS)
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    values = asdict(colours)
    assert contrast(values[text], values[ground]) >= TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("phase", Phase)
def test_the_word_of_a_phase_can_be_read_from_afar(colours: Colours, phase: Phase) -> None:
    assert contrast(colours.phase(phase), colours.ground) >= TEXT
    assert contrast(colours.phase(phase), colours.card) >= LARGE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_phases_differ_from_each_other(colours: Colours) -> None:
    assert len({colours.phase(phase) for phase in Phase}) == len(Phase)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_ring_of_the_focus_can_be_seen(colours: Colours) -> None:
    for ring in (colours.ink, colours.accent):
        assert contrast(ring, colours.ground) >= LARGE
        assert contrast(ring, colours.card) >= LARGE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_gaps(colours: Colours) -> None:
    sheet = style_sheet(asdict(colours), round)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    with pytest.raises(KeyError):
        style_sheet({"ink": colours.ink}, round)


def test_type_grows_with_the_persons_setting() -> None:
    assert "font-size: 30px" in style_sheet(asdict(LIGHT), lambda size: round(size * 1.5))
    small = replace_scale(0.1)
    assert small == 9, "nothing is written smaller than this"


def replace_scale(scale: float) -> int:
    made = theme.Look()
    made.scale = scale
    return made.px(theme.BODY)


@pytest.mark.parametrize("chosen, colours", [(Theme.LIGHT, LIGHT), (Theme.DARK, DARK)])
def test_a_look_holds_everywhere(
    qtbot: QtBot, qapp: QApplication, chosen: Theme, colours: Colours
) -> None:
    apply_theme(qapp, chosen, 1.2)
    assert look.colours is colours
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours.ground)
    words = QLabel("words")
    qtbot.addWidget(words)
    words.ensurePolished()
    assert words.palette().color(words.foregroundRole()) == QColor(colours.ink)
    assert qapp.font().pixelSize() == round(theme.BODY * 1.2)
    apply_theme(qapp, Theme.LIGHT)


def test_where_the_system_says_nothing_it_is_light(qapp: QApplication) -> None:
    apply_theme(qapp, Theme.SYSTEM)
    assert look.colours is LIGHT


def test_looks_are_values() -> None:
    with pytest.raises(AttributeError):
        LIGHT.ink = "#000000"  # type: ignore[misc]
    assert replace(LIGHT, ink="#000000") != LIGHT
