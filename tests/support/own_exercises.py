"""Exercises as people write them themselves, their files, and any that a form could give."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from rehabtimer import paths
from rehabtimer.core.catalogue import figures_in
from rehabtimer.core.programme import (
    Change,
    Dose,
    Exercise,
    Legs,
    Position,
    Range,
    Sides,
    Steps,
    Variant,
)
from rehabtimer.presenters.library import Library

FIGURES = figures_in(paths.resources())

BRIDGE_FILE = """\
id = "bridge"
name = "Bridge"
moving = true
areas = ["glutes"]
position = "lying"
safety = "Stop if it hurts."
rest = 20
dose = { hold = 2, reps = { low = 5, target = 10, high = 15 }, sets = 2 }
sides = { legs = "together" }

[steps]
prepare = ["Lie on your back."]
go = "Lift your hips."
hold = "Hold them up."
return = "Lower them."
"""

KNEE_FILE = """\
id = "knee"
name = "Knee"
days = 28
exercises = ["clam", "bridge"]

[[own]]
""" + BRIDGE_FILE.replace("[steps]", "[own.steps]")


def fixed(value: float) -> Range:
    """A number without a choice."""
    return Range(low=value, target=value, high=value, limit=value)


def bridge(identity: str = "bridge", **changed: Any) -> Exercise:
    """The exercise of `BRIDGE_FILE`, or one that differs from it."""
    exercise = Exercise(
        id=identity,
        name="Bridge",
        moving=True,
        areas=("glutes",),
        equipment=(),
        position=Position.LYING,
        dose=Dose(hold=fixed(2), reps=Range(low=5, target=10, high=15, limit=15), sets=fixed(2)),
        sides=Sides(legs=Legs.TOGETHER),
        steps=Steps(
            prepare=("Lie on your back.",),
            go="Lift your hips.",
            hold="Hold them up.",
            back="Lower them.",
        ),
        safety="Stop if it hurts.",
        rest=20.0,
        own=True,
    )
    return replace(exercise, **changed)


def library(folder: Path) -> Library:
    """The shipped files, and own ones below `folder`."""
    return Library(paths.resources(), folder / "own")


def written(folder: Path, text: str, name: str = "from-a-friend.toml") -> Path:
    """A file that somebody sent."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def texts(longest: int = 60) -> st.SearchStrategy[str]:
    """Texts on one line with something to see and nothing hidden, in any script."""
    letters = st.characters(exclude_categories=("C", "Zl", "Zp"))
    return st.text(letters, min_size=1, max_size=longest).filter(str.strip)


@st.composite
def ranges(draw: st.DrawFn, numbers: st.SearchStrategy[float]) -> Range:
    """A range in order; beyond its high end only where no figure is given."""
    low, target, high, limit = sorted(draw(st.tuples(*[numbers] * 4)))
    given = draw(st.booleans())
    return Range(low=low, target=target, high=high, limit=high if given else limit, given=given)


@st.composite
def steps(draw: st.DrawFn, *, moving: bool) -> Steps:
    """Instructions; the way up and back only for what moves."""
    prepare = tuple(draw(st.lists(texts(300), min_size=1, max_size=12)))
    go, back = (draw(texts(300)), draw(texts(300))) if moving else ("", "")
    return Steps(prepare=prepare, go=go, hold=draw(texts(300)), back=back)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """Any exercise that a form could give."""
    moving = draw(st.booleans())
    ids = st.from_regex(r"[a-z0-9-]{1,64}", fullmatch=True)
    whole = st.integers(1, 20).map(float)
    names = st.lists(texts(80), max_size=12)
    variants = st.builds(Variant, id=ids, name=texts(80), steps=steps(moving=moving))
    return Exercise(
        id=draw(ids),
        name=draw(texts(80)),
        moving=moving,
        areas=tuple(draw(st.lists(texts(80), min_size=1, max_size=12))),
        equipment=tuple(draw(names)),
        position=draw(st.sampled_from(Position)),
        dose=Dose(
            hold=draw(ranges(st.floats(0.5, 600))),
            reps=draw(ranges(st.integers(1, 100).map(float))),
            sets=draw(ranges(whole)),
            up_to=tuple(draw(st.lists(st.sampled_from(("hold", "reps", "sets")), unique=True))),
        ),
        sides=Sides(
            legs=draw(st.sampled_from(Legs)),
            change=draw(st.sampled_from(Change)),
            label=draw(texts(80) | st.just("")),
        ),
        steps=draw(steps(moving=moving)),
        safety=draw(texts(400)),
        variants=tuple(draw(st.lists(variants, max_size=2, unique_by=lambda each: each.id))),
        starts_skipped_if=draw(st.sampled_from(("", "stairs-hurt"))),
        note=draw(texts(400) | st.just("")),
        figure=draw(st.sampled_from(("", *FIGURES))),
        rest=draw(st.none() | st.floats(0, 180)),
        own=True,
    )
