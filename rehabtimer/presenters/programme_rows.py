"""Makes the rows of the Programme screen from the case as it is."""

from collections.abc import Iterable
from datetime import timedelta

from rehabtimer.core.prescription import Choice, OffReason, Prescribed
from rehabtimer.core.programme import Exercise, Legs, Side
from rehabtimer.core.text import _
from rehabtimer.core.timeline import seconds_by_exercise
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.programme_changes import Changes
from rehabtimer.presenters.programme_dose import (
    has_own_dose,
    is_beyond,
    question_text,
    steppers,
    values_of,
)
from rehabtimer.presenters.programme_frame import ProgrammeRow, RowDetails
from rehabtimer.presenters.skip_log import SkipLog
from rehabtimer.presenters.skipped import calm_text, off_text, tried_text
from rehabtimer.presenters.wording import dose_text, minutes_text, short_date

OFF_OPEN, OFF_DATE = "open", "date"
OFF_WEEKS = {"1": 1, "2": 2}  # by the key of the option
_LATEST_OFF = timedelta(days=365)


class Rows:
    """One frame's worth of rows; what they have in common is looked up once."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Look at the case as it is."""
        self._case = case
        self._changes = changes
        self._whole = case.prescription(everything=True)
        self._seconds = seconds_by_exercise(self._whole)
        self._log = SkipLog(case.store, case.course.id, case.today, case.settings.pain)
        self._swaps = swappable(case)

    def make(self) -> tuple[ProgrammeRow, ...]:
        """Return every exercise in the order in which it is done."""
        return tuple(self._row(place, item) for place, item in enumerate(self._whole.exercises))

    def _row(self, place: int, item: Prescribed) -> ProgrammeRow:
        exercise, choice = self._case.exercise(item.exercise), self._case.choice(item.exercise)
        lowest, highest = self._reach(exercise)
        skip = self._log.standing(exercise.id)
        may = not choice.on and self._log.may_try_again(exercise.id)
        return ProgrammeRow(
            exercise=exercise.id,
            name=_(exercise.name),
            figure=figure_name(exercise),
            variant=item.variant,
            side=item.sides[0],
            areas=", ".join(_(area) for area in exercise.areas),
            dose=_dose(exercise, item, choice),
            minutes=minutes_text(self._seconds[exercise.id]),
            on=choice.on,
            off_text="" if choice.on else off_text(choice, skip, self._case.today),
            past="" if choice.on else tried_text(self._log.tried(exercise.id), self._case.today),
            offer=calm_text(self._case.settings.pain) if may else "",
            can_try_again=not choice.on and choice.reason != OffReason.OWN_CHOICE,
            place=place,
            lowest=lowest,
            highest=highest,
            place_text=self._place_text(place),
            details=self._details(exercise, choice),
        )

    def _reach(self, exercise: Exercise) -> tuple[int, int]:
        """Return the first and the last place that an exercise may have."""
        places = range(len(self._whole.exercises))
        if not self._case.settings.group_floor:
            return 0, len(places) - 1
        floors = [self._case.exercise(e.exercise).position.on_floor for e in self._whole.exercises]
        own = [place for place in places if floors[place] is exercise.position.on_floor]
        return own[0], own[-1]

    def _place_text(self, place: int) -> str:
        text = _("Place {place} of {places}. Alt+Up and Alt+Down move it.")
        return text.format(place=place + 1, places=len(self._whole.exercises))

    def _details(self, exercise: Exercise, choice: Choice) -> RowDetails:
        asked = self._changes.beyond
        asks = asked is not None and asked.exercise == exercise.id
        back = _("Back to the doses of your exercise")
        tomorrow = self._case.today + timedelta(days=1)
        until = tomorrow
        if not choice.on and choice.until:
            until = max(tomorrow, until.fromisoformat(choice.until))
        return RowDetails(
            steppers=steppers(exercise, choice),
            question=question_text(exercise, asked) if asked and asks else "",
            reset_text=back if exercise.own else _("Back to the article's doses"),
            can_reset=has_own_dose(choice),
            variants=_variants(exercise, choice),
            legs=_legs(exercise, choice),
            swaps=_options(each for each in self._swaps if each.id != exercise.id),
            offs=self._offs(choice),
            off_date=until,
            earliest=tomorrow,
            latest=max(until, self._case.today + _LATEST_OFF),
            steps=tuple(_(line) for line in exercise.steps_of(choice.variant).lines),
            equipment=", ".join(_(thing) for thing in exercise.equipment),
            safety=_(exercise.safety),
            note=_(exercise.note),
        )

    def _offs(self, choice: Choice) -> tuple[Option, ...]:
        today = self._case.today
        ends = {key: today + timedelta(weeks=weeks) for key, weeks in OFF_WEEKS.items()}
        texts = {"1": _("1 week"), "2": _("2 weeks")}
        held = next((key for key, end in ends.items() if choice.until == end.isoformat()), OFF_DATE)
        chosen = "" if choice.on else held if choice.until else OFF_OPEN
        return (
            Option(OFF_OPEN, _("Until I turn it on"), chosen == OFF_OPEN),
            *(
                Option(key, texts[key], chosen == key, _("Until {date}").format(date=short_date(e)))
                for key, e in ends.items()
            ),
            Option(OFF_DATE, _("Until a date"), chosen == OFF_DATE),
        )


def swappable(case: Case) -> tuple[Exercise, ...]:
    """Return what could be done in the place of another: what is off, and own ones not in it."""
    off = [each for each in case.programme.exercises if not case.choice(each.id).on]
    return (*off, *addable(case))


def addable(case: Case) -> tuple[Exercise, ...]:
    """Return one's own exercises that the programme does not have."""
    known = {each.id for each in case.programme.exercises}
    return tuple(each for each in case.library.exercises if each.own and each.id not in known)


def figure_name(exercise: Exercise) -> str:
    """Return the name of the figure that shows an exercise; "" for none."""
    return exercise.figure or ("" if exercise.own else exercise.id)


def _options(exercises: Iterable[Exercise]) -> tuple[Option, ...]:
    return tuple(Option(each.id, _(each.name)) for each in exercises)


def _dose(exercise: Exercise, item: Prescribed, choice: Choice) -> str:
    text = dose_text(exercise, item)
    values = values_of(exercise.dose, choice)
    if any(is_beyond(exercise, part, value) for part, value in values.items()):
        return _("{dose} · beyond the article").format(dose=text)
    return text


def _variants(exercise: Exercise, choice: Choice) -> tuple[Option, ...]:
    if not exercise.variants:
        return ()
    own = choice.variant if choice.variant in exercise.variant_ids else ""
    usual = Option("", _("As it is"), own == "")
    easier = (Option(each.id, _(each.name), own == each.id) for each in exercise.variants)
    return (usual, *easier)


def _legs(exercise: Exercise, choice: Choice) -> tuple[Option, ...]:
    if exercise.sides.legs is not Legs.EACH:
        return ()
    texts = {Side.BOTH: _("Both"), Side.LEFT: _("Left only"), Side.RIGHT: _("Right only")}
    held = choice.only or Side.BOTH
    return tuple(Option(side.value, text, side is held) for side, text in texts.items())
