"""Changes doses on the Programme screen; nothing goes beyond the article unasked."""

from msgspec.structs import replace

from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme_changes import Changes
from rehabtimer.presenters.programme_dose import (
    BeyondQuestion,
    Part,
    amount,
    goes_further,
    has_own_dose,
    range_of,
    values_of,
    within_bounds,
)


class DosesPresenter:
    """Sets one number of a dose at a time."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Look at the case as it is."""
        self._case = case
        self._changes = changes

    def set(self, exercise: str, part: Part, value: float) -> None:
        """Set one number of a dose, or ask first where the article's range would be left."""
        found, wish = self._case.exercise(exercise), within_bounds(part, value)
        now = values_of(found.dose, self._case.choice(exercise))[part]
        if wish == now:
            return
        if goes_further(found, part, now, wish):
            self._changes.drop_questions()
            self._changes.beyond = BeyondQuestion(exercise, part, wish)
        else:
            self._set(exercise, part, wish)

    def go_beyond(self) -> None:
        """Answer yes: set the number that was wished for."""
        asked = self._changes.beyond
        if asked is not None:
            self._set(asked.exercise, asked.part, asked.value)

    def reset(self, exercise: str) -> None:
        """Return an exercise to the doses that a new user gets."""
        choice, found = self._case.choice(exercise), self._case.exercise(exercise)
        if not has_own_dose(choice):
            return
        plain = replace(choice, hold=None, reps=None, sets=None)
        text = _("{exercise}: back to the article's doses.")
        if found.own:
            text = _("{exercise}: back to the doses of your exercise.")
        self._changes.make(text.format(exercise=_(found.name)), lambda: self._case.choose(plain))

    def _set(self, exercise: str, part: Part, number: float) -> None:
        found = self._case.exercise(exercise)
        own = None if number == range_of(found.dose, part).target else number
        choice = replace(self._case.choice(exercise), **{part.value: own})
        text = _("{exercise}: now {amount}.").format(
            exercise=_(found.name), amount=amount(part, number)
        )
        self._changes.make(text, lambda: self._case.choose(choice))
