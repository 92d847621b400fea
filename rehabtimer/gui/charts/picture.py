"""Charts as pictures that stand alone: for a file, the clipboard, a page of paper or a report."""

from enum import StrEnum
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from rehabtimer.gui.charts.colours import PAPER, ChartColours
from rehabtimer.gui.charts.drawing import Room, compose, growth
from rehabtimer.gui.charts.drawings import drawing_of
from rehabtimer.gui.charts.headline import write_words
from rehabtimer.presenters.chart_page import ChartPage

LARGE = (1600, 900)

_POINTS = 72  # a point is then a pixel
_MARGIN = 28.0
# Text stays text in SVG, fonts are embedded in PDF, and the same chart gives the same file.
_RULES: Any = {"svg.fonttype": "none", "svg.hashsalt": "rehabtimer", "pdf.fonttype": 42}
_MAKER = "RehabTimer"


class PictureKind(StrEnum):
    """A kind of picture; the value is the suffix of its files, without the dot."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def picture(
    page: ChartPage,
    kind: PictureKind,
    size: tuple[float, float] = LARGE,
    colours: ChartColours = PAPER,
    *,
    words: bool = True,
    scale: float = 1.0,
) -> bytes:
    """Return a chart as the content of a file.

    `size` is in pixels (in points of 1/72 inch for a PDF) and `scale` says how many pixels of a
    PNG stand for one of them. The answer in words stands above the chart, unless `words` is False.
    Nothing is told of when it was made: the same chart gives the same bytes.
    """
    figure = Figure(figsize=(size[0] / _POINTS, size[1] / _POINTS), dpi=_POINTS)
    _fill(figure, page, size, colours, words=words)
    return _saved(figure, PictureKind(kind), page.headlines[0], scale)


def _fill(
    figure: Figure,
    page: ChartPage,
    size: tuple[float, float],
    colours: ChartColours,
    *,
    words: bool,
) -> None:
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    figure.set_facecolor(colours.card)
    width, height = size
    margin = _MARGIN * growth(width, height) if words else 0.0
    top = height
    if words:
        top = write_words(figure, renderer, page, colours, Room(width, height), margin)
    room = _room(width - 2 * margin, top - margin, growth(width, height) if words else 1.0)
    axes = figure.add_axes(
        (margin / width, margin / height, room.width / width, room.height / height)
    )
    axes.set_axis_off()
    drawing = drawing_of(page.chart)
    compose(axes, renderer, drawing, page.chart, colours, drawing.place(page.chart, room))


def _room(width: float, height: float, least: float) -> Room:
    """Return room for a chart whose type is no smaller than that of the words above it."""
    wide, high = max(1.0, width), max(1.0, height)
    return Room(wide, high, max(1.0, least / growth(wide, high)))


def _saved(figure: Figure, kind: PictureKind, title: str, scale: float) -> bytes:
    about: dict[PictureKind, dict[str, Any]] = {
        PictureKind.PNG: {"Software": _MAKER},
        PictureKind.SVG: {"Title": title, "Creator": _MAKER, "Date": None},
        PictureKind.PDF: {
            "Title": title, "Creator": _MAKER, "Producer": _MAKER, "CreationDate": None
        },
    }  # fmt: skip
    file = BytesIO()
    with mpl.rc_context(_RULES):
        dots = _POINTS * (scale if kind is PictureKind.PNG else 1)
        figure.savefig(file, format=kind.value, dpi=dots, metadata=about[kind])
    return file.getvalue()
