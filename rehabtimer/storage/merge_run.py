"""Takes an export into a history, in one transaction; or only says what that would change."""

import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple, cast

from sqlalchemy import Connection

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _
from rehabtimer.storage.database import Database
from rehabtimer.storage.document import Document
from rehabtimer.storage.interrupts import Interrupts
from rehabtimer.storage.merge_changes import NoChanges, Writing
from rehabtimer.storage.merge_units import Side
from rehabtimer.storage.merging import Changes, FileConflict, Merge, Outcome
from rehabtimer.storage.own_copies import OwnCopy, own_copies, putting, united
from rehabtimer.storage.staging import Staging

# What is changed stays in memory until the end, so that others can read meanwhile.
_NO_SPILL: Final = "PRAGMA cache_spill = OFF"


class Merged(NamedTuple):
    """How much is compared, in units of the file."""

    done: int
    total: int


def compare(
    database: Database | None, document: Document, own: Path
) -> Generator[Merged, None, Outcome]:
    """Say, step by step, what taking in an export would change; nothing is written.

    `own` is the folder of own exercises and programmes; without a database there is no history.
    """
    with _reading(database) as ours:
        merge = _merge(ours, document, NoChanges(), own)
        for done in merge.run():
            yield Merged(done, merge.total)
        _judge_files(merge.outcome, own_copies(own), document.files)
        return merge.outcome


def _nothing_more(_outcome: Outcome) -> None:
    """Leave it at that."""


def take_in(
    database: Database,
    document: Document,
    own: Path,
    kept: Callable[[Outcome], None] = _nothing_more,
) -> Generator[Merged, None, Outcome]:
    """Take in an export, step by step: all of it when this returns, nothing if it does not.

    An interrupt that comes once own files are being written counts only when all is kept, and
    `kept` was called. If the program is killed in between, files are there without the rows; to
    take it in again adds those.

    Raises UserError, one sentence, where that cannot be; NotSaved if the disk refuses.
    """
    try:
        with Interrupts() as asked:
            with putting(own) as files, database.writing() as connection:
                raw = _raw(connection)
                raw.execute(_NO_SPILL)
                merge = _merge(raw, document, Writing(raw), own)
                for done in merge.run():
                    yield Merged(done, merge.total)
                changed = _judge_files(merge.outcome, own_copies(own), document.files)
                asked.hold()  # files and rows change together
                files.put(changed)
            kept(merge.outcome)
    except UserError:
        _roll_back(database)
        raise
    return merge.outcome


def _roll_back(database: Database) -> None:
    """Let SQLite undo what a full disk has cut off; it does so when the file is used again."""
    with suppress(UserError), database.writing():
        pass


def _merge(raw: sqlite3.Connection, document: Document, changes: Changes, own: Path) -> Merge:
    ours, theirs = Side(raw), Side(document.staging.raw)
    if theirs.is_demo and not ours.is_demo and (ours.is_anybodys or own_copies(own)):
        text = _("The file holds a made-up history; it is not mixed with your own.")
        raise UserError(text)
    if ours.is_demo and not theirs.is_demo:
        text = _(
            "This history is made up, and the file is your own; "
            "open your own history, and import the file there."
        )
        raise UserError(text)
    return Merge(ours, theirs, changes)


def _judge_files(
    outcome: Outcome, mine: list[OwnCopy], theirs: list[OwnCopy]
) -> dict[str, OwnCopy | None]:
    """Return the files that change, None for those that go; and count them all."""
    here, there = {c.path: c for c in mine}, {c.path: c for c in theirs}
    holds = united(mine, theirs)
    counts = outcome.counts["files"]
    for path, copy in there.items():
        known = here.get(path)
        if path not in holds:
            counts["deleted_here"] += 1
        elif known is None:
            counts["new"] += 1
        elif known.text == copy.text:
            counts["same"] += 1
        else:
            is_theirs = holds[path] == copy
            counts["newer_there" if is_theirs else "newer_here"] += 1
            lost = known if is_theirs else copy
            outcome.files_replaced.append(FileConflict(path, is_theirs, lost.updated_at))
    counts["deleted_there"] += len(here.keys() - holds.keys())
    changed: dict[str, OwnCopy | None] = {p: c for p, c in holds.items() if here.get(p) != c}
    return changed | dict.fromkeys(here.keys() - holds.keys())


@contextmanager
def _reading(database: Database | None) -> Iterator[sqlite3.Connection]:
    if database is not None:
        with database.reading() as connection:
            yield _raw(connection)
        return
    nothing = Staging()
    try:
        yield nothing.raw
    finally:
        nothing.close()


def _raw(connection: Connection) -> sqlite3.Connection:
    """Return the driver's own connection: there are very many rows, and few statements."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
