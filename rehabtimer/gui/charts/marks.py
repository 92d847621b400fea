"""Small marks for what else was logged on a day: a capsule, a written page, a diamond."""

from collections import defaultdict
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.layout import Layout
from rehabtimer.gui.charts.shapes import in_pixels
from rehabtimer.presenters.pain_chart import LogMark, MarkKind

_LARGEST, _SMALLEST = 11.0, 3.0
_RIM = 1.2
_ORDER = tuple(MarkKind)


def draw_marks(axes: Axes, marks: Sequence[LogMark], colours: ChartColours, layout: Layout) -> None:
    """Draw the marks of each day below each other, each kind once."""
    by_day: defaultdict[int, set[MarkKind]] = defaultdict(set)
    for mark in marks:
        by_day[mark.day].add(mark.kind)
    places: defaultdict[MarkKind, list[tuple[float, float]]] = defaultdict(list)
    top = layout.marks_bottom + layout.lanes * layout.lane
    for day, kinds in by_day.items():
        for lane, kind in enumerate(sorted(kinds, key=_ORDER.index)):
            places[kind].append((layout.x(day), top - (lane + 0.5) * layout.lane))
    size = min(_LARGEST * layout.scale, max(_SMALLEST, layout.day_width * 0.8))
    for kind, found in places.items():
        add_marks(axes, kind, found, min(size, layout.lane - 1), colours)


def add_marks(
    axes: Axes,
    kind: MarkKind,
    places: Sequence[tuple[float, float]],
    size: float,
    colours: ChartColours,
) -> None:
    """Draw one kind of mark at all `places` (of the axes' data), `size` pixels high."""
    drawn = PathCollection(
        [_PATHS[kind]],
        offsets=places,
        offset_transform=axes.transData,
        facecolors=colours.ink if kind is MarkKind.SCORE else colours.card,
        edgecolors=colours.ink,
        linewidths=min(_RIM, size / 6),
    )
    drawn.set_transform(Affine2D().scale(size / 2) + in_pixels(axes))
    drawn.set(gid=f"mark-{kind}")
    axes.add_collection(drawn, autolim=False)


def _capsule() -> Path:
    """Two half circles with lines between them, parted in the middle, and tilted."""
    wide, reach, bend = 0.5, 0.5, 0.67  # the last makes two curves all but a half circle
    top, bottom = reach + wide * 1.33 * bend, -reach - wide * 1.33 * bend
    around = Path(
        [(-wide, reach), (-wide, top), (wide, top), (wide, reach)]
        + [(wide, -reach), (wide, bottom), (-wide, bottom), (-wide, -reach), (-wide, reach)],
        [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY],
    )
    parted = Path([(-wide, 0), (wide, 0)])
    return Affine2D().rotate_deg(-40).transform_path(Path.make_compound_path(around, parted))


def _page() -> Path:
    """An upright sheet with two lines of writing."""
    x, y = 0.75, 0.95
    sheet = Path([(-x, -y), (x, -y), (x, y), (-x, y), (-x, -y)], closed=True)
    lines = [Path([(-0.4, at), (0.4, at)]) for at in (0.3, -0.3)]
    return Path.make_compound_path(sheet, *lines)


_PATHS = {
    MarkKind.RELIEVER: _capsule(),
    MarkKind.NOTE: _page(),
    MarkKind.SCORE: Path([(0, -1), (1, 0), (0, 1), (-1, 0), (0, -1)], closed=True),
}
