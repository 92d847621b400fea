"""Trends: whether it is getting better, in words above a chart or a table of the weeks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.parts import button, card, column, fill, label, row
from rehabtimer.presenters.trends import TrendsFrame
from rehabtimer.presenters.trends_table import Table

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

if TYPE_CHECKING:
    from rehabtimer.gui.charts.view import PainChartView


class TrendsView(QWidget):
    """Shows the frame of Trends; tells which weeks the person wants to look at."""

    span_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, and without the library that draws."""
        super().__init__(parent)
        self.title = label("", "title")
        self.more = label("", "heading")
        self.summary = label("", "muted")
        self.legend = label("", "small")
        self.spans = Choices(_("Which weeks"))
        self.spans.chosen.connect(self.span_chosen)
        self.switch = button("", self._turn, kind="link")
        self.switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.table = _weeks_table()
        self.panes = QStackedWidget()
        self.panes.addWidget(self.table)
        self.chart: PainChartView | None = None
        top = column(self.title, self.more, self._small_print(), gap=4)
        body = card(self.panes)
        layout = QVBoxLayout(self)
        fill(layout, (top, self.spans, body), gap=theme.GAP, margin=0)
        layout.setStretchFactor(body, 1)

    def show_frame(self, frame: TrendsFrame) -> None:
        """Show what the log shows."""
        self.title.setText(frame.page.headlines[0])
        _set_words(self.more, "\n".join(frame.page.headlines[1:]))
        _set_words(self.summary, frame.page.summary)
        _set_words(self.legend, frame.page.legend)
        self.spans.show_options(frame.spans)
        self.spans.setVisible(bool(frame.spans))
        _fill_table(self.table, frame.page.table)
        self._chart_view().show_chart(frame.page.chart, chart_colours(theme.look.colours))

    def _small_print(self) -> QHBoxLayout:
        made = row(
            column(self.summary, self.legend, gap=4), column(None, self.switch), gap=theme.GAP
        )
        made.setStretch(0, 1)
        return made

    def _chart_view(self) -> "PainChartView":
        if self.chart is None:
            from rehabtimer.gui.charts.view import PainChartView  # loads matplotlib

            self.chart = PainChartView()
            self.panes.addWidget(self.chart)
            self._turn()
        return self.chart

    def _turn(self) -> None:
        """Turn from the chart to the table, or back."""
        is_table = self.panes.currentWidget() is self.chart
        self.panes.setCurrentWidget(self.table if is_table or not self.chart else self.chart)
        self.switch.setText(_("Show as a chart") if is_table else _("Show as a table"))


def _weeks_table() -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(_("The weeks as a table"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.look.px(theme.CONTROL_HEIGHT - 4))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(_START)
    header.setHighlightSections(False)
    return table


def _fill_table(table: QTableWidget, weeks: Table) -> None:
    table.setColumnCount(len(weeks.head))
    table.setRowCount(len(weeks.rows))
    table.setHorizontalHeaderLabels(weeks.head)
    for y, cells in enumerate(weeks.rows):
        for x, text in enumerate(cells):
            table.setItem(y, x, QTableWidgetItem(text))


def _set_words(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))
