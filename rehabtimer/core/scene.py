"""What a pose file may say about an exercise: its poses, worked muscles, props and viewpoint."""

from typing import Annotated, Literal

from msgspec import Meta, field

from rehabtimer.core.poses import Part, Poses

Muscle = Literal["quadriceps", "hip flexors", "hamstrings", "calf", "glutes", "outer hip"]


class Camera(Part, frozen=True, kw_only=True):
    """Where the viewer stands: 0 in front of the person, 90 on the left; `height` looks down."""

    around: Annotated[float, Meta(ge=-180, le=180)]
    height: Annotated[float, Meta(ge=0, le=80)] = 8.0


class Wall(Part, frozen=True, kw_only=True, tag="wall", tag_field="kind"):
    """A wall whose face is at `x`; `faces` is the way along x in which it looks at the person."""

    x: float
    faces: Literal[-1, 1]
    height: Annotated[float, Meta(gt=0, le=1.5)] = 1.06
    width: Annotated[float, Meta(gt=0, le=2)] = 0.36


class Step(Part, frozen=True, kw_only=True, tag="step", tag_field="kind"):
    """A box to step on, from `x` to `x + depth`."""

    x: float
    depth: Annotated[float, Meta(gt=0, le=1)]
    height: Annotated[float, Meta(gt=0, le=0.3)]
    width: Annotated[float, Meta(gt=0, le=1)] = 0.36


class Mat(Part, frozen=True, kw_only=True, tag="mat", tag_field="kind"):
    """A thin mat on the floor: its middle, its length along x and its width along y."""

    middle: tuple[float, float]
    length: Annotated[float, Meta(gt=0, le=2)]
    width: Annotated[float, Meta(gt=0, le=2)]


class Strap(Part, frozen=True, kw_only=True, tag="strap", tag_field="kind"):
    """A strap or towel between two points of the body."""

    start: str
    end: str


Prop = Wall | Step | Mat | Strap
Surface = Literal["floor", "wall", "step"]


class Contact(Part, frozen=True, kw_only=True):
    """A point of the body that rests on a surface, and stays put, in every phase of a rep.

    `through` is how much flesh lies between the point and the surface; `slides` frees it to move
    along the surface (a back on a wall).
    """

    point: str
    on: Surface
    through: Annotated[float, Meta(ge=0, le=0.15)] = 0.0
    slides: bool = False


class Figure(Part, frozen=True, kw_only=True, eq=False, weakref=True):
    """What is drawn for one exercise, as done with the left leg; equal only to itself."""

    camera: Camera
    poses: Poses
    worked: tuple[Muscle, ...]
    contacts: tuple[Contact, ...]
    props: tuple[Prop, ...] = ()
    variants: dict[str, Poses] = field(default_factory=dict)
