"""From a pose to a skeleton: angles are followed outward, places reached by bending the middle."""

from math import sqrt

from rehabtimer.core.poses import Arm, BentArm, BentLeg, Leg, PlantedLeg, Pose
from rehabtimer.core.skeleton import (
    ANKLE_HEIGHT,
    BALL,
    FOREARM,
    HALF_HIPS,
    HALF_SHOULDERS,
    HAND,
    HEAD,
    HEEL,
    NECK,
    RIBS,
    SHIN,
    THIGH,
    TOE,
    UPPER_ARM,
    WAIST,
    Skeleton,
)
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

Points = dict[str, Vec]
Frames = dict[str, Frame]


def skeleton_of(pose: Pose) -> Skeleton:
    """Work out a pose: angles go from the hips outward, places are reached by bending the middle.

    A place out of reach is reached for as far as the limb allows: bones never stretch.
    """
    points: dict[str, Vec] = {"hips": pose.hips}
    pelvis = WORLD.turned(pose.turn).leaned(pose.lean).tipped(pose.tip)
    spine, neck = pose.spine, pose.neck
    chest = pelvis.leaned(spine.bend).tipped(spine.side).turned(spine.twist)
    head = chest.leaned(neck.bend).tipped(neck.side).turned(neck.turn)
    frames = {"pelvis": pelvis, "chest": chest, "head": head}
    for name, start, frame, up in (
        ("waist", "hips", pelvis, WAIST),
        ("chest", "waist", chest, RIBS),
        ("neck", "chest", chest, NECK),
        ("head", "neck", head, HEAD),
    ):
        points[name] = add(points[start], times(frame.up, up))
    for side, leg in (("left", pose.left_leg), ("right", pose.right_leg)):
        _add_leg(points, frames, side, leg)
    for side, arm in (("left", pose.left_arm), ("right", pose.right_arm)):
        _add_arm(points, frames, side, arm)
    return Skeleton(points, frames)


def unreached(pose: Pose) -> dict[str, float]:
    """Return the limbs whose place lies out of reach, and by how much of body height."""
    points = skeleton_of(pose).points
    gaps: dict[str, float] = {}
    for side, leg, arm in (
        ("left", pose.left_leg, pose.left_arm),
        ("right", pose.right_leg, pose.right_arm),
    ):
        if not isinstance(leg, BentLeg):
            ankle = _ankle(leg, _sole_frame(leg, side)) if isinstance(leg, PlantedLeg) else leg.at
            gaps[f"{side}_leg"] = distance(points[f"{side}_ankle"], ankle)
        if not isinstance(arm, BentArm):
            wrist = add(arm.at, points[arm.of]) if arm.of else arm.at
            gaps[f"{side}_arm"] = distance(points[f"{side}_wrist"], wrist)
    return {limb: gap for limb, gap in gaps.items() if gap > 1e-6}


def _add_leg(points: Points, frames: Frames, side: str, leg: Leg) -> None:
    out = 1 if side == "left" else -1
    pelvis = frames["pelvis"]
    hip = add(points["hips"], times(pelvis.left, out * HALF_HIPS))
    if isinstance(leg, BentLeg):
        thigh = pelvis.tipped(out * leg.spread).leaned(-leg.hip).turned(out * leg.turn)
        shin = thigh.leaned(leg.knee)
        foot = shin.leaned(-leg.ankle)
    elif isinstance(leg, PlantedLeg):
        foot = _sole_frame(leg, side)
        thigh, shin = _two_bones(hip, _ankle(leg, foot), leg.knee, THIGH, SHIN)
    else:
        thigh, shin = _two_bones(hip, leg.at, leg.knee, THIGH, SHIN)
        foot = shin.leaned(-leg.bend)
    knee = add(hip, times(thigh.up, -THIGH))
    ankle = add(knee, times(shin.up, -SHIN))
    _name(points, side, hip=hip, knee=knee, ankle=ankle)
    heel, ball = (add(ankle, foot.out(along, 0, -ANKLE_HEIGHT)) for along in (HEEL, BALL))
    toes = foot.leaned(-leg.heel) if isinstance(leg, PlantedLeg) and leg.on == "ball" else foot
    _name(points, side, heel=heel, ball=ball, toe=add(ball, times(toes.forward, TOE - BALL)))
    frames |= {f"{side}_toes": toes}
    frames |= {f"{side}_thigh": thigh, f"{side}_shin": shin, f"{side}_foot": foot}


def _add_arm(points: Points, frames: Frames, side: str, arm: Arm) -> None:
    out = 1 if side == "left" else -1
    chest = frames["chest"]
    shoulder = add(points["chest"], times(chest.left, out * HALF_SHOULDERS))
    if isinstance(arm, BentArm):
        upper = chest.tipped(out * arm.spread).leaned(-arm.shoulder).turned(out * arm.turn)
        fore = upper.leaned(-arm.elbow)
        hand = fore.leaned(-arm.wrist)
    else:
        target = add(arm.at, points[arm.of]) if arm.of else arm.at
        upper, fore = _two_bones(shoulder, target, times(arm.elbow, -1), UPPER_ARM, FOREARM, -1)
        hand = frame_along(times(arm.fingers, -1), fore.forward) if any(arm.fingers) else fore
    elbow = add(shoulder, times(upper.up, -UPPER_ARM))
    wrist = add(elbow, times(fore.up, -FOREARM))
    fingers = add(wrist, times(hand.up, -HAND))
    _name(points, side, shoulder=shoulder, elbow=elbow, wrist=wrist, fingers=fingers)
    frames |= {f"{side}_upper_arm": upper, f"{side}_forearm": fore, f"{side}_hand": hand}


def _name(points: dict[str, Vec], side: str, **named: Vec) -> None:
    points.update({f"{side}_{name}": point for name, point in named.items()})


def _sole_frame(leg: PlantedLeg, side: str) -> Frame:
    return WORLD.turned(leg.out if side == "left" else -leg.out).leaned(leg.heel)


def _ankle(leg: PlantedLeg, foot: Frame) -> Vec:
    """Return where the ankle is; a raised heel turns about the point that is planted."""
    return add(leg.at, foot.out(-BALL if leg.on == "ball" else 0.0, 0, ANKLE_HEIGHT))


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
