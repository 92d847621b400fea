"""The figures by name, each read once; one that cannot be read is left out, not fatal."""

import logging
from functools import cache

from rehabtimer import paths
from rehabtimer.core.errors import UserError
from rehabtimer.core.figure import Figure, load_figure
from rehabtimer.gui import theme
from rehabtimer.gui.widgets.figure import DARK, LIGHT, FigureColours

log = logging.getLogger(__name__)


@cache
def figure_of(name: str) -> Figure | None:
    """Return a figure by name, or None: of "", or (said once in the log) if it cannot be read."""
    if not name:
        return None
    try:
        return load_figure(paths.resources() / "poses" / f"{name}.toml")
    except UserError as error:
        log.warning("No figure: %s", error)
        return None


def figure_colours() -> FigureColours:
    """Return the figure's colours in the look at hand."""
    return DARK if theme.look.colours.dark else LIGHT
