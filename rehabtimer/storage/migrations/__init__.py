"""Brings an older schema, or none, to the newest; Alembic is loaded here alone.

A new step is a module in `versions` whose `upgrade()` speaks through `alembic.op` (with
`op.batch_alter_table` where SQLite cannot alter). It is added to `STEPS`, `schema.SCHEMA_VERSION`
grows by one, and a shipped step never changes again. The number of steps taken is the file's
`user_version`, so that there is no table of Alembic's beside it.
"""

from importlib import import_module
from typing import Final

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

STEPS: Final = ("0001_baseline", "0002_pain_and_skipping", "0003_two_copies")


def upgrade(connection: Connection, version: int) -> None:
    """Take every step after the first `version`, in the transaction at hand."""
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for name in STEPS[version:]:
            import_module(f"{__name__}.versions.{name}").upgrade()
