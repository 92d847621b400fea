"""Doses on the Programme screen: the article's range, and what lies beyond it, in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rehabtimer.core.dose_file import HOLD, REPS, SETS, Bounds
from rehabtimer.core.prescription import Choice, dose_of
from rehabtimer.core.programme import Dose, Exercise, Level, Range
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.wording import figure

_WIDE_RANGE = 10  # seconds or reps from end to end
_WIDE_STEP = 5.0


class Part(StrEnum):
    """One number of a dose."""

    HOLD = "hold"
    REPS = "reps"
    SETS = "sets"


BOUNDS: Final[dict[Part, Bounds]] = {Part.HOLD: HOLD, Part.REPS: REPS, Part.SETS: SETS}


@dataclass(frozen=True)
class BeyondQuestion:
    """A number that was wished for, and that lies beyond the article."""

    exercise: str
    part: Part
    value: float


@dataclass(frozen=True)
class DoseStepper:
    """One number that may be changed: its value, its hard bounds, and what the article says."""

    part: Part
    text: str
    value: float
    least: float
    most: float
    step: float
    suffix: str
    article: str
    beyond: bool


def steppers(exercise: Exercise, choice: Choice) -> tuple[DoseStepper, ...]:
    """Return a stepper for each number that can be another one."""
    return tuple(
        _stepper(exercise, part, value)
        for part, value in values_of(exercise.dose, choice).items()
        if part is not Part.REPS or exercise.moving
    )


def values_of(dose: Dose, choice: Choice) -> dict[Part, float]:
    """Return the numbers of a dose as they are chosen."""
    return dict(zip(Part, dose_of(dose, choice, Level.TARGET), strict=True))


def range_of(dose: Dose, part: Part) -> Range:
    """Return what the article says about one number."""
    found: Range = getattr(dose, part)
    return found


def has_own_dose(choice: Choice) -> bool:
    """Say whether the person has set a number of the dose themselves."""
    return (choice.hold, choice.reps, choice.sets) != (None, None, None)


def within_bounds(part: Part, value: float) -> float:
    """Return a number brought back to what a dose may be at all."""
    bounds = BOUNDS[part]
    kept = min(max(value, bounds.least), bounds.most)
    return round(kept) if bounds.whole else kept


def is_beyond(exercise: Exercise, part: Part, value: float) -> bool:
    """Say whether a number is outside what the article says; one's own exercises have no such."""
    numbers = range_of(exercise.dose, part)
    return not exercise.own and not numbers.low <= value <= numbers.limit


def goes_further(exercise: Exercise, part: Part, now: float, wish: float) -> bool:
    """Say whether a wish leaves the article's range at an end at which it was not left yet."""
    if not is_beyond(exercise, part, wish):
        return False
    numbers = range_of(exercise.dose, part)
    return now <= numbers.limit if wish > numbers.limit else now >= numbers.low


def amount(part: Part, value: float) -> str:
    """Return one number of a dose in words: "15 s", "1 rep", "3 sets"."""
    match part:
        case Part.HOLD:
            return _("{seconds} s").format(seconds=figure(value))
        case Part.REPS:
            return ngettext("{n} rep", "{n} reps", value)
        case Part.SETS:
            return ngettext("{n} set", "{n} sets", value)


def question_text(exercise: Exercise, question: BeyondQuestion) -> str:
    """Return what is asked before a dose goes beyond the article."""
    numbers, part = range_of(exercise.dose, question.part), question.part
    is_more = question.value > numbers.limit
    if numbers.low == numbers.limit:
        text = _("The article says {amount}. Go beyond the article?")
        return text.format(amount=amount(part, numbers.limit))
    if is_more and not numbers.given:
        text = _("The article gives no number here; our own end is {amount}. Go beyond it?")
    elif is_more:
        text = _("The article says up to {amount}. Go beyond the article?")
    elif not numbers.given or part in exercise.dose.up_to:
        text = _("The article names no lower end; ours is {amount}. Go below it?")
    else:
        text = _("The article says at least {amount}. Go beyond the article?")
    return text.format(amount=amount(part, numbers.limit if is_more else numbers.low))


def step_of(numbers: Range) -> float:
    """Return how far one press goes: wide ranges of seconds in fives."""
    return _WIDE_STEP if numbers.limit - numbers.low > _WIDE_RANGE else 1.0


def _stepper(exercise: Exercise, part: Part, value: float) -> DoseStepper:
    numbers, bounds = range_of(exercise.dose, part), BOUNDS[part]
    beyond = is_beyond(exercise, part, value)
    says = _article(part, numbers, up_to=part.value in exercise.dose.up_to)
    if exercise.own:
        says = _("Your exercise says {amount}").format(amount=amount(part, numbers.target))
    texts = {Part.HOLD: _("Hold"), Part.REPS: _("Reps"), Part.SETS: _("Sets")}
    return DoseStepper(
        part=part,
        text=texts[part],
        value=value,
        least=bounds.least,
        most=bounds.most,
        step=step_of(numbers),
        suffix=_("s") if part is Part.HOLD else "",
        article=_("Beyond the article. {says}").format(says=says) if beyond else says,
        beyond=beyond,
    )


def _article(part: Part, numbers: Range, *, up_to: bool) -> str:
    most = amount(part, numbers.high)
    if not numbers.given:
        return _("Not given in the article; at most {most} here").format(most=figure(numbers.limit))
    if numbers.low == numbers.high:
        return _("The article says {amount}").format(amount=most)
    if up_to:
        return _("The article says up to {most}").format(most=most)
    return _("The article says {least} to {most}").format(least=figure(numbers.low), most=most)
