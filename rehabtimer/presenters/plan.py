"""What `rehabtimer plan` says: the session of one date, step by step or as a table.

It starts quickly: what only a history needs is not loaded without one.
"""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.prescription import Prescription, prescribe
from rehabtimer.core.programme import Exercise, Level, Phase, Programme, Side
from rehabtimer.core.schedule import Plan, training_day
from rehabtimer.core.settings import Settings
from rehabtimer.core.text import _
from rehabtimer.core.timeline import (
    Step,
    Timeline,
    compile_timeline,
    seconds_by_exercise,
    totals,
)
from rehabtimer.presenters.plan_words import full_date, level_text, planned_text, totals_text
from rehabtimer.presenters.reading import followed_by, open_history
from rehabtimer.presenters.skipped import Skipped, skipped_exercises, skipped_text
from rehabtimer.presenters.wording import (
    dose_text,
    exercise_text,
    knee_text,
    minutes_text,
    side_text,
)

if TYPE_CHECKING:
    from rehabtimer.core.records import Course
    from rehabtimer.presenters.skip_log import SkipLog
    from rehabtimer.storage.store import Store


class Wish(Struct, frozen=True, kw_only=True):
    """What was asked for; None leaves it to the user's own programme, and to today."""

    on: date | None = None
    side: Side | None = None
    level: Level | None = None


class PlannedDay(Struct, frozen=True, kw_only=True):
    """The session of one date, and where it comes from; no course means no history yet.

    `problems` tells of own files that were left out.
    """

    programme: Programme
    prescription: Prescription
    schedule: Plan
    on: date
    level: Level | None
    course: "Course | None"
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def day(self) -> int:
        """The programme day of the date; 0 or less before the start."""
        return self.schedule.day(self.on)


class PlannedStep(Struct, frozen=True, kw_only=True):
    """One step of the session as `plan --json` gives it, with the line that belongs to it."""

    exercise: str
    phase: Phase
    side: Side
    set: int
    sets: int
    rep: int
    reps: int
    seconds: float
    text: str


class PlanDocument(Struct, frozen=True, kw_only=True):
    """Everything that `plan --json` prints; times in seconds."""

    programme: str
    day: int
    seconds: float
    hold_seconds: float
    reps: int
    sets: int
    steps: tuple[PlannedStep, ...]


def planned_day(
    programme: Programme,
    wish: Wish,
    now: datetime,
    settings: Settings | None = None,
    course: "Course | None" = None,
    log: "SkipLog | None" = None,
) -> PlannedDay:
    """Settle the session of a date from what is kept and what was asked for.

    A level stands for the article's doses: every exercise is on, and the user's own figures rest.
    """
    kept = settings or Settings()
    today = training_day(now, kept.day_start)
    on = wish.on or today
    followed = course if wish.level is None else None
    own = {c.exercise: c.on_day(on) for c in followed.choices} if followed else {}
    return PlannedDay(
        programme=programme,
        prescription=prescribe(
            programme,
            own,
            affected=wish.side or kept.affected,
            first=kept.first,
            timing=kept.timing,
            level=wish.level or Level.TARGET,
            group_floor=kept.group_floor,
            order=followed.order if followed else (),
        ),
        schedule=course.plan if course else Plan(started_on=today, days=programme.days),
        on=on,
        level=wish.level,
        course=course,
        skipped=skipped_exercises(programme, followed, log, on),
    )


def read_plan(database: Path, wish: Wish, now: datetime) -> PlannedDay:
    """Return the session of a date, of the history in a file or of somebody without one."""
    with open_history(database) as store:
        settings = store.preferences.settings() if store else None
        course = store.courses.current() if store else None
        log = _skip_log(store, course, now) if store and course else None
        found = followed_by(course, database)
        planned = planned_day(found.programme, wish, now, settings, course, log)
    return replace(planned, problems=found.problems)


