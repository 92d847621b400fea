"""Reads an export; whatever is wrong with it becomes one sentence with the file, row and key.

It is read in steps, so that whoever waits can be told how far it is, and can give it up.
"""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple

import msgspec

from rehabtimer.core.faults import MISSING, Fault, naming, shown, wrong
from rehabtimer.core.toml_file import LARGEST_FILE as LARGEST_OWN_FILE
from rehabtimer.storage.document_faults import checked
from rehabtimer.storage.document_file import opened
from rehabtimer.storage.document_row import Row
from rehabtimer.storage.document_rows import ROWS, FileRow
from rehabtimer.storage.document_types import MOMENT, check_moment
from rehabtimer.storage.json_text import JsonText
from rehabtimer.storage.older_exports import LONG_AGO, finish, tables_missing, to_present
from rehabtimer.storage.own_copies import OwnCopy, is_own_path
from rehabtimer.storage.schema import FORMAT, FORMAT_VERSION
from rehabtimer.storage.staging import Staging, Values

_ROWS_AT_ONCE: Final = 500
_BYTES_AT_ONCE: Final = 1024 * 1024
_HEAD: Final = ("format", "version", "exported_at")
_JSON_COLUMNS: Final = {"sessions": "prescription", "preferences": "value"}


class Reading(NamedTuple):
    """How far a file is read, in bytes."""

    done: int
    total: int


class Document:
    """An export that was read to its end and found right. Close it, to give its memory back."""

    def __init__(self, staging: Staging, head: dict[str, Any], files: list[OwnCopy]) -> None:
        """Take over the rows."""
        self.staging = staging
        self.exported_at: str = head["exported_at"]
        self.files = files

    @property
    def is_demo(self) -> bool:
        """Whether it is a made-up history."""
        query = "SELECT 1 FROM preferences WHERE key = 'demo' AND value = 'true'"
        return self.staging.raw.execute(query).fetchone() is not None

    def close(self) -> None:
        """Give the memory back."""
        self.staging.close()

    def __enter__(self) -> "Document":
        """Use it in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it at the end of the block."""
        self.close()


def read_document(path: Path) -> Generator[Reading, None, Document]:
    """Read an export, step by step; its rows are in memory only.

    Raises UserError, one sentence, for whatever is no export of this version or an earlier one.
    """
    staging = Staging()
    try:
        with naming(path), opened(path) as (file, size):
            text = JsonText(file)
            reader = _Reader(text, staging)
            for _step in reader.read():
                yield Reading(text.done, size)
            return reader.document()
    except BaseException:
        staging.close()
        raise


