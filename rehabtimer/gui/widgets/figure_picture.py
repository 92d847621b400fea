"""A figure at one moment: coloured pieces, in the order in which they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rehabtimer.core.figure import Figure
from rehabtimer.core.programme import Side
from rehabtimer.core.scene import Camera
from rehabtimer.core.skeleton import Skeleton
from rehabtimer.core.space import dot
from rehabtimer.gui.widgets.figure_camera import View, view_of
from rehabtimer.gui.widgets.figure_flesh import FleshPart, Worked, flesh_of, worked_of
from rehabtimer.gui.widgets.figure_outline import Piece, cut_out, outline
from rehabtimer.gui.widgets.figure_scenery import mats_of, props_of, shadows_of, straps_of

UNITS = 3000.0  # a body height; Qt makes curves straight to about a tenth of a unit
ARM_BEHIND = 0.06  # an arm this much further away than the chest is painted pale
TURNED_AWAY = -0.4  # a muscle that faces away by more than this cannot be seen


@dataclass(frozen=True, eq=False)
class Picture:
    """What is seen of a figure through a camera, in UNITS around the origin; `swing` is its turn.

    It is equal only to itself. A `mirrored` one is to be painted the other way round.
    """

    figure: Figure
    camera: Camera
    swing: float
    pieces: tuple[Piece, ...]
    mirrored: bool = False


def drawn(
    figure: Figure, skeleton: Skeleton, side: Side, camera: Camera, swing: float = 0.0
) -> Picture:
    """Return the picture of a body with its `side` at work, and of all around it.

    `swing` is how far the viewer has walked from the left to the right-hand side, 0 to 1.
    """
    view = view_of(camera)._replace(scale=UNITS)
    body = flesh_of(skeleton)
    worker = "right" if side is Side.RIGHT else "left"
    sides = ("left", "right") if side is Side.BOTH else (worker,)
    muscles = [m for owner in sides for m in worked_of(skeleton, owner, figure.worked)]
    mats, props = _setting(figure, camera)
    pieces = [*mats, *shadows_of(view, body), *props]
    for part in _sorted(view, body):
        pieces += _of_part(view, part, muscles, worker, _tone(view, skeleton, worker, part))
    pieces += straps_of(view, figure, skeleton)
    return Picture(figure, camera, swing, tuple(pieces))


@lru_cache(maxsize=16)
def _setting(figure: Figure, camera: Camera) -> tuple[list[Piece], list[Piece]]:
    view = view_of(camera)._replace(scale=UNITS)
    return mats_of(view, figure), props_of(view, figure)


def _sorted(view: View, body: list[FleshPart]) -> list[FleshPart]:
    """Return the parts from far to near.

    Parts of one group (a leg, the head, the trunk) stay together, so that of two crossed legs one
    is wholly in front; inside a group depth counts little and the part's own `bias` decides.
    """
    depths = {part.name: view.depth(part.worn or part.chains) for part in body}
    groups: dict[str, list[float]] = {}
    for part in body:
        groups.setdefault(part.group, []).append(depths[part.name])

    def nearness(part: FleshPart) -> float:
        group = sum(groups[part.group]) / len(groups[part.group])
        return group + part.weight * (depths[part.name] - group) + part.bias

    return sorted(body, key=nearness)


def _of_part(
    view: View, part: FleshPart, muscles: Sequence[Worked], worker: str, tone: str
) -> list[Piece]:
    """Return a part and the muscles on it."""
    pieces = [Piece(part.role + tone, outline(view, part.chains))]
    for muscle in muscles:
        if part.name in muscle.parts and dot(muscle.facing, view.near) > TURNED_AWAY:
            role = "accent" if muscle.side == worker else "accent_far"
            pieces.append(Piece(role, cut_out(view, muscle.chain, part.chains)))
    return pieces


def _tone(view: View, skeleton: Skeleton, worker: str, part: FleshPart) -> str:
    """Return the ending of the colour's name: the leg at rest and an arm behind are pale."""
    if part.limb == "leg":
        return "" if part.side == worker else "_far"
    if part.limb == "arm":
        points = skeleton.points
        gap = dot(points["chest"], view.near) - dot(points[f"{part.side}_shoulder"], view.near)
        return "_far" if gap > ARM_BEHIND else ""
    return ""
