"""Between two seconds only the end of the ring is painted, and it looks as if all of it were."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rehabtimer.gui.widgets.ring import Ring
from rehabtimer.gui.widgets.segments import Segments
from tests.support.frames import session_frame
from tests.support.painting import Watched, on_screen

SHARES = [1.0, 0.98, 0.9, 0.76, 0.74, 0.6, 0.51, 0.49, 0.3, 0.26, 0.24, 0.1, 0.02, 0.001, 0.0]


class WatchedRing(Watched, Ring):
    """A ring that remembers what it was asked to paint."""


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


def furthest(one: QImage, other: QImage) -> int:
    """By how much, of 255, two pictures differ where they differ most."""
    images = [image.convertToFormat(QImage.Format.Format_RGBA8888) for image in (one, other)]
    a, b = (bytes(image.constBits()) for image in images)
    return max(abs(x - y) for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize("size", [(550, 550), (300, 420), (901, 640)])
@pytest.mark.parametrize("step", [1, 2, 14])
def test_a_ring_painted_piece_by_piece_is_the_ring_painted_at_once(
    qtbot: QtBot, size: tuple[int, int], step: int
) -> None:
    ring, fresh = Ring(), Ring()
    shown(qtbot, ring, *size)
    frame = session_frame(ring=SHARES[0])
    for share in SHARES[::step]:
        ring.show_frame(replace(frame, ring=share))
        QApplication.processEvents()
    shown(qtbot, fresh, *size)
    fresh.show_frame(replace(frame, ring=SHARES[::step][-1]))
    QApplication.processEvents()
    assert furthest(on_screen(ring), on_screen(fresh)) < 40  # Qt cuts the same arc differently


def test_only_the_end_of_the_ring_is_painted_between_two_seconds(qtbot: QtBot) -> None:
    ring = WatchedRing()
    shown(qtbot, ring, 550, 550)
    frame = session_frame(ring=0.5)
    ring.show_frame(frame)
    QApplication.processEvents()
    ring.painted.clear()
    ring.show_frame(replace(frame, ring=0.495))
    QApplication.processEvents()
    assert len(ring.painted) == 1
    assert ring.painted[0].width() < 60
    assert ring.painted[0].height() < 60
    ring.show_frame(replace(frame, ring=0.495, digits="1"))
    QApplication.processEvents()
    assert ring.painted[1] == ring.rect()


def test_what_cannot_be_seen_is_not_painted(qtbot: QtBot) -> None:
    ring = WatchedRing()
    shown(qtbot, ring, 550, 550)
    frame = session_frame(ring=0.5)
    ring.show_frame(frame)
    QApplication.processEvents()
    ring.painted.clear()
    ring.show_frame(replace(frame, ring=0.50001))
    QApplication.processEvents()
    assert ring.painted == []


def test_segments_are_named_anew_when_one_is_done(qtbot: QtBot) -> None:
    bar = Segments()
    qtbot.addWidget(bar)
    segments = session_frame().segments
    bar.show_segments(segments)
    done = replace(segments[1], fraction=1.0, description="Straight leg lift: done")
    bar.show_segments((segments[0], done, segments[2]))
    assert "Straight leg lift: done" in bar.accessibleName()
