"""What a pose file may say about an exercise: its poses, worked muscles, props and viewpoint."""

from functools import lru_cache
from typing import Annotated, Literal, get_args

from msgspec import Meta, field
from msgspec.structs import replace

from rehabtimer.core.poses import Coordinate, Part, Poses

Muscle = Literal["quadriceps", "hip flexors", "hamstrings", "calf", "glutes", "outer hip"]


class Camera(Part, frozen=True, kw_only=True):
    """Where the viewer stands: 0 in front of the person, 90 on the left; `height` looks down.

    `over` is the height at which the viewer passes to the other side; None keeps `height`.
    """

    around: Annotated[float, Meta(ge=-180, le=180)]
    height: Annotated[float, Meta(ge=0, le=80)] = 8.0
    over: Annotated[float, Meta(ge=0, le=80)] | None = None


class Wall(Part, frozen=True, kw_only=True, tag="wall", tag_field="kind"):
    """A wall whose face is at `x`; `faces` is the way along x in which it looks at the person."""

    x: Coordinate
    faces: Literal[-1, 1]
    height: Annotated[float, Meta(gt=0, le=1.5)] = 1.06
    width: Annotated[float, Meta(gt=0, le=2)] = 0.36


class Step(Part, frozen=True, kw_only=True, tag="step", tag_field="kind"):
    """A box to step on, from `x` to `x + depth`."""

    x: Coordinate
    depth: Annotated[float, Meta(gt=0, le=1)]
    height: Annotated[float, Meta(gt=0, le=0.3)]
    width: Annotated[float, Meta(gt=0, le=1)] = 0.36


class Chair(Part, frozen=True, kw_only=True, tag="chair", tag_field="kind"):
    """A chair whose back stands at `x`, between the person and its seat; it is held by the top.

    The sizes are those of a usual chair: 90 cm high, seat at 45 cm, for a person of 1.70 m.
    """

    x: Coordinate
    height: Annotated[float, Meta(gt=0, le=0.8)] = 0.53
    seat: Annotated[float, Meta(gt=0, le=0.5)] = 0.265
    depth: Annotated[float, Meta(gt=0, le=0.5)] = 0.25
    width: Annotated[float, Meta(gt=0, le=0.5)] = 0.26


class Mat(Part, frozen=True, kw_only=True, tag="mat", tag_field="kind"):
    """A thin mat on the floor: its middle along x, its length along x and its width along y."""

    x: Coordinate
    length: Annotated[float, Meta(gt=0, le=2)]
    width: Annotated[float, Meta(gt=0, le=2)]


class Strap(Part, frozen=True, kw_only=True, tag="strap", tag_field="kind"):
    """A strap or towel between two points of the body."""

    start: str
    end: str


# All of them are the same on the left and on the right, so that none moves when the side changes.
Prop = Wall | Step | Chair | Mat | Strap
PROPS = tuple(kind.__struct_config__.tag for kind in get_args(Prop))
Surface = Literal["floor", "wall", "step", "chair"]


class Contact(Part, frozen=True, kw_only=True):
    """A point of the body that rests on a surface, and stays put, in every phase of a rep.

    `through` is how much flesh lies between the point and the surface; `slides` frees it to move
    along the surface (a back on a wall).
    """

    point: str
    on: Surface
    through: Annotated[float, Meta(ge=0, le=0.15)] = 0.0
    slides: bool = False


class Variant(Part, frozen=True, kw_only=True):
    """An easier version: poses of its own, and whatever else differs from the ordinary one."""

    poses: Poses
    camera: Camera | None = None
    worked: tuple[Muscle, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    props: tuple[Prop, ...] | None = None


class Figure(Part, frozen=True, kw_only=True, eq=False, weakref=True):
    """What is drawn for one exercise, as done with the left leg; equal only to itself."""

    camera: Camera
    poses: Poses
    worked: tuple[Muscle, ...]
    contacts: tuple[Contact, ...]
    props: tuple[Prop, ...] = ()
    variants: dict[str, Variant] = field(default_factory=dict)

    def version(self, variant: str) -> "Figure":
        """Return the figure of an easier version, always the same one; itself if it has none."""
        return _version(self, variant) if variant in self.variants else self

    def poses_of(self, variant: str) -> Poses:
        """Return the poses of an easier version, or the ordinary ones; see `version`."""
        return self.version(variant).poses


@lru_cache(maxsize=64)
def _version(figure: Figure, variant: str) -> Figure:
    own = figure.variants[variant]
    names = (name for name in own.__struct_fields__ if getattr(own, name) is not None)
    return replace(figure, variants={}, **{name: getattr(own, name) for name in names})
