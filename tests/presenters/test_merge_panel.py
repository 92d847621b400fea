"""An export that is taken in step by step: looked into, taken, cancelled, refused, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.errors import UserError
from rehabtimer.core.settings import Theme
from rehabtimer.paths import own_folder
from rehabtimer.presenters import merge_panel
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.data_settings import DataPresenter
from rehabtimer.presenters.merge_panel import MergePresenter, Phase
from rehabtimer.presenters.merging import Progress, Steps
from rehabtimer.storage.copies import copy_beside
from rehabtimer.storage.transfer import export_json
from tests.support.cases import everything_kept, welcomed
from tests.support.others import from_elsewhere
from tests.support.own_exercises import BRIDGE_FILE
from tests.support.pain import entry


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """Somebody who has told of one pain here."""
    with welcomed(tmp_path / "here") as case:
        case.store.diary.add(entry(note="Here."))
        yield case


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An export from the same person's other laptop."""
    return from_elsewhere(tmp_path / "there")


def work(merge: MergePresenter) -> int:
    """Do every step, and return how many there were."""
    steps = 1
    while merge.step():
        steps += 1
    return steps


def found(case: Case, file: Path) -> MergePresenter:
    merge = MergePresenter(case, file)
    work(merge)
    return merge


def notes(case: Case) -> list[str]:
    return [note for _day, note in case.store.diary.notes(None, case.today)]


def test_it_looks_first_and_changes_nothing(case: Case, file: Path) -> None:
    before = everything_kept(case)
    merge = MergePresenter(case, file)
    frame = merge.frame()
    assert (frame.phase, frame.is_working, frame.take, frame.close) == (
        Phase.LOOKING,
        True,
        "",
        "Cancel",
    )
    assert frame.title == 'Looking into "elsewhere.json" …'
    assert work(merge) > 2
    frame = merge.frame()
    assert (frame.phase, frame.is_working, frame.take, frame.close) == (
        Phase.FOUND,
        False,
        "Import",
        "Cancel",
    )
    assert frame.lead == "Nothing has been changed yet."
    assert any(line.startswith("Answers about pain: 1 new") for line in frame.lines)
    assert everything_kept(case) == before
    assert not copy_beside(case.store.database.path).exists()


def test_progress_goes_on_and_on(case: Case, file: Path) -> None:
    merge = MergePresenter(case, file)
    shares = []
    while merge.step():
        shares.append(merge.frame().progress)
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    assert merge.frame().progress_text


def test_it_is_taken_in_and_read_at_once(case: Case, file: Path) -> None:
    merge = found(case, file)
    merge.take()
    assert merge.frame().phase is Phase.TAKING
    work(merge)
    frame = merge.frame()
    assert (frame.phase, frame.take, frame.close, merge.is_done) == (
        Phase.DONE,
        "",
        "Close",
        True,
    )
    assert set(notes(case)) == {"Here.", "Elsewhere."}
    assert case.settings.theme is Theme.DARK
    assert copy_beside(case.store.database.path).exists()


def test_twice_is_nothing_new(case: Case, file: Path) -> None:
    merge = found(case, file)
    merge.take()
    work(merge)
    again = found(case, file)
    frame = again.frame()
    assert (frame.take, frame.close, frame.lead) == ("", "Close", "")
    assert "Nothing in" in frame.title
    again.take()
    assert not again.is_working


@pytest.mark.parametrize("steps", [0, 1, 2, 3])
def test_a_cancelled_import_changes_nothing(case: Case, file: Path, steps: int) -> None:
    before = everything_kept(case)
    merge = found(case, file)
    merge.take()
    for _step in range(steps):
        if merge.step() is False:
            pytest.fail("it was over too soon")
    merge.cancel()
    assert not merge.is_working
    assert merge.step() is False
    assert everything_kept(case) == before
    assert [path.name for path in case.store.database.path.parent.glob("*import*")] == []
    case.store.diary.add(entry())


