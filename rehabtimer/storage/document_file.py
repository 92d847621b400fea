"""Opens what may be an export, and says what it is instead where it is none."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from rehabtimer.core.faults import Fault, plain, short

LARGEST_FILE: Final = 128 * 1024 * 1024
"""Bytes; twenty years of a session a day come to less (decision 20)."""

_BEGINNINGS: Final = (
    (b"PK\x03\x04", "this is a ZIP archive; expected the JSON file of an export."),
    (b"PK\x05\x06", "this is a ZIP archive; expected the JSON file of an export."),
    (b"\x1f\x8b", "this is a compressed file; expected the JSON file of an export."),
    (b"SQLite format 3\0", "this is a database; open it with --database, or export it to JSON."),
    (b"%PDF", "this is a PDF; expected the JSON file of an export."),
    (b"\xff\xfe", "this is not UTF-8; expected UTF-8 text."),
    (b"\xfe\xff", "this is not UTF-8; expected UTF-8 text."),
)
_LONGEST_BEGINNING: Final = 16


@contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Open an ordinary file that begins as JSON does, and tell its size in bytes.

    Raises Fault for anything else.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Fault("this is a folder or a device; expected a file.")
        file = path.open("rb")
    except FileNotFoundError as error:
        folder = short(plain(str(path.parent.absolute())))
        raise Fault(f"the file is missing; expected it in {folder}.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise Fault(f"the file cannot be read: {reason}.") from error
    with file:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise Fault(f"the file is larger than {LARGEST_FILE // 1024**2} MB; expected less.")
        _check_beginning(file.read(_LONGEST_BEGINNING))
        file.seek(0)
        try:
            yield file, size
        except OSError as error:
            reason = error.strerror or str(error)
            raise Fault(f"the file cannot be read: {reason}.") from error


def _check_beginning(beginning: bytes) -> None:
    for signs, sentence in _BEGINNINGS:
        if beginning.startswith(signs):
            raise Fault(sentence)
    begun = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not begun:
        raise Fault("the file is empty; expected an export of RehabTimer.")
    if not begun.startswith(b"{"):
        raise Fault("this is not JSON; expected an export of RehabTimer, which begins with {.")
