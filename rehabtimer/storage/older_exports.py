"""Brings rows of older exports to the columns of today, as `migrations` does with a database."""

import sqlite3
from collections.abc import Callable
from typing import Any, Final

from rehabtimer.storage.counting import NOT_COUNTED

Json = dict[str, Any]

LONG_AGO: Final = "1970-01-01T00:00:00.000000Z"
"""When a file of one's own was written, where an export does not say."""

_NOON: Final = "T12:00:00.000000Z"
_WIDE: Final[dict[str, Json]] = {  # what the second version added
    "courses": {"arrangement": ""},
    "choices": {"until": "", "not_before": "", "variant": "", "only": None},
    "pain": {"sharp": 0, "locking": 0, "decision": None, "activity": None},
}
_MISSING: Final[dict[int, frozenset[str]]] = {
    1: frozenset(
        {"pauses", "skips", "workouts", "relievers", "total_scores", "deletions", "files"}
    ),
    2: frozenset({"workouts", "relievers", "total_scores", "deletions"}),
}

# What was off for good before there were skips; it is at noon, since nobody kept the hour.
_SKIPS: Final = """
    INSERT INTO skips
    SELECT 'skip-' || course || '-' || exercise, since || 'T12:00:00.000000Z', 0, since, course,
           exercise, NULL,
           (SELECT score FROM pain
             WHERE pain.exercise = choices.exercise AND moment = 'during' AND reason = 'hurt'
             ORDER BY at DESC LIMIT 1),
           reason, 'open', NULL, NULL, NULL, since || 'T12:00:00.000000Z'
      FROM choices
     WHERE "on" = 0 AND since <> '' AND reason IN ('stairs-hurt', 'hurt', 'own-choice')
"""


def tables_missing(version: int) -> frozenset[str]:
    """Return the tables that an export of a version does not have."""
    return _MISSING.get(version, frozenset())


def to_present(version: int, table: str, row: Json) -> Json:
    """Return a row of an older export with the columns of today."""
    if version < 2:
        row = _WIDE.get(table, {}) | row
    if version < 3 and table in _ADDED:
        row = _ADDED[table](row)
    return row


def finish(version: int, raw: sqlite3.Connection) -> None:
    """Fill in what can be told from the rows of an older export only when all are there."""
    if version < 2:
        raw.execute(_SKIPS)
    if version < 3:
        raw.execute(
            "UPDATE choices SET updated_at ="
            " (SELECT begun_at FROM courses WHERE id = course) WHERE since = ''"
            " AND EXISTS (SELECT 1 FROM courses WHERE id = course)"
        )


def _course(row: Json) -> Json:
    number = row.get("number")
    if not isinstance(number, int):
        return row
    begun = f"{row.get('started_on')}T12:00:00.{number:06d}Z"
    return {**row, "begun_at": begun, "updated_at": begun}


def _choice(row: Json) -> Json:
    since = row.get("since")
    return {**row, "updated_at": f"{since}{_NOON}" if since else LONG_AGO}


def _session(row: Json) -> Json:
    return {**row, "source": "timed", "edited_at": None, **NOT_COUNTED}


def _pain(row: Json) -> Json:
    return {**row, "workout": None, "edited_at": None, "updated_at": row.get("at")}


def _skip(row: Json) -> Json:
    return {**row, "updated_at": row.get("at")}


_ADDED: Final[dict[str, Callable[[Json], Json]]] = {
    "courses": _course,
    "choices": _choice,
    "sessions": _session,
    "pain": _pain,
    "skips": _skip,
}
