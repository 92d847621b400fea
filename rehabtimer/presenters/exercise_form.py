"""The form for an exercise of one's own: nothing is lost on a mistake, and nothing by leaving."""

from msgspec.structs import replace

from rehabtimer.core.dose_file import HOLD, REPS, REST, SETS
from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Change, Exercise, Legs, Position
from rehabtimer.core.text import _
from rehabtimer.core.timeline import seconds_by_exercise
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.exercise_checks import Problem, problems
from rehabtimer.presenters.exercise_draft import (
    REP_HOLD,
    STRETCH_HOLD,
    Draft,
    Field,
    draft_of,
    exercise_of_draft,
)
from rehabtimer.presenters.exercise_form_frame import (
    OWN,
    REPS_KIND,
    FormFrame,
    choice_fields,
    labels,
    number_fields,
    text_fields,
)
from rehabtimer.presenters.exercise_page import prescription_of
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import dose_text, minutes_text

_BOUNDS = {Field.HOLD: HOLD, Field.REPS: REPS, Field.SETS: SETS, Field.REST_SECONDS: REST}
_NUMBERS = {Field.REST_SECONDS: "rest"}  # where a field is not named like what it sets
_PREVIEW = "new"


class ExerciseFormPresenter:
    """Holds what was typed until it is saved or thrown away."""

    def __init__(self, case: Case, exercise: str = "") -> None:
        """Begin with an exercise of one's own, by its id, or with a new one."""
        self._case = case
        self._before: Exercise | None = case.exercise(exercise) if exercise else None
        self._shipped = case.library.programme().exercises  # whose figures there are
        self._draft = self._first = self._begin()
        self._has_tried = False
        self._is_asking = False
        self._message = ""
        self._focus: Field | None = None
        self.saved = ""  # the id, once it is saved

    def frame(self) -> FormFrame:
        """Return the form as it is now; where the keyboard should go is told once."""
        draft, rest = self._draft, self._case.settings.timing.rest
        focus, self._focus = self._focus, None
        said = {field: found.text for field, found in self._said().items()}
        exercise = exercise_of_draft(draft, _PREVIEW, self._before)
        asked = prescription_of(self._case, exercise, Choice(exercise=_PREVIEW))
        return FormFrame(
            title=_("Edit an exercise") if self._before else _("An exercise of your own"),
            texts=text_fields(draft, said),
            numbers=number_fields(draft),
            choices=choice_fields(draft, rest=rest, can_change_kind=not exercise.variants),
            figures=self._figures(),
            picture=draft.figure,
            side=asked.exercises[0].sides[0],
            preview=_("{dose} · {minutes}").format(
                dose=dose_text(exercise, asked.exercises[0]),
                minutes=minutes_text(seconds_by_exercise(asked)[_PREVIEW]),
            ),
            message=self._message,
            asking=_("What you have changed is not saved yet.") if self._is_asking else "",
            focus=focus,
        )

    @property
    def is_changed(self) -> bool:
        """Whether there is something that leaving would throw away."""
        return self._draft != self._first

    def write(self, field: Field, text: str) -> None:
        """Take a text as it was typed."""
        self._change(replace(self._draft, **{field.value: text}))

    def set_number(self, field: Field, value: float) -> None:
        """Take a number, within its bounds."""
        bounds = _BOUNDS[field]
        kept = min(max(value, bounds.least), bounds.most)
        number = round(kept) if bounds.whole else kept
        self._change(replace(self._draft, **{_NUMBERS.get(field, field.value): number}))

    def choose(self, field: Field, key: str) -> None:
        """Take a choice, by the key of its option; that of a figure is its id."""
        draft = self._draft
        match field:
            case Field.KIND:
                self._change(_of_kind(draft, moving=key == REPS_KIND))
            case Field.LEGS:
                self._change(replace(draft, legs=Legs(key)))
            case Field.CHANGE:
                self._change(replace(draft, change=Change(key)))
            case Field.REST:
                self._change(replace(draft, own_rest=key == OWN))
            case Field.POSITION:
                self._change(replace(draft, position=Position(key)))
            case _:
                self._change(replace(draft, figure=key))

    def save(self) -> bool:
        """Keep the exercise, and join a new one to the programme; say what is missing if it is."""
        self._has_tried, self._is_asking = True, False
        found = self._problems()
        if found:
            self._focus = next(iter(found))
            self._message = self._what_is_missing(found)
            return False
        case = self._case
        identity = self._before.id if self._before else case.library.fresh_id(self._draft.name)
        try:
            self._keep(exercise_of_draft(self._draft, identity, self._before))
        except UserError as error:
            self._message = str(error)
            return False
        case.reload()
        self._first, self.saved = self._draft, identity
        return True

    def leave(self) -> bool:
        """Say whether the form may be left; if something would be lost, ask first."""
        self._is_asking = self.is_changed
        return not self._is_asking

    def keep_editing(self) -> None:
        """Answer that the form is to stay."""
        self._is_asking = False

    def throw_away(self) -> None:
        """Answer that the changes may go."""
        self._draft, self._is_asking, self._has_tried, self._message = self._first, False, False, ""

    def _keep(self, exercise: Exercise) -> None:
        """Keep an exercise, and let a new one join; if its file is refused, it does not."""
        case, is_new = self._case, self._before is None
        back = case.way_back()
        if is_new:
            case.choose(Choice(exercise=exercise.id))
        try:
            case.library.save(exercise)
        except UserError:
            if is_new:
                back()
            raise

    def _begin(self) -> Draft:
        rest = self._case.settings.timing.rest
        return draft_of(self._before, rest) if self._before else Draft(rest=rest)

    def _change(self, draft: Draft) -> None:
        self._draft, self._is_asking, self._message = draft, False, ""

    def _problems(self) -> dict[Field, Problem]:
        case = self._case
        known = (*case.programme.exercises, *case.library.exercises)
        own = self._before.id if self._before else ""
        names = {name for one in known if one.id != own for name in (one.name, _(one.name))}
        return problems(self._draft, names)

    def _said(self) -> dict[Field, Problem]:
        """What is only missing is said once somebody has tried to save."""
        found = self._problems().items()
        return {field: each for field, each in found if self._has_tried or not each.missing}

    def _what_is_missing(self, found: dict[Field, Problem]) -> str:
        names = " · ".join(labels()[field] for field in found)
        return _("Not saved yet. Please look at: {fields}").format(fields=names)

    def _figures(self) -> tuple[Option, ...]:
        chosen = self._draft.figure
        options = (Option(each.id, _(each.name), each.id == chosen) for each in self._shipped)
        return (Option("", _("No picture"), not chosen), *options)


def _of_kind(draft: Draft, *, moving: bool) -> Draft:
    """A hold that nobody has set goes with the kind."""
    usual, other = (REP_HOLD, STRETCH_HOLD) if moving else (STRETCH_HOLD, REP_HOLD)
    return replace(draft, moving=moving, hold=usual if draft.hold == other else draft.hold)
