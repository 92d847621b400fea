"""The flesh on the skeleton: all parts of the body, and the worked muscles on them."""

from collections.abc import Sequence
from typing import NamedTuple

from rehabtimer.core.scene import Muscle
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import Vec, times
from rehabtimer.gui.widgets.figure_shapes import (
    CUFF,
    FOREARM,
    HAND,
    HIP_MUSCLES,
    LONG_MUSCLES,
    SHIN,
    SLEEVE,
    THIGH,
    UPPER_ARM,
    Chain,
    along,
    egg,
    row_at,
    slice_of,
    sphere,
)

BREATH = 0.0035  # of body height, 6 mm: by how much a full chest is deeper at the front


TAPER = 0.3  # how much thinner a long muscle is at its ends


class FleshPart(NamedTuple):
    """A piece of one colour: `chains` of blobs, each filled from blob to blob.

    `side`, `limb` and `role` decide the colour; `group`, `weight` and `bias` the order of painting,
    and so do the chains `worn` on: a sleeve is as near as its arm.
    """

    name: str
    role: str
    chains: tuple[Chain, ...]
    group: str
    weight: float = 1.0
    bias: float = 0.0
    side: str = ""
    limb: str = ""
    worn: tuple[Chain, ...] = ()


class Worked(NamedTuple):
    """A worked muscle: the parts it is painted on, its shape, and the way it faces (zero: any)."""

    side: str
    parts: tuple[str, ...]
    chain: Chain
    facing: Vec


def flesh_of(skeleton: Skeleton) -> list[FleshPart]:
    """Return all parts of the body, in no order."""
    parts = [*_trunk(skeleton), *_head(skeleton)]
    for side in ("left", "right"):
        parts += _leg(skeleton, side)
        parts += _arm(skeleton, side)
    return parts


def worked_of(skeleton: Skeleton, side: str, muscles: Sequence[Muscle]) -> list[Worked]:
    """Return the shapes of some muscles of one side, `left` or `right`."""
    return [
        _long_muscle(skeleton, side, muscle)
        if muscle in LONG_MUSCLES
        else _hip_muscle(skeleton, side, muscle)
        for muscle in muscles
    ]


def _long_muscle(s: Skeleton, side: str, muscle: Muscle) -> Worked:
    bone, start, end, face, size = LONG_MUSCLES[muscle]
    profile = THIGH if bone == "thigh" else SHIN
    chain = []
    for place in (-1.0, -0.7, -0.35, 0.0, 0.35, 0.7, 1.0):  # from end to end
        row = row_at(profile, start + (end - start) * (place + 1) / 2)
        thick = size * (1 - TAPER * place * place)
        out = abs(face) + size - thick  # it tapers towards the skin
        chain.append(slice_of(s, side, bone, row, out if face > 0 else -out, thick))
    facing = times(s.frames[f"{side}_{bone}"].forward, 1 if face > 0 else -1)
    return Worked(side, (f"{side}_{bone}",), tuple(chain), facing)


def _hip_muscle(s: Skeleton, side: str, muscle: Muscle) -> Worked:
    out = 1 if side == "left" else -1
    hip = s.points[f"{side}_hip"]
    frames = (s.frames["pelvis"], s.frames[f"{side}_thigh"])
    chain = tuple(
        sphere(frame, hip, (x, out * y, z), radius)
        for frame, (x, y, z, radius) in zip(frames, HIP_MUSCLES[muscle], strict=True)
    )
    return Worked(side, ("seat", f"{side}_thigh"), chain, (0.0, 0.0, 0.0))


def _trunk(s: Skeleton) -> list[FleshPart]:
    pelvis, chest = s.frames["pelvis"], s.frames["chest"]
    hips, waist, top = s.points["hips"], s.points["waist"], s.points["chest"]
    seat = egg(pelvis, hips, (-0.004, 0, 0.012), (0.062, 0.090, 0.052))
    belt = egg(pelvis, hips, (0, 0, 0.070), (0.054, 0.078, 0.030))
    hem = egg(pelvis, hips, (0.001, 0, 0.056), (0.058, 0.083, 0.022))
    middle = egg(chest, waist, (0.002, 0, 0.010), (0.055, 0.075, 0.030))
    air = BREATH * s.breath
    ribs = egg(chest, top, (0.004 + air, 0, -0.095), (0.065 + air, 0.089 + air / 2, 0.045))
    breast = egg(chest, top, (0.002 + air, 0, -0.045), (0.060 + air, 0.097 + air / 2, 0.038))
    yoke = egg(chest, top, (-0.004, 0, -0.006), (0.044, 0.104, 0.030))
    collar = egg(chest, top, (-0.006, 0, 0.030), (0.031, 0.040, 0.014))
    throat = egg(chest, top, (-0.004, 0, 0.012), (0.027, 0.028, 0.020))
    nape = egg(s.frames["head"], s.points["head"], (-0.010, 0, -0.040), (0.027, 0.027, 0.02))
    shoulders = tuple(
        egg(chest, top, (-0.002, y, -0.012), (0.030, 0.030, 0.030)) for y in (-0.09, 0.09)
    )
    shirt = ((hem, middle, ribs, breast, yoke, collar), shoulders)
    return [
        FleshPart("seat", "limb", ((seat, belt),), "trunk", 0.0),
        FleshPart("shirt", "shirt", shirt, "trunk", 0.0, 0.001),
        FleshPart("neck", "skin", ((throat, nape),), "trunk", 0.0, 0.002),
    ]


