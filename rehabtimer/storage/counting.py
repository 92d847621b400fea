"""Counts the sets of a session, planned and done, whenever they may have changed.

Both are kept with the session: whoever looks at ten years would else go through every set of them.
"""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

COUNT: Final = (
    "UPDATE sessions SET"
    " planned = (SELECT count(*) FROM sets WHERE session = sessions.id AND attempt = 1),"
    " done = (SELECT count(DISTINCT exercise || ' ' || side || ' ' || set_number)"
    " FROM sets WHERE session = sessions.id AND outcome = 'done')"
)
"""Counts those of every session. A set has one first attempt, and is done once at most."""

NOT_COUNTED: Final = {"planned": 0, "done": 0}
"""What a session has before its sets are counted."""

COUNT_ONE: Final = f"{COUNT} WHERE id = ?"


def count_sets(connection: Connection, sessions: Iterable[str]) -> None:
    """Count the sets of some sessions anew."""
    for session in sessions:
        connection.exec_driver_sql(COUNT_ONE, (session,))
