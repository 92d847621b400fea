"""Finds room for the numbers of the medians, so that they cover neither dots nor lines."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_FURTHER = 0.9  # of a number's height


class Box(NamedTuple):
    """A rectangle in pixels; upwards is more."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> "Box":
        """Return the rectangle with this middle and this size."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the rectangle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def width(self) -> float:
        """How wide the rectangle is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high the rectangle is."""
        return self.top - self.bottom

    def covered(self, other: "Box") -> float:
        """Return how many square pixels two rectangles share."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(0.0, wide) * max(0.0, high)


def text_size(text: str, pixels: float) -> tuple[float, float]:
    """Return about how wide and high a number in bold type is."""
    points = text.count(".") + text.count(",")
    return (0.7 * (len(text) - points) + 0.36 * points) * pixels, 0.76 * pixels


def beside_bar(
    bar: Box, size: tuple[float, float], gap: float, sides: Sequence[int]
) -> Iterable[Box]:
    """Yield places for a number above (1) or below (-1) a bar, the best ones first.

    The last ones are a little further away, beyond a line that runs beside the bar.
    """
    width, height = size
    x, y = bar.middle
    reach = max(0.0, (bar.right - bar.left - width) / 2)
    away = (bar.top - bar.bottom) / 2 + gap + height / 2
    for further in (0.0, height * _FURTHER):
        for shift in (0.0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1.0, -1.0):
            for side in sides:
                middle = y + side * (away + further)
                yield Box.around(x + shift * reach, middle, width, height)


def best(places: Iterable[Box], obstacles: Sequence[Box]) -> Box:
    """Return the first place that covers nothing, else the one that covers least."""
    costs: list[tuple[float, Box]] = []
    for place in places:
        cost = sum(map(place.covered, obstacles))
        if not cost:
            return place
        costs.append((cost, place))
    return min(costs, key=lambda pair: pair[0])[1]
