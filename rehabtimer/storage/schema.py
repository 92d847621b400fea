"""What marks a file as ours; known without loading SQLAlchemy."""

from typing import Final

APPLICATION_ID: Final = int.from_bytes(b"RhbT")
"""Stands in the file's header, for `file` and for us."""

SCHEMA_VERSION: Final = 2
"""The number of the newest migration, kept as `user_version`."""

TABLES: Final = (
    "courses",
    "plan_changes",
    "pauses",
    "choices",
    "sessions",
    "sets",
    "pain",
    "skips",
    "preferences",
)
"""Every table, parents before their children."""
