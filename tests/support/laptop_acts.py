"""What a person may do on a laptop, picked by numbers: for histories that are generated."""

import os
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Course, PainEntry, Reach, SessionStatus, Skip, new_id
from rehabtimer.core.records import planned_sets as planned
from rehabtimer.core.schedule import Pause, Plan, PlanChange
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.storage.past import Past
from tests.support.histories import DAY, done, pain, session, small, stamp
from tests.support.laptops import Laptop

FOREVER = date(9999, 12, 31)

_T = TypeVar("_T")
Act = Callable[[Laptop, int], None]


def _one(of: Sequence[_T], number: int) -> _T | None:
    return of[number % len(of)] if of else None


def _course(laptop: Laptop) -> Course | None:
    return laptop.store.courses.current()


def _begin(laptop: Laptop, number: int) -> None:
    start = DAY + timedelta(days=number)
    change = PlanChange(since=start, weekdays=(1, 3, 5))
    plan = Plan(started_on=start, days=42, changes=(change,))
    choices = (Choice(exercise="clam", reps=number + 1),)
    laptop.store.courses.begin(
        Course(id=new_id(), programme="runners-knee", plan=plan, choices=choices)
    )


def _withdraw(laptop: Laptop, number: int) -> None:
    if course := _one(laptop.store.courses.all(), number):
        laptop.store.courses.put_back(course, laptop.store.skips.of_course(course.id))


def _plan(laptop: Laptop, number: int) -> None:
    if course := _course(laptop):
        days = (number % 7 + 1,)
        laptop.store.courses.change_plan(course.id, PlanChange(since=DAY, weekdays=days))


def _pause(laptop: Laptop, number: int) -> None:
    if course := _course(laptop):
        away = Pause(since=DAY + timedelta(days=number))
        laptop.store.courses.replace_pauses(course.id, (away,) * (number % 2))


def _choose(laptop: Laptop, number: int) -> None:
    if course := _course(laptop):
        exercise = ("clam", "step-up", "bridge")[number % 3]
        choice = Choice(exercise=exercise, on=bool(number % 2), reps=number + 1)
        laptop.store.courses.choose(course.id, (choice,))


def _forget_choices(laptop: Laptop, number: int) -> None:
    if course := _course(laptop):
        plain = replace(course, choices=course.choices[: number % 2])
        laptop.store.courses.put_back(plain, laptop.store.skips.of_course(course.id))


def _session(laptop: Laptop, number: int) -> None:
    record = session(stamp(DAY + timedelta(days=number)), status=SessionStatus.ENDED)
    laptop.store.history.begin(record, [done(row) for row in planned(record.id, small())])


def _note(laptop: Laptop, number: int) -> None:
    if record := _one(laptop.store.history.sessions(None, FOREVER), number):
        laptop.store.history.note(record.id, f"note {number}")


def _edit(laptop: Laptop, number: int) -> None:
    if record := _one(laptop.store.history.sessions(None, FOREVER), number):
        rows = laptop.store.history.sets(record.id)[: number % 4 + 1]
        laptop.store.history.change(replace(record, edited_at=laptop.now), rows)
        laptop.store.history.note(record.id, record.note)


def _remove_session(laptop: Laptop, number: int) -> None:
    if record := _one(laptop.store.history.sessions(None, FOREVER), number):
        laptop.store.history.remove(record.id)


def _remove_and_undo(laptop: Laptop, number: int) -> None:
    store = laptop.store
    if record := _one(store.history.sessions(None, FOREVER), number):
        rows, told = store.history.sets(record.id), store.diary.of_session(record.id)
        skipped = store.skips.of_session(record.id)
        store.history.remove(record.id)
        laptop.later(1)
        store.history.bring_back(record, rows, told, skipped)


def _tell(laptop: Laptop, number: int) -> None:
    record = _one(laptop.store.history.sessions(None, FOREVER), number)
    entry = pain(number % 11, DAY + timedelta(days=number))
    laptop.store.diary.add(replace(entry, session=record.id if record else None))


def _tell_again(laptop: Laptop, number: int) -> None:
    if entry := _one(laptop.store.diary.entries(None, FOREVER), number):
        laptop.store.diary.change(replace(entry, score=number % 11, edited_at=laptop.now))


def _untell(laptop: Laptop, number: int) -> None:
    if entry := _one(laptop.store.diary.entries(None, FOREVER), number):
        laptop.store.diary.remove(entry.id)


def _about(workout: Workout, number: int) -> PainEntry:
    return replace(pain(number % 11, moment=Moment.EXTRA), workout=workout.id)


def _run(laptop: Laptop, number: int) -> None:
    workout = Workout(id=new_id(), when=stamp(), sport=Sport.RUNNING, minutes=number + 1)
    laptop.store.workouts.add(workout, [_about(workout, number)] * (number % 2))


