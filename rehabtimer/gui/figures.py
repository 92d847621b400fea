"""The figures by exercise, each read once; one that cannot be read is left out, not fatal."""

import logging
from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from rehabtimer import paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.figure import Figure, load_figure
from rehabtimer.core.programme import Phase, Side
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.figure import DARK, LIGHT, FigureColours, figure_pixmap

log = logging.getLogger(__name__)


@cache
def figure_of(exercise: str) -> Figure | None:
    """Return an exercise's figure, or None (said once in the log) if it cannot be read."""
    try:
        return load_figure(paths.resources() / "poses" / f"{exercise}.toml")
    except UserError as error:
        log.warning("No figure: %s", error)
        return None


def figure_colours() -> FigureColours:
    """Return the figure's colours in the look at hand."""
    return DARK if theme.look.colours.dark else LIGHT


def thumbnail(exercise: str, side: Side, *, dimmed: bool = False) -> QLabel:
    """Return a small still picture of an exercise at its furthest point, on the ground colour."""
    made = QLabel()
    made.setFixedSize(*theme.THUMBNAIL)
    made.setProperty("thumbnail", "true")
    figure = figure_of(exercise)
    if figure is not None:
        made.setPixmap(_picture(exercise, figure, side, made.devicePixelRatioF(), dimmed=dimmed))
    return made


def _picture(exercise: str, figure: Figure, side: Side, ratio: float, *, dimmed: bool) -> QPixmap:
    key = (exercise, side, ratio, dimmed, theme.look.colours.dark)
    if key not in _PICTURES:
        size = QSize(theme.THUMBNAIL[0] - 8, theme.THUMBNAIL[1] - 6)
        _PICTURES[key] = figure_pixmap(
            figure,
            size,
            ratio,
            figure_colours(),
            phase=Phase.HOLD,
            side=side,
            dimmed=dimmed,
        )
    return _PICTURES[key]


_PICTURES: dict[tuple[str, Side, float, bool, bool], QPixmap] = {}
