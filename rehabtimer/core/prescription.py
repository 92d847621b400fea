"""What a session is made of: the chosen doses and times, before they become steps."""

from enum import StrEnum

from msgspec import Struct

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
    """What the user chose for one exercise; None means the article's target."""

    exercise: str
    on: bool = True
    reason: str = ""  # why it is off, an OffReason
    since: str = ""  # ISO date from which it is off
    hold: float | None = None
    reps: int | None = None
    sets: int | None = None


class Prescribed(Struct, frozen=True, kw_only=True):
    """One exercise of a session with its doses settled: `sets` for each of `sides`, in order."""

    exercise: str
    moving: bool
    hold: float
    reps: int
    sets: int
    sides: tuple[Side, ...]
    change: Change


class Prescription(Struct, frozen=True, kw_only=True):
    """Everything from which a session's steps are compiled, and can be compiled again."""

    programme: str
    affected: Side
    timing: Timing
    exercises: tuple[Prescribed, ...]


def sides_of(exercise: Exercise, affected: Side, first: Side) -> tuple[Side, ...]:
    """Return the legs that do the exercise, in order.

    `affected` is left, right or both; `first` is left or right. *Painful leg only* means it.
    """
    if exercise.sides.legs is Legs.TOGETHER:
        return (Side.BOTH,)
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
) -> Prescription:
    """Settle doses, sides and order for the exercises that are on."""
    exercises = [e for e in programme.exercises if choices.get(e.id, Choice(exercise=e.id)).on]
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
        sides=sides_of(exercise, affected, first),
        change=exercise.sides.change,
    )
