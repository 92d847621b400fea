"""What `rehabtimer status` says: where the programme stands. Nothing is changed by asking."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import PainRule
from rehabtimer.core.prescription import Timing
from rehabtimer.core.programme import Exercise, Programme, Side
from rehabtimer.core.records import (
    Course,
    SessionRecord,
    SessionStatus,
    SetRecord,
    best_attempts,
)
from rehabtimer.core.schedule import training_day
from rehabtimer.core.text import _
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.reading import Followed, exercise_of, followed_by, open_history
from rehabtimer.presenters.resumable import resume_point
from rehabtimer.presenters.skipped import Skipped, skipped_exercises, skipped_text
from rehabtimer.presenters.status_parts import (
    Chosen,
    Hurt,
    SkippedThen,
    chosen_of,
    hurt_text,
    hurts_of,
    skipped_then,
)
from rehabtimer.presenters.wording import date_text, knee_text, side_text

if TYPE_CHECKING:
    from rehabtimer.presenters.skip_log import SkipLog
    from rehabtimer.storage.history import History
    from rehabtimer.storage.store import Store

_RECENT = timedelta(days=60)


class LastSession(Struct, frozen=True, kw_only=True):
    """The latest session, with the best attempt at each set; `seconds` is work without pauses."""

    id: str
    date: date
    status: SessionStatus
    sets_done: int
    sets_planned: int
    reps: int
    hold_seconds: float
    seconds: float
    speed: float


class Resumable(Struct, frozen=True, kw_only=True):
    """Where today's unfinished session would go on, and how many of all its sets are done."""

    session: str
    exercise: str
    side: Side
    set: int
    rep: int
    sets_done: int
    sets: int


