"""Small parts that are painted or pressed by themselves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.core.figure import Moment
from rehabtimer.core.programme import Phase
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.bar import Bar
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import card, clear, column, label
from rehabtimer.gui.widgets.ring import Ring, mark_colour
from rehabtimer.gui.widgets.segments import Segments
from rehabtimer.gui.widgets.set_dots import SetDots
from rehabtimer.gui.widgets.week_strip import WeekStrip
from rehabtimer.presenters.frames import DayCell, DayMark
from rehabtimer.presenters.session_frame import Mark, Segment
from tests.support.frames import session_frame
from tests.support.window import click


def shown(qtbot: QtBot, widget: QWidget, width: int = 400, height: int = 400) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()


def picture(widget: QWidget) -> bytes:
    QApplication.processEvents()
    image = widget.grab().toImage()
    return bytes(image.constBits())


def accent(widget: QWidget) -> int:
    """How many pixels have the accent's colour."""
    image, colour = widget.grab().toImage(), QColor(theme.look.colours.accent).rgb()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(*point) == colour for point in points)


# The ring


def test_the_ring_runs_out(qtbot: QtBot) -> None:
    ring = Ring()
    shown(qtbot, ring)
    drawn = []
    for part in (1.0, 0.5, 0.0):
        ring.show_frame(session_frame(ring=part, word="", digits="8", mark=Mark.HOLD))
        drawn.append(accent(ring))
    assert drawn[0] > drawn[1] > drawn[2]
    assert drawn[1] == pytest.approx((drawn[0] + drawn[2]) / 2, rel=0.05)


def test_every_mark_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    ring = Ring()
    shown(qtbot, ring)
    seen = set()
    for mark in Mark:
        ring.show_frame(session_frame(mark=mark, word="X"))
        seen.add(picture(ring))
    assert len(seen) == len(Mark)


def test_the_ring_repaints_only_what_can_be_seen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = Ring()
    shown(qtbot, ring)
    frame = session_frame(ring=0.5)
    ring.show_frame(frame)
    updates: list[int] = []
    monkeypatch.setattr(ring, "update", lambda *_: updates.append(1))
    ring.show_frame(replace(frame, ring=0.50001, moment=Moment()))
    assert updates == []
    ring.show_frame(replace(frame, ring=0.49))
    ring.show_frame(replace(frame, ring=0.49, digits="1"))
    assert len(updates) == 2


def test_an_empty_ring_paints_nothing(qtbot: QtBot) -> None:
    ring = Ring()
    shown(qtbot, ring)
    assert accent(ring) == 0


@pytest.mark.parametrize("digits", ["1", "15", "120"])
def test_digits_stay_inside_the_ring(qtbot: QtBot, digits: str) -> None:
    ring = Ring()
    shown(qtbot, ring, 600, 600)
    ring.show_frame(session_frame(digits=digits, word="SWITCH SIDES", ring=0.0))
    image = ring.grab().toImage()
    for angle_point in (QPoint(12, 300), QPoint(588, 300), QPoint(300, 12), QPoint(300, 588)):
        assert image.pixelColor(angle_point) == QColor(theme.look.colours.line)


def test_a_clock_that_stands_still_has_no_colour_of_a_phase() -> None:
    colours = theme.look.colours
    assert mark_colour(session_frame(mark=Mark.PAUSED)) == colours.muted
    assert mark_colour(session_frame(phase=Phase.REST, mark=Mark.REST)) == colours.rest


# The bar of exercises

THREE = (
    Segment(0.5, 1.0, False, "one"),
    Segment(0.49, 0.5, False, "two"),
    Segment(0.01, 0.0, True, "three"),
)


def test_a_press_finds_even_the_shortest_exercise(qtbot: QtBot) -> None:
    bar = Segments()
    shown(qtbot, bar, 600, 26)
    bar.show_segments(THREE)
    chosen: list[int] = []
    bar.chosen.connect(chosen.append)
    for x in (5, 400, 595):
        click(bar, QPoint(x, 13))
    assert chosen == [0, 1, 2]


def test_a_bar_without_exercises_takes_no_press(qtbot: QtBot) -> None:
    bar = Segments()
    shown(qtbot, bar, 600, 26)
    with qtbot.assertNotEmitted(bar.chosen):
        click(bar)


