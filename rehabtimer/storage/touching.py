"""Lets a session or an activity count as written when something that belongs to it is written.

So nothing that belongs to one is newer than it, and a copy that was deleted elsewhere in between is
there again as a whole, or gone as a whole (decision 20).
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, bindparam

from rehabtimer.core.records import SessionStatus
from rehabtimer.storage.tables import sessions, workouts

_SESSIONS: Final = (
    sessions.update()
    .where(
        sessions.c.id == bindparam("touched"),
        sessions.c.updated_at < bindparam("now"),
        sessions.c.status != SessionStatus.OPEN.value,  # which ends when it was last heard of
    )
    .values(updated_at=bindparam("now"))
)
_WORKOUTS: Final = (
    workouts.update()
    .where(workouts.c.id == bindparam("touched"), workouts.c.updated_at < bindparam("now"))
    .values(updated_at=bindparam("now"))
)


def touch(connection: Connection, rows: Iterable[Mapping[str, Any]], now: str) -> None:
    """Let the sessions and activities that rows name count as written at a moment."""
    kept = list(rows)
    for statement, column in ((_SESSIONS, "session"), (_WORKOUTS, "workout")):
        named = sorted({row[column] for row in kept if row.get(column)})
        if named:
            connection.execute(statement, [{"touched": each, "now": now} for each in named])
