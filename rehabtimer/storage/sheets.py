"""Rows for spreadsheets: every table as it is, and a line for each session."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import Connection, select, text

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Source, Stamp
from rehabtimer.storage.moments import moment_of
from rehabtimer.storage.tables import metadata

Cell = str | int | float | None
Worst = dict[tuple[Moment, Side], int]

# A set that was done over counts once, as far as it came at best.
_SUMS: Final = f"""
    SELECT session, count(*), sum(done), sum(planned_reps), sum(reps),
           sum(planned_seconds), sum(seconds)
      FROM (SELECT session, max(outcome IS '{Outcome.DONE}') AS done,
                   max(planned_reps) AS planned_reps, max(reps) AS reps,
                   max(planned_seconds) AS planned_seconds, max(seconds) AS seconds
              FROM sets GROUP BY session, exercise, side, set_number)
     GROUP BY session
"""  # noqa: S608 - only a word of ours
_SKIPPED: Final = f"""
    SELECT session, exercise FROM skips WHERE session IS NOT NULL
     UNION
    SELECT session, exercise FROM sets GROUP BY session, exercise
    HAVING max(reps) = 0 AND max(seconds) = 0 AND max(outcome IS '{Outcome.SKIPPED}')
     ORDER BY 1, 2
"""  # noqa: S608
_PAIN: Final = """
    SELECT session, moment, knee, max(score) FROM pain
     WHERE session IS NOT NULL AND score IS NOT NULL GROUP BY session, moment, knee
"""
_SESSIONS: Final = """
    SELECT id, at, "offset", local_date, ended_at, status, source, note
      FROM sessions ORDER BY at, id
"""


class Sums(NamedTuple):
    """What a session came to: sets, reps and seconds of holding, planned and real."""

    planned_sets: int = 0
    done_sets: int = 0
    planned_reps: int = 0
    reps: int = 0
    planned_seconds: float = 0.0
    seconds: float = 0.0


class SheetSession(NamedTuple):
    """A session in one line; `minutes` is None while it goes on.

    `worst` has the worst score, 0 to 10, of each moment and knee that was told.
    """

    id: str
    started: Stamp
    minutes: float | None
    status: str
    source: Source
    sums: Sums
    worst: Worst
    skipped: tuple[str, ...]
    note: str


def read_sheet(connection: Connection) -> Iterator[SheetSession]:
    """Yield every session, the oldest first."""
    run = connection.execute
    sums = {session: Sums(*found) for session, *found in run(text(_SUMS)).all()}
    skipped: dict[str, list[str]] = {}
    for session, exercise in run(text(_SKIPPED)).all():
        skipped.setdefault(session, []).append(exercise)
    worst = _worst(connection)
    for row in run(text(_SESSIONS)).mappings().all():
        at = moment_of(row["at"])
        ended = moment_of(row["ended_at"]) if row["ended_at"] else None
        yield SheetSession(
            id=row["id"],
            started=Stamp(at=at, offset=row["offset"], day=date.fromisoformat(row["local_date"])),
            minutes=round((ended - at).total_seconds() / 60, 1) if ended else None,
            status=row["status"],
            source=Source(row["source"]),
            sums=sums.get(row["id"], Sums()),
            worst=worst.get(row["id"], {}),
            skipped=tuple(skipped.get(row["id"], ())),
            note=row["note"],
        )


def _worst(connection: Connection) -> dict[str, Worst]:
    found: dict[str, Worst] = {}
    for session, moment, knee, score in connection.execute(text(_PAIN)).all():
        of_session = found.setdefault(session, {})
        for side in (Side.LEFT, Side.RIGHT) if knee == Side.BOTH else (Side(knee),):
            key = (Moment(moment), side)
            of_session[key] = max(score, of_session.get(key, score))
    return found


def read_columns(table: str) -> tuple[str, ...]:
    """Return the names of a table's columns."""
    return tuple(column.name for column in metadata.tables[table].columns)


def read_rows(connection: Connection, table: str) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a table just as they are, sorted by key."""
    found = metadata.tables[table]
    query = select(found).order_by(*found.primary_key.columns)
    for rows in connection.execute(query).partitions(1000):
        yield from map(tuple, rows)
