"""Remembers what was deleted, so that it does not come back with a copy from somewhere else."""

from collections.abc import Iterable

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert

from rehabtimer.storage.tables import deletions


def mark_deleted(connection: Connection, kind: str, ids: Iterable[str], at: str) -> None:
    """Remember rows of a table (`kind`) as deleted at a moment."""
    rows = [{"kind": kind, "id": identity, "at": at} for identity in ids]
    statement = insert(deletions)
    later = {"at": statement.excluded["at"]}
    statement = statement.on_conflict_do_update(index_elements=["kind", "id"], set_=later)
    if rows:
        connection.execute(statement, rows)


def choice_key(course: str, exercise: str) -> str:
    """Return the id under which a choice is remembered."""
    return f"{course}/{exercise}"
