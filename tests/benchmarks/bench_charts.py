"""How long Trends takes, against drawing the same marks with the library, bare."""

import gc
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from tests.benchmarks.ratios import TOP, Measure, compare, timed

_BEGIN = """
from time import perf_counter
from PySide6.QtWidgets import QApplication
from rehabtimer.gui import theme
from rehabtimer.gui.charts.colours import chart_colours
from rehabtimer.gui.views.trends import TrendsView
from tests.support.trends import demo_frame, pain_of
app, chart = QApplication([]), pain_of(demo_frame().page)
start = perf_counter()
"""
_END = "print(perf_counter() - start)"
_OURS = """
from rehabtimer.gui.charts.view import TrendsChartView
view = TrendsChartView()
view.resize(1110, 520)
view.show_chart(chart, chart_colours(theme.LIGHT))
view.canvas.draw()
"""
_BARE = """
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from tests.benchmarks.bare_chart import draw_bare
canvas = FigureCanvasQTAgg(Figure(dpi=72))
canvas.resize(1110, 520)
draw_bare(canvas.figure, chart)
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
    from tests.support.trends import demo_frame, pain_of

    # One chart after another in the same look would not be drawn again.
    chart = pain_of(demo_frame().page)
    looks = cycle(map(chart_colours, (theme.LIGHT, theme.DARK)))
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


@pytest.mark.parametrize("key", ["pain", "sessions", "exercises", "activity"])
def test_trends_over_ten_years(
    benchmark: BenchmarkFixture, qtbot: QtBot, tmp_path: Path, key: str
) -> None:
    from rehabtimer import paths
    from rehabtimer.core.catalogue import load_programme
    from rehabtimer.demo import make_history, write
    from rehabtimer.gui import theme
    from rehabtimer.gui.charts.colours import chart_colours
    from rehabtimer.gui.charts.view import TrendsChartView
    from rehabtimer.presenters.chart_axis import Span
    from rehabtimer.presenters.chart_page import ChartKey
    from rehabtimer.presenters.trends import read_chart
    from rehabtimer.storage.store import Store
    from tests.support.trends import TODAY

    programme = load_programme(paths.resources())
    looks = cycle(map(chart_colours, (theme.LIGHT, theme.DARK)))
    view = TrendsChartView()
    qtbot.addWidget(view)
    view.resize(1110, 520)
    view.show()

    def over(days: int, span: Span) -> Callable[[], None]:
        """Read a chart from a file of so many days, and draw it."""
        store = stores.enter_context(Store.open(tmp_path / f"{days}.db"))
        write(make_history(programme, TODAY, days), store)

        def show() -> None:
            view.show_chart(read_chart(store, ChartKey(key), span, TODAY).chart, next(looks))
            view.canvas.draw()

        return show

    title = f"Trends over ten years, {key}, s"
    with ExitStack() as stores:
        weeks, years = over(37, Span.PROGRAMME), over(3650, Span.EVERYTHING)
        gc.collect()
        gc.freeze()  # as the program does with what it has loaded
        compare(benchmark, title, timed(years), timed(weeks), budget=2.5)
        gc.unfreeze()
