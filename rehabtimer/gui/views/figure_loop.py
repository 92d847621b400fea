"""An exercise shown over and over: a moving figure or its two still poses, and the words to it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui.figures import figure_colours, figure_of
from rehabtimer.gui.ticker import CALM_MS, FRAME_MS, Ticker
from rehabtimer.gui.widgets.figure import FigureView
from rehabtimer.gui.widgets.parts import column, fill, label, row
from rehabtimer.presenters.exercise_loop import Loop

_HEIGHT = 270
_CAPTION_LINES = 2


class FigureLoop(QWidget):
    """Moves only while it is in sight: hidden or scrolled away, it asks for no time at all."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """`now` gives seconds that only ever grow."""
        super().__init__()
        self._now = now
        self._loop: Loop | None = None
        self._is_still = False
        self._began = 0.0
        self.moving = FigureView()
        self.start, self.hold = FigureView(), FigureView()
        self.side = label("", "strong-muted", wrap=False)
        self.caption = label("", "large")
        self._stills = QWidget()
        self._ticker = Ticker(self._tick, self._seconds_left, self, pace=self._pace)
        self.moving.installEventFilter(self)
        self._arrange()

    @property
    def is_running(self) -> bool:
        """Whether another picture is on its way."""
        return self._ticker.is_active

    def show_loop(self, loop: Loop, name: str, *, still: bool) -> None:
        """Show an exercise, of that name, from its beginning; the same one again goes on."""
        figure = figure_of(loop.figure)
        self.setVisible(figure is not None)
        if (loop, still) != (self._loop, self._is_still):
            self._loop, self._is_still, self._began = loop, still, self._now()
        for view in (self.moving, self.start, self.hold):
            view.set_figure(figure)
            view.set_colours(figure_colours())
            view.setAccessibleName(_("Picture: {exercise}").format(exercise=name))
        self.moving.setVisible(not still)
        self._stills.setVisible(still)
        for said in (self.side, self.caption):
            said.setVisible(not still)
        for view, moment in zip((self.start, self.hold), loop.stills(), strict=True):
            view.show_moment(moment)
        self._ticker.wake()

    def showEvent(self, event: QShowEvent) -> None:
        """Move on."""
        super().showEvent(event)
        self._ticker.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop."""
        super().hideEvent(event)
        self._ticker.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on when the figure is scrolled back into sight, which is when it is painted."""
        if event.type() is QEvent.Type.Paint and not self._ticker.is_active:
            self._ticker.wake()
        return False

    def _arrange(self) -> None:
        poses = []
        for view, word in ((self.start, _("Start")), (self.hold, _("Hold"))):
            name = label(word, "muted", wrap=False)
            name.setAlignment(Qt.AlignmentFlag.AlignCenter)
            pose = column(view, name, gap=4)
            pose.setStretch(0, 1)
            poses.append(pose)
        self._stills.setLayout(row(*poses, gap=8))
        for said in (self.side, self.caption):
            said.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for shown in (self.moving, self._stills):
            shown.setFixedHeight(_HEIGHT)
        layout = QVBoxLayout(self)
        parts = (None, self.moving, self._stills, 4, self.side, self.caption, None)
        fill(layout, parts, gap=4, margin=0)

    def _tick(self) -> None:
        """Show the moment that it is; two lines are kept free, so that words move nothing."""
        if self._loop is None or self._is_still:
            return
        beat, moment = self._loop.at(self._now() - self._began)
        self.moving.show_moment(moment)
        self.side.setText(beat.side_text)
        self.caption.setText(beat.caption)
        self.caption.setMinimumHeight(_CAPTION_LINES * self.caption.fontMetrics().lineSpacing())

    def _seconds_left(self) -> float | None:
        is_seen = self.isVisible() and not self.moving.visibleRegion().isEmpty()
        return 1.0 if self._loop is not None and not self._is_still and is_seen else None

    def _pace(self) -> int:
        return FRAME_MS if self.moving.is_moving else CALM_MS
