"""Trends: one question at a time, answered in words above a chart or a table."""

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from rehabtimer.core.text import _
from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.views.trends_share import ShareRow
from rehabtimer.gui.widgets.choices import Choices
from rehabtimer.gui.widgets.flow import Flow
from rehabtimer.gui.widgets.option_list import OptionList
from rehabtimer.gui.widgets.parts import button, card, column, fill, label, row
from rehabtimer.gui.widgets.reading_order import set_reading_order
from rehabtimer.gui.widgets.scroller import Scroller
from rehabtimer.gui.widgets.table import WordTable
from rehabtimer.presenters.trends import TrendsFrame
from rehabtimer.presenters.trends_table import Table

if TYPE_CHECKING:
    from rehabtimer.gui.charts.view import TrendsChartView

_BESIDE, _INSET = 12, 5  # pixels; the second is where a chart begins in its card


class TrendsView(QWidget):
    """Shows the frame of Trends; tells what the person wants to look at, and to have."""

    chart_chosen = Signal(str)
    span_chosen = Signal(str)
    stop_picked = Signal(int)
    copy_wanted = Signal()
    picture_wanted = Signal()
    data_wanted = Signal()
    print_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty, and without the library that draws."""
        super().__init__(parent)
        self.which = Choices(_("Which question"))
        self.which.chosen.connect(self.chart_chosen)
        self.spans = OptionList(_("Which weeks"))
        self.spans.chosen.connect(self.span_chosen)
        self.title = label("", "title")
        self.more = label("", "heading")
        self.summary = label("", "muted")
        self.legend = label("", "small")
        self.switch = button("", self._turn, kind="link")
        self.share = ShareRow()
        self._pass_on()
        self.table = WordTable(_("The chart as a table"))
        self.panes = _Panes()
        self.panes.addWidget(self.table)
        self.chart: TrendsChartView | None = None
        self._rows: Table | None = None  # not in the table yet
        inside, layout = QWidget(), QVBoxLayout()
        words = column(self.title, self.more, self.summary, self.legend, gap=4)
        body = self._body()
        fill(layout, (self._choices(), words, body), gap=theme.GAP, margin=0)
        layout.setStretchFactor(body, 1)
        inside.setLayout(layout)
        fill(QVBoxLayout(self), (Scroller(inside),), gap=0, margin=0)

    def show_frame(self, frame: TrendsFrame) -> None:
        """Show what the log shows."""
        page = frame.page
        self.which.show_options(frame.which)
        self.spans.show_options(frame.spans)
        self.spans.setVisible(bool(frame.spans))
        self.title.setText(page.headlines[0])
        _set_words(self.more, "\n".join(page.headlines[1:]))
        _set_words(self.summary, page.summary)
        _set_words(self.legend, page.legend)
        self._rows = page.table
        self._fill_table()
        self._chart_view().show_chart(page.chart, chart_colours(theme.look.colours))

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab's way through the page in order, once everything is in it."""
        super().showEvent(event)
        set_reading_order(self)

    def _choices(self) -> Flow:
        flow = Flow(gap=_BESIDE)
        flow.add(self.which)
        flow.add(self.spans)
        return flow

    def _body(self) -> QFrame:
        foot = row(self.switch, None, self.share, gap=theme.GAP)
        foot.setContentsMargins(_INSET, 0, _INSET, 0)
        return card(self.panes, foot)

    def _pass_on(self) -> None:
        for signal, wanted in (
            (self.share.copy_wanted, self.copy_wanted),
            (self.share.picture_wanted, self.picture_wanted),
            (self.share.data_wanted, self.data_wanted),
            (self.share.print_wanted, self.print_wanted),
            (self.share.report_wanted, self.report_wanted),
        ):
            signal.connect(wanted)

    def _chart_view(self) -> "TrendsChartView":
        if self.chart is None:
            from rehabtimer.gui.charts.view import TrendsChartView  # loads matplotlib

            gc.freeze()  # it stays; with ten years on a chart, looking it over takes as long again
            self.chart = TrendsChartView()
            self.chart.picked.connect(self.stop_picked)
            self.panes.addWidget(self.chart)
            self._turn()
            set_reading_order(self)
        return self.chart

    def _turn(self) -> None:
        """Turn from the chart to the table, or back."""
        is_table = self.panes.currentWidget() is self.chart
        self.panes.setCurrentWidget(self.table if is_table or not self.chart else self.chart)
        self._fill_table()
        self.switch.setText(_("Show as a chart") if is_table else _("Show as a table"))

    def _fill_table(self) -> None:
        """Ten years of rows take their time, and most people look at the chart."""
        if self._rows is not None and self.panes.currentWidget() is self.table and self.chart:
            self.table.show_table(self._rows)
            self._rows = None


class _Panes(QStackedWidget):
    """Asks for the least height that its panes need, and takes all that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def _set_words(where: QLabel, text: str) -> None:
    where.setText(text)
    where.setVisible(bool(text))
