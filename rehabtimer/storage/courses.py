"""The programmes that were followed, their plans, and the choices for each exercise."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select, text, true
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.prescription import Choice
from rehabtimer.core.records import Course, Skip
from rehabtimer.core.schedule import Pause, Plan, PlanChange
from rehabtimer.storage.database import Database
from rehabtimer.storage.deletions import choice_key, mark_deleted
from rehabtimer.storage.moments import just_after
from rehabtimer.storage.rows import Values, choice_of, choice_values, from_file
from rehabtimer.storage.skips import keep_skips, put_back_skips
from rehabtimer.storage.tables import choices, courses, pauses, plan_changes, sessions


class Courses:
    """Keeps courses; the one begun last is the current one.

    Whatever writes raises NotSaved if the disk refuses.
    """

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def current(self) -> Course | None:
        """Return the course that was begun last, or None before the first."""
        return next(iter(self._courses(most=1)), None)

    def all(self) -> list[Course]:
        """Return every course, in the order in which they were begun."""
        return self._courses()[::-1]

    def taken_up(self) -> list[Course]:
        """Return every course that has a session, and the current one, as they were begun.

        The one that is there before the first start is answered is left for another at once.
        """
        has_session = select(1).where(sessions.c.programme == courses.c.id).exists()
        latest = select(func.max(courses.c.begun_at)).scalar_subquery()
        return self._courses(or_(has_session, courses.c.begun_at == latest))[::-1]

    def first_start(self) -> date | None:
        """Return the date on which the first course ever begins, or None before it."""
        with self._database.reading() as connection:
            found = connection.scalar(select(func.min(courses.c.started_on)))
        return date.fromisoformat(found) if found else None

    def begin(self, course: Course, skips: Iterable[Skip] = ()) -> None:
        """Keep a new course, which is the current one from now on; once more changes nothing.

        `skips` are those that it begins with; all of it is kept, or nothing.
        """
        now = self._database.moment()
        with self._database.writing() as connection:
            if connection.execute(select(courses).where(courses.c.id == course.id)).first():
                return
            begun = {"begun_at": _after_all(connection, now), "updated_at": now}
            connection.execute(courses.insert(), _values(course) | begun)
            _insert_plan(connection, course)
            _insert_choices(connection, course.id, course.choices, now)
            keep_skips(connection, skips, now)

    def withdraw(self, course: str) -> None:
        """Take back a course that was begun; the one before is the current one again."""
        now = self._database.moment()
        with self._database.writing() as connection:
            _withdraw(connection, courses.c.id == course, now)

    def choose(
        self,
        course: str,
        chosen: Iterable[Choice],
        *,
        skips: Iterable[Skip] = (),
    ) -> None:
        """Keep choices in place of those before, with the skips that they make or end, all at once.

        A skip that is there already, by its id, takes the new reach and dates.
        """
        now = self._database.moment()
        with self._database.writing() as connection:
            _insert_choices(connection, course, chosen, now)
            keep_skips(connection, skips, now)

    def put_back(self, course: Course, skips: Iterable[Skip]) -> None:
        """Put a course, and those of its skips that belong to no session, back to how they were.

        Courses begun after it are withdrawn; their sessions count for this one. All of it happens,
        or nothing.
        """
        now = self._database.moment()
        with self._database.writing() as connection:
            begun = select(courses.c.begun_at).where(courses.c.id == course.id).scalar_subquery()
            later = select(courses.c.id).where(courses.c.begun_at > begun)
            theirs = sessions.update().where(sessions.c.programme.in_(later))
            connection.execute(theirs.values(programme=course.id, updated_at=now))
            _withdraw(connection, courses.c.begun_at > begun, now)
            _write_plan(connection, course, now)
            _put_back_choices(connection, course, now)
            put_back_skips(connection, course.id, skips, now)

    def arrange(self, course: str, order: Iterable[str]) -> None:
        """Keep the order of the exercises, by id."""
        with self._database.writing() as connection:
            self._touch(connection, course, arrangement=" ".join(order))

    def start_on(self, course: str, day: date) -> None:
        """Keep another date as the first one of the programme."""
        with self._database.writing() as connection:
            self._touch(connection, course, started_on=day.isoformat())

    def replace_pauses(self, course: str, kept: Iterable[Pause]) -> None:
        """Put these pauses in the place of all that a course has."""
        with self._database.writing() as connection:
            connection.execute(pauses.delete().where(pauses.c.course == course))
            _insert_pauses(connection, course, kept)
            self._touch(connection, course)

    def change_plan(self, course: str, change: PlanChange) -> None:
        """Plan other weekdays from a date on, in place of a change of the same date."""
        with self._database.writing() as connection:
            _insert_changes(connection, course, (change,))
            self._touch(connection, course)

    def _touch(self, connection: Connection, course: str, **values: str) -> None:
        """A plan is one thing: whatever changes in it, the course was written now."""
        changed = courses.update().where(courses.c.id == course)
        connection.execute(changed.values(updated_at=self._database.moment(), **values))

    def _courses(
        self, which: ColumnElement[bool] | None = None, *, most: int | None = None
    ) -> list[Course]:
        """Return courses, the one begun last first."""
        in_order = (courses.c.begun_at.desc(), courses.c.id.desc())
        query = select(courses).where(true() if which is None else which).order_by(*in_order)
        with self._database.reading() as connection:
            rows = connection.execute(query.limit(most)).mappings().all()
            return [_course(connection, row) for row in rows]


def _after_all(connection: Connection, now: str) -> str:
    """Return the present moment, or one just after the last course if the clock was put back."""
    last = connection.scalar(select(func.max(courses.c.begun_at)))
    if last is None or last < now:
        return now
    return just_after(last)


def _withdraw(connection: Connection, which: ColumnElement[bool], now: str) -> None:
    """Forget courses; their skips and choices go with them."""
    gone = connection.scalars(select(courses.c.id).where(which)).all()
    mark_deleted(connection, "courses", gone, now)
    connection.execute(courses.delete().where(courses.c.id.in_(gone)))


def _write_plan(connection: Connection, course: Course, now: str) -> None:
    for table in (plan_changes, pauses):
        connection.execute(table.delete().where(table.c.course == course.id))
    values = _values(course) | {"updated_at": now}
    connection.execute(courses.update().where(courses.c.id == course.id).values(values))
    _insert_plan(connection, course)


def _put_back_choices(connection: Connection, course: Course, now: str) -> None:
    """Write what differs, in the former order; what was not there is deleted for every copy."""
    query = select(choices).where(choices.c.course == course.id)
    rows = {row["exercise"]: row for row in connection.execute(query).mappings()}
    gone = rows.keys() - course.by_exercise.keys()
    mark_deleted(connection, "choices", [choice_key(course.id, each) for each in gone], now)
    connection.execute(choices.delete().where(choices.c.course == course.id))
    for choice in course.choices:
        known = rows.get(choice.exercise)
        same = known is not None and choice_of(known) == choice
        at = known["updated_at"] if known and same else now
        _insert_choices(connection, course.id, (choice,), at)


def _values(course: Course) -> Values:
    return {
        "id": course.id,
        "programme": course.programme,
        "started_on": course.plan.started_on.isoformat(),
        "days": course.plan.days,
        "arrangement": " ".join(course.order),
    }


def _insert_plan(connection: Connection, course: Course) -> None:
    _insert_changes(connection, course.id, course.plan.changes)
    _insert_pauses(connection, course.id, course.plan.pauses)


def _insert_changes(connection: Connection, course: str, changes: Iterable[PlanChange]) -> None:
    statement = insert(plan_changes)
    statement = statement.on_conflict_do_update(
        index_elements=["course", "since"], set_={"weekdays": statement.excluded.weekdays}
    )
    for change in changes:
        weekdays = "".join(str(day) for day in sorted(change.weekdays))
        values = {"course": course, "since": change.since.isoformat(), "weekdays": weekdays}
        connection.execute(statement, values)


def _insert_pauses(connection: Connection, course: str, kept: Iterable[Pause]) -> None:
    for pause in kept:
        until = pause.until.isoformat() if pause.until else None
        values = {"course": course, "since": pause.since.isoformat(), "until": until}
        connection.execute(pauses.insert(), values)


def _insert_choices(
    connection: Connection, course: str, chosen: Iterable[Choice], now: str
) -> None:
    statement = insert(choices)
    newer = {c.name: statement.excluded[c.name] for c in choices.c if not c.primary_key}
    statement = statement.on_conflict_do_update(index_elements=["course", "exercise"], set_=newer)
    for choice in chosen:
        values = choice_values(choice) | {"course": course, "updated_at": now}
        connection.execute(statement, values)


@from_file()
def _course(connection: Connection, row: RowMapping) -> Course:
    changes = select(plan_changes).where(plan_changes.c.course == row["id"])
    chosen = select(choices).where(choices.c.course == row["id"])
    away = select(pauses).where(pauses.c.course == row["id"]).order_by(pauses.c.since)
    in_order = connection.execute(changes.order_by(plan_changes.c.since)).mappings()
    as_made = connection.execute(chosen.order_by(text("rowid"))).mappings()
    return Course(
        id=row["id"],
        programme=row["programme"],
        plan=Plan(
            started_on=date.fromisoformat(row["started_on"]),
            days=row["days"],
            changes=tuple(_change(change) for change in in_order),
            pauses=tuple(_pause(pause) for pause in connection.execute(away).mappings()),
        ),
        choices=tuple(choice_of(choice) for choice in as_made),
        order=tuple(row["arrangement"].split()),
    )


def _pause(row: RowMapping) -> Pause:
    until = date.fromisoformat(row["until"]) if row["until"] else None
    return Pause(since=date.fromisoformat(row["since"]), until=until)


def _change(row: RowMapping) -> PlanChange:
    weekdays = tuple(int(day) for day in row["weekdays"])
    return PlanChange(since=date.fromisoformat(row["since"]), weekdays=weekdays)
