"""What can be made easier in a session under way, as changes of its prescription.

Each returns a new prescription with the same exercises in the same places, to be compiled again.
"""

from math import ceil
from typing import NamedTuple

from msgspec.structs import replace

from rehabtimer.core.prescription import Prescribed, Prescription
from rehabtimer.core.programme import Side
from rehabtimer.core.timeline import set_order


class Less(NamedTuple):
    """A smaller dose: reps a set, and seconds a hold."""

    reps: int
    hold: float


def less_of(item: Prescribed) -> Less | None:
    """Return half the reps or, of a plain hold, half the seconds; None if there is nothing less.

    It is rounded up, to whole reps or seconds, and never less than 1. The half is ours: the article
    names no figure. It is much less, and yet something is still done.
    """
    reps, hold = item.reps, item.hold
    less = Less(ceil(reps / 2), hold) if item.moving else Less(reps, float(ceil(hold / 2)))
    return less if less.reps < reps or less.hold < hold else None


def with_less(prescription: Prescription, place: int) -> Prescription:
    """Return it with less of one exercise; unchanged if there is nothing less."""
    item = prescription.exercises[place]
    less = less_of(item)
    return _with(prescription, place, replace(item, **less._asdict())) if less else prescription


def with_variant(prescription: Prescription, place: int, variant: str) -> Prescription:
    """Return it with an easier version of one exercise; "" is the exercise itself."""
    item = prescription.exercises[place]
    return _with(prescription, place, replace(item, variant=variant))


def without_side(prescription: Prescription, place: int, side: Side) -> Prescription:
    """Return it without any set of one side of an exercise, done or not, so that none comes again.

    It is unchanged where that would leave nothing: such an exercise is skipped whole. So it is with
    one that both legs do at once, of which no half can be left out.
    """
    item = prescription.exercises[place]
    gone = tuple(each for each in set_order(item) if each[0] is side)
    left = replace(item, left_out=item.left_out + gone)
    return _with(prescription, place, left) if gone and set_order(left) else prescription


def _with(prescription: Prescription, place: int, item: Prescribed) -> Prescription:
    exercises = prescription.exercises
    return replace(prescription, exercises=(*exercises[:place], item, *exercises[place + 1 :]))
