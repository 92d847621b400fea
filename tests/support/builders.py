"""Small prescriptions and timelines, so that a test names only what it is about."""

from rehabtimer.core.prescription import Prescribed, Prescription, Timing
from rehabtimer.core.programme import Change, Side
from rehabtimer.core.timeline import Timeline, compile_timeline

ONE_LEG = (Side.LEFT,)
LEGS = (Side.LEFT, Side.RIGHT)
TOGETHER = (Side.BOTH,)

PACE = Timing(go=1, back=2, switch=5, rest=10, between=8, prepare=4)
NO_TIME = Timing(go=0, back=0, switch=0, rest=0, between=0, prepare=0)
NO_PAUSES = Timing(go=1, back=2, switch=0, rest=0, between=0, prepare=0)


def stretch(
    exercise: str = "stretch",
    *,
    hold: float = 15,
    sets: int = 1,
    sides: tuple[Side, ...] = ONE_LEG,
    change: Change = Change.SET,
) -> Prescribed:
    """A plain hold, once a set."""
    return Prescribed(
        exercise=exercise, moving=False, hold=hold, reps=1, sets=sets, sides=sides, change=change
    )


def lift(
    exercise: str = "lift",
    *,
    hold: float = 2,
    reps: int = 3,
    sets: int = 1,
    sides: tuple[Side, ...] = ONE_LEG,
    change: Change = Change.SET,
) -> Prescribed:
    """A moving exercise: go, hold, return, rep after rep."""
    return Prescribed(
        exercise=exercise, moving=True, hold=hold, reps=reps, sets=sets, sides=sides, change=change
    )


def prescription(*exercises: Prescribed, timing: Timing = PACE) -> Prescription:
    """A session of these exercises, for a painful left knee."""
    return Prescription(
        programme="test", affected=Side.LEFT, timing=timing, exercises=tuple(exercises)
    )


def timeline(*exercises: Prescribed, timing: Timing = PACE) -> Timeline:
    """The steps of a session of these exercises."""
    return compile_timeline(prescription(*exercises, timing=timing))


def ten_exercises(timing: Timing | None = None) -> Prescription:
    """A session of the real size and shape: 33 sets, 200 reps, 705 seconds of holding."""
    return prescription(
        stretch("quad-stretch", hold=15, sets=2, sides=LEGS),
        stretch("hip-flexor-stretch", hold=10, sides=LEGS),
        lift("straight-leg-lift", hold=2, reps=20, sets=2, sides=LEGS),
        stretch("calf-stretch", hold=15, sets=3, change=Change.LEG),
        lift("step-up", hold=1, reps=10, sides=LEGS),
        lift("clam", hold=2, reps=15, sets=2, sides=LEGS),
        lift("wall-slide", hold=5, reps=10, sets=2, sides=TOGETHER),
        lift("donkey-kick", hold=1, reps=10, sides=LEGS),
        stretch("it-band-stretch", hold=10, sets=2, sides=LEGS),
        stretch("hamstring-stretch", hold=20, sets=3, sides=LEGS),
        timing=timing or Timing(),
    )
