"""The words above a chart that leaves the window."""

from collections.abc import Iterator
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.drawing import Room
from rehabtimer.presenters.chart_page import ChartPage

_TITLE, _HEADING, _BODY, _SMALL = 30.0, 20.0, 15.0, 13.0
_LEADING, _APART = 1.36, 0.5  # of the height of the type


class _Words(NamedTuple):
    """A paragraph and its type."""

    text: str
    size: float
    weight: str
    colour: str


def write_words(
    figure: Figure,
    renderer: RendererBase,
    page: ChartPage,
    colours: ChartColours,
    room: Room,
    margin: float,
) -> float:
    """Write headlines, summary and small print, and return where the chart may begin below them.

    Lines are broken so that they stay within the margins; all is in pixels from the lower left.
    """
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set(xlim=(0, room.width), ylim=(0, room.height))
    y = room.height - margin
    for words in _paragraphs(page, colours, room.grown.scale):
        for line in _lines(axes, renderer, words, room.width - 2 * margin):
            y -= words.size * _LEADING
            _put(axes, words, line, (margin, y + words.size * (_LEADING - 1)))
        y -= words.size * _APART
    return y - margin / 2


def _paragraphs(page: ChartPage, colours: ChartColours, scale: float) -> Iterator[_Words]:
    title, *more = page.headlines
    yield _Words(title, _TITLE * scale, "bold", colours.ink)
    for line in more:
        yield _Words(line, _HEADING * scale, "bold", colours.ink)
    for text, size in ((page.summary, _BODY), (page.legend, _SMALL)):
        if text:
            yield _Words(text, size * scale, "normal", colours.muted)


def _lines(axes: Axes, renderer: RendererBase, words: _Words, width: float) -> Iterator[str]:
    """Break a paragraph where the next word would go beyond the width."""
    line = ""
    for word in words.text.split():
        longer = f"{line} {word}" if line else word
        if line and _width(axes, renderer, words, longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _width(axes: Axes, renderer: RendererBase, words: _Words, text: str) -> float:
    tried = axes.text(0, 0, text, fontsize=words.size, fontweight=words.weight, parse_math=False)
    wide = float(tried.get_window_extent(renderer).width)
    tried.remove()
    return wide


def _put(axes: Axes, words: _Words, line: str, place: tuple[float, float]) -> None:
    axes.text(
        *place,
        line,
        fontsize=words.size,
        fontweight=words.weight,
        fontfamily=Room(0, 0).family,
        color=words.colour,
        va="baseline",
        parse_math=False,
    )
