"""Trends: whether it is getting better, in words above a chart or a table of the weeks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.parts import button, card, column, fill, label, row
from rehabtimer.presenters.trends import TrendsFrame
from rehabtimer.presenters.trends_table import Table

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
        self.switch = button("", self._turn, kind="quiet")
        self.switch.setSizePolicy(self.switch.sizePolicy().horizontalPolicy(), _FIXED)
        self.table = _weeks_table()
        self.panes = QStackedWidget()
        self.panes.addWidget(self.table)
        self.chart: PainChartView | None = None
        words = column(self.title, self.more, self.summary, self.legend, gap=4)
        top = row(words, column(self.switch, None), gap=theme.GAP)
        top.setStretch(0, 1)
        body = card(self.panes)
        layout = QVBoxLayout(self)
        fill(layout, (top, self.spans, body), gap=theme.GAP, margin=0)
        layout.setStretchFactor(body, 1)

    def show_frame(self, frame: TrendsFrame) -> None:
        """Show what the log shows."""
        self.title.setText(frame.headlines[0])
        _set_words(self.more, "\n".join(frame.headlines[1:]))
        _set_words(self.summary, frame.summary)
        _set_words(self.legend, frame.legend)
        self.spans.show_options(frame.spans)
        self.spans.setVisible(bool(frame.spans))
        _fill_table(self.table, frame.table)
        self._chart_view().show_chart(frame.chart, chart_colours(theme.look.colours))

    def _chart_view(self) -> "PainChartView":
        if self.chart is None:
            from rehabtimer.gui.charts.view import PainChartView  # noqa: PLC0415 - loads matplotlib

            self.chart = PainChartView()
            self.panes.addWidget(self.chart)
            self._turn()
        return self.chart

    def _turn(self) -> None:
        """Turn from the chart to the table, or back."""
        is_table = self.panes.currentWidget() is self.chart
        self.panes.setCurrentWidget(self.table if is_table or not self.chart else self.chart)
        self.switch.setText(_("Show as a chart") if is_table else _("Show as a table"))


def chart_colours(colours: theme.Colours) -> ChartColours:
    """Return the colours of a look that a chart is drawn with."""
    return ChartColours(
        card=colours.card,
        ink=colours.ink,
        muted=colours.muted,
        line=colours.line,
        ground=colours.ground,
        session=colours.accent,
        left=colours.accent,
        right=colours.rest,
    )
