"""How long Trends takes, against drawing the same marks with the library, bare."""

import subprocess
import sys
from collections.abc import Callable
from itertools import cycle

from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from tests.benchmarks.ratios import TOP, Measure, compare, timed

_BEGIN = """
from time import perf_counter
from PySide6.QtWidgets import QApplication
from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.views.trends import TrendsView
from tests.support.trends import demo_frame
app, frame = QApplication([]), demo_frame()
start = perf_counter()
"""
_END = "print(perf_counter() - start)"
_OURS = """
from rehabtimer.gui.charts.view import TrendsChartView
view = TrendsChartView()
view.resize(1110, 520)
view.show_chart(frame.chart, chart_colours(theme.LIGHT))
view.canvas.draw()
"""
_BARE = """
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from tests.benchmarks.bare_chart import draw_bare
canvas = FigureCanvasQTAgg(Figure(dpi=72))
canvas.resize(1110, 520)
draw_bare(canvas.figure, frame.chart)
canvas.draw()
"""


def in_a_fresh_program(act: str) -> Measure:
    def run() -> float:
        command = [sys.executable, "-c", _BEGIN + act + _END]
        done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
        return float(done.stdout)

    return run


def test_trends_opened_the_first_time(benchmark: BenchmarkFixture) -> None:
    ours, bare = in_a_fresh_program(_OURS), in_a_fresh_program(_BARE)
    compare(benchmark, "Trends opened the first time, s", ours, bare, budget=1.3)


def test_trends_redrawn(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    from rehabtimer.gui import theme
    from rehabtimer.gui.charts.colours import chart_colours
    from rehabtimer.gui.charts.view import TrendsChartView
    from tests.benchmarks.bare_chart import draw_bare
    from tests.support.trends import demo_frame

    # One chart after another in the same look would not be drawn again.
    chart, looks = demo_frame().chart, cycle(map(chart_colours, (theme.LIGHT, theme.DARK)))
    view, canvas = TrendsChartView(), FigureCanvasQTAgg(Figure(dpi=72))  # type: ignore[no-untyped-call]
    for widget in (view, canvas):
        qtbot.addWidget(widget)
        widget.resize(1110, 520)
        widget.show()

    def ours() -> None:
        view.show_chart(chart, next(looks))
        view.canvas.draw()

    def bare() -> None:
        draw_bare(canvas.figure, chart)
        canvas.draw()  # type: ignore[no-untyped-call]

    compare(benchmark, "Trends redrawn, s", timed(ours), timed(bare), budget=1.5)


def test_trends_over_ten_years(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    from rehabtimer import paths
    from rehabtimer.core.catalogue import load_programme
    from rehabtimer.core.programme import Side
    from rehabtimer.demo import make_history
    from rehabtimer.gui import theme
    from rehabtimer.gui.charts.colours import chart_colours
    from rehabtimer.gui.charts.view import TrendsChartView
    from rehabtimer.presenters.pain_chart import Span
    from rehabtimer.presenters.trends import trends_frame
    from tests.support.trends import TODAY, daily_worst, session_days

    programme = load_programme(paths.resources())
    looks = cycle(map(chart_colours, (theme.LIGHT, theme.DARK)))
    view = TrendsChartView()
    qtbot.addWidget(view)
    view.resize(1110, 520)
    view.show()

    def over(days: int, span: Span) -> Callable[[], None]:
        history = make_history(programme, TODAY, days)
        plan, pain, done = history.course.plan, daily_worst(history), session_days(history)

        def show() -> None:
            frame = trends_frame(plan, pain, done, today=TODAY, affected=Side.LEFT, span=span)
            view.show_chart(frame.chart, next(looks))
            view.canvas.draw()

        return show

    weeks, years = over(37, Span.PROGRAMME), over(3650, Span.EVERYTHING)
    compare(benchmark, "Trends over ten years, s", timed(years), timed(weeks), budget=2.5)
