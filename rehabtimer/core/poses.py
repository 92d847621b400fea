"""What a pose file says: how a body stands, lies or kneels, as angles and planted points.

The world: x points where an upright person faces, y to that person's left, z up; the floor is
z = 0. Lengths are fractions of body height, angles degrees. Poses are written for the left leg.
The ranges are the usual healthy ranges of motion, widened by a few degrees (American Academy of
Orthopaedic Surgeons, *Joint Motion*, 1965).
"""

from typing import Annotated, Any, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

Turn = Annotated[float, Meta(ge=-180, le=180)]
Coordinate = Annotated[float, Meta(ge=-3, le=3)]
Place = tuple[Coordinate, Coordinate, Coordinate]
T = TypeVar("T")


class Part(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Anything a pose is made of; unknown keys in a file are refused."""


class Spine(Part, frozen=True, kw_only=True):
    """How the chest bends against the pelvis: forward, to the right, turned left."""

    bend: Annotated[float, Meta(ge=-30, le=90)] = 0.0
    side: Annotated[float, Meta(ge=-40, le=40)] = 0.0
    twist: Annotated[float, Meta(ge=-45, le=45)] = 0.0


class Neck(Part, frozen=True, kw_only=True):
    """How the head bends against the chest: forward, to the right, turned left."""

    bend: Annotated[float, Meta(ge=-60, le=60)] = 0.0
    side: Annotated[float, Meta(ge=-45, le=45)] = 0.0
    turn: Annotated[float, Meta(ge=-80, le=80)] = 0.0


class BentLeg(Part, frozen=True, kw_only=True, tag="angles", tag_field="by"):
    """A leg given by its joints: thigh forward and outward, knee bent, toes towards the shin."""

    hip: Annotated[float, Meta(ge=-30, le=130)] = 0.0
    spread: Annotated[float, Meta(ge=-30, le=50)] = 0.0
    turn: Annotated[float, Meta(ge=-45, le=50)] = 0.0
    knee: Annotated[float, Meta(ge=0, le=150)] = 0.0
    ankle: Annotated[float, Meta(ge=-65, le=30)] = 0.0


class PlantedLeg(Part, frozen=True, kw_only=True, tag="sole", tag_field="by"):
    """A leg whose foot has a place: `at` is the sole below the ankle, or the ball of the foot.

    `heel` is how far the heel is raised, `out` how far the toes turn out, in degrees; `knee` is the
    direction in which the knee points.
    """

    at: Place
    on: Literal["sole", "ball"] = "sole"
    heel: Annotated[float, Meta(ge=-60, le=90)] = 0.0
    out: Annotated[float, Meta(ge=-45, le=60)] = 0.0
    knee: Place = (1.0, 0.0, 0.0)


class HungLeg(Part, frozen=True, kw_only=True, tag="ankle", tag_field="by"):
    """A leg whose ankle has a place and whose foot follows the shin by the angle `bend`."""

    at: Place
    bend: Annotated[float, Meta(ge=-65, le=30)] = 0.0
    knee: Place = (1.0, 0.0, 0.0)


class BentArm(Part, frozen=True, kw_only=True, tag="angles", tag_field="by"):
    """An arm given by its joints: forward, outward, turned out, elbow bent, palm side bent."""

    shoulder: Annotated[float, Meta(ge=-60, le=185)] = 0.0
    spread: Annotated[float, Meta(ge=-45, le=185)] = 0.0
    turn: Annotated[float, Meta(ge=-95, le=95)] = 0.0
    elbow: Annotated[float, Meta(ge=0, le=150)] = 0.0
    wrist: Annotated[float, Meta(ge=-85, le=85)] = 0.0


class ReachingArm(Part, frozen=True, kw_only=True, tag="hand", tag_field="by"):
    """An arm whose wrist has a place: `at`, counted from the body point `of` where one is named.

    `elbow` is the direction in which the elbow points, `fingers` where the hand points.
    """

    at: Place
    of: str = ""
    elbow: Place = (-1.0, 0.0, -1.0)
    fingers: Place = (0.0, 0.0, 0.0)


Leg = BentLeg | PlantedLeg | HungLeg
Arm = BentArm | ReachingArm


class Pose(Part, frozen=True, kw_only=True):
    """A whole body: where the middle of the hips is, how it is turned, and every limb.

    `lean` bows the body forward (90 face down, -90 on the back), `tip` lays it on its right side.
    """

    hips: Place
    turn: Turn = 0.0
    lean: Turn = 0.0
    tip: Turn = 0.0
    spine: Spine = Spine()
    neck: Neck = Neck()
    left_leg: Leg
    right_leg: Leg
    left_arm: Arm = BentArm(spread=8, elbow=10)
    right_arm: Arm = BentArm(spread=8, elbow=10)

    @property
    def legs(self) -> tuple[Leg, Leg]:
        """Left and right leg."""
        return self.left_leg, self.right_leg

    @property
    def arms(self) -> tuple[Arm, Arm]:
        """Left and right arm."""
        return self.left_arm, self.right_arm


class Poses(Part, frozen=True, kw_only=True):
    """The poses of one exercise: ready, where a rep starts, its end, at ease, and between sides.

    `switch` is the same on the left and on the right: it is passed on the way to the other side.
    """

    prepare: Pose
    hold: Pose
    start: Pose | None = None
    rest: Pose | None = None
    switch: Pose | None = None

    @property
    def first(self) -> Pose:
        """Where each rep starts and ends: `start`, or `prepare` where the file has none."""
        return self.start or self.prepare

    @property
    def ease(self) -> Pose:
        """The pose between sets: `rest`, or `prepare` where the file has none."""
        return self.rest or self.prepare

    @property
    def middle(self) -> Pose:
        """The pose between two sides: `switch`, or the one at ease where the file has none."""
        return self.switch or self.ease

    @property
    def every(self) -> tuple[Pose, ...]:
        """All poses of the file, none twice."""
        return tuple(p for p in (self.prepare, self.start, self.hold, self.rest, self.switch) if p)


def blended(a: T, b: T, share: float) -> T:
    """Return what lies between two alike poses or parts, `share` (0 to 1) of the way to `b`.

    Raises TypeError when the two are not built alike (one limb by angles, the other by a place).
    """
    between: Any = a
    if isinstance(a, float | int) and isinstance(b, float | int):
        return a + (b - a) * share  # type: ignore[return-value, operator]
    if type(a) is not type(b):
        raise TypeError(f"{type(a).__name__} cannot turn into {type(b).__name__}")
    if isinstance(a, tuple):
        between = tuple(blended(x, y, share) for x, y in zip(a, b, strict=True))  # type: ignore[call-overload]
    if isinstance(a, Struct):
        between = _blended_parts(a, b, share)
    return between  # type: ignore[no-any-return]


def _blended_parts(a: Struct, b: Any, share: float) -> Struct:
    names = a.__struct_fields__
    fields = {name: blended(getattr(a, name), getattr(b, name), share) for name in names}
    return msgspec.structs.replace(a, **fields)
