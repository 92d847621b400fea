"""What marks a file as ours; known without loading SQLAlchemy."""

from typing import Final

APPLICATION_ID: Final = int.from_bytes(b"RhbT")
"""Stands in the file's header, for `file` and for us."""

SCHEMA_VERSION: Final = 3
"""The number of the newest migration, kept as `user_version`."""

FORMAT: Final = "rehabtimer"
"""The first word of an export."""

FORMAT_VERSION: Final = 3
"""The version of exports that this program writes (docs/export.md)."""

TABLES: Final = (
    "courses",
    "plan_changes",
    "pauses",
    "choices",
    "sessions",
    "sets",
    "workouts",
    "pain",
    "skips",
    "relievers",
    "total_scores",
    "preferences",
    "deletions",
)
"""Every table, parents before their children."""

DELETABLE: Final = ("courses", "choices", "sessions", "workouts", "pain", "skips", "total_scores")
"""The tables whose rows can be deleted one by one."""