def test_what_is_done_is_filled(qtbot: QtBot) -> None:
    bar = Segments()
    shown(qtbot, bar, 600, 26)
    bar.show_segments(tuple(replace(each, fraction=0.0) for each in THREE))
    assert accent(bar) == 0
    bar.show_segments(THREE)
    some = accent(bar)
    bar.show_segments(tuple(replace(each, fraction=1.0, skipped=False) for each in THREE))
    assert 0 < some < accent(bar)
    assert bar.accessibleName() == "one, two, three"


# Dots, week, bar, scale


def test_dots_count_sets(qtbot: QtBot) -> None:
    dots = SetDots()
    shown(qtbot, dots, 200, 30)
    pictures = set()
    for current in (1, 2, 3):
        dots.show_sets(f"Set {current} of 3", current, 3)
        pictures.add(picture(dots))
        assert dots.accessibleName() == f"Set {current} of 3"
    assert len(pictures) == 3


def test_dots_make_room_for_themselves(qtbot: QtBot) -> None:
    dots = SetDots()
    qtbot.addWidget(dots)
    dots.show_sets("Set 1 of 2", 1, 2)
    two = dots.sizeHint().width()
    dots.show_sets("Set 1 of 3", 1, 3)
    assert dots.sizeHint().width() > two


def test_days_differ_in_shape(qtbot: QtBot) -> None:
    seen = set()
    for mark in DayMark:
        strip = WeekStrip()
        shown(qtbot, strip, 60, 70)
        strip.show_days((DayCell("M", mark, False, f"Monday: {mark}"),))
        seen.add(picture(strip))
        assert strip.accessibleName() == f"Monday: {mark}"
    assert len(seen) == len(DayMark)


def test_today_is_marked(qtbot: QtBot) -> None:
    strip = WeekStrip()
    shown(qtbot, strip, 60, 70)
    strip.show_days((DayCell("M", DayMark.TO_COME, False, "Monday"),))
    before = picture(strip)
    strip.show_days((DayCell("M", DayMark.TO_COME, True, "Monday"),))
    assert picture(strip) != before


@pytest.mark.parametrize("fraction", [0.0, 0.01, 0.5, 1.0])
def test_a_bar_shows_a_share(qtbot: QtBot, fraction: float) -> None:
    bar = Bar()
    shown(qtbot, bar, 100, 8)
    bar.show_fraction(fraction, "some")
    assert bar.accessibleName() == "some"
    assert accent(bar) == pytest.approx(800 * fraction, abs=60)


def test_a_scale_asks_and_tells(qtbot: QtBot) -> None:
    scale = PainScale("How is it?")
    shown(qtbot, scale, 500, 80)
    assert scale.score is None
    buttons = scale.findChildren(QPushButton)
    assert [made.text() for made in buttons] == [str(score) for score in range(11)]
    assert buttons[10].accessibleName() == "How is it? 10 of 10"
    with qtbot.waitSignal(scale.answered) as told:
        click(buttons[10])
    assert told.args == [10]
    assert scale.score == 10


def test_a_scale_shows_an_answer_without_telling(qtbot: QtBot) -> None:
    scale = PainScale("How is it?")
    shown(qtbot, scale, 500, 80)
    with qtbot.assertNotEmitted(scale.answered):
        for score in (3, None, 0):
            scale.choose(score)
            assert scale.score == score


def test_the_ends_of_a_scale_stand_on_one_line(qtbot: QtBot) -> None:
    scale = PainScale("How is it?")
    shown(qtbot, scale, 500, 200)
    tops = {}
    for words in scale.findChildren(QLabel):
        image = words.grab().toImage()
        ground = image.pixel(0, 0)
        lines = (
            y
            for y in range(image.height())
            if any(image.pixel(x, y) != ground for x in range(image.width()))
        )
        tops[words.text()] = words.mapTo(scale, QPoint(0, next(lines))).y()
    assert abs(tops["no pain"] - tops["worst imaginable"]) <= 3, "i is higher than n"


# Parts


def test_words_are_plain_text(qtbot: QtBot) -> None:
    made = label("<b>bold</b> & more")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>bold</b> & more"


def test_a_cleared_layout_is_empty(qtbot: QtBot) -> None:
    inner = column(label("three"))
    made = card(label("one"), label("two"), inner)
    qtbot.addWidget(made)
    layout = made.layout()
    assert layout is not None
    clear(layout)
    assert layout.count() == 0