class _Reader:
    """Goes through the keys of an export in the order in which they stand."""

    def __init__(self, text: JsonText, staging: Staging) -> None:
        self._text = text
        self._staging = staging
        self._head: dict[str, Any] = {}
        self._tables: set[str] = set()
        self._files: list[OwnCopy] = []
        self._version = 0

    def read(self) -> Iterator[None]:
        for key in self._text.keys():  # noqa: SIM118 - it is no mapping
            if key in ("tables", "files"):
                self._version = self._version or _version(self._head)
            if key == "tables":
                yield from self._read_tables()
            elif key == "files":
                self._head[key] = True
                self._read_files()
            elif key in _HEAD:
                self._head[key] = self._text.value()
            else:
                self._text.value()  # of a later version
        self._text.end()

    def document(self) -> Document:
        self._version = self._version or _version(self._head)
        lacking = set(ROWS) - self._tables - tables_missing(self._version)
        if lacking:
            name = next(name for name in ROWS if name in lacking)
            raise wrong(f"tables.{name}", MISSING, "a list of rows")
        if "files" not in self._head and "files" not in tables_missing(self._version):
            raise wrong("files", MISSING, "the texts of own files")
        self._check_exported_at()
        finish(self._version, self._staging.raw)
        self._staging.check_references()
        self._staging.count()
        return Document(self._staging, self._head, self._files)

    def _check_exported_at(self) -> None:
        moment = self._head.get("exported_at", MISSING)
        if not isinstance(moment, str) or not MOMENT.fullmatch(moment):
            raise wrong("exported_at", moment, "a moment in UTC")
        check_moment("exported_at", moment)

    def _read_tables(self) -> Iterator[None]:
        for name in self._text.keys():  # noqa: SIM118 - it is no mapping
            if name in ROWS:
                self._tables.add(name)
                yield from self._read_rows(name, ROWS[name])
            else:
                self._text.value()  # of a later version, which only adds to what is here

    def _read_rows(self, table: str, kind: type[Row]) -> Iterator[None]:
        rows: list[Values] = []
        number, begun = 0, self._text.done
        for number, found in enumerate(self._text.items(), 1):
            rows.append(self._row(table, kind, number, found))
            if len(rows) == _ROWS_AT_ONCE or self._text.done - begun > _BYTES_AT_ONCE:
                self._staging.add(table, rows, number - len(rows) + 1)
                rows.clear()
                begun = self._text.done
                yield
        self._staging.add(table, rows, number - len(rows) + 1)
        yield

    def _row(self, table: str, kind: type[Row], number: int, found: Any) -> Values:
        try:
            if not isinstance(found, dict):
                raise Fault(f"it is {shown(found)}; expected an object.")
            row = to_present(self._version, table, found)
            checked(row, kind)
            column = _JSON_COLUMNS.get(table)
            if column:
                row = {**row, column: msgspec.json.encode(row[column]).decode()}
            return tuple(map(row.__getitem__, kind.__struct_fields__))
        except Fault as fault:
            raise Fault(f"{table}, row {number}: {fault}") from fault
        except (RecursionError, UnicodeEncodeError) as error:
            text = f"{table}, row {number}: it has a value that cannot be kept"
            raise Fault(f"{text}; expected text, numbers, and a few levels.") from error

    def _read_files(self) -> None:
        if self._version < 3:
            found = self._text.value()
            if not isinstance(found, dict):
                raise wrong("files", found, "an object")
            told: Iterable[Any] = (
                {"path": path, "text": text, "updated_at": LONG_AGO} for path, text in found.items()
            )
        else:
            told = self._text.items()
        for number, each in enumerate(told, 1):
            try:
                self._files.append(_own_copy(each, {copy.path for copy in self._files}))
            except Fault as fault:
                raise Fault(f"files, row {number}: {fault}") from fault


def _version(head: dict[str, Any]) -> int:
    """Return the version of an export; Fault where it is none, or one of the future."""
    if head.get("format") != FORMAT:
        found = shown(head.get("format", MISSING))
        raise Fault(
            f'this is no export of RehabTimer: format is {found}; expected "{FORMAT}", '
            "and before the tables."
        )
    version = head.get("version", MISSING)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise wrong("version", version, f"a whole number from 1 to {FORMAT_VERSION}")
    if version > FORMAT_VERSION:
        raise Fault(
            f"this was written by a newer RehabTimer (version {shown(version)} of the format); "
            "install the newest one, and try again."
        )
    return version


def _own_copy(found: Any, known: set[str]) -> OwnCopy:
    if not isinstance(found, dict):
        raise Fault(f"it is {shown(found)}; expected an object.")
    row = checked(found, FileRow)
    if not is_own_path(row.path):
        raise wrong("path", row.path, "a path such as exercises/bridge.toml")
    if row.path in known:
        raise wrong("path", row.path, "each only once")
    try:
        size = len(row.text.encode())
    except UnicodeEncodeError as error:
        raise wrong("text", row.text, "a text that UTF-8 can hold") from error
    if size > LARGEST_OWN_FILE:
        raise Fault("text is larger than 64 kB; expected a few kB.")
    return OwnCopy(row.path, row.text, row.updated_at)
