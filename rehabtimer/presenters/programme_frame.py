"""What the Programme screen says: exercises, their doses and the article's ranges in words."""

from dataclasses import dataclass
from enum import StrEnum

from rehabtimer.core.prescription import Choice, Prescribed, dose_of
from rehabtimer.core.programme import Dose, Exercise, Level, Range, Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.skipped import off_text
from rehabtimer.presenters.wording import dose_text, figure, minutes_text

_WIDE_RANGE = 10  # seconds or reps from end to end
_WIDE_STEP = 5.0


class Part(StrEnum):
    """One number of a dose."""

    HOLD = "hold"
    REPS = "reps"
    SETS = "sets"


@dataclass(frozen=True)
class DoseStepper:
    """One number that may be changed: its value, how far it goes, and what the article says."""

    part: Part
    text: str
    value: float
    least: float
    most: float
    step: float
    suffix: str
    article: str


@dataclass(frozen=True)
class ProgrammeRow:
    """One exercise, short and at length."""

    exercise: str
    name: str
    areas: str
    dose: str
    minutes: str
    on: bool
    off_text: str
    side: Side
    steppers: tuple[DoseStepper, ...]
    steps: tuple[str, ...]
    equipment: str
    safety: str
    note: str
    can_reset: bool


@dataclass(frozen=True)
class ProgrammeFrame:
    """The whole screen; `undo_text` says what would be undone, or is empty."""

    title: str
    subtitle: str
    total: str
    total_note: str
    knees: tuple[Option, ...]
    knee_note: str
    plans: tuple[Option, ...]
    weekdays: tuple[Option, ...]
    plan_note: str
    rows: tuple[ProgrammeRow, ...]
    undo_text: str


def programme_row(
    exercise: Exercise, item: Prescribed, choice: Choice, seconds: float
) -> ProgrammeRow:
    """Return one exercise; `item` is its dose as it would be if it were on."""
    return ProgrammeRow(
        exercise=exercise.id,
        name=_(exercise.name),
        areas=", ".join(_(area) for area in exercise.areas),
        dose=dose_text(exercise, item),
        minutes=minutes_text(seconds),
        on=choice.on,
        off_text="" if choice.on else off_text(choice),
        side=item.sides[0],
        steppers=_steppers(exercise.dose, choice),
        steps=tuple(_(line) for line in exercise.steps.lines),
        equipment=", ".join(_(thing) for thing in exercise.equipment),
        safety=_(exercise.safety),
        note=_(exercise.note),
        can_reset=has_own_dose(choice),
    )


def has_own_dose(choice: Choice) -> bool:
    """Say whether the person has set a number of the dose themselves."""
    return (choice.hold, choice.reps, choice.sets) != (None, None, None)


def step_of(numbers: Range) -> float:
    """Return how far one press goes: wide ranges of seconds in fives."""
    return _WIDE_STEP if numbers.limit - numbers.low > _WIDE_RANGE else 1.0


def amount(part: Part, value: float) -> str:
    """Return one number of a dose in words: "15 s", "1 rep", "3 sets"."""
    match part:
        case Part.HOLD:
            return _("{seconds} s").format(seconds=figure(value))
        case Part.REPS:
            return ngettext("{n} rep", "{n} reps", value)
        case Part.SETS:
            return ngettext("{n} set", "{n} sets", value)


def _steppers(dose: Dose, choice: Choice) -> tuple[DoseStepper, ...]:
    values = dict(zip(Part, dose_of(dose, choice, Level.TARGET), strict=True))
    ranges = {Part.HOLD: dose.hold, Part.REPS: dose.reps, Part.SETS: dose.sets}
    texts = {Part.HOLD: _("Hold"), Part.REPS: _("Reps"), Part.SETS: _("Sets")}
    return tuple(
        DoseStepper(
            part=part,
            text=texts[part],
            value=values[part],
            least=numbers.low,
            most=numbers.limit,
            step=step_of(numbers),
            suffix=_("s") if part is Part.HOLD else "",
            article=_article(part, numbers, up_to=part.value in dose.up_to),
        )
        for part, numbers in ranges.items()
        if numbers.limit > numbers.low
    )


def _article(part: Part, numbers: Range, *, up_to: bool) -> str:
    most = amount(part, numbers.high)
    if not numbers.given:
        return _("Not given in the article; at most {most} here").format(most=figure(numbers.limit))
    if up_to:
        return _("The article says up to {most}").format(most=most)
    return _("The article says {least} to {most}").format(least=figure(numbers.low), most=most)
