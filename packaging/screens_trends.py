"""Pictures of the four charts of Trends, of their tables, and of a chart on paper."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from studio import Studio, part

from rehabtimer.app.program import Program
from rehabtimer.gui.main_window import Page
from rehabtimer.gui.views.trends import TrendsView
from rehabtimer.presenters.chart_axis import Span
from rehabtimer.presenters.chart_page import ChartKey

_YEAR = 400


def charts(studio: Studio) -> None:
    """Look at each chart after five weeks, and at its table."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        for key in ChartKey:
            view.chart_chosen.emit(key)
            studio.shoot(program, f"trends-{key}")
        view.switch.click()
        studio.shoot(program, "trends-activity-table")


def keyboard(studio: Studio) -> None:
    """Look at what the keyboard tells of a chart."""
    with studio.sitting(studio.histories.demo()) as program:
        view = _open(program)
        for key, presses in ((ChartKey.PAIN, 14), (ChartKey.EXERCISES, 2)):
            view.chart_chosen.emit(key)
            if view.chart is not None:
                view.chart.setFocus(Qt.FocusReason.TabFocusReason)
                for _press in range(presses):
                    QTest.keyClick(view.chart, Qt.Key.Key_Right)
            studio.shoot(program, f"trends-{key}-keyboard")


def spans(studio: Studio) -> None:
    """Look at all charts over more than a year, and at charts that have nothing yet."""
    with studio.sitting(studio.histories.demo(_YEAR)) as program:
        view = _open(program)
        view.span_chosen.emit(Span.EVERYTHING)
        for key in ChartKey:
            view.chart_chosen.emit(key)
            studio.shoot(program, f"trends-{key}-year")
    with studio.sitting(studio.histories.fresh()) as program:
        view = _open(program)
        for key in ChartKey:
            view.chart_chosen.emit(key)
            studio.shoot(program, f"trends-{key}-empty")


def paper(studio: Studio) -> None:
    """Look at a chart before it is printed."""
    with studio.sitting(studio.histories.demo()) as program:
        _open(program).print_wanted.emit()
        studio.shoot(program, "paper-chart")


def _open(program: Program) -> TrendsView:
    program.window.open_page(Page.TRENDS)
    return part(program, TrendsView)
