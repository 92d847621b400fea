"""Nothing that is saved replaces a history, what belongs to it, or the exercises of one's own."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.storage.files import target_of, whole_file
from rehabtimer.storage.own_files import write_file
from rehabtimer.storage.store import Store


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history, with what may lie beside it."""
    path = tmp_path / "knee.pdf"
    Store.open(path).close()
    for name in ("knee.pdf.lock", "knee.pdf-journal", "knee.pdf.before-import"):
        (tmp_path / name).write_bytes(b"kept")
    (tmp_path / "knee-own" / "exercises").mkdir(parents=True)
    (tmp_path / "knee-own" / "exercises" / "mine.toml").write_bytes(b"kept")
    return path


def by_writing(path: Path) -> None:
    write_file(path, b"new")


def step_by_step(path: Path) -> None:
    with whole_file(path) as file:
        file.write(b"new")


WRITERS = pytest.mark.parametrize("write", [by_writing, step_by_step, target_of])


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@WRITERS
@pytest.mark.parametrize(
    "name,said",
    [
        ("knee.pdf", "is the database itself; choose another file"),
        ("knee.pdf.lock", "belongs to a history of RehabTimer; choose another file"),
        ("knee.pdf-journal", "belongs to a history"),
        ("knee.pdf-wal", "belongs to a history"),
        ("knee.pdf.before-import", "belongs to a history"),
        ("knee.pdf.before-import.part", "belongs to a history"),
        ("knee-own/exercises/mine.toml", "belongs to a history"),
        ("knee-own/new.toml", "belongs to a history"),
    ],
)
def test_a_history_is_spared(
    history: Path, write: Callable[[Path], object], name: str, said: str
) -> None:
    before = everything(history.parent)
    with pytest.raises(UserError, match=said):
        write(history.parent / name)
    assert everything(history.parent) == before


@WRITERS
@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize("name", ["knee.pdf", "knee.pdf.lock", "knee-own/exercises/mine.toml"])
def test_a_link_to_it_is_no_way_round(
    history: Path, write: Callable[[Path], object], name: str, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "report.pdf"
    link.symlink_to(history.parent / name)
    before = everything(history.parent)
    with pytest.raises(UserError, match="choose another file"):
        write(link)
    assert everything(history.parent) == before


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_nor_is_a_second_name(history: Path) -> None:
    second = history.with_name("second.pdf")
    second.hardlink_to(history)
    with pytest.raises(UserError, match="the database itself"):
        write_file(second, b"new")


@pytest.mark.parametrize("name", ["other.pdf", "my-own/x.toml", "other.pdf.lock", "knee-owner/x"])
def test_other_files_are_written(history: Path, name: str) -> None:
    path = history.parent / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"old")
    write_file(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_that_cannot_be_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x-own").mkdir()
    (tmp_path / "x.db").write_bytes(b"something")

    def refuse(*_asked: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        patch.setattr(Path, "iterdir", refuse)
        write_file(tmp_path / "x-own" / "a.toml", b"new")
        write_file(tmp_path / "x.db", b"new")
    assert (tmp_path / "x-own" / "a.toml").read_bytes() == b"new"
