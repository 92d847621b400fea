"""One exercise's own page: how it goes on top, and below what became of it so far."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.views.figure_loop import FigureLoop
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.opened_page import OpenedPage
from rehabtimer.gui.widgets.parts import Part, button, card, clear, column, fill, label, row
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.table import WordTable
from rehabtimer.gui.widgets.turning import Turning
from rehabtimer.gui.widgets.undo_bar import UndoBar
from rehabtimer.presenters.exercise_page_frame import ExercisePageFrame
from rehabtimer.presenters.exercise_skips import SkipLine

if TYPE_CHECKING:
    from rehabtimer.gui.charts.exercise import ExerciseChartView

_HALF = 330  # pixels that half of the page needs at text scale 1
_CHART_HEIGHT = 320


class ExercisePageView(OpenedPage):
    """Shows an exercise; Escape leads back to where the page was opened from."""

    edit_wanted = Signal()
    export_wanted = Signal()
    delete_wanted = Signal()
    version_chosen = Signal(str)
    version_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, and without the library that draws."""
        super().__init__(parent)
        self.back = button(_("← Programme"), self.back_wanted.emit, kind="link")
        self.back.setAccessibleName(_("Back to the programme"))
        self.title = label("", "title")
        self.areas = label("", "lead")
        self.edit = button(_("&Edit"), self.edit_wanted.emit)
        self.export = button(_("E&xport…"), self.export_wanted.emit)
        self.delete = button(_("&Delete"), self.delete_wanted.emit)
        self.figure = FigureLoop()
        self.dose, self.minutes = label("", "strong"), label("", "muted", wrap=False)
        self.versions = Choices(_("Version"))
        self.versions.chosen.connect(self.version_chosen)
        self.version_note = label("", "muted")
        self.use_version = button(_("Do this one from now on"), self.version_wanted.emit)
        self.safety, self.equipment = label("", "hurts"), label("", "muted")
        self.note = label("", "muted")
        self._steps, self._skips = QVBoxLayout(), QVBoxLayout()
        self.no_chart, self.description = label("", "muted"), label("", "muted")
        self.switch = button("", self._turn, kind="link")
        self.table = WordTable(_("The days of this exercise as a table"))
        self.panes = QStackedWidget()
        self.panes.addWidget(self.table)
        self.chart: ExerciseChartView | None = None
        self.notice = label("", "notice")
        self.undo = UndoBar()
        self.undo.undo_wanted.connect(self.undo_wanted)
        parts = (self._top(), Scroller(self._body()), self.notice, self.undo)
        fill(QVBoxLayout(self), parts, gap=theme.GAP, margin=0)

    def show_frame(self, frame: ExercisePageFrame) -> None:
        """Show the exercise as it is."""
        self.title.setText(frame.name)
        self.areas.setText(frame.areas)
        for made in (self.edit, self.export, self.delete):
            made.setVisible(frame.can_change)
        self.dose.setText(frame.dose)
        self.minutes.setText(frame.minutes)
        self.versions.show_options(frame.versions)
        self.versions.setVisible(bool(frame.versions))
        self._show_words(frame)
        self.use_version.setVisible(frame.can_use_version)
        _show_lines(self._steps, _numbered(frame.steps))
        self.figure.show_loop(frame.loop, frame.name, still=frame.still)
        self._figure_card.setHidden(self.figure.isHidden())
        _show_lines(self._skips, [_skip(line) for line in frame.skips] or [label(frame.no_skips)])
        self._show_chart(frame)
        self.undo.show_text(frame.undo_text)

    def name_way_back(self, text: str, name: str) -> None:
        """Say where Escape leads, if not to the programme; `name` is for those who hear it."""
        self.back.setText(text)
        self.back.setAccessibleName(name)

    def _show_words(self, frame: ExercisePageFrame) -> None:
        things = _("You need: {things}").format(things=frame.equipment) if frame.equipment else ""
        for where, text in (
            (self.version_note, frame.version_note),
            (self.safety, frame.safety),
            (self.equipment, things),
            (self.note, frame.note),
            (self.notice, frame.notice),
            (self.no_chart, frame.no_chart),
            (self.description, frame.chart.description if frame.chart else ""),
        ):
            where.setText(text)
            where.setVisible(bool(text))

    def _show_chart(self, frame: ExercisePageFrame) -> None:
        for part in (self.panes, self.switch):
            part.setVisible(frame.chart is not None)
        if frame.chart is None or frame.table is None:
            return
        self.panes.setFixedHeight(theme.look.px(_CHART_HEIGHT))
        self.table.show_table(frame.table)
        if self.chart is None:
            from rehabtimer.gui.charts.exercise import ExerciseChartView  # loads matplotlib

            self.chart = ExerciseChartView()
            self.panes.addWidget(self.chart)
            self._turn()
        self.chart.show_chart(frame.chart, chart_colours(theme.look.colours))

    def _turn(self) -> None:
        """Turn from the chart to the table, or back."""
        is_table = self.panes.currentWidget() is self.chart
        self.panes.setCurrentWidget(self.table if is_table or not self.chart else self.chart)
        self.switch.setText(_("Show as a chart") if is_table else _("Show as a table"))

    def _top(self) -> Part:
        words = column(row(self.back, None), self.title, self.areas, gap=4)
        buttons = row(self.edit, self.export, self.delete, gap=8)
        made = row(words, buttons, gap=theme.GAP)
        made.setStretch(0, 1)
        made.setAlignment(buttons, Qt.AlignmentFlag.AlignBottom)
        return made

    def _body(self) -> QWidget:
        self._figure_card = card(self.figure)
        how = Turning(self._figure_card, self._how(), least=_HALF)
        record = card(label(_("When it was skipped"), "heading"), self._skips)
        fill(self._skips, (), gap=8, margin=0)
        made = QWidget()
        parts = (how, self._over_time(), record, None)
        fill(QVBoxLayout(made), parts, gap=theme.GAP, margin=0)
        return made

    def _how(self) -> QFrame:
        fill(self._steps, (), gap=8, margin=0)
        dose, version = row(self.dose, self.minutes), row(self.use_version, None)
        dose.setStretch(0, 1)
        return card(
            dose, self.versions, self.version_note, version, 4, self._steps, 4, self.safety,
            self.equipment, self.note, None,
        )  # fmt: skip

    def _over_time(self) -> QFrame:
        top = row(label(_("Pain and dose over time"), "heading"), self.switch, gap=theme.GAP)
        top.setStretch(0, 1)
        return card(top, self.description, self.no_chart, self.panes)


def _numbered(lines: tuple[str, ...]) -> list[QWidget]:
    texts = (_("{number}. {step}").format(number=n, step=step) for n, step in enumerate(lines, 1))
    return [label(text) for text in texts]


def _skip(line: SkipLine) -> QWidget:
    made = QWidget()
    parts: list[Part] = [label(line.text, "skipped" if line.stands else "body")]
    if line.outcome:
        parts.append(label(line.outcome, "muted"))
    fill(QVBoxLayout(made), parts, gap=2, margin=0)
    return made


def _show_lines(where: QVBoxLayout, lines: list[QWidget]) -> None:
    clear(where)
    for line in lines:
        where.addWidget(line)
