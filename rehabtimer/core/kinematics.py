"""From a pose to a skeleton: angles are followed outward, places reached by bending the middle."""

from collections.abc import Mapping
from functools import lru_cache
from math import sqrt

from rehabtimer.core.body import SIDES, ArmParts, Body, LegParts, Trunk, outward
from rehabtimer.core.poses import (
    Arm,
    BentArm,
    BentLeg,
    HungLeg,
    Leg,
    PlantedLeg,
    Pose,
    ReachingArm,
)
from rehabtimer.core.skeleton import ANKLE_HEIGHT, BALL, FOREARM, SHIN, THIGH, UPPER_ARM, Skeleton
from rehabtimer.core.space import (
    WORLD,
    Frame,
    Vec,
    add,
    distance,
    frame_along,
    length,
    minus,
    times,
    unit,
)


@lru_cache(maxsize=256)
def skeleton_of(pose: Pose) -> Skeleton:
    """Work out a pose that is asked for again and again; it is kept."""
    return grown(pose)


def grown(pose: Pose) -> Skeleton:
    """Work out a pose: angles go from the hips outward, places are reached by bending the middle.

    A place out of reach is reached for as far as the limb allows: bones never stretch.
    """
    body = Body(pose.hips, trunk_of(pose))
    for side, leg in zip(SIDES, pose.legs, strict=True):
        body.add_leg(side, leg_parts(side, leg, body))
    for side, arm in zip(SIDES, pose.arms, strict=True):
        body.add_arm(side, arm_parts(side, arm, body))
    return body.skeleton()


def trunk_of(pose: Pose) -> Trunk:
    """Return how pelvis, chest and head of a pose are turned."""
    pelvis = WORLD.turned(pose.turn).leaned(pose.lean).tipped(pose.tip)
    spine, neck = pose.spine, pose.neck
    chest = pelvis.leaned(spine.bend).tipped(spine.side).turned(spine.twist)
    return Trunk(pelvis, chest, chest.leaned(neck.bend).tipped(neck.side).turned(neck.turn))


def leg_parts(side: str, leg: Leg, body: Body) -> LegParts:
    """Return how a leg must be turned on a body whose trunk is known."""
    pelvis, hip, out = body.trunk.pelvis, body.points[f"{side}_hip"], outward(side)
    if isinstance(leg, BentLeg):
        thigh = pelvis.tipped(out * leg.spread).leaned(-leg.hip).turned(out * leg.turn)
        shin = thigh.leaned(leg.knee)
        foot = shin.leaned(-leg.ankle)
        return LegParts(thigh, shin, foot, foot)
    if isinstance(leg, HungLeg):
        thigh, shin = leg_between(hip, leg.at, leg.knee)
        foot = shin.leaned(-leg.bend)
        return LegParts(thigh, shin, foot, foot)
    foot = _sole_frame(leg, side)
    thigh, shin = leg_between(hip, _ankle(leg, foot), leg.knee)
    return LegParts(thigh, shin, foot, foot.leaned(-leg.heel) if leg.on == "ball" else foot)


def arm_parts(side: str, arm: Arm, body: Body) -> ArmParts:
    """Return how an arm must be turned on a body whose trunk and legs are known."""
    chest, shoulder, out = body.trunk.chest, body.points[f"{side}_shoulder"], outward(side)
    if isinstance(arm, BentArm):
        upper = chest.tipped(out * arm.spread).leaned(-arm.shoulder).turned(out * arm.turn)
        fore = upper.leaned(-arm.elbow)
        return ArmParts(upper, fore, fore.leaned(-arm.wrist))
    upper, fore = arm_between(shoulder, _wrist(arm, body.points), arm.elbow)
    hand = frame_along(times(arm.fingers, -1), fore.forward) if any(arm.fingers) else fore
    return ArmParts(upper, fore, hand)


def leg_between(hip: Vec, ankle: Vec, knee: Vec) -> tuple[Frame, Frame]:
    """Return thigh and shin that lead from hip to ankle, the knee pointing towards `knee`."""
    return _two_bones(hip, ankle, knee, THIGH, SHIN)


def arm_between(shoulder: Vec, wrist: Vec, elbow: Vec) -> tuple[Frame, Frame]:
    """Return upper arm and forearm from shoulder to wrist, the elbow pointing towards `elbow`."""
    return _two_bones(shoulder, wrist, times(elbow, -1), UPPER_ARM, FOREARM, -1)


def unreached(pose: Pose) -> dict[str, float]:
    """Return the limbs whose place lies out of reach, and by how much of body height."""
    points = skeleton_of(pose).points
    gaps: dict[str, float] = {}
    for side, leg, arm in zip(SIDES, pose.legs, pose.arms, strict=True):
        if not isinstance(leg, BentLeg):
            ankle = _ankle(leg, _sole_frame(leg, side)) if isinstance(leg, PlantedLeg) else leg.at
            gaps[f"{side}_leg"] = distance(points[f"{side}_ankle"], ankle)
        if not isinstance(arm, BentArm):
            gaps[f"{side}_arm"] = distance(points[f"{side}_wrist"], _wrist(arm, points))
    return {limb: gap for limb, gap in gaps.items() if gap > 1e-6}


def _sole_frame(leg: PlantedLeg, side: str) -> Frame:
    return WORLD.turned(outward(side) * leg.out).leaned(leg.heel)


def _ankle(leg: PlantedLeg, foot: Frame) -> Vec:
    """Return where the ankle is; a raised heel turns about the point that is planted."""
    return add(leg.at, foot.out(-BALL if leg.on == "ball" else 0.0, 0, ANKLE_HEIGHT))


def _wrist(arm: ReachingArm, points: Mapping[str, Vec]) -> Vec:
    return add(arm.at, points[arm.of]) if arm.of else arm.at


def _two_bones(
    start: Vec, end: Vec, front: Vec, first: float, second: float, bend: int = 1
) -> tuple[Frame, Frame]:
    """Return how two bones must be turned to get from `start` to `end`.

    `front` is where the front of the limb faces; the joint between bends that way (`bend` 1, a
    knee) or away from it (-1, an elbow).
    """
    way = minus(end, start)
    reach = min(max(length(way), abs(first - second) + 1e-9), first + second)
    along = (reach * reach + first * first - second * second) / (2 * reach)
    aside = sqrt(max(first * first - along * along, 0.0))
    axis = unit(way)
    face = frame_along(axis, front).forward
    joint = add(times(axis, along), times(face, bend * aside))
    rest = minus(times(axis, reach), joint)
    return frame_along(times(joint, -1), face), frame_along(times(rest, -1), face)
