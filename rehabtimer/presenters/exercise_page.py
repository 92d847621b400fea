"""The page of one exercise: how it goes, how much of it, and what became of it so far."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice, Prescription, prescribe
from rehabtimer.core.programme import Exercise
from rehabtimer.core.records import ExerciseDay, PainEntry
from rehabtimer.core.text import _
from rehabtimer.core.timeline import seconds_by_exercise
from rehabtimer.insights.trying_again import tries
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_chart import exercise_chart, exercise_table
from rehabtimer.presenters.exercise_loop import exercise_loop
from rehabtimer.presenters.exercise_page_frame import ExercisePageFrame
from rehabtimer.presenters.exercise_skips import SkipLine, skip_line
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import dose_text, minutes_text

_ORDINARY = "ordinary"  # the key of the exercise itself among its easier versions


class ExercisePagePresenter:
    """Says what the page shows; remembers which version is looked at, and the last change."""

    def __init__(self, case: Case, exercise: str) -> None:
        """Begin with the version that sessions have."""
        self._case = case
        self._id = exercise
        self._variant = case.choice(exercise).variant
        self._notice = ""
        self._undo: tuple[str, Callable[[], None]] | None = None

    def frame(self) -> ExercisePageFrame:
        """Return the page as it is now."""
        case, exercise = self._case, self._exercise
        asked = self._prescription(exercise)
        item, seconds = asked.exercises[0], seconds_by_exercise(asked)[exercise.id]
        days, told = case.store.history.exercise_days(self._id), case.store.diary.about(self._id)
        chart = exercise_chart(exercise, days, told, case.today)
        skips = self._skips(exercise, days, told)
        return ExercisePageFrame(
            name=_(exercise.name),
            areas=", ".join(_(area) for area in exercise.areas),
            dose=dose_text(exercise, item),
            minutes=minutes_text(seconds),
            versions=self._versions(exercise),
            version_note=self._version_note(exercise),
            can_use_version=self._is_other_version and self._can_be_done,
            steps=tuple(_(line) for line in exercise.steps_of(self._variant).lines),
            safety=_(exercise.safety),
            equipment=", ".join(_(thing) for thing in exercise.equipment),
            note=_(exercise.note),
            loop=exercise_loop(exercise, item, case.settings.timing, self._variant),
            still=case.settings.still,
            skips=skips,
            no_skips="" if skips else _("It was never skipped."),
            chart=chart,
            table=exercise_table(chart) if chart else None,
            no_chart="" if chart else _no_chart(),
            can_change=self._is_own,
            notice=self._notice,
            undo_text=self._undo[0] if self._undo else "",
        )

    def show_version(self, version: str) -> None:
        """Look at the exercise itself, or at an easier version of it."""
        self._variant = "" if version == _ORDINARY else version

    def use_version(self) -> None:
        """Do the version that is looked at, from the next session on."""
        back = self._case.way_back()
        self._case.choose(replace(self._case.choice(self._id), variant=self._variant))
        text = _("From the next session on: {version}.").format(
            version=self._version_name(self._exercise, self._variant)
        )
        self._remember(text, back)

    def delete(self) -> None:
        """Take an exercise of one's own out of the programme; what was done of it stays kept."""
        if not self._is_own:
            return
        case, back, name = self._case, self._case.way_back(), _(self._exercise.name)
        case.library.remove(self._id)
        case.reload()

        def bring_back() -> None:
            case.library.bring_back(self._id)
            back()

        text = _("{exercise} was deleted. What you did of it stays in your history.")
        self._remember(text.format(exercise=name), bring_back)

    def export(self, file: Path) -> None:
        """Write an exercise of one's own into a file, and say so, or what is wrong.

        A file that is there is replaced: whoever chose it was asked about that.
        """
        try:
            self._case.library.export(self._id, file, replace=True)
        except UserError as error:
            self._notice = str(error)
        else:
            self._notice = _("It was written to {file}.").format(file=quoted(file.name))
        self._undo = None

    def undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            self._undo[1]()
        self._undo = None

    @property
    def name(self) -> str:
        """The exercise's name, such as a file could begin with."""
        return _(self._exercise.name)

    @property
    def _exercise(self) -> Exercise:
        return self._case.exercise(self._id)

    @property
    def _is_own(self) -> bool:
        return any(exercise.id == self._id for exercise in self._case.library.exercises)

    @property
    def _can_be_done(self) -> bool:
        return any(exercise.id == self._id for exercise in self._case.programme.exercises)

    @property
    def _is_other_version(self) -> bool:
        return self._variant != self._case.choice(self._id).variant

    def _prescription(self, exercise: Exercise) -> Prescription:
        """Return a session of nothing but this exercise, as if it were on."""
        case = self._case
        choice = replace(case.choice(exercise.id), on=True, variant=self._variant)
        return prescription_of(case, exercise, choice)

    def _versions(self, exercise: Exercise) -> tuple[Option, ...]:
        keys = (_ORDINARY, *exercise.variant_ids) if exercise.variants else ()
        return tuple(
            Option(key, self._version_name(exercise, key), key == (self._variant or _ORDINARY))
            for key in keys
        )

    def _version_name(self, exercise: Exercise, version: str) -> str:
        names = (easier.name for easier in exercise.variants if easier.id == version)
        return _(next(names, exercise.name))

    def _version_note(self, exercise: Exercise) -> str:
        if not exercise.variants:
            return ""
        if not self._is_other_version:
            return _("Your sessions have this one.")
        held = self._version_name(exercise, self._case.choice(self._id).variant)
        return _("Your sessions have: {version}.").format(version=held)

    def _skips(
        self, exercise: Exercise, days: Sequence[ExerciseDay], told: Sequence[PainEntry]
    ) -> tuple[SkipLine, ...]:
        """Return every skip in words, the latest first."""
        found = self._case.store.skips.all(self._id)
        standing = self._case.skips().get(self._id)
        again = {each.skip.id: each for each in tries(found, days, told)}
        return tuple(
            skip_line(
                skip,
                exercise,
                again.get(skip.id),
                stands=skip == standing,
                today=self._case.today,
            )
            for skip in reversed(found)
        )

    def _remember(self, text: str, take_back: Callable[[], None]) -> None:
        self._notice, self._undo = "", (text, take_back)


def prescription_of(case: Case, exercise: Exercise, choice: Choice) -> Prescription:
    """Return a session of nothing but one exercise, as a choice has it."""
    alone = replace(case.programme, exercises=(exercise,))
    return prescribe(
        alone,
        {exercise.id: choice},
        affected=case.settings.affected,
        first=case.settings.first,
        timing=case.settings.timing,
    )


def _no_chart() -> str:
    return _("Once you have done it in a session, this shows how much of it, and what it hurt.")
