"""How a sort of chart is drawn, wherever that is: in a window, in a picture or on paper."""

from abc import ABC, abstractmethod
from typing import Generic, NamedTuple, Protocol, TypeVar

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.labels import Box

FALLBACK = "DejaVu Sans"  # comes with matplotlib

_COMFORTABLE, _LARGEST, _SMALLEST = (1160, 540), 1.6, 0.85

Chart = TypeVar("Chart")
Places = TypeVar("Places", bound="Placed")


class Room(NamedTuple):
    """The size of a chart in pixels, the scale of its type (1 is the program's) and the family."""

    width: float
    height: float
    scale: float = 1.0
    family: tuple[str, ...] = (FALLBACK,)

    @property
    def grown(self) -> "Room":
        """The same room, where type and marks grow with its size and never shrink."""
        return self._replace(scale=self.scale * growth(self.width, self.height))

    def grown_for(self, width: float) -> "Room":
        """The same, where a chart needs so many pixels in width at scale 1 for its words.

        Where it has fewer its type is smaller, down to a limit.
        """
        most = max(_SMALLEST, self.width / width)
        return self._replace(scale=min(self.grown.scale, most))


class Placed(Protocol):
    """What every chart knows of its places."""

    @property
    def width(self) -> float:
        """The width of the chart in pixels."""

    @property
    def height(self) -> float:
        """The height of the chart in pixels."""


class Drawing(ABC, Generic[Chart, Places]):
    """One sort of chart.

    It says where things stand in a room, and draws them there; places are pixels from the lower
    left corner. A stop is a place that has something to tell (`chart.note`), such as a day.
    """

    least: tuple[int, int] = (480, 260)  # pixels, below which it cannot be read

    @abstractmethod
    def title(self, chart: Chart) -> str:
        """Return what a chart is called."""

    @abstractmethod
    def place(self, chart: Chart, room: Room) -> Places:
        """Work out where things stand."""

    @abstractmethod
    def paint(
        self,
        axes: Axes,
        renderer: RendererBase,
        chart: Chart,
        colours: ChartColours,
        places: Places,
    ) -> None:
        """Draw into axes whose data are pixels; the renderer is asked how wide words are."""

    @abstractmethod
    def stop_at(self, places: Places, x: float, y: float) -> int | None:
        """Return the stop at a point, or None beside them all."""

    @abstractmethod
    def box_of(self, places: Places, stop: int) -> Box:
        """Return what a stop takes of the chart."""

    @abstractmethod
    def note_size(self, places: Places) -> float:
        """Return the pixels of the type in which a stop tells of itself."""


def growth(width: float, height: float) -> float:
    """Return how many times larger than the program's type and marks a large chart has them."""
    return min(_LARGEST, max(1.0, min(width / _COMFORTABLE[0], height / _COMFORTABLE[1])))


def compose(
    axes: Axes,
    renderer: RendererBase,
    drawing: Drawing[Chart, Places],
    chart: Chart,
    colours: ChartColours,
    places: Places,
) -> None:
    """Empty axes and draw a chart into them; their data become the pixels of its places."""
    for artist in (*axes.collections, *axes.texts):
        artist.remove()
    axes.set(xlim=(0, places.width), ylim=(0, places.height))
    drawing.paint(axes, renderer, chart, colours, places)