class Status(Struct, frozen=True, kw_only=True):
    """Everything that `status --json` prints; mostly nothing where there is no history yet.

    `hurts` and `skipped_then` are about the last session, the rest about today. `order` is the
    person's own one of the exercises; `problems` tells of own files that were left out.
    """

    programme: str | None = None
    day: int | None = None
    days: int | None = None
    week: int | None = None
    affected: Side | None = None
    planned_today: bool | None = None
    last_session: LastSession | None = None
    resumable: Resumable | None = None
    weekdays: tuple[int, ...] = ()
    paused_since: date | None = None
    pain_rule: PainRule | None = None
    order: tuple[str, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    hurts: tuple[Hurt, ...] = ()
    skipped_then: tuple[SkippedThen, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[str, ...] = ()
    demo: bool = False


class Standing(Struct, frozen=True, kw_only=True):
    """A status with the programme that it is about, and the file that it was read from."""

    status: Status
    programme: Programme
    database: Path


def read_status(database: Path, now: datetime) -> Standing:
    """Return how a person's programme stands at a moment."""
    with open_history(database) as store:
        course = store.courses.current() if store else None
        found = followed_by(course, database)
        status = _status(store, course, found, now) if store and course else Status()
    return Standing(status=status, programme=found.programme, database=database)


def status_lines(standing: Standing) -> list[str]:
    """Return a status in a few plain lines."""
    status, programme = standing.status, standing.programme
    if status.programme is None:
        text = _("There is no history in {file} yet. It begins when you open RehabTimer.")
        return [text.format(file=quoted(standing.database))]
    made_up = [_("This is a made-up history, to look around in.")] if status.demo else []
    knee = knee_text(status.affected or Side.BOTH)

    def named(identity: str) -> Exercise:
        return exercise_of(programme, identity, standing.database)

    point = status.resumable
    resume = [_resume_text(point, named(point.exercise))] if point else []
    return [
        *made_up,
        _day_text(status, _(programme.name)),
        _("For: {knee}").format(knee=knee),
        _last_text(status.last_session),
        *resume,
        *(hurt_text(hurt, named(hurt.exercise)) for hurt in status.hurts),
        *map(skipped_text, status.skipped),
        *status.problems,
    ]


def _status(store: "Store", course: Course, found: Followed, now: datetime) -> Status:
    programme = found.programme
    settings = store.preferences.settings()
    today = training_day(now, settings.day_start)
    last = _last_record(store.history, today)
    return Status(
        programme=programme.id,
        day=course.plan.day(today),
        days=course.plan.days,
        week=course.plan.week(today),
        affected=settings.affected,
        planned_today=course.plan.is_planned(today),
        last_session=_summed(last, store.history.sets(last.id)) if last else None,
        resumable=_resumable(store.history, today),
        weekdays=course.plan.weekdays(today),
        paused_since=_paused_since(course, today),
        pain_rule=settings.pain.rule,
        order=course.order,
        chosen=chosen_of(course.choices),
        hurts=_hurts(store, last) if last else (),
        skipped_then=skipped_then(store.skips.of_session(last.id)) if last else (),
        skipped=skipped_exercises(programme, course, _skip_log(store, course, today), today),
        problems=found.problems,
        demo=store.preferences.demo(),
    )


def _skip_log(store: "Store", course: Course, today: date) -> "SkipLog":
    from rehabtimer.presenters.skip_log import SkipLog

    return SkipLog(store, course.id, today, store.preferences.settings().pain)


def _paused_since(course: Course, today: date) -> date | None:
    holding = (pause.since for pause in course.plan.pauses if pause.holds(today))
    return next(holding, None)


def _hurts(store: "Store", last: SessionRecord) -> tuple[Hurt, ...]:
    day = last.started.day
    return hurts_of(last, store.diary.entries(day, day + timedelta(days=1)))


def _last_record(history: "History", today: date) -> SessionRecord | None:
    """Look at the last weeks first, because a long history takes long to read."""
    recent = history.sessions(today - _RECENT, date.max)
    found = recent or history.sessions(None, date.max)
    return found[-1] if found else None


def _summed(record: SessionRecord, rows: list[SetRecord]) -> LastSession:
    best = best_attempts(rows)
    return LastSession(
        id=record.id,
        date=record.started.day,
        status=record.status,
        sets_done=sum(row.outcome is Outcome.DONE for row in best),
        sets_planned=len(best),
        reps=sum(row.reps for row in best if row.moving),
        hold_seconds=sum((row.seconds for row in best), 0.0),
        seconds=sum((_work(row, record.prescription.timing) for row in best), 0.0),
        speed=record.speed,
    )


def _work(row: SetRecord, timing: Timing) -> float:
    """Return the seconds of a set: holding, and for each rep the way up and the way back."""
    return row.seconds + (row.reps * (timing.go + timing.back) if row.moving else 0.0)


def _resumable(history: "History", today: date) -> Resumable | None:
    record = history.resumable(today)
    point = resume_point(record, history.sets(record.id)) if record else None
    if point is None:
        return None
    return Resumable(
        session=point.session,
        exercise=point.exercise,
        side=point.side,
        set=point.set,
        rep=point.rep,
        sets_done=point.sets_done,
        sets=point.sets,
    )


def _day_text(status: Status, programme: str) -> str:
    day, days = status.day or 0, status.days or 0
    values = {"programme": programme, "day": day, "days": days, "week": status.week}
    if day < 1:
        return _("{programme}: not begun yet.").format(**values)
    if day > days:
        return _("{programme}: its {days} days are over; today is day {day}.").format(**values)
    if status.paused_since:
        since = date_text(status.paused_since)
        text = _("{programme}: day {day} of {days}, paused since {since}.")
        return text.format(**values, since=since)
    if status.planned_today:
        text = _("{programme}: day {day} of {days}, week {week}. A session is planned today.")
    else:
        text = _("{programme}: day {day} of {days}, week {week}. Today is a rest day.")
    return text.format(**values)


def _last_text(last: LastSession | None) -> str:
    if last is None:
        return _("No session yet.")
    text = {
        SessionStatus.OPEN: _("Last session: {date}, {done} of {sets} sets done so far."),
        SessionStatus.LEFT: _("Last session: {date}, left after {done} of {sets} sets."),
        SessionStatus.ENDED: _("Last session: {date}, {done} of {sets} sets done."),
    }[last.status]
    return text.format(date=date_text(last.date), done=last.sets_done, sets=last.sets_planned)


def _resume_text(point: Resumable, exercise: Exercise) -> str:
    text = _("To be taken up again: {exercise}, {side}, set {set}, rep {rep}.")
    return text.format(
        exercise=_(exercise.name),
        side=side_text(point.side, exercise),
        set=point.set,
        rep=point.rep,
    )
