"""A window's lock is seen from outside, and that of a window that was killed is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rehabtimer.storage import window_lock
from rehabtimer.storage.window_lock import is_open, lock_of

LOCKED = (
    "import sys, PySide6.QtCore as Qt; lock = Qt.QLockFile(sys.argv[1]); lock.setStaleLockTime(0);"
    "print(lock.tryLock(0), flush=True); sys.stdin.read()"
)


def test_the_lock_of_a_window(tmp_path: Path) -> None:
    database = tmp_path / "history.db"
    assert not is_open(database)
    command = [sys.executable, "-c", LOCKED, f"{database}.lock"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdout
        assert window.stdout.readline().strip() == b"True"
        assert is_open(database)
        window.kill()
    assert (tmp_path / "history.db.lock").exists()
    assert not is_open(database)


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_to_the_history_has_the_same_lock(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    database, link = tmp_path / "there" / "history.db", tmp_path / "link.db"
    link.symlink_to(database)
    (tmp_path / "folder").symlink_to(tmp_path / "there")
    assert lock_of(link) == lock_of(tmp_path / "folder" / "history.db") == lock_of(database)
    assert lock_of(database) == tmp_path / "there" / "history.db.lock"
    (tmp_path / "round.db").symlink_to(tmp_path / "round.db")
    assert not is_open(tmp_path / "round.db")


def test_where_there_can_be_no_lock(tmp_path: Path) -> None:
    (tmp_path / "folder.db.lock").mkdir()
    assert not is_open(tmp_path / "folder.db")
    assert not is_open(tmp_path / ("x" * 300))


def test_where_locks_go_away_with_their_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_lock, "_HAS_FLOCK", False)
    assert not is_open(tmp_path / "history.db")
    (tmp_path / "history.db.lock").write_bytes(b"")
    assert is_open(tmp_path / "history.db")
