"""Several laptops of one person, each with a history of its own; exports go from one to another."""

import json
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from rehabtimer.storage.document import Document, read_document
from rehabtimer.storage.merge_run import compare, take_in
from rehabtimer.storage.merging import Outcome
from rehabtimer.storage.store import Store
from rehabtimer.storage.transfer import export_json

START = datetime(2026, 3, 2, 8, tzinfo=UTC)

_T = TypeVar("_T")


def finished(steps: Generator[object, None, _T]) -> _T:
    """What some work comes to, once it has taken all its steps."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: _T = end.value
            return found


class Laptop:
    """A history with a clock that stands still until it is moved."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.now = START
        self.path = folder / "rehabtimer.db"
        self.own = folder / "rehabtimer-own"
        self.store = Store.open(self.path, now=lambda: self.now)

    def later(self, seconds: float = 60) -> "Laptop":
        """Let time go by."""
        self.now += timedelta(seconds=seconds)
        return self

    def export(self, name: str = "export.json") -> Path:
        """Export everything."""
        file = self.path.with_name(name)
        export_json(self.store.database, file, self.now, self.own)
        return file

    def takes(self, file: Path) -> Outcome:
        """Take in an export."""
        document: Document = finished(read_document(file))
        try:
            return finished(take_in(self.store.database, document, self.own))
        finally:
            document.close()

    def looks_into(self, file: Path) -> Outcome:
        """Say what taking in an export would change."""
        document: Document = finished(read_document(file))
        try:
            return finished(compare(self.store.database, document, self.own))
        finally:
            document.close()

    def close(self) -> None:
        """Turn it off."""
        self.store.close()

    @property
    def everything(self) -> bytes:
        """All that an export says, but when it was made."""
        return said(self.export())

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table, as an export has them."""
        found: list[dict[str, Any]] = json.loads(self.export().read_bytes())["tables"][table]
        return found


def said(file: Path) -> bytes:
    """What an export says, but when it was made."""
    return file.read_bytes().partition(b"\n")[2]


def merged(folder: Path, *files: Path) -> Path:
    """The export of an empty history that has taken in these, one after the other."""
    laptop = Laptop(folder)
    try:
        for file in files:
            laptop.takes(file)
        return laptop.export()
    finally:
        laptop.close()
