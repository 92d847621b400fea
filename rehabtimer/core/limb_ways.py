"""The way of one limb from pose to pose.

A limb that is given alike in both moves as it is given: what both plant stays planted. Any other
turns in its joints, and a leg is drawn up where its foot would dip into the floor.
"""

from collections.abc import Callable
from math import pi, sin

from msgspec.structs import replace

from rehabtimer.core.body import ArmParts, Body, LegParts, outward
from rehabtimer.core.kinematics import arm_parts, leg_between, leg_parts
from rehabtimer.core.poses import (
    Arm,
    BentArm,
    BentLeg,
    HungLeg,
    Leg,
    PlantedLeg,
    ReachingArm,
    blended,
)
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import (
    Frame,
    Vec,
    add,
    distance,
    dot,
    length,
    minus,
    mixed,
    turning,
)

LegWay = Callable[[Body, float], LegParts]
ArmWay = Callable[[Body, float], ArmParts]

ARM_ROOM = 0.24  # a hand that moves keeps about this far from its shoulder
FOOT_LIFT = 0.30  # how high a foot is lifted on its way to another place, as a share of the way
MOST_LIFT = 0.08
HEEL_LIFT, MOST_HEEL = 140.0, 44.0  # degrees by which the heel leads, for each body height of way


def leg_way(side: str, start: Leg, end: Leg, a: Skeleton, b: Skeleton) -> LegWay:
    """Return how a leg gets from one pose into another; `a` and `b` are the bodies in both."""
    if isinstance(start, PlantedLeg) and isinstance(end, PlantedLeg) and start.on == end.on:
        return lambda body, share: _leg_off_floor(
            side, body, leg_parts(side, _stepped(start, end, share), body)
        )
    if (isinstance(start, BentLeg) and isinstance(end, BentLeg)) or (
        isinstance(start, HungLeg) and isinstance(end, HungLeg)
    ):
        return lambda body, share: leg_parts(side, blended(start, end, share), body)
    hip = turning(*(_seen(s, f"{side}_thigh", "pelvis") for s in (a, b)))
    ankle = turning(*(_seen(s, f"{side}_foot", f"{side}_shin") for s in (a, b)))
    ball = turning(*(_seen(s, f"{side}_toes", f"{side}_foot") for s in (a, b)))
    knees = (a.knee(side), b.knee(side))

    def way(body: Body, share: float) -> LegParts:
        thigh = body.trunk.pelvis.holding(hip.at(share))
        shin = thigh.leaned(knees[0] + (knees[1] - knees[0]) * share)
        foot = shin.holding(ankle.at(share))
        return _leg_off_floor(side, body, LegParts(thigh, shin, foot, foot.holding(ball.at(share))))

    return way


def arm_way(side: str, start: Arm, end: Arm, a: Skeleton, b: Skeleton) -> ArmWay:
    """Return how an arm gets from one pose into another; `a` and `b` are the bodies in both."""
    if isinstance(start, BentArm) and isinstance(end, BentArm):
        return lambda body, share: arm_parts(side, blended(start, end, share), body)
    if isinstance(start, ReachingArm) and isinstance(end, ReachingArm) and start.of == end.of:
        return _reaching_way(side, start, end, a, b)
    shoulder = turning(*(_seen(s, f"{side}_upper_arm", "chest") for s in (a, b)))
    wrist = turning(*(_seen(s, f"{side}_hand", f"{side}_forearm") for s in (a, b)))
    elbows = (a.elbow(side), b.elbow(side))

    def way(body: Body, share: float) -> ArmParts:
        upper = body.trunk.chest.holding(shoulder.at(share))
        fore = upper.leaned(-(elbows[0] + (elbows[1] - elbows[0]) * share))
        return ArmParts(upper, fore, fore.holding(wrist.at(share)))

    return way


def _reaching_way(
    side: str, start: ReachingArm, end: ReachingArm, a: Skeleton, b: Skeleton
) -> ArmWay:
    wide = 0.0 if start.of else _swing(start.at, end.at, a.points[f"{side}_shoulder"])
    palm = turning(*(s.frames[f"{side}_hand"] for s in (a, b)))
    turned = any(start.fingers) or any(end.fingers)

    def way(body: Body, share: float) -> ArmParts:
        between = blended(start, end, share)
        x, y, z = between.at
        out = outward(side) * wide * sin(pi * share)
        parts = arm_parts(side, replace(between, at=(x, y + out, z)), body)
        return parts._replace(hand=palm.at(share)) if turned else parts

    return way


def _seen(skeleton: Skeleton, part: str, outer: str) -> Frame:
    return skeleton.frames[part].within(skeleton.frames[outer])


def _stepped(start: PlantedLeg, end: PlantedLeg, share: float) -> PlantedLeg:
    """Return a foot on its way to another place: heel first, and first up, then forward."""
    if end.at[2] < start.at[2]:
        return _stepped(end, start, 1 - share)
    between = blended(start, end, share)
    (x, y, z), (u, v, w) = start.at, end.at
    far = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
    along, up = (share, share) if w == z else (share**1.5, 1 - (1 - share) ** 3)
    bump = sin(pi * share)
    height = z + (w - z) * up + min(FOOT_LIFT * far, MOST_LIFT) * bump
    heel = between.heel + min(HEEL_LIFT * far, MOST_HEEL) * bump
    return replace(between, at=(x + (u - x) * along, y + (v - y) * along, height), heel=heel)


def _swing(start: Vec, end: Vec, shoulder: Vec) -> float:
    """Return how far a hand must swing out so as not to pass through its own shoulder."""
    way = minus(end, start)
    far = length(way)
    if far < 1e-9:
        return 0.0
    share = min(max(dot(minus(shoulder, start), way) / far**2, 0.0), 1.0)
    near = distance(shoulder, mixed(start, end, share))
    return max(ARM_ROOM - near, 0.0) * min(far / ARM_ROOM, 1.0)


def _leg_off_floor(side: str, body: Body, parts: LegParts) -> LegParts:
    """Return the leg with its ankle raised as far as its foot would be below the floor."""
    body.add_leg(side, parts)
    low = min(body.points[f"{side}_{point}"][2] for point in ("heel", "ball", "toe"))
    if low > -1e-9:
        return parts
    ankle = add(body.points[f"{side}_ankle"], (0.0, 0.0, -low))
    thigh, shin = leg_between(body.points[f"{side}_hip"], ankle, parts.thigh.forward)
    return LegParts(thigh, shin, parts.foot, parts.toes)
