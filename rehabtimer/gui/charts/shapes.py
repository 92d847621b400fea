"""The shapes that stand for what became of a day, in boxes of any size."""

from collections.abc import Sequence
from enum import StrEnum

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from rehabtimer.gui.charts.colours import ChartColours
from rehabtimer.gui.charts.keys import Draw, Entry
from rehabtimer.insights.adherence import Done, Kind

_POINTS = 72
_RIM = 1.5
_BOX = (12.0, 15.0)  # of a sample

# How much of it was done where that is not told apart.
DONE = {Kind.FULL: Done.FULL, Kind.PARTIAL: Done.PARTIAL, Kind.EXTRA: Done.FULL}


class Shape(StrEnum):
    """One of the shapes that days are drawn with; some days take two."""

    FULL = "full"
    OUTLINE = "outline"
    HALF = "half"
    PALE = "pale"
    DOT = "dot"
    DASH = "dash"
    PAUSE = "pause"
    PLUS = "plus"
    PLUS_ON_FULL = "plus-on-full"


_BETWEEN = {Kind.REST: (Shape.DASH,), Kind.PAUSED: (Shape.PAUSE,)}


def shapes_of(kind: Kind, done: Done, *, is_today: bool = False) -> tuple[Shape, ...]:
    """Return the shapes of a day, the lowest first."""
    body = (Shape.FULL,) if done is Done.FULL else (Shape.OUTLINE, Shape.HALF)
    match kind:
        case Kind.FULL | Kind.PARTIAL:
            return body
        case Kind.EXTRA:
            return (*body, Shape.PLUS_ON_FULL if done is Done.FULL else Shape.PLUS)
        case Kind.MISSED:
            return (Shape.OUTLINE,)
        case Kind.TO_COME:
            return (Shape.OUTLINE, Shape.DOT) if is_today else (Shape.PALE,)
    return _BETWEEN.get(kind, ())


def add_shapes(
    axes: Axes,
    shape: Shape,
    places: Sequence[tuple[float, float]],
    size: tuple[float, float],
    colours: ChartColours,
) -> None:
    """Draw one shape at all `places` (of the axes' data), in boxes of `size` pixels."""
    fill, rim = _paint(shape, colours)
    width, height = size
    drawn = PathCollection(
        [_path(shape, width, height)],
        offsets=places,
        offset_transform=axes.transData,
        facecolors=fill,
        edgecolors=rim,
        linewidths=_RIM,
    )
    drawn.set_transform(in_pixels(axes))
    drawn.set_gid(f"shape-{shape}")
    axes.add_collection(drawn, autolim=False)


def kind_samples(
    axes: Axes, key: Sequence[tuple[Kind, str]], colours: ChartColours, scale: float
) -> list[Entry]:
    """Return the entries of a key that names sorts of days by their shapes."""
    size = _BOX[0] * scale, _BOX[1] * scale

    def sample(kind: Kind) -> Draw:
        def draw(x: float, y: float) -> None:
            for shape in shapes_of(kind, DONE.get(kind, Done.NOTHING)):
                add_shapes(axes, shape, [(x, y)], size, colours)

        return draw

    return [Entry(word, size[0], sample(kind)) for kind, word in key]


def in_pixels(axes: Axes) -> Transform:
    """Return what keeps the size of a shape that stands at places of the axes' data."""
    figure = axes.get_figure(root=True)
    assert isinstance(figure, Figure)  # noqa: S101 - axes of ours always have one
    return Affine2D().scale(1 / _POINTS) + figure.dpi_scale_trans


def _paint(shape: Shape, colours: ChartColours) -> tuple[str, str]:
    return {
        Shape.FULL: (colours.session, colours.session),
        Shape.OUTLINE: ("none", colours.session),
        Shape.HALF: (colours.session, "none"),
        Shape.PALE: (colours.ground, colours.line),
        Shape.DOT: (colours.session, "none"),
        Shape.DASH: ("none", colours.muted),
        Shape.PAUSE: ("none", colours.muted),
        Shape.PLUS: ("none", colours.session),
        Shape.PLUS_ON_FULL: ("none", colours.card),
    }[shape]


def _path(shape: Shape, width: float, height: float) -> Path:
    match shape:
        case Shape.HALF:
            return _rounded(width, -height / 2, 0.0, flat_top=True)
        case Shape.DOT:
            radius = min(width, height) / 5
            return Path.circle(radius=radius)
        case Shape.DASH:
            reach = min(4.0, width / 3)
            return Path([(-reach, 0), (reach, 0)])
        case Shape.PAUSE:
            x, reach = min(2.5, width / 5), min(4.0, height / 3)
            ends = [(-x, -reach), (-x, reach), (x, -reach), (x, reach)]
            return Path(ends, [Path.MOVETO, Path.LINETO] * 2)
        case Shape.PLUS | Shape.PLUS_ON_FULL:
            reach, y = min(max(3.5, height / 8), width / 4), height / 4
            ends = [(-reach, y), (reach, y), (0, y - reach), (0, y + reach)]
            return Path(ends, [Path.MOVETO, Path.LINETO] * 2)
    return _rounded(width, -height / 2, height / 2)


def _rounded(width: float, bottom: float, top: float, *, flat_top: bool = False) -> Path:
    """A box around x = 0 with round corners, of which the upper two may be square."""
    low, x = min(4.0, width / 3), width / 2
    high = 0.0 if flat_top else low
    move, line, bend = Path.MOVETO, Path.LINETO, Path.CURVE3
    steps = [
        (move, (-x + low, bottom)),
        (line, (x - low, bottom)),
        (bend, (x, bottom)), (bend, (x, bottom + low)),
        (line, (x, top - high)),
        (bend, (x, top)), (bend, (x - high, top)),
        (line, (-x + high, top)),
        (bend, (-x, top)), (bend, (-x, top - high)),
        (line, (-x, bottom + low)),
        (bend, (-x, bottom)), (bend, (-x + low, bottom)),
        (Path.CLOSEPOLY, (-x + low, bottom)),
    ]  # fmt: skip
    return Path([point for _, point in steps], [code for code, _ in steps])
