"""What was skipped, how far, and when it was tried again."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, select, true
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.records import Reach, Skip
from rehabtimer.storage.database import Database
from rehabtimer.storage.deletions import mark_deleted
from rehabtimer.storage.rows import skip_of, skip_values
from rehabtimer.storage.tables import skips
from rehabtimer.storage.touching import touch

_LASTING = (Reach.UNTIL.value, Reach.OPEN.value)


class Skips:
    """Keeps skips. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def keep(self, *kept: Skip) -> None:
        """Keep skips at once; one that is there already takes the new reach and dates."""
        with self._database.writing() as connection:
            keep_skips(connection, kept, self._database.moment())

    def remove(self, identity: str) -> None:
        """Forget a skip, if it is there."""
        now = self._database.moment()
        with self._database.writing() as connection:
            gone = connection.execute(skips.delete().where(skips.c.id == identity))
            if gone.rowcount:
                mark_deleted(connection, "skips", (identity,), now)

    def all(self, exercise: str = "") -> list[Skip]:
        """Return every skip, or those of one exercise, oldest first."""
        return self._skips(skips.c.exercise == exercise if exercise else true())

    def of_course(self, course: str) -> list[Skip]:
        """Return every skip of a course, oldest first."""
        return self._skips(skips.c.course == course)

    def of_session(self, session: str) -> list[Skip]:
        """Return what was skipped during a session, oldest first."""
        return self._skips(skips.c.session == session)

    def standing(self, course: str) -> dict[str, Skip]:
        """Return, by exercise, the latest skip of a course that lasts, unless it was tried again.

        One before it is over with, tried or not.
        """
        lasting = and_(skips.c.course == course, skips.c.reach.in_(_LASTING))
        latest = {skip.exercise: skip for skip in self._skips(lasting)}
        return {exercise: skip for exercise, skip in latest.items() if skip.tried_on is None}

    def _skips(self, which: ColumnElement[bool]) -> list[Skip]:
        query = select(skips).where(which).order_by(skips.c.at, skips.c.id)
        with self._database.reading() as connection:
            return [skip_of(row) for row in connection.execute(query).mappings()]


def keep_skips(connection: Connection, kept: Iterable[Skip], now: str) -> None:
    """Keep skips; one that is there already takes the new reach and dates."""
    statement = insert(skips)
    names = ("reach", "until", "tried_on", "updated_at")
    newer = {name: statement.excluded[name] for name in names}
    statement = statement.on_conflict_do_update(index_elements=["id"], set_=newer)
    for skip in kept:
        values = skip_values(skip) | {"updated_at": now}
        connection.execute(statement, values)
        touch(connection, (values,), now)


def put_back_skips(connection: Connection, course: str, former: Iterable[Skip], now: str) -> None:
    """Put the skips of a course back to how they were; what a session skipped since stays."""
    kept = tuple(former)
    outside = and_(skips.c.course == course, skips.c.session.is_(None))
    gone = set(connection.scalars(select(skips.c.id).where(outside))) - {s.id for s in kept}
    connection.execute(skips.delete().where(outside))
    mark_deleted(connection, "skips", gone, now)
    keep_skips(connection, kept, now)
