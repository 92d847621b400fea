"""What the form for an exercise of one's own says."""

from dataclasses import dataclass

from rehabtimer.core.dose_file import HOLD, REPS, REST, SETS
from rehabtimer.core.programme import Change, Legs, Position, Side
from rehabtimer.core.text import _
from rehabtimer.presenters.exercise_draft import (
    Draft,
    Field,
    default_hold_line,
    default_safety,
)
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import figure

STRETCH, REPS_KIND = "stretch", "reps"
SETTING, OWN = "setting", "own"


@dataclass(frozen=True)
class TextField:
    """A text to be typed; `hint` stands in it while it is empty, `problem` beside it."""

    text: str
    hint: str = ""
    problem: str = ""


@dataclass(frozen=True)
class NumberField:
    """A number within its bounds."""

    value: float
    least: float
    most: float
    step: float


@dataclass(frozen=True)
class FormFrame:
    """The whole form: fields that are not there are not asked for.

    `message` is what was said last; `asking` is the question of whether to throw changes away, and
    `focus` the field that the keyboard should go to.
    """

    title: str
    texts: dict[Field, TextField]
    numbers: dict[Field, NumberField]
    choices: dict[Field, tuple[Option, ...]]
    figures: tuple[Option, ...]
    picture: str
    side: Side
    preview: str
    message: str
    asking: str
    focus: Field | None = None


def labels() -> dict[Field, str]:
    """Return what each field is called, on the form and in what is said about it."""
    return {
        Field.NAME: _("Name"),
        Field.AREAS: _("Areas"),
        Field.EQUIPMENT: _("What you need"),
        Field.POSITION: _("Position"),
        Field.STEPS: _("Steps to get ready"),
        Field.GO: _("On the way there"),
        Field.HOLD_LINE: _("While you hold"),
        Field.BACK: _("On the way back"),
        Field.SAFETY: _("Caution"),
        Field.KIND: _("What kind"),
        Field.HOLD: _("Hold"),
        Field.REPS: _("Reps"),
        Field.SETS: _("Sets"),
        Field.LEGS: _("Which legs"),
        Field.CHANGE: _("Change sides"),
        Field.REST: _("Rest between sets"),
        Field.REST_SECONDS: _("Its own rest"),
        Field.FIGURE: _("Picture"),
    }


def text_fields(draft: Draft, problems: dict[Field, str]) -> dict[Field, TextField]:
    """Return the texts that are asked for, in the order of the form."""
    moving = draft.moving
    asked = {
        Field.NAME: (draft.name, ""),
        Field.AREAS: (draft.areas, _("such as: hips, glutes")),
        Field.EQUIPMENT: (draft.equipment, _("nothing")),
        Field.STEPS: (draft.steps, _("One a line, five at most")),
        Field.GO: (draft.go, _("such as: Raise your leg slowly.")),
        Field.HOLD_LINE: (draft.hold_line, default_hold_line(moving=moving)),
        Field.BACK: (draft.back, _("such as: Lower it slowly.")),
        Field.SAFETY: (draft.safety, default_safety()),
    }
    hidden = () if moving else (Field.GO, Field.BACK)
    return {
        field: TextField(text, hint, problems.get(field, ""))
        for field, (text, hint) in asked.items()
        if field not in hidden
    }


def number_fields(draft: Draft) -> dict[Field, NumberField]:
    """Return the numbers that are asked for; a hold of less than a second is for reps only."""
    is_fine = draft.moving or not draft.hold.is_integer()
    step = 0.5 if is_fine else 1.0
    fields = {
        Field.HOLD: NumberField(draft.hold, step, HOLD.most, step),
        Field.REPS: NumberField(draft.reps, REPS.least, REPS.most, 1),
        Field.SETS: NumberField(draft.sets, SETS.least, SETS.most, 1),
        Field.REST_SECONDS: NumberField(draft.rest, REST.least, REST.most, 5),
    }
    if not draft.moving:
        del fields[Field.REPS]
    if not draft.own_rest:
        del fields[Field.REST_SECONDS]
    return fields


def choice_fields(
    draft: Draft, *, rest: float, can_change_kind: bool
) -> dict[Field, tuple[Option, ...]]:
    """Return the choices that are offered; `rest` is the setting, in seconds."""
    fields = {
        Field.KIND: _kinds(draft),
        Field.LEGS: _legs(draft),
        Field.CHANGE: _changes(draft),
        Field.REST: _rests(draft, rest),
        Field.POSITION: _positions(draft),
    }
    if not can_change_kind:
        del fields[Field.KIND]
    if draft.legs is Legs.TOGETHER:
        del fields[Field.CHANGE]
    return fields


def _kinds(draft: Draft) -> tuple[Option, ...]:
    return (
        Option(STRETCH, _("Held still"), not draft.moving),
        Option(REPS_KIND, _("Counted reps"), draft.moving),
    )


def _legs(draft: Draft) -> tuple[Option, ...]:
    texts = {
        Legs.EACH: _("Each leg"),
        Legs.PAINFUL: _("Sore leg only"),
        Legs.TOGETHER: _("Both together"),
    }
    return tuple(Option(legs.value, text, legs is draft.legs) for legs, text in texts.items())


def _changes(draft: Draft) -> tuple[Option, ...]:
    texts = {Change.SET: _("After each set"), Change.LEG: _("After all sets")}
    return tuple(Option(each.value, text, each is draft.change) for each, text in texts.items())


def _rests(draft: Draft, rest: float) -> tuple[Option, ...]:
    return (
        Option(
            SETTING, _("As in Settings, {rest} s").format(rest=figure(rest)), not draft.own_rest
        ),
        Option(OWN, _("Its own"), draft.own_rest),
    )


def _positions(draft: Draft) -> tuple[Option, ...]:
    texts = {
        Position.STANDING: _("Standing"),
        Position.LYING: _("Lying"),
        Position.SIDE_LYING: _("On the side"),
        Position.ALL_FOURS: _("On all fours"),
    }
    return tuple(Option(each.value, text, each is draft.position) for each, text in texts.items())
