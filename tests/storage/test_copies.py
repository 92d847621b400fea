"""The copy from before an import: private, one at most, and a way back that is whole or nothing."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.paths import own_folder
from rehabtimer.presenters.case import Case
from rehabtimer.storage import engine
from rehabtimer.storage.copies import Copy, clear_up, copy_beside
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.store import Store
from rehabtimer.storage.transfer import export_json
from tests.support.cases import everything_kept, opened, play, welcomed
from tests.support.pain import entry


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_everything_comes_back(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        play(case, 300)
        case.store.diary.add(entry())
        before = everything_kept(case)
        store = case.store
        copy = Copy(store.database.path, own_folder(store.database.path))
        copy.keep()
        store.diary.remove(store.diary.entries(None, case.today)[0].id)
        play(case, 60)
        case.switch("clam", on=False)
        assert everything_kept(case) != before
        copy.put_back(store.database)
        assert everything_kept(case) == before
        assert check(store.database.path).verdict is Verdict.HEALTHY


def test_own_files_come_back_too(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        path = case.store.database.path
        shelf = own_folder(path) / "exercises"
        shelf.mkdir(parents=True)
        (shelf / "mine.toml").write_text("before", encoding="utf-8")
        (shelf / "same.toml").write_text("same", encoding="utf-8")
        os.utime(shelf / "mine.toml", (1_000, 1_000))
        copy = Copy(path, own_folder(path))
        (shelf / "mine.toml").write_text("after", encoding="utf-8")
        (shelf / "theirs.toml").write_text("new", encoding="utf-8")
        copy.put_back(case.store.database)
        assert files(shelf) == {"mine.toml", "same.toml"}
        assert (shelf / "mine.toml").read_text("utf-8") == "before"
        assert (shelf / "mine.toml").stat().st_mtime == 1_000


def test_the_copy_is_private_and_the_only_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "it's.db") as store:
        path = store.database.path
        for _import in range(2):
            Copy(path, own_folder(path)).keep()
        assert files(tmp_path) == {"it's.db", "it's.db.before-import"}
        assert copy_beside(path).stat().st_mode & 0o777 == 0o600
        last = Copy(path, own_folder(path))
        last.keep()
        last.put_back(store.database)
        last.remove()
        assert files(tmp_path) == {"it's.db"}


def test_a_copy_that_was_not_kept_leaves_the_one_before_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "knee.db") as store:
        path = store.database.path
        Copy(path, own_folder(path)).keep()
        given_up = Copy(path, own_folder(path))
        given_up.remove()
        assert files(tmp_path) == {"knee.db", "knee.db.before-import"}


def test_while_others_write_nothing_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE_SECONDS", 0.05)
    with welcomed(tmp_path) as case:
        path = case.store.database.path
        shelf = own_folder(path) / "exercises"
        copy = Copy(path, own_folder(path))
        case.store.diary.add(entry())
        shelf.mkdir(parents=True)
        (shelf / "theirs.toml").write_text("new", encoding="utf-8")
        before = everything_kept(case)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(UserError, match="in use by another program"):
                copy.put_back(case.store.database)
        assert everything_kept(case) == before
        assert files(shelf) == {"theirs.toml"}


def test_without_a_place_for_it_there_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(*_about: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    with Store.open(tmp_path / "knee.db") as store:
        monkeypatch.setattr(Path, "touch", no_space)
        with pytest.raises(UserError, match="No copy can be made beside"):
            Copy(store.database.path, own_folder(store.database.path))
        assert files(tmp_path) == {"knee.db"}
        export_json(store.database, tmp_path / "still.json")


def test_a_damaged_copy_changes_nothing(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        copy = Copy(case.store.database.path, own_folder(case.store.database.path))
        copy.keep()
        copy_beside(case.store.database.path).write_bytes(b"no database at all" * 100)
        before = everything_kept(case)
        with pytest.raises(UserError):
            copy.put_back(case.store.database)
        assert everything_kept(case) == before
        case.store.diary.add(entry())


def with_own(case: Case, text: str) -> Path:
    shelf = own_folder(case.store.database.path) / "exercises"
    shelf.mkdir(parents=True, exist_ok=True)
    (shelf / "mine.toml").write_text(text, encoding="utf-8")
    return shelf / "mine.toml"


def test_the_way_back_outlives_the_program(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        path = case.store.database.path
        mine = with_own(case, "before")
        before = everything_kept(case)
        Copy(path, own_folder(path)).keep()
        case.store.diary.add(entry())
        mine.write_text("after", encoding="utf-8")
        found = Copy.beside(path, own_folder(path))
        assert found
        assert found.is_kept
        assert found.file == copy_beside(path)
        assert abs(found.made_at - datetime.now(UTC)) < timedelta(minutes=5)
        found.put_back(case.store.database)
        assert everything_kept(case) == before
        assert mine.read_text("utf-8") == "before"


def test_put_in_the_place_of_the_history_it_is_one(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        path = case.store.database.path
        before = everything_kept(case)
        Copy(path, own_folder(path)).keep()
        case.store.diary.add(entry())
    copy_beside(path).replace(path)
    assert check(path).verdict is Verdict.HEALTHY
    with opened(tmp_path) as case:
        assert everything_kept(case) == before


@pytest.mark.parametrize("change", ["DROP TABLE before_import_files", "PRAGMA user_version = 2"])
def test_a_copy_of_another_version_is_not_offered(tmp_path: Path, change: str) -> None:
    with Store.open(tmp_path / "knee.db") as store:
        path = store.database.path
        assert Copy.beside(path, own_folder(path)) is None
        Copy(path, own_folder(path)).keep()
        with closing(sqlite3.connect(copy_beside(path), isolation_level=None)) as other:
            other.execute(change)
        assert Copy.beside(path, own_folder(path)) is None


def test_what_was_left_is_cleared_up(tmp_path: Path) -> None:
    with welcomed(tmp_path) as case:
        path = case.store.database.path
        mine = with_own(case, "mine")
        mine.with_name(".rehabtimer-x.part").write_bytes(b"half")
        Copy(path, own_folder(path)).keep()
        Copy(path, own_folder(path))
        clear_up(path, datetime.now(UTC))
        assert files(tmp_path) == {"rehabtimer.db", "rehabtimer.db.before-import", "rehabtimer-own"}
        assert files(mine.parent) == {"mine.toml"}
        clear_up(path, datetime.now(UTC) + timedelta(days=8))
        assert files(tmp_path) == {"rehabtimer.db", "rehabtimer-own"}
