"""Today: the session as a list, one large Start, and what is due beside it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.views.picture import Picture
from rehabtimer.gui.views.today_cards import (
    action_card,
    resume_card,
    trend_card,
    week_card,
)
from rehabtimer.gui.widgets.digits import digit_of
from rehabtimer.gui.widgets.pain_scale import PainScale
from rehabtimer.gui.widgets.parts import Part, button, card, clear, column, fill, label, row, scroll
from rehabtimer.gui.widgets.typed_scores import TypedScores
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.frames import PainQuestion, TodayFrame, TodayRow

_SIDE_LEAST, _SIDE_MOST = 316, 560
_SCALE_LEAST = 272  # pixels that the answers of a question need at text scale 1, with their card
_ROOMY = 900  # pixels of a window in which large text has room beside the words of a row
_Asked = tuple[Moment, Side]


class TodayView(QWidget):
    """Shows today's frame; tells what the person wants to do about it.

    `answered` has the moment, the knee and the score; `card_pressed` a card's key and an action's.
    """

    start_wanted = Signal()
    resume_wanted = Signal()
    trends_wanted = Signal()
    log_wanted = Signal()
    try_again_wanted = Signal(str)
    answered = Signal(object, object, int)
    card_pressed = Signal(str, str)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty; the first frame fills it."""
        super().__init__(parent)
        self.title = label("", "title", wrap=False)
        self.subtitle = label("", "lead", wrap=False)
        self.start = button("", self.start_wanted.emit, kind="start")
        self.start.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.start)
        self._rows = QVBoxLayout()
        self._above, self._questions, self._below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._texts: tuple[tuple[Moment, Side, str], ...] = ()
        self._scales: dict[_Asked, PainScale] = {}
        self._typed: TypedScores[_Asked] = TypedScores()
        top = row(column(self.title, self.subtitle, gap=4), None, self.start, gap=theme.GAP)
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        fill(QVBoxLayout(self), (top, self._body(), self.undo), gap=theme.GAP, margin=0)

    def show_frame(self, frame: TodayFrame) -> None:
        """Show what today is."""
        self.title.setText(frame.title)
        self.subtitle.setText(frame.subtitle)
        start = [text for text in (frame.start_label, frame.start_minutes) if text]
        self.start.setText("    ".join(start))
        self.start.setAccessibleName(", ".join(start))
        self.start.setEnabled(frame.can_start)
        clear(self._rows)
        for item in frame.rows:
            self._rows.addWidget(self._row(item))
        if frame.empty:
            self._rows.addWidget(label(frame.empty, "lead"))
        self._rows.addStretch(1)
        self._show_side(frame)
        self.undo.show_text(frame.undo_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the question that has the focus, else the first open one."""
        digit = digit_of(event)
        if digit is None or not self._scales:
            super().keyPressEvent(event)
        else:
            asked, score = self._typed.take(digit, self._scales)
            self.answered.emit(*asked, score)

    def _body(self) -> QHBoxLayout:
        inside = QWidget()
        fill(QVBoxLayout(inside), (self._rows,), gap=0, margin=18)
        self._rows.setSpacing(theme.GAP)
        listing = card(scroll(inside), margin=0)
        beside = QWidget()
        stacked = self._above, self._questions, self._below
        for part in stacked:
            part.setSpacing(theme.GAP)
        fill(QVBoxLayout(beside), (*stacked, None), gap=theme.GAP, margin=0)
        self._beside = scroll(beside)
        self._beside.setMaximumWidth(_SIDE_MOST)
        body = row(listing, self._beside, gap=20)
        body.setStretch(0, 62)
        body.setStretch(1, 38)
        return body

    def _row(self, item: TodayRow) -> QWidget:
        made = QWidget()
        name = label(item.name, "strong-muted" if item.skipped else "strong")
        dose = label(item.dose, "skipped" if item.skipped else "muted")
        picture = Picture()
        picture.show_exercise(item.figure, item.side, dimmed=item.skipped, variant=item.variant)
        layout = QHBoxLayout(made)
        if self._is_narrow:
            end = row(self._end(item), None)
            parts: tuple[Part, ...] = (picture, column(None, name, dose, end, None, gap=2))
        else:
            parts = (picture, column(None, name, dose, None, gap=2), self._end(item))
        fill(layout, parts, gap=theme.GAP, margin=0)
        layout.setStretch(1, 1)
        return made

    @property
    def _is_narrow(self) -> bool:
        """Whether text is so large that there is no room beside the words of a row."""
        return theme.look.scale > 1 and self.window().width() < theme.look.px(_ROOMY)

    def _end(self, item: TodayRow) -> QWidget:
        if not item.action:
            return label(item.minutes, "muted", wrap=False)
        on_press = partial(self.try_again_wanted.emit, item.exercise)
        made = button(item.action, on_press, kind="link")
        made.setAccessibleName(f"{item.action}: {item.name}")
        return made

    def _show_side(self, frame: TodayFrame) -> None:
        clear(self._above)
        if frame.notice:
            self._above.addWidget(card(label(frame.notice), kind="notice", margin=16))
        if frame.resume:
            self._above.addWidget(resume_card(frame.resume, self.resume_wanted.emit))
        self._show_questions(frame.questions)
        self._beside.setMinimumWidth(max(_SIDE_LEAST, theme.look.px(_SCALE_LEAST)))
        clear(self._below)
        for item in frame.cards:
            self._below.addWidget(action_card(item, partial(self.card_pressed.emit, item.key)))
        self._below.addWidget(button(_("&Log pain"), self.log_wanted.emit, icon_name="log"))
        self._below.addWidget(week_card(frame))
        self._below.addWidget(trend_card(frame, self.trends_wanted.emit))

    def _show_questions(self, questions: tuple[PainQuestion, ...]) -> None:
        """Questions that stay keep their scales, and with them the keyboard."""
        texts = tuple((question.moment, question.knee, question.text) for question in questions)
        if texts != self._texts:
            self._texts = texts
            clear(self._questions)
            self._scales = {}
            for question in questions:
                self._questions.addWidget(self._question(question))
        for question in questions:
            self._scales[question.moment, question.knee].choose(question.score)

    def _question(self, question: PainQuestion) -> QWidget:
        asked = question.moment, question.knee
        scale = PainScale(question.text)
        scale.answered.connect(partial(self._answer, asked))
        self._scales[asked] = scale
        return card(label(question.text, "strong"), 2, scale)

    def _answer(self, asked: _Asked, score: int) -> None:
        self._typed.forget()
        self.answered.emit(*asked, score)
