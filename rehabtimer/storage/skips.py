"""What was skipped, how far, and when it was tried again."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, select, true
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.core.records import Reach, Skip
from rehabtimer.storage.database import Database
from rehabtimer.storage.rows import skip_of, skip_values
from rehabtimer.storage.tables import skips

_LASTING = (Reach.UNTIL.value, Reach.OPEN.value)


class Skips:
    """Keeps skips. Whatever writes raises NotSaved if the disk refuses."""

    def __init__(self, database: Database) -> None:
        """Keep them in an open database."""
        self._database = database

    def add(self, skip: Skip) -> None:
        """Keep a skip; the same one again changes nothing."""
        self.add_all((skip,))

    def add_all(self, added: Iterable[Skip]) -> None:
        """Keep skips in one transaction; those that are kept already change nothing."""
        values = [skip_values(skip) for skip in added]
        if values:
            with self._database.writing() as connection:
                connection.execute(insert(skips).on_conflict_do_nothing(), values)

    def remove(self, identity: str) -> None:
        """Forget a skip, if it is there."""
        with self._database.writing() as connection:
            connection.execute(skips.delete().where(skips.c.id == identity))

    def mark_tried(self, identity: str, day: date | None) -> None:
        """Keep the date on which a skipped exercise was tried again; None takes that back."""
        text = day.isoformat() if day else None
        with self._database.writing() as connection:
            connection.execute(skips.update().where(skips.c.id == identity).values(tried_on=text))

    def all(self, exercise: str = "") -> list[Skip]:
        """Return every skip, or those of one exercise, oldest first."""
        return self._skips(skips.c.exercise == exercise if exercise else true())

    def of_session(self, session: str) -> list[Skip]:
        """Return what was skipped during a session, oldest first."""
        return self._skips(skips.c.session == session)

    def standing(self, course: str) -> dict[str, Skip]:
        """Return, by exercise, the latest skip of a course that lasts and was not tried again."""
        lasting = and_(
            skips.c.course == course, skips.c.tried_on.is_(None), skips.c.reach.in_(_LASTING)
        )
        return {skip.exercise: skip for skip in self._skips(lasting)}

    def _skips(self, which: ColumnElement[bool]) -> list[Skip]:
        query = select(skips).where(which).order_by(skips.c.at, skips.c.id)
        with self._database.reading() as connection:
            return [skip_of(row) for row in connection.execute(query).mappings()]
