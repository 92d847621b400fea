"""Writes titles, axis texts and the keys that name the shapes, around the two panels."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.core.programme import Side
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.keys import (
    KEY_GAPS,
    Draw,
    Entry,
    word_width,
    write_key,
    write_week_names,
)
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.lettering import Lettering
from rehabtimer.gui.charts.marks import add_marks
from rehabtimer.gui.charts.pain import draw_bars
from rehabtimer.gui.charts.places import BAR, TICKS
from rehabtimer.gui.charts.shapes import kind_samples
from rehabtimer.gui.charts.strip import has_boxes
from rehabtimer.presenters.pain_chart import MarkKind, PainChart

_SAMPLE, _MARK = 24.0, 11.0
_SQUEEZED = 1.12


class Words:
    """Writes into axes that cover the whole figure, in pixels."""

    def __init__(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: PainChart,
        colours: ChartColours,
        layout: Layout,
    ) -> None:
        """Prepare to write; the renderer is asked how wide words are."""
        self._axes, self._chart = axes, chart
        self._colours, self._layout = colours, layout
        self._letters = Lettering(axes, renderer, colours, layout)

    def write(self) -> None:
        """Write everything."""
        chart, layout = self._chart, self._layout
        above = layout.height - layout.row * 0.45
        between = layout.strip_top + layout.row * 0.6
        self._letters.write(0, above, chart.pain_title, ha="left")
        self._letters.write(0, between, chart.sessions_title, ha="left")
        for tick in TICKS:
            x = layout.left - layout.small * 0.6
            self._letters.write(x, layout.y(tick), str(tick), ha="right")
        self._letters.write((layout.left + layout.right) / 2, layout.y(5), chart.hint)
        self._week_names()
        self._day_21()
        self._top_key(above)
        self._key(self._session_key(), between, chart.sessions_title)

    def _week_names(self) -> None:
        layout, first = self._layout, self._chart.weeks.first_day

        def middle(week: float) -> float:
            return layout.x(first + week * DAYS_A_WEEK + (DAYS_A_WEEK - 1) / 2)

        now = (self._chart.today - first) // DAYS_A_WEEK
        y = layout.marks_bottom - layout.row * 0.5
        write_week_names(self._letters, self._chart.week_names, middle, y, now)

    def _day_21(self) -> None:
        """Write on the side of the line that has more room."""
        if self._chart.day_21 is None:
            return
        layout, x = self._layout, self._layout.x(self._chart.day_21 + 0.5)
        on_left = x > (layout.left + layout.right) / 2 and not self._has_wide_side(x)
        side = -1 if on_left else 1
        self._letters.write(
            x + side * layout.small * 0.4,
            layout.top - layout.small * 0.55,
            self._chart.day_21_word,
            ha="right" if on_left else "left",
        )

    def _has_wide_side(self, x: float) -> bool:
        wide = word_width(self._chart.day_21_word, self._layout.small)
        return x + wide + self._layout.small <= self._layout.right

    def _top_key(self, y: float) -> None:
        """Name the knees beside the title, and the marks beside them or a row below."""
        knees, marks = knee_key(self._axes, self._chart, self._colours), self._mark_key()
        if self._layout.key_rows == 1:
            self._key([*marks, *knees], y, self._chart.pain_title)
            return
        self._key(knees, y, self._chart.pain_title)
        self._key(marks, y - self._layout.row, "")

    def _key(self, entries: Sequence[Entry], y: float, beside: str) -> None:
        layout = self._layout
        room = layout.width - word_width(beside, layout.small) - layout.small
        write_key(self._letters, entries, layout.width - 2, y, room)

    def _mark_key(self) -> list[Entry]:
        def sample(kind: MarkKind) -> Draw:
            size = _MARK * self._layout.scale
            return lambda x, y: add_marks(self._axes, kind, [(x, y)], size, self._colours)

        wide = _MARK * self._layout.scale
        return [Entry(word, wide, sample(kind)) for kind, word in self._chart.mark_key]

    def _session_key(self) -> list[Entry]:
        shown = self._chart.session_key if has_boxes(self._layout) else ()
        return kind_samples(self._axes, shown, self._colours, self._layout.scale)


def knee_key(axes: Axes, chart: PainChart, colours: ChartColours) -> list[Entry]:
    """Name the knees by the shape and colour of their bars."""

    def sample(knee: Side) -> Draw:
        def draw(x: float, y: float) -> None:
            box = Box.around(x, y, _SAMPLE, BAR)
            draw_bars(axes, knee, [box], colours.knee(knee), colours.card)

        return draw

    return [Entry(m.name, _SAMPLE, sample(m.knee), strong=True) for m in chart.knees]


def fits_one_row(chart: PainChart, layout: Layout) -> bool:
    """Whether title, marks and knees can be named side by side above the chart.

    They may have to squeeze a little.
    """
    words = [
        chart.pain_title,
        *(m.name for m in chart.knees),
        *(word for _, word in chart.mark_key),
    ]
    samples = _MARK * layout.scale * len(chart.mark_key) + _SAMPLE * len(chart.knees)
    apart = KEY_GAPS * (len(words) - 1)
    return (
        sum(word_width(w, layout.small) for w in words) + samples + apart
        <= layout.width * _SQUEEZED
    )
