"""A real file, made anew for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "records" / "rehabtimer.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database.open(path) as database:
        yield database


@pytest.fixture
def history(database: Database) -> History:
    return History(database)
