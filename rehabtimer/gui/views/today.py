"""Today: the session as a list, one large Start, and what is due beside it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import button, card, clear, column, fill, label, row, scroll
from rehabtimer.gui.widgets.week_strip import WeekStrip
from rehabtimer.presenters.frames import PainQuestion, ResumeCard, TodayFrame, TodayRow

_SIDE_LEAST, _SIDE_MOST = 316, 560


class TodayView(QWidget):
    """Shows today's frame; tells what the person wants to do about it."""

    start_wanted = Signal()
    resume_wanted = Signal()
    trends_wanted = Signal()
    try_again_wanted = Signal(str)
    morning_answered = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title", wrap=False)
        self.subtitle = label("", "lead", wrap=False)
        self.start = button("", self.start_wanted.emit, kind="start")
        self.start.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.start)
        self._rows = QVBoxLayout()
        self._side = QVBoxLayout()
        top = row(column(self.title, self.subtitle, gap=4), None, self.start, gap=theme.GAP)
        fill(QVBoxLayout(self), (top, self._body()), gap=theme.GAP, margin=0)

    def show_frame(self, frame: TodayFrame) -> None:
        """Show what today is."""
        self.title.setText(frame.title)
        self.subtitle.setText(frame.subtitle)
        self.start.setText(f"{frame.start_label}    {frame.start_minutes}")
        self.start.setAccessibleName(f"{frame.start_label}, {frame.start_minutes}")
        self.start.setEnabled(frame.can_start)
        clear(self._rows)
        for item in frame.rows:
            self._rows.addWidget(self._row(item))
        if frame.empty:
            self._rows.addWidget(label(frame.empty, "lead"))
        self._rows.addStretch(1)
        self._show_side(frame)

    def _body(self) -> QHBoxLayout:
        inside = QWidget()
        fill(QVBoxLayout(inside), (self._rows,), gap=0, margin=18)
        self._rows.setSpacing(theme.GAP)
        listing = card(scroll(inside), margin=0)
        beside = QWidget()
        beside.setLayout(self._side)
        fill(self._side, (), gap=theme.GAP, margin=0)
        side = scroll(beside)
        side.setMinimumWidth(_SIDE_LEAST)
        side.setMaximumWidth(_SIDE_MOST)
        body = row(listing, side, gap=20)
        body.setStretch(0, 62)
        body.setStretch(1, 38)
        return body

    def _row(self, item: TodayRow) -> QWidget:
        made = QWidget()
        name = label(item.name, "strong-muted" if item.skipped else "strong")
        dose = label(item.dose, "skipped" if item.skipped else "muted")
        end: QWidget = label(item.minutes, "muted", wrap=False)
        if item.action:
            end = button(
                item.action, partial(self.try_again_wanted.emit, item.exercise), kind="quiet"
            )
            end.setAccessibleName(f"{item.action}: {item.name}")
        words = column(None, name, dose, None, gap=2)
        picture = Picture()
        picture.show_exercise(item.exercise, item.side, dimmed=item.skipped)
        layout = QHBoxLayout(made)
        fill(layout, (picture, words, end), gap=theme.GAP, margin=0)
        layout.setStretch(1, 1)
        return made

    def _show_side(self, frame: TodayFrame) -> None:
        clear(self._side)
        if frame.notice:
            self._side.addWidget(card(label(frame.notice), kind="notice", margin=16))
        if frame.resume:
            self._side.addWidget(self._resume(frame.resume))
        for question in frame.questions:
            self._side.addWidget(self._question(question))
        strip = WeekStrip()
        strip.show_days(frame.week)
        self._side.addWidget(
            card(label(frame.week_title, "strong"), 2, strip, label(frame.week_text, "muted"))
        )
        self._side.addWidget(self._trend(frame))
        self._side.addStretch(1)

    def _resume(self, resume: ResumeCard) -> QFrame:
        go_on = button(_("Resume"), self.resume_wanted.emit, kind="primary", icon_name="play")
        text = label(resume.text, "muted")
        return card(label(resume.title, "strong"), text, 2, row(go_on, None))

    def _question(self, question: PainQuestion) -> QFrame:
        scale = PainScale(question.text)
        scale.choose(question.score)
        scale.answered.connect(partial(self.morning_answered.emit, question.knee))
        return card(label(question.text, "strong"), 2, scale)

    def _trend(self, frame: TodayFrame) -> QFrame:
        see = button(_("See Trends"), self.trends_wanted.emit, kind="link")
        text = label(frame.trend_text, "muted")
        return card(label(frame.trend_title, "strong"), text, row(see, None))
