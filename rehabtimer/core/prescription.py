"""What a session is made of: the chosen doses and times, before they become steps."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.programme import Change, Dose, Exercise, Legs, Level, Programme, Side


class Wait(StrEnum):
    """Where the clock stops until the person says go on."""

    NEVER = "never"
    EXERCISE = "exercise"
    SET = "set"


class OffReason(StrEnum):
    """Why an exercise is off."""

    STAIRS_HURT = "stairs-hurt"  # told at the first start
    HURT = "hurt"
    OWN_CHOICE = "own-choice"


class Timing(Struct, frozen=True, kw_only=True):
    """Tempo and rests in seconds. None of these figures is from the article."""

    go: float = 2.0
    back: float = 3.0
    switch: float = 5.0
    rest: float = 30.0
    between: float = 20.0
    prepare: float = 5.0


class Choice(Struct, frozen=True, kw_only=True):
    """What the user chose for one exercise; None means the article's target.

    Dates are ISO texts, or empty: it is off from `since` on, back by itself on `until`, and not
    offered to be tried again before `not_before`.
    """

    exercise: str
    on: bool = True
    reason: str = ""  # why it is off, an OffReason
    since: str = ""
    until: str = ""
    not_before: str = ""
    variant: str = ""  # the easier version that is done; "" is the exercise itself
    only: Side | None = None  # the one leg that does it; None is the legs of the article
    hold: float | None = None
    reps: int | None = None
    sets: int | None = None

    def on_day(self, day: date) -> "Choice":
        """Return the choice as it holds on a date: what is off until then is back."""
        is_back = not self.on and "" < self.until <= day.isoformat()
        return replace(self, on=True, reason="", since="", until="") if is_back else self


class Prescribed(Struct, frozen=True, kw_only=True):
    """One exercise of a session with its doses settled: `sets` for each of `sides`, in order.

    `left_out` has the sets, by side and number, that it no longer consists of: what hurt and was
    skipped under way. `rest` is seconds between its sets, where they are its own.
    """

    exercise: str
    moving: bool
    hold: float
    reps: int
    sets: int
    sides: tuple[Side, ...]
    change: Change
    variant: str = ""
    rest: float | None = None
    left_out: tuple[tuple[Side, int], ...] = ()


class Prescription(Struct, frozen=True, kw_only=True):
    """Everything from which a session's steps are compiled, and can be compiled again."""

    programme: str
    affected: Side
    timing: Timing
    exercises: tuple[Prescribed, ...]


def sides_of(
    exercise: Exercise, affected: Side, first: Side, only: Side | None = None
) -> tuple[Side, ...]:
    """Return the legs that do the exercise, in order.

    `affected` is left, right or both; `first` is left or right. *Painful leg only* means it.
    `only` is the one leg that the person has chosen.
    """
    if exercise.sides.legs is Legs.TOGETHER:
        return (Side.BOTH,)
    if only in (Side.LEFT, Side.RIGHT):
        return (only,)
    if exercise.sides.legs is Legs.PAINFUL and affected is not Side.BOTH:
        return (affected,)
    return (first, first.other)


def first_side(affected: Side, preferred: Side | None = None) -> Side:
    """Return the leg that begins: the preferred one, else the affected one, else the left."""
    if preferred in (Side.LEFT, Side.RIGHT):
        return preferred
    return Side.RIGHT if affected is Side.RIGHT else Side.LEFT


def dose_of(dose: Dose, choice: Choice, level: Level) -> tuple[float, int, int]:
    """Return hold seconds, reps and sets: the user's own figures, else the range at `level`."""
    hold = dose.hold.at(level) if choice.hold is None else choice.hold
    reps = dose.reps.at(level) if choice.reps is None else choice.reps
    sets = dose.sets.at(level) if choice.sets is None else choice.sets
    return float(hold), int(reps), int(sets)


def prescribe(  # noqa: PLR0913 - each is one answer of the user
    programme: Programme,
    choices: dict[str, Choice],
    *,
    affected: Side,
    first: Side | None = None,
    timing: Timing | None = None,
    level: Level = Level.TARGET,
    group_floor: bool = False,
    order: Iterable[str] = (),
) -> Prescription:
    """Settle doses, sides and order for the exercises that are on."""
    exercises = [
        exercise
        for exercise in arranged(programme.exercises, order)
        if choices.get(exercise.id, Choice(exercise=exercise.id)).on
    ]
    if group_floor:
        exercises.sort(key=lambda exercise: exercise.position.on_floor)
    start = first_side(affected, first)
    return Prescription(
        programme=programme.id,
        affected=affected,
        timing=timing or Timing(),
        exercises=tuple(
            _prescribed(e, choices.get(e.id, Choice(exercise=e.id)), affected, start, level)
            for e in exercises
        ),
    )


def arranged(exercises: Iterable[Exercise], order: Iterable[str]) -> tuple[Exercise, ...]:
    """Return exercises in an order of ids; those that it does not name follow as they are."""
    places = {identity: place for place, identity in enumerate(order)}
    return tuple(sorted(exercises, key=lambda exercise: places.get(exercise.id, len(places))))


def _prescribed(
    exercise: Exercise, choice: Choice, affected: Side, first: Side, level: Level
) -> Prescribed:
    hold, reps, sets = dose_of(exercise.dose, choice, level)
    return Prescribed(
        exercise=exercise.id,
        moving=exercise.moving,
        hold=hold,
        reps=reps,
        sets=sets,
        sides=sides_of(exercise, affected, first, choice.only),
        change=exercise.sides.change,
        variant=choice.variant if choice.variant in exercise.variant_ids else "",
        rest=exercise.rest,
    )