def _head(s: Skeleton) -> list[FleshPart]:
    head, middle = s.frames["head"], s.points["head"]
    hair = egg(head, middle, (-0.010, 0, 0.010), (0.062, 0.055, 0.058))
    bun = egg(head, middle, (-0.050, 0, 0.044), (0.025, 0.025, 0.025))
    brow = egg(head, middle, (0.014, 0, 0.000), (0.047, 0.046, 0.044))
    chin = egg(head, middle, (0.022, 0, -0.044), (0.024, 0.024, 0.020))
    jaw = egg(head, middle, (-0.004, 0, -0.028), (0.030, 0.038, 0.026))
    nose = egg(head, middle, (0.061, 0, -0.012), (0.009, 0.008, 0.011))
    face = ((brow, jaw, chin, brow), (brow, nose))
    ears = {
        side: egg(head, middle, (-0.014, y, -0.010), (0.011, 0.007, 0.015))
        for side, y in (("left", 0.048), ("right", -0.048))
    }
    return [
        FleshPart("hair", "hair", ((hair, bun),), "head", 0.3),
        FleshPart("face", "skin", face, "head", 0.3, 0.011),
        *(
            FleshPart(f"{side}_ear", "ear", ((ear,),), "head", 0.3, 0.006)
            for side, ear in ears.items()
        ),
    ]


def _leg(s: Skeleton, side: str) -> list[FleshPart]:
    foot, toes = s.frames[f"{side}_foot"], s.frames[f"{side}_toes"]
    ankle = s.points[f"{side}_ankle"]
    joint = sphere(foot, ankle, (0.0, 0, 0.0), 0.019)
    heel = sphere(foot, ankle, (-0.016, 0, -0.020), 0.019)
    instep = egg(foot, ankle, (0.040, 0, -0.020), (0.020, 0.022, 0.018))
    ball = egg(foot, ankle, (0.080, 0, -0.027), (0.016, 0.027, 0.012))
    tips = egg(toes, s.points[f"{side}_ball"], (0.026, 0, 0.009), (0.013, 0.022, 0.009))
    sole = ((joint, heel), (joint, instep, ball, tips), (heel, ball))
    pieces = {
        "thigh": ("limb", (along(s, side, "thigh", THIGH),)),
        "shin": ("limb", (along(s, side, "shin", SHIN),)),
        "foot": ("skin", (along(s, side, "shin", CUFF), *sole)),
    }
    return [
        FleshPart(f"{side}_{name}", role, chains, f"{side}_leg", 0.15, 0.0, side, "leg")
        for name, (role, chains) in pieces.items()
    ]


def _arm(s: Skeleton, side: str) -> list[FleshPart]:
    out = 1 if side == "left" else -1
    hand, wrist = s.frames[f"{side}_hand"], s.points[f"{side}_wrist"]
    root = sphere(hand, wrist, (0.0, 0.008 * out, -0.014), 0.011)
    thumb = sphere(hand, wrist, (0.012, 0.030 * out, -0.048), 0.0075)
    palm = along(s, side, "hand", HAND)
    bare = (along(s, side, "upper_arm", UPPER_ARM),)
    sleeve = (along(s, side, "upper_arm", SLEEVE),)
    lower = (along(s, side, "forearm", FOREARM), palm, (root, thumb))
    group = f"{side}_arm"
    return [
        FleshPart(f"{side}_upper_arm", "skin", bare, group, side=side, limb="arm"),
        FleshPart(f"{side}_sleeve", "shirt", sleeve, group, 1.0, 0.002, side, "arm", bare),
        FleshPart(f"{side}_forearm", "skin", lower, group, side=side, limb="arm"),
    ]
