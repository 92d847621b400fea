"""The shapes of limbs: ellipsoids in a row along a bone, thicker and thinner as flesh is.

Radii are fractions of body height, drawn by eye after a slim adult; none of them moves a joint.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rehabtimer.core.scene import Muscle
from rehabtimer.core.skeleton import BONES, Skeleton
from rehabtimer.core.space import Frame, Vec, add, times


class Blob(NamedTuple):
    """An ellipsoid: its middle and its three half axes."""

    middle: Vec
    axes: tuple[Vec, Vec, Vec]


Chain = tuple[Blob, ...]

# Along a bone: (share of its length, half breadth, half depth, shift to the front).
Profile = tuple[tuple[float, float, float, float], ...]
THIGH: Profile = (
    (0.00, 0.050, 0.056, 0.000),
    (0.18, 0.051, 0.057, 0.002),
    (0.40, 0.048, 0.053, 0.004),
    (0.65, 0.042, 0.046, 0.004),
    (0.85, 0.037, 0.039, 0.002),
    (1.00, 0.034, 0.037, 0.000),
)
SHIN: Profile = (
    (0.00, 0.034, 0.036, 0.000),
    (0.12, 0.033, 0.037, -0.004),
    (0.28, 0.034, 0.038, -0.009),
    (0.48, 0.030, 0.034, -0.009),
    (0.70, 0.024, 0.026, -0.005),
    (0.88, 0.020, 0.022, -0.002),
)
CUFF: Profile = ((0.84, 0.0185, 0.0205, -0.002), (1.00, 0.018, 0.020, 0.000))
SLEEVE: Profile = (
    (0.10, 0.030, 0.033, 0.0),
    (0.25, 0.032, 0.035, 0.0),
    (0.52, 0.032, 0.033, 0.0),
)
UPPER_ARM: Profile = (
    (0.40, 0.026, 0.027, 0.001),
    (0.70, 0.024, 0.025, 0.001),
    (1.00, 0.0215, 0.022, 0.0),
)
FOREARM: Profile = (
    (0.00, 0.0215, 0.022, 0.0),
    (0.22, 0.0235, 0.0235, 0.001),
    (0.60, 0.019, 0.019, 0.0),
    (1.00, 0.0145, 0.0145, 0.0),
)
HAND: Profile = (
    (0.00, 0.0145, 0.0145, 0.0),
    (0.30, 0.021, 0.0140, 0.002),
    (0.62, 0.021, 0.0120, 0.004),
    (0.92, 0.015, 0.0095, 0.005),
)

# Muscles on a bone: share from and to, which side of it (1 front, -1 back), size.
LONG_MUSCLES: dict[Muscle, tuple[str, float, float, float, float]] = {
    "quadriceps": ("thigh", 0.04, 0.93, 0.40, 0.80),
    "hamstrings": ("thigh", 0.06, 0.94, -0.40, 0.80),
    "calf": ("shin", 0.04, 0.74, -0.36, 0.84),
}
# Muscles around a hip: on the pelvis and on the thigh (forward, outward, up, radius).
HIP_MUSCLES: dict[Muscle, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "glutes": ((-0.032, 0.010, 0.014, 0.046), (-0.026, 0.006, -0.045, 0.038)),
    "hip flexors": ((0.036, 0.012, 0.050, 0.030), (0.030, 0.000, -0.080, 0.036)),
    "outer hip": ((0.000, 0.034, 0.030, 0.032), (0.000, 0.030, -0.150, 0.026)),
}


def along(s: Skeleton, side: str, bone: str, profile: Profile) -> Chain:
    """Return the flesh along a bone."""
    return tuple([slice_of(s, side, bone, row) for row in profile])


def slice_of(
    s: Skeleton, side: str, bone: str, row: Sequence[float], face: float = 0.0, size: float = 1.0
) -> Blob:
    """Return the flesh at one place of a bone, or a muscle on it.

    `face` moves it to the front (up to 1) or the back (-1), `size` shrinks it.
    """
    share, breadth, depth, shift = row
    start, end = (s.points[f"{side}_{joint}"] for joint in BONES[bone][:2])
    middle = add(times(start, 1 - share), times(end, share))
    half = (depth * size, breadth * (1 if face else size), min(breadth, depth) * size)
    return egg(s.frames[f"{side}_{bone}"], middle, (shift + face * depth, 0, 0), half)


def row_at(profile: Profile, share: float) -> tuple[float, ...]:
    """Return the row of a profile at a share (0 to 1) of the bone's length."""
    for a, b in pairwise(profile):
        if share <= b[0]:
            part = (share - a[0]) / (b[0] - a[0])
            return tuple(p + (q - p) * part for p, q in zip(a, b, strict=True))
    return profile[-1]


def egg(frame: Frame, origin: Vec, place: Vec, half: Vec) -> Blob:
    """Return an ellipsoid with half axes `half` along a frame, at `place` from `origin` in it."""
    forward, left, up = half
    axes = (times(frame.forward, forward), times(frame.left, left), times(frame.up, up))
    return Blob(add(origin, frame.out(*place)), axes)


def sphere(frame: Frame, origin: Vec, place: Vec, radius: float) -> Blob:
    """Return a sphere at `place` from `origin`, counted along the frame."""
    return egg(frame, origin, place, (radius, radius, radius))
