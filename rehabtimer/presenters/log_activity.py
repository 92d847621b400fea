"""What the Log does with other activity than the programme's, and how the knees were in it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import timedelta

import msgspec

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.text import _
from rehabtimer.core.workouts import MOST_MINUTES, Sport, Workout
from rehabtimer.insights.runs import LOOK_BACK, beyond_longest
from rehabtimer.presenters.activity_form import activity_form, asks_warm_up, workout_text
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.changes import Changes
from rehabtimer.presenters.distances import (
    distance_problem,
    distance_words,
    field_text,
    typed_metres,
    typed_whole,
)
from rehabtimer.presenters.log_forms import ActivityAnswer, ActivityForm, ActivityProblems
from rehabtimer.presenters.log_moments import note_problem, stamp_of, when_problem

_KNEES = (Side.LEFT, Side.RIGHT)


class ActivityLog:
    """Adds, changes and removes activities, each at once and each to be undone."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Keep them in the history of a case."""
        self._case = case
        self._changes = changes
        self._added = 0
        self._edited: Workout | None = None
        self._problems = ActivityProblems()  # of the form at the top
        self._edit_problems = ActivityProblems()

    def form(self) -> ActivityForm:
        """Return the form at the top."""
        form = activity_form(self._case, f"activity-{self._added}")
        return replace(form, problems=self._problems)

    def edited(self, there: Collection[str]) -> ActivityForm | None:
        """Return the form that is open, unless its activity is not among those `there`."""
        if self._edited is None or self._edited.id not in there:
            self._edited = None
            return None
        answers = self._case.store.diary.of_workout(self._edited.id)
        form = activity_form(self._case, self._edited.id, self._edited, answers)
        return replace(form, problems=self._edit_problems)

    def add(self, answer: ActivityAnswer) -> None:
        """Keep an activity, or say what is wrong with the form."""
        self._problems = self._look_over(answer)
        if answer.sport is None or not self._problems.are_none:
            self._changes.refuse()
            return
        when = stamp_of(self._case, answer.day, answer.at)
        workout = self._filled(Workout(id=new_id(), when=when, sport=answer.sport), answer)
        self._case.store.workouts.add(workout, self._answers(workout, answer, ()))
        self._added += 1
        workouts = self._case.store.workouts
        self._remember(
            _("“{entry}” is kept."), workout, lambda: workouts.remove(workout.id), workout
        )

    def edit(self, identity: str) -> bool:
        """Open the form of an activity, if it is one."""
        self._edited = self._case.store.workouts.workout(identity)
        self._edit_problems = ActivityProblems()
        return self._edited is not None

    def cancel(self) -> None:
        """Close that form without a change."""
        self._edited = None

    def change(self, answer: ActivityAnswer) -> None:
        """Keep what the form of the edited activity says, or say what is wrong with it."""
        before = self._edited
        if before is None:
            return
        self._edit_problems = self._look_over(answer, before)
        if answer.sport is None or not self._edit_problems.are_none:
            self._changes.refuse()
            return
        workouts = self._case.store.workouts
        told = self._case.store.diary.of_workout(before.id)
        after = self._filled(msgspec.structs.replace(before, sport=answer.sport), answer, before)
        answers = self._answers(after, answer, told)
        if after != before or answers != told:
            now = self._case.stamp.at
            workouts.change(msgspec.structs.replace(after, edited_at=now), answers)
            self._remember(
                _("“{entry}” was changed."), before, lambda: workouts.change(before, told), after
            )
        self._edited = None

    def remove(self, identity: str) -> bool:
        """Forget an activity and the answers about it, if it is one."""
        workouts = self._case.store.workouts
        workout = workouts.workout(identity)
        if workout is None:
            return False
        told = self._case.store.diary.of_workout(identity)
        workouts.remove(identity)
        self._remember(_("“{entry}” was deleted."), workout, lambda: workouts.add(workout, told))
        return True

    # What was filled in

    def _look_over(self, answer: ActivityAnswer, before: Workout | None = None) -> ActivityProblems:
        minutes = _("Minutes are a whole number from 1 to 1,440.")
        units = self._case.settings.units
        wants_distance = answer.sport is not None and answer.sport.has_distance
        is_wrong = wants_distance and self._metres(answer, before) is None
        return ActivityProblems(
            sport="" if answer.sport else _("Please choose what you did."),
            minutes=minutes if answer.minutes.strip() and not _minutes(answer) else "",
            distance=distance_problem(answer.distance, units)
            if is_wrong and answer.distance.strip()
            else "",
            note=note_problem(answer.note.strip()),
            when=when_problem(self._case, answer.day, answer.at),
        )

    def _filled(
        self, workout: Workout, answer: ActivityAnswer, before: Workout | None = None
    ) -> Workout:
        has_distance = workout.sport.has_distance
        return msgspec.structs.replace(
            workout,
            when=stamp_of(self._case, answer.day, answer.at, workout.when),
            minutes=_minutes(answer),
            metres=self._metres(answer, before) if has_distance else None,
            warmed_up=answer.warmed_up and asks_warm_up(workout.sport),
            note=answer.note.strip(),
        )

    def _metres(self, answer: ActivityAnswer, before: Workout | None) -> int | None:
        """What is in the field as it was shown has not been changed, not by a metre."""
        units = self._case.settings.units
        if before and answer.distance.strip() == field_text(before.metres, units):
            return before.metres
        return typed_metres(answer.distance, units)

    def _answers(
        self, workout: Workout, answer: ActivityAnswer, told: Collection[PainEntry]
    ) -> list[PainEntry]:
        """Return the answers about an activity; those that were there before keep their ids."""
        known = {entry.knee: entry for entry in told if entry.knee in _KNEES}
        kept = [entry for entry in told if entry.knee not in _KNEES]
        doing = Activity.RUNNING if workout.sport is Sport.RUNNING else Activity.OTHER
        for knee, score in answer.scores:
            before = known.get(knee)
            values = {"when": workout.when, "score": score, "activity": doing}
            entry = before or PainEntry(
                id=new_id(),
                when=workout.when,
                knee=knee,
                score=score,
                moment=Moment.EXTRA,
                workout=workout.id,
            )
            after = msgspec.structs.replace(entry, **values)
            if before and after != before:
                after = msgspec.structs.replace(after, edited_at=self._case.stamp.at)
            kept.append(after)
        return sorted(kept, key=lambda entry: (entry.when.at, entry.id))

    def _remember(
        self,
        text: str,
        workout: Workout,
        take_back: Callable[[], object],
        kept: Workout | None = None,
    ) -> None:
        entry = workout_text(workout, self._case.settings.units)
        remark = self._remark(kept) if kept else ""
        self._changes.remember(
            text.format(entry=entry), take_back, lambda: self._read(workout.id), remark
        )

    def _read(self, workout: str) -> tuple[Workout | None, list[PainEntry]]:
        store = self._case.store
        return store.workouts.workout(workout), store.diary.of_workout(workout)

    def _remark(self, run: Workout) -> str:
        """Point out a run that goes far beyond those before it; it is kept all the same."""
        day, units = run.when.day, self._case.settings.units
        kept = self._case.store.workouts.between(day - LOOK_BACK - timedelta(days=1), day)
        long_run = beyond_longest(run, kept)
        if long_run is None:
            return ""
        text = _(
            "Your log shows {longest} as the longest run of the 30 days before; this one is more"
            " than 10 % beyond it. The article says to raise distance gradually, and in a large"
            " study of runners more injuries followed such runs (Garmin-RUNSAFE, 2025)."
        )
        return text.format(longest=distance_words(long_run.longest, units))


def _minutes(answer: ActivityAnswer) -> int | None:
    number = typed_whole(answer.minutes)
    return number if number is not None and 1 <= number <= MOST_MINUTES else None
