"""What a session in an export may consist of."""

import re
from collections.abc import Iterable
from typing import Final

from rehabtimer.core.faults import Fault, check_most, wrong
from rehabtimer.core.prescription import Prescribed, Prescription
from rehabtimer.storage.document_types import ONE_LINE

LONGEST: Final = 3600.0  # seconds
MOST_EXERCISES: Final = 100
MOST_REPS: Final = 100_000

_ID: Final = re.compile(f"[^{ONE_LINE}]{{0,200}}")


def check_prescription(found: Prescription) -> None:
    """Raise Fault for figures from which no session can be made, or none that ends."""
    check_most("prescription.exercises", found.exercises, MOST_EXERCISES)
    _check_ids((("prescription.programme", found.programme),))
    reps = 0
    for index, item in enumerate(found.exercises):
        key = f"prescription.exercises[{index}]"
        _check_exercise(key, item)
        reps += item.reps * item.sets * len(item.sides)
    if reps > MOST_REPS:
        raise Fault(f"prescription comes to {reps} reps; expected at most {MOST_REPS}.")
    for name in found.timing.__struct_fields__:
        _check_seconds(f"prescription.timing.{name}", getattr(found.timing, name))


def _check_exercise(key: str, item: Prescribed) -> None:
    _check_ids(((f"{key}.exercise", item.exercise), (f"{key}.variant", item.variant)))
    _check_seconds(f"{key}.hold", item.hold)
    if item.rest is not None:
        _check_seconds(f"{key}.rest", item.rest)
    for name in ("reps", "sets"):
        if getattr(item, name) < 1:
            raise wrong(f"{key}.{name}", getattr(item, name), "a whole number from 1 on")
    check_most(f"{key}.sides", item.sides, 2)
    check_most(f"{key}.left_out", item.left_out, MOST_EXERCISES)


def _check_seconds(key: str, seconds: float) -> None:
    if not 0 <= seconds <= LONGEST:
        raise wrong(key, seconds, f"a number of seconds from 0 to {LONGEST:g}")


def _check_ids(found: Iterable[tuple[str, str]]) -> None:
    for key, text in found:
        if not _ID.fullmatch(text):
            raise wrong(key, text, "an id of at most 200 plain characters")