def _run_again(laptop: Laptop, number: int) -> None:
    if workout := _one(laptop.store.workouts.between(None, FOREVER), number):
        told = [_about(workout, number)] if number % 2 else []
        laptop.store.workouts.change(replace(workout, minutes=number + 2), told)


def _unrun(laptop: Laptop, number: int) -> None:
    if workout := _one(laptop.store.workouts.between(None, FOREVER), number):
        laptop.store.workouts.remove(workout.id)


def _unrun_and_undo(laptop: Laptop, number: int) -> None:
    store = laptop.store
    if workout := _one(store.workouts.between(None, FOREVER), number):
        told = store.diary.of_workout(workout.id)
        store.workouts.remove(workout.id)
        laptop.later(1)
        store.workouts.add(workout, told)


def _put_right(laptop: Laptop, number: int) -> None:
    if record := _one(laptop.store.history.sessions(None, FOREVER), number):
        rows = laptop.store.history.sets(record.id)[: number % 3 + 1]
        told = laptop.store.diary.of_session(record.id)[: number % 2]
        changed = replace(record, edited_at=laptop.now, note=f"put right {number}")
        Past(laptop.store.database).put(changed, rows, told)


def _take_back(laptop: Laptop, number: int) -> None:
    if record := _one(laptop.store.history.sessions(None, FOREVER), number):
        Past(laptop.store.database).take_back(record.id)


def _skip(laptop: Laptop, number: int) -> None:
    record = _one(laptop.store.history.sessions(None, FOREVER), number)
    if course := _course(laptop):
        laptop.store.skips.keep(
            Skip(
                id=new_id(),
                when=stamp(),
                course=course.id,
                exercise="clam",
                side=Side.LEFT,
                reason=OffReason.HURT,
                reach=Reach.TODAY,
                session=record.id if record and number % 2 else None,
            )
        )


def _try(laptop: Laptop, number: int) -> None:
    if skip := _one(laptop.store.skips.all(), number):
        laptop.store.skips.keep(replace(skip, tried_on=DAY + timedelta(days=number)))


def _unskip(laptop: Laptop, number: int) -> None:
    if skip := _one(laptop.store.skips.all(), number):
        laptop.store.skips.remove(skip.id)


def _reliever(laptop: Laptop, number: int) -> None:
    day = DAY + timedelta(days=number % 3)
    laptop.store.diary.take_reliever(day, taken=bool(number % 2))


def _total(laptop: Laptop, number: int) -> None:
    laptop.store.total_scores.add(TotalScore(id=new_id(), day=DAY, name="Q", value=number))


def _untotal(laptop: Laptop, number: int) -> None:
    if total := _one(laptop.store.total_scores.between(None, FOREVER), number):
        laptop.store.total_scores.remove(total.id)


def _set(laptop: Laptop, number: int) -> None:
    themes = tuple(Theme)
    kept = Settings(theme=themes[number % 3], still=bool(number % 2), text_scale=1 + number / 100)
    laptop.store.preferences.save(kept)


def _write_own(laptop: Laptop, number: int) -> None:
    folder = ("exercises", "removed/exercises")[number % 2]
    file = laptop.own / folder / f"own-{number % 3}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"hold = {number}\n", encoding="utf-8")
    seconds = int(laptop.now.timestamp())
    os.utime(file, (seconds, seconds))


_SESSIONS: tuple[Act, ...] = (
    _session,
    _tell,
    _tell_again,
    _untell,
    _note,
    _edit,
    _put_right,
    _remove_session,
    _remove_and_undo,
    _take_back,
)
_RUNS: tuple[Act, ...] = (_run, _run_again, _unrun, _unrun_and_undo, _tell_again, _untell)
_COURSES: tuple[Act, ...] = (_begin, _choose, _plan, _pause, _forget_choices, _withdraw)
_SKIPS: tuple[Act, ...] = (
    _begin,
    _session,
    _skip,
    _try,
    _unskip,
    _withdraw,
    _note,
    _remove_session,
    _remove_and_undo,
)
_REST: tuple[Act, ...] = (_total, _set, _untotal, _reliever, _write_own, _session)
_FIRST: tuple[Act, ...] = (_begin, _choose, _session, _remove_session, _withdraw, _set)

FAMILIES: tuple[tuple[Act, ...], ...] = (
    _SESSIONS,
    _RUNS,
    _COURSES,
    _SKIPS,
    _FIRST,
    tuple(dict.fromkeys((*_SESSIONS, *_RUNS, *_COURSES, *_SKIPS, *_REST))),
)
"""What there is to do about one thing, and about all; each takes a number that says with what."""
