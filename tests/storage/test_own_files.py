"""Own files: whole or not there, all or none, and for their owner only."""

import errno
import io
import os
import stat
import sys
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.storage import beside
from rehabtimer.storage.own_files import change_files, toml_files, write_file

posix_only = pytest.mark.skipif(os.name != "posix", reason="POSIX rights")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_several_files_change_together(tmp_path: Path) -> None:
    old, new, gone = (tmp_path / "own" / name for name in ("a.toml", "deep/b.toml", "c.toml"))
    change_files({old: b"1", gone: b"3"})
    change_files({old: b"2", new: b"new", gone: None})
    assert everything(tmp_path / "own") == {"a.toml": b"2", "deep/b.toml": b"new"}


@posix_only
def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "own" / "exercises" / "a.toml"
    change_files({path: b"1"})
    modes = [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent, tmp_path / "own")]
    assert modes == [0o600, 0o700, 0o700]


def refuse_the(monkeypatch: pytest.MonkeyPatch, nth: int, error: BaseException) -> None:
    """Let the disk refuse one renaming, the n-th."""
    real, count = Path.replace, iter(range(1, 100))

    def replace(self: Path, target: Path) -> Path:
        if next(count) == nth:
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_refusal_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nth: int
) -> None:
    paths = [tmp_path / name for name in ("a.toml", "b.toml", "c.toml", "d.toml")]
    change_files({paths[0]: b"1", paths[1]: b"2"})
    before = everything(tmp_path)
    refuse_the(monkeypatch, nth, OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(UserError) as caught:
        change_files({paths[0]: b"x", paths[1]: None, paths[2]: b"x", paths[3]: b"x"})
    assert everything(tmp_path) == before
    assert "was not written (no space left on device); allow writing there" in str(caught.value)


def test_an_interrupt_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_files({tmp_path / "a.toml": b"1"})
    refuse_the(monkeypatch, 2, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        change_files({tmp_path / "a.toml": b"x", tmp_path / "b.toml": b"x"})
    assert everything(tmp_path) == {"a.toml": b"1"}


def test_a_disk_that_refuses_the_way_back_as_well_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_files({tmp_path / "a.toml": b"1"})

    def refuse(*_: object) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="input/output error"):
        change_files({tmp_path / "a.toml": b"x"})
    assert everything(tmp_path) == {"a.toml": b"1"}


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(UserError, match="was not written"):
        change_files({tmp_path / "b.toml": b"1", tmp_path / "a.toml": b"2"})
    assert everything(tmp_path) == {}


def test_what_cannot_be_read_back_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"1")

    class Forgetful(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return b"something else"

    monkeypatch.setattr(
        beside, "_named", lambda folder: (Forgetful(), folder / ".rehabtimer-x.part")
    )
    monkeypatch.setattr(beside, "_NAMELESS", 0)
    with pytest.raises(UserError, match="it cannot be read back"):
        write_file(path, b"2")
    monkeypatch.undo()
    assert everything(tmp_path) == {"a.toml": b"1"}


@posix_only
def test_a_file_is_written_where_a_link_points_to(tmp_path: Path) -> None:
    (tmp_path / "link.toml").symlink_to(tmp_path / "real.toml")
    write_file(tmp_path / "link.toml", b"1")
    assert (tmp_path / "link.toml").is_symlink()
    assert (tmp_path / "real.toml").read_bytes() == b"1"


@pytest.mark.parametrize(
    "where,said",
    [
        ("missing/a.toml", "was not written"),
        ("x" * 300 + ".toml", "cannot be reached; choose another file"),
        ("file/a.toml", "was not written"),
    ],
)
def test_a_place_that_cannot_be(tmp_path: Path, where: str, said: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match=said):
        write_file(tmp_path / where, b"1")
    assert everything(tmp_path) == {"file": b""}


@posix_only
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    with pytest.raises(UserError, match="cannot be reached; choose another file"):
        write_file(tmp_path / "a.toml", b"1")


def test_toml_files_are_found_by_name(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", ".hidden.toml", "c.txt", ".rehabtimer-x.part"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in toml_files(tmp_path)] == ["a.toml", "b.toml"]
    assert toml_files(tmp_path / "missing") == []


@pytest.mark.skipif(sys.platform == "win32", reason="says that it is missing")
def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "own").write_bytes(b"")
    with pytest.raises(UserError, match="own cannot be looked into; allow reading that folder"):
        toml_files(tmp_path / "own")
