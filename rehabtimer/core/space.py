"""Vectors and turned frames, just enough of them to bend a body in space."""

from math import atan2, cos, degrees, pi, radians, sin, sqrt
from typing import NamedTuple

Vec = tuple[float, float, float]


def add(a: Vec, b: Vec) -> Vec:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Vec, b: Vec) -> Vec:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vec, factor: float) -> Vec:
    """Return a stretched by a factor."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vec, b: Vec) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Return the Euclidean length."""
    return sqrt(dot(a, a))


def distance(a: Vec, b: Vec) -> float:
    """Return how far two points are apart."""
    return length(minus(a, b))


def unit(a: Vec) -> Vec:
    """Return the direction of a; the zero vector stays zero."""
    size = length(a)
    return times(a, 1 / size) if size else a


def across(a: Vec, axis: Vec) -> Vec:
    """Return the direction of what is left of `a` without its part along the unit vector `axis`."""
    return unit(minus(a, times(axis, dot(a, axis))))


def angle(a: Vec, b: Vec) -> float:
    """Return the angle between two vectors in degrees, 0 to 180."""
    return degrees(atan2(length(cross(a, b)), dot(a, b)))


def flipped(a: Vec) -> Vec:
    """Return the mirror image of a point or direction: left becomes right."""
    return (a[0], -a[1], a[2])


class Frame(NamedTuple):
    """Three unit vectors at right angles: where a body part's front, left side and top point."""

    forward: Vec
    left: Vec
    up: Vec

    def out(self, forward: float, left: float, up: float) -> Vec:
        """Return a vector given along these axes in world coordinates."""
        return add(add(times(self.forward, forward), times(self.left, left)), times(self.up, up))

    def leaned(self, degrees: float) -> "Frame":
        """Turn about the left axis; positive bows forward."""
        c, s = _turn(degrees)
        return Frame(self.out(c, 0, -s), self.left, self.out(s, 0, c))

    def tipped(self, degrees: float) -> "Frame":
        """Turn about the front axis; positive tips the top to the right."""
        c, s = _turn(degrees)
        return Frame(self.forward, self.out(0, c, s), self.out(0, -s, c))

    def turned(self, degrees: float) -> "Frame":
        """Turn about the upright axis; positive turns the front to the left."""
        c, s = _turn(degrees)
        return Frame(self.out(c, s, 0), self.out(-s, c, 0), self.up)

    def within(self, outer: "Frame") -> "Frame":
        """Return this frame as seen from another one; `outer.holding` is the way back."""
        return Frame(*(_seen(axis, outer) for axis in self))

    def holding(self, inner: "Frame") -> "Frame":
        """Return a frame that is given along these axes, in world coordinates."""
        return Frame(*(self.out(*axis) for axis in inner))

    def flipped(self) -> "Frame":
        """Return the mirror image; its left axis still points to the mirrored body's left."""
        return Frame(flipped(self.forward), times(flipped(self.left), -1), flipped(self.up))


WORLD = Frame((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def frame_along(up: Vec, front: Vec) -> Frame:
    """Return the frame whose top points along `up` and whose front is as near `front` as can be."""
    top = unit(up)
    forward = across(front, top)
    return Frame(forward, cross(top, forward), top)


class Turning(NamedTuple):
    """The shortest turn from one frame to another: about a unit vector, by an angle in radians."""

    start: Frame
    axis: Vec
    size: float

    def at(self, share: float) -> Frame:
        """Return the frame at a share (0 to 1) of the turn, which has an even speed."""
        c, s = cos(self.size * share), sin(self.size * share)
        forward, up = (_spun(way, self.axis, c, s) for way in (self.start.forward, self.start.up))
        return Frame(forward, cross(up, forward), up)


def turning(start: Frame, end: Frame) -> Turning:
    """Return the shortest turn between two frames; of half a turn, one of the two ways."""
    pairs = list(zip(start, end, strict=True))
    way = (0.0, 0.0, 0.0)
    for a, b in pairs:
        way = add(way, cross(a, b))
    size = atan2(length(way), sum(dot(a, b) for a, b in pairs) - 1)
    if size > pi - 1e-6:  # the sum of cross products fades, that of the vectors is on the axis
        way = max((add(a, b) for a, b in pairs), key=length)
    return Turning(start, unit(way), size)


def mixed(a: Vec, b: Vec, share: float) -> Vec:
    """Return the point at a share (0 to 1) of the way from a to b."""
    return add(times(a, 1 - share), times(b, share))


def _seen(way: Vec, frame: Frame) -> Vec:
    return (dot(way, frame.forward), dot(way, frame.left), dot(way, frame.up))


def _spun(way: Vec, axis: Vec, c: float, s: float) -> Vec:
    along = times(axis, dot(axis, way) * (1 - c))
    return add(add(times(way, c), times(cross(axis, way), s)), along)


def _turn(degrees: float) -> tuple[float, float]:
    return cos(radians(degrees)), sin(radians(degrees))
