"""The programmes that were followed, their plans, and the choices for each exercise."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, RowMapping, func, select, text
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.prescription import Choice
from rehabtimer.core.records import Course, Skip
from rehabtimer.core.schedule import Pause, Plan, PlanChange
from rehabtimer.storage.database import Database
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
        with self._database.reading() as connection:
            query = select(courses).order_by(courses.c.number.desc()).limit(1)
            row = connection.execute(query).mappings().first()
            return _course(connection, row) if row else None

    def first_start(self) -> date | None:
        """Return the date on which the first course ever begins, or None before it."""
        with self._database.reading() as connection:
            found = connection.scalar(select(func.min(courses.c.started_on)))
        return date.fromisoformat(found) if found else None

    def begin(self, course: Course, skips: Iterable[Skip] = ()) -> None:
        """Keep a new course, which is the current one from now on; once more changes nothing.

        `skips` are those that it begins with; all of it is kept, or nothing.
        """
        with self._database.writing() as connection:
            if connection.execute(select(courses).where(courses.c.id == course.id)).first():
                return
            number = connection.scalar(select(func.coalesce(func.max(courses.c.number), 0) + 1))
            connection.execute(courses.insert(), _values(course) | {"number": number})
            _insert_parts(connection, course)
            keep_skips(connection, skips)

    def withdraw(self, course: str) -> None:
        """Take back a course that was begun; the one before is the current one again."""
        with self._database.writing() as connection:
            connection.execute(courses.delete().where(courses.c.id == course))

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
        with self._database.writing() as connection:
            _insert_choices(connection, course, chosen)
            keep_skips(connection, skips)

    def put_back(self, course: Course, skips: Iterable[Skip]) -> None:
        """Put a course, and those of its skips that belong to no session, back to how they were.

        Courses begun after it are withdrawn; their sessions count for this one. All of it happens,
        or nothing.
        """
        with self._database.writing() as connection:
            number = select(courses.c.number).where(courses.c.id == course.id).scalar_subquery()
            later = select(courses.c.id).where(courses.c.number > number)
            theirs = sessions.update().where(sessions.c.programme.in_(later))
            connection.execute(theirs.values(programme=course.id))
            connection.execute(courses.delete().where(courses.c.number > number))
            for table in (plan_changes, pauses, choices):
                connection.execute(table.delete().where(table.c.course == course.id))
            connection.execute(
                courses.update().where(courses.c.id == course.id).values(_values(course))
            )
            _insert_parts(connection, course)
            put_back_skips(connection, course.id, skips)

    def arrange(self, course: str, order: Iterable[str]) -> None:
        """Keep the order of the exercises, by id."""
        self._change(course, arrangement=" ".join(order))

    def start_on(self, course: str, day: date) -> None:
        """Keep another date as the first one of the programme."""
        self._change(course, started_on=day.isoformat())

    def replace_pauses(self, course: str, kept: Iterable[Pause]) -> None:
        """Put these pauses in the place of all that a course has."""
        with self._database.writing() as connection:
            connection.execute(pauses.delete().where(pauses.c.course == course))
            _insert_pauses(connection, course, kept)

    def change_plan(self, course: str, change: PlanChange) -> None:
        """Plan other weekdays from a date on, in place of a change of the same date."""
        with self._database.writing() as connection:
            _insert_changes(connection, course, (change,))

    def _change(self, course: str, **values: str) -> None:
        with self._database.writing() as connection:
            connection.execute(courses.update().where(courses.c.id == course).values(values))


def _values(course: Course) -> Values:
    return {
        "id": course.id,
        "programme": course.programme,
        "started_on": course.plan.started_on.isoformat(),
        "days": course.plan.days,
        "arrangement": " ".join(course.order),
    }


def _insert_parts(connection: Connection, course: Course) -> None:
    _insert_changes(connection, course.id, course.plan.changes)
    _insert_choices(connection, course.id, course.choices)
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


def _insert_choices(connection: Connection, course: str, chosen: Iterable[Choice]) -> None:
    statement = insert(choices)
    newer = {c.name: statement.excluded[c.name] for c in choices.c if not c.primary_key}
    statement = statement.on_conflict_do_update(index_elements=["course", "exercise"], set_=newer)
    for choice in chosen:
        connection.execute(statement, choice_values(choice) | {"course": course})


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