def test_a_file_that_is_none_says_so(case: Case, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "rehabtimer", "version": 3', encoding="utf-8")
    before = everything_kept(case)
    frame = found(case, broken).frame()
    assert (frame.phase, frame.take, frame.close) == (Phase.REFUSED, "", "Close")
    assert frame.title == '"broken.json" cannot be imported'
    assert frame.problem
    assert everything_kept(case) == before


def test_a_file_that_changes_before_it_is_taken_in(case: Case, file: Path) -> None:
    merge = found(case, file)
    before = everything_kept(case)
    file.write_text("gone", encoding="utf-8")
    merge.take()
    work(merge)
    assert merge.frame().phase is Phase.REFUSED
    assert everything_kept(case) == before
    assert merge.copy is None
    assert [path.name for path in case.store.database.path.parent.glob("*import*")] == []


def test_without_room_for_a_copy_nothing_is_taken_in(
    case: Case, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_about: object) -> None:
        raise UserError("No copy can be made.")

    merge = found(case, file)
    before = everything_kept(case)
    monkeypatch.setattr(merge_panel, "Copy", refuse)
    merge.take()
    assert merge.frame().problem == "No copy can be made."
    assert not merge.is_working
    assert everything_kept(case) == before


def test_a_fault_half_way_changes_nothing(
    case: Case, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_about: object) -> Steps:
        yield Progress(1, 2, "")
        raise ZeroDivisionError

    merge = found(case, file)
    before = everything_kept(case)
    monkeypatch.setattr(merge_panel, "take_in", faulty)
    merge.take()
    with pytest.raises(ZeroDivisionError):
        work(merge)
    assert not merge.is_working
    assert everything_kept(case) == before
    assert [path.name for path in case.store.database.path.parent.glob("*import*")] == []


def test_own_data_does_not_go_into_a_demo(case: Case, file: Path) -> None:
    case.store.preferences.mark_demo()
    frame = found(case, file).frame()
    assert frame.phase is Phase.REFUSED
    assert "This history is made up, and the file is your own" in frame.problem


# The way back


def imported(case: Case, file: Path) -> DataPresenter:
    data, merge = DataPresenter(case), found(case, file)
    merge.take()
    work(merge)
    data.imported(merge.name, merge.copy)
    return data


def test_an_import_is_taken_back_whole(case: Case, file: Path) -> None:
    before, settings = everything_kept(case), case.settings
    data = imported(case, file)
    assert data.frame().undo_text == '"elsewhere.json" was imported.'
    assert data.undo()
    assert everything_kept(case) == before
    assert case.settings == settings
    assert data.frame().said == "Everything is as it was before the import."
    assert data.frame().undo_text == ""
    assert not copy_beside(case.store.database.path).exists()
    assert not data.undo()


def test_what_was_kept_since_then_is_not_lost_unasked(case: Case, file: Path) -> None:
    data = imported(case, file)
    case.store.diary.add(entry(note="Since then."))
    assert not data.undo()
    frame = data.frame()
    assert "Something else was kept since the import" in frame.question
    assert frame.undo_text == ""
    data.refuse()
    assert (data.frame().question, bool(data.frame().undo_text)) == ("", True)
    assert "Since then." in notes(case)
    assert not data.undo()
    assert data.undo()
    assert notes(case) == ["Here."]


def test_an_exercise_that_was_changed_since_is_not_lost_unasked(case: Case, file: Path) -> None:
    data = imported(case, file)
    shelf = own_folder(case.store.database.path) / "exercises"
    shelf.mkdir(parents=True)
    (shelf / "bridge.toml").write_text(BRIDGE_FILE, encoding="utf-8")
    assert not data.undo()
    assert "Something else was kept since the import" in data.frame().question
    data.refuse()
    assert (shelf / "bridge.toml").exists()
    assert not data.undo()
    assert data.undo()
    assert not (shelf / "bridge.toml").exists()


def test_an_import_from_before_the_window_is_taken_back_when_asked(case: Case, file: Path) -> None:
    before = everything_kept(case)
    imported(case, file)  # by a window that was killed, or on the command line
    data = DataPresenter(case)
    assert data.frame().undo_text.startswith("The import of ")
    assert not data.undo()
    assert data.frame().question.startswith("Undo the import of ")
    data.refuse()
    data.close()
    assert copy_beside(case.store.database.path).exists()
    assert not data.undo()
    assert data.undo()
    assert everything_kept(case) == before
    assert data.frame().undo_text == ""
    assert not copy_beside(case.store.database.path).exists()


def test_own_exercises_come_and_go_with_it(case: Case, tmp_path: Path) -> None:
    path = case.store.database.path
    there = own_folder(tmp_path / "there" / "rehabtimer.db") / "exercises"
    there.mkdir(parents=True)
    (there / "bridge.toml").write_text(BRIDGE_FILE, encoding="utf-8")
    data = imported(case, from_elsewhere(tmp_path / "there"))
    assert [each.id for each in case.library.exercises] == ["bridge"]
    assert data.undo()
    assert [each.id for each in case.library.exercises] == []
    assert list(own_folder(path).rglob("*.toml")) == []


def test_the_copy_goes_when_the_window_does(case: Case, file: Path) -> None:
    data = imported(case, file)
    data.close()
    assert not copy_beside(case.store.database.path).exists()
    assert data.frame().undo_text == ""
    data.close()


def test_where_the_copy_is_gone_the_import_stays(case: Case, file: Path) -> None:
    data = imported(case, file)
    copy_beside(case.store.database.path).unlink()
    before = everything_kept(case)
    assert not data.undo()
    assert data.frame().said
    assert everything_kept(case) == before
    export_json(case.store.database, file)


def test_it_says_where_the_data_is_and_that_it_is_a_demo(case: Case) -> None:
    data = DataPresenter(case)
    assert data.frame().path == str(case.store.database.path)
    assert data.frame().demo == ""
    case.demo = True
    assert "made-up demo data" in data.frame().demo
    data.say("Hello.")
    assert data.frame().said == "Hello."
