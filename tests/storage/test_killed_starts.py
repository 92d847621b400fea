"""kill -9 before any statement of a start: the tables are as they were, or all there."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rehabtimer.storage.database import Database
from rehabtimer.storage.schema import SCHEMA_VERSION, TABLES
from tests.support.former_versions import FORMER, dump, write_version

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs children that can be killed")

# Starts anew, in a child, for each number given; the child is killed before that statement.
KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
import rehabtimer.storage.database as storage
import rehabtimer.storage.migrations

make = storage.make_engine

def counting(path, *, read_only):
    made, left = make(path, read_only=read_only), iter(range(statements))

    @event.listens_for(made, "before_cursor_execute")
    def count(*_):
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
    return made

storage.make_engine = counting
for statements in map(int, sys.argv[2:]):
    if child := os.fork():
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    else:
        storage.Database.open(Path(sys.argv[1]) / f"{statements}.db").close()
        os._exit(0)
"""


def killed_starts(folder: Path, count: int) -> Iterator[tuple[Path, int]]:
    """Open `count` files, with one more statement before the end each; a path and an exit code."""
    places = list(map(str, range(count)))
    command = [sys.executable, "-c", KILLED, str(folder), *places]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    for place, code in zip(places, map(int, run.stdout.split()), strict=True):
        yield folder / f"{place}.db", code


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_a_first_start_killed_anywhere_leaves_all_or_nothing(tmp_path: Path) -> None:
    endings = set()
    for path, code in killed_starts(tmp_path, 75):
        version, names = version_of(path), set(dump(path))
        assert names == set(TABLES) if version else not names
        Database.open(path).close()  # and the next start goes on from there
        endings.add((code, version))
    assert endings == {(-signal.SIGKILL, 0), (0, SCHEMA_VERSION)}


@pytest.mark.parametrize("version", FORMER)
def test_a_migration_killed_anywhere_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, version: int
) -> None:
    count = 75
    former, model = tmp_path / "former.db", tmp_path / "model.db"
    write_version(former, version)
    for place in ("model", *range(count)):
        shutil.copy(former, tmp_path / f"{place}.db")
    Database.open(model).close()
    expected = {version: dump(former), SCHEMA_VERSION: dump(model)}
    endings = set()
    for path, code in killed_starts(tmp_path, count):
        found = version_of(path)
        assert dump(path) == expected[found]
        Database.open(path).close()
        assert dump(path) == expected[SCHEMA_VERSION]
        endings.add((code, found))
    assert endings == {(-signal.SIGKILL, version), (0, SCHEMA_VERSION)}
