"""The last change on the Programme screen, the way back from it, and what is being asked."""

from collections.abc import Callable

from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.programme_dose import BeyondQuestion
from rehabtimer.presenters.wording import exercise_text, side_text


class Changes:
    """Makes changes one at a time. A question that is open is dropped with the next change.

    The way back leads to all as it was, so it is closed once something was changed elsewhere.
    """

    def __init__(self, case: Case) -> None:
        """Start with nothing to undo."""
        self._case = case
        self._key = self._text = ""
        self._back: Callable[[], object] | None = None
        self._after: tuple[object, ...] = ()
        self.beyond: BeyondQuestion | None = None
        self.asks_to_begin = False

    @property
    def text(self) -> str:
        """What would be undone, or an empty text."""
        return self._text if self._is_last else ""

    def make(self, text: str, change: Callable[[], object], *, key: str = "") -> None:
        """Make a change that `text` puts in words; those of one `key` in a row are one change."""
        goes_on = bool(key) and key == self._key and self._is_last
        back = self._back if goes_on else self._case.way_back()
        self.drop_questions()
        change()
        self._back, self._key, self._text = back, key, text
        self._after = self._state()

    def take_back(self) -> None:
        """Put everything back to how it was before the last change."""
        self.drop_questions()
        if self._back is not None and self._is_last:
            self._back()
        self._back = None
        self._key = self._text = ""

    def drop_questions(self) -> None:
        """Ask nothing any more."""
        self.beyond, self.asks_to_begin = None, False

    @property
    def _is_last(self) -> bool:
        return self._after == self._state()

    def _state(self) -> tuple[object, ...]:
        """Return all that the way back would put back."""
        settings = self._case.settings
        legs = (settings.affected, settings.first, settings.group_floor)
        return (self._case.course, *legs)


def version_text(exercise: Exercise, variant: str) -> str:
    """Return which version of an exercise is done now."""
    if not variant:
        return _("{exercise}: as it is.").format(exercise=_(exercise.name))
    return _("{name}.").format(name=exercise_text(exercise, variant))


def legs_text(exercise: Exercise, only: Side | None) -> str:
    """Return which legs do an exercise now."""
    text = _("{exercise}: {side} only.") if only else _("{exercise}: {side}.")
    side = side_text(only or Side.BOTH, exercise)
    return text.format(exercise=_(exercise.name), side=side)