def plan_document(planned: PlannedDay) -> PlanDocument:
    """Return the session step by step."""
    timeline = compile_timeline(planned.prescription)
    whole = totals(timeline)
    return PlanDocument(
        programme=planned.programme.id,
        day=planned.day,
        seconds=float(whole.seconds),
        hold_seconds=float(whole.hold_seconds),
        reps=whole.reps,
        sets=whole.sets,
        steps=_steps(planned, timeline),
    )


def plan_lines(planned: PlannedDay) -> list[str]:
    """Return the session as a table for people, with its totals."""
    return [
        _heading(planned),
        *_circumstances(planned),
        "",
        *_session(planned),
        *map(skipped_text, planned.skipped),
        *planned.problems,
    ]


def moment_text(exercise: Exercise, step: Step, variant: str = "") -> str:
    """Return the line that belongs to one step, as a whole sentence or several."""
    steps = exercise.steps_of(variant)
    if step.phase is Phase.PREPARE:
        return " ".join(map(_, steps.prepare))
    if step.phase is Phase.SWITCH:
        return _("Change over: {side} now.").format(side=side_text(step.side, exercise))
    if step.phase is Phase.REST:
        return _rest_text(step)
    return _(steps.line(step.phase))


def _rest_text(step: Step) -> str:
    if step.set == 1:
        return _("Rest, and get into place.")
    both = step.side is Side.BOTH
    return _("Rest. Then the same again.") if both else _("Rest. Same side again.")


def _steps(planned: PlannedDay, timeline: Timeline) -> tuple[PlannedStep, ...]:
    exercises = {exercise.id: exercise for exercise in planned.programme.exercises}
    variants = {item.exercise: item.variant for item in planned.prescription.exercises}
    return tuple(
        PlannedStep(
            exercise=step.exercise,
            phase=step.phase,
            side=step.side,
            set=step.set,
            sets=step.sets,
            rep=step.rep,
            reps=step.reps,
            seconds=float(step.seconds),
            text=moment_text(exercises[step.exercise], step, variants[step.exercise]),
        )
        for step in timeline
    )


def _skip_log(store: "Store", course: "Course", now: datetime) -> "SkipLog":
    from rehabtimer.presenters.skip_log import SkipLog

    settings = store.preferences.settings()
    today = training_day(now, settings.day_start)
    return SkipLog(store, course.id, today, settings.pain)


def _heading(planned: PlannedDay) -> str:
    values = {
        "programme": _(planned.programme.name),
        "day": planned.day,
        "days": planned.schedule.days,
        "date": full_date(planned.on),
    }
    if 1 <= planned.day <= planned.schedule.days:
        return _("{programme}, day {day} of {days}: {date}").format(**values)
    return _("{programme}: {date}").format(**values)


def _circumstances(planned: PlannedDay) -> list[str]:
    lines = [
        planned_text(planned.schedule, planned.on)
        if planned.course
        else _("There is no history yet.")
    ]
    if planned.level:
        lines.append(level_text(planned.level))
    elif not planned.course:
        lines.append(_("These are the article's targets, with every exercise on."))
    lines.append(_("For: {knee}").format(knee=knee_text(planned.prescription.affected)))
    return lines


def _session(planned: PlannedDay) -> list[str]:
    if not planned.prescription.exercises:
        return [_("Every exercise is off.")]
    whole = totals(compile_timeline(planned.prescription))
    return [*_table(planned), "", totals_text(whole)]


def _table(planned: PlannedDay) -> list[str]:
    seconds = seconds_by_exercise(planned.prescription)
    rows = []
    for item in planned.prescription.exercises:
        exercise = planned.programme.exercise(item.exercise)
        length = minutes_text(seconds[item.exercise])
        rows.append((exercise_text(exercise, item.variant), dose_text(exercise, item), length))
    name, dose, minutes = (max(map(len, column)) for column in zip(*rows, strict=True))
    return [f"  {row[0]:<{name}}  {row[1]:<{dose}}  {row[2]:>{minutes}}" for row in rows]
