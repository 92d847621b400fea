"""Writes words on a chart, in pixels from its lower left corner."""

from typing import Protocol

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.gui.charts.colours import ChartColours

_FEWEST = 4  # letters that are always left of a text


class Type(Protocol):
    """The type of a chart: its width in pixels, the family, and the pixels of small words."""

    @property
    def width(self) -> float:
        """The width of the chart."""

    @property
    def family(self) -> tuple[str, ...]:
        """The family, and what stands in for it."""

    @property
    def small(self) -> float:
        """The pixels of small words."""


class Lettering:
    """Knows the chart it writes on."""

    def __init__(
        self, axes: Axes, renderer: RendererBase, colours: ChartColours, type_: Type
    ) -> None:
        """The renderer is asked how wide words are."""
        self._axes, self._renderer = axes, renderer
        self._colours, self._type = colours, type_

    @property
    def small(self) -> float:
        """The pixels of small words."""
        return self._type.small

    @property
    def width(self) -> float:
        """The width of the chart."""
        return self._type.width

    def write(
        self,
        x: float,
        y: float,
        text: str,
        *,
        ha: str = "center",
        strong: bool = False,
        size: float = 0.0,
    ) -> float:
        """Write in small type, or in one of `size` pixels, and return where the text begins."""
        written = self._axes.text(
            x,
            y,
            text,
            ha=ha,
            va="center_baseline",
            fontfamily=self._type.family,
            fontsize=size or self._type.small,
            fontweight="bold" if strong else "normal",
            color=self._colours.ink if strong else self._colours.muted,
            parse_math=False,  # a name may have dollar signs
        )
        if ha != "right":
            return x
        box = self._axes.bbox
        beyond = written.get_window_extent(self._renderer).x0 - box.x0
        return float(beyond * self._type.width / box.width)

    def write_cut(
        self, x: float, y: float, text: str, room: float, *, size: float = 0.0, strong: bool = False
    ) -> None:
        """Write from `x` on; what would go beyond the room is cut off, and shown to be."""
        shown = text
        while self._wide(shown, size, strong=strong) > room and len(shown) > _FEWEST:
            fits = room / self._wide(shown, size, strong=strong)
            kept = max(_FEWEST - 1, min(len(shown) - 2, int(len(shown) * fits)))
            shown = text[:kept].rstrip() + "…"
        self.write(x, y, shown, ha="left", size=size, strong=strong)

    def lines(self, text: str, room: float) -> list[str]:
        """Break a text where the next word would go beyond the room."""
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._wide(longer, 0.0, strong=False) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _wide(self, text: str, size: float, *, strong: bool) -> float:
        self.write(0, 0, text, ha="left", size=size, strong=strong)
        tried = self._axes.texts[-1]
        wide = float(tried.get_window_extent(self._renderer).width)
        tried.remove()
        return wide * self._type.width / self._axes.bbox.width
