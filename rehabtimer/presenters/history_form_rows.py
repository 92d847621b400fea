"""The exercises and sets of the form for a past session, as rows to be filled in."""

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import SetRecord
from rehabtimer.core.text import _
from rehabtimer.core.timeline import SetKey
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_draft import Draft
from rehabtimer.presenters.history_form_frame import FormExercise, FormSet
from rehabtimer.presenters.history_sets import most_reps, most_seconds
from rehabtimer.presenters.history_words import done_of_sets, outcome_text, planned_text, set_name
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.summary_frame import totals_text
from rehabtimer.presenters.wording import exercise_text

NOT_DONE = "none"  # the key of the outcome that is none
_OUTCOMES = (Outcome.DONE, Outcome.PARTIAL, Outcome.SKIPPED, None)


def form_exercises(
    case: Case, draft: Draft, problems: dict[SetKey, str]
) -> tuple[FormExercise, ...]:
    """Return the exercises in the order of the session; `problems` are those of single sets."""
    variants = {item.exercise: item.variant for item in draft.record.prescription.exercises}
    names = list(dict.fromkeys(key.exercise for key in draft.sets))
    return tuple(
        _form_exercise(case.exercise(name), variants.get(name, ""), draft, problems)
        for name in names
    )


def set_keys(draft: Draft, exercise: str) -> tuple[SetKey, ...]:
    """Return the sets of an exercise."""
    return tuple(key for key in draft.sets if key.exercise == exercise)


def key_text(key: SetKey) -> str:
    """Return a set as a form names it."""
    return "/".join(map(str, key))


def question_text(moment: Moment, knee: Side) -> str:
    """Return the question about a knee before or after a session that is over."""
    if moment is Moment.BEFORE:
        left, right = _("Left knee before the session"), _("Right knee before the session")
    else:
        left, right = _("Left knee after the session"), _("Right knee after the session")
    return {Side.LEFT: left, Side.RIGHT: right}.get(knee, _("Both knees"))


def _form_exercise(
    exercise: Exercise, variant: str, draft: Draft, problems: dict[SetKey, str]
) -> FormExercise:
    rows = [draft.sets[key] for key in set_keys(draft, exercise.id)]
    return FormExercise(
        id=exercise.id,
        name=exercise_text(exercise, variant),
        amount=totals_text(rows),
        done=done_of_sets(rows),
        sets=tuple(_form_set(row, exercise, problems.get(row.key, "")) for row in rows),
        has_problem=any(problems.get(row.key) for row in rows),
    )


def _form_set(row: SetRecord, exercise: Exercise, problem: str) -> FormSet:
    return FormSet(
        key=key_text(row.key),
        name=set_name(row, exercise),
        planned=planned_text(row),
        outcomes=tuple(
            Option(each.value if each else NOT_DONE, outcome_text(each), each is row.outcome)
            for each in _OUTCOMES
        ),
        reps=row.reps if row.moving else None,
        most_reps=most_reps(row),
        seconds=round(row.seconds, 1),
        most_seconds=most_seconds(row),
        problem=problem,
    )
