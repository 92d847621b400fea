"""Vectors and turned frames, just enough of them to bend a body in space."""

from math import atan2, cos, degrees, radians, sin, sqrt
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

    def flipped(self) -> "Frame":
        """Return the mirror image; its left axis still points to the mirrored body's left."""
        return Frame(flipped(self.forward), times(flipped(self.left), -1), flipped(self.up))


WORLD = Frame((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def frame_along(up: Vec, front: Vec) -> Frame:
    """Return the frame whose top points along `up` and whose front is as near `front` as can be."""
    top = unit(up)
    forward = across(front, top)
    return Frame(forward, cross(top, forward), top)


def _turn(degrees: float) -> tuple[float, float]:
    return cos(radians(degrees)), sin(radians(degrees))
