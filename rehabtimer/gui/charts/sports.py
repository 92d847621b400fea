"""How the sports differ on a chart: each has a tone and a pattern of its own."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from rehabtimer.core.workouts import Sport
from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.labels import Box
from rehabtimer.gui.charts.pens import draw_boxes

_BARS = 2
_NARROWEST_PATTERN = 5.0  # pixels
# matplotlib's hatches; what is plain has none.
_PATTERNS = {
    Sport.RUNNING: "",
    Sport.WALKING: "////",
    Sport.CYCLING: "....",
    Sport.SWIMMING: "----",
    Sport.YOGA: "",
    Sport.ROLLING: "xxxx",
    Sport.OTHER: "",
}


def draw_sport(
    axes: Axes, sport: Sport, boxes: Sequence[Box], colours: ChartColours, name: str = ""
) -> None:
    """Draw bars, or parts of them, of one sport."""
    fill, mark, edge = _tones(colours)[sport]
    wide = max((box.width for box in boxes), default=0.0)
    has_edge = wide >= _NARROWEST_PATTERN
    draw_boxes(
        axes,
        boxes,
        name or f"sport-{sport}",
        _BARS,
        facecolors=fill,
        edgecolors=edge if has_edge else "none",
        linewidths=1 if has_edge else 0,
    )
    if _PATTERNS[sport] and has_edge:
        hatched = axes.collections[-1]
        hatched.set(hatch=_PATTERNS[sport], edgecolor=mark)


def _tones(colours: ChartColours) -> dict[Sport, tuple[str, str, str]]:
    """What fills a bar, what its pattern is drawn with, and its edge."""
    green, blue = colours.session, colours.right
    return {
        Sport.RUNNING: (green, green, green),
        Sport.WALKING: (colours.pale(green, 0.25), green, green),
        Sport.CYCLING: (colours.pale(blue, 0.3), blue, blue),
        Sport.SWIMMING: (colours.pale(blue, 0.12), blue, blue),
        Sport.YOGA: (colours.pale(blue, 0.8), blue, blue),
        Sport.ROLLING: (colours.card, colours.muted, colours.muted),
        Sport.OTHER: (colours.pale(colours.muted, 0.35), colours.muted, colours.muted),
    }
