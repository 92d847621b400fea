"""Tells whether a window has a history open, by the lock that it takes."""

import os
from pathlib import Path
from typing import Final

from rehabtimer.paths import real

_HAS_FLOCK: Final = os.name == "posix"


def lock_of(database: Path) -> Path:
    """Return the lock of the window that has a history open, by whatever name it is called."""
    return Path(f"{real(database)}.lock")


def is_open(database: Path) -> bool:
    """Say whether a window of RehabTimer holds the lock of this history.

    The lock of a window that was killed is still there, but nobody holds it.
    """
    lock = lock_of(database)
    if not _HAS_FLOCK:
        return lock.exists()  # it goes away with the program that made it
    import fcntl

    try:
        with lock.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False  # there is none, or none of ours
    return False
