"""One connection to one file, set up so that every transaction covers everything in it."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

PATIENCE_SECONDS = 5.0  # for another program's lock

_ALWAYS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",  # nothing private in other folders
)
WHEN_WRITING = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA")
_READS = "rehabtimer_reads"


def make_engine(path: Path, *, read_only: bool) -> Engine:
    """Make an engine with a single connection; the file must be there.

    This is SQLAlchemy's recipe for SQLite: we say BEGIN, not the driver, so that changes of tables
    are rolled back too. IMMEDIATE takes the lock for writing at the start, not halfway.
    """

    def connect() -> sqlite3.Connection:
        address = f"{path.as_uri()}?mode={'ro' if read_only else 'rw'}"
        connection = sqlite3.connect(
            address, uri=True, timeout=PATIENCE_SECONDS, isolation_level=None
        )
        for statement in _ALWAYS:
            connection.execute(statement)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool, hide_parameters=True)
    word = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(_READS, False)
        connection.exec_driver_sql("BEGIN" if reads else word)

    return engine


def reading(engine: Engine) -> Engine:
    """Return the same connection for transactions that only read."""
    return engine.execution_options(**{_READS: True})


def pragmas(engine: Engine, statements: tuple[str, ...]) -> None:
    """Set what can be set outside of transactions only."""
    raw = engine.raw_connection()
    try:
        for statement in statements:
            raw.cursor().execute(statement)
    finally:
        raw.close()


def driver_connection(engine: Engine) -> sqlite3.Connection:
    """Return the one connection itself, with whatever transaction it is in.

    Not by `raw_connection`, which rolls back what is going on when it is given back.
    """
    pool = engine.pool
    raw: Any = pool.connection.dbapi_connection if isinstance(pool, StaticPool) else None
    if isinstance(raw, sqlite3.Connection):
        return raw
    raise TypeError("an engine of ours has one connection of SQLite's")
