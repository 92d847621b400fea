"""What becomes of each thing when one laptop takes in what another has exported."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.errors import UserError
from rehabtimer.core.prescription import Choice
from rehabtimer.core.records import SessionRecord, SessionStatus, new_id, planned_sets
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.core.workouts import Sport, Workout
from rehabtimer.storage.document import read_document
from rehabtimer.storage.merge_run import take_in
from rehabtimer.storage.moments import moment_text
from tests.storage.test_courses import course
from tests.support.histories import done, pain, session, small, stamp
from tests.support.laptops import START, Laptop, finished, said


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "here")
    yield laptop
    laptop.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "there")
    yield laptop
    laptop.close()


def trained(laptop: Laptop) -> SessionRecord:
    """A session that was done, with an answer."""
    record = session(stamp(), status=SessionStatus.ENDED)
    laptop.store.history.begin(record, [done(row) for row in planned_sets(record.id, small())])
    laptop.store.diary.add(replace(pain(3), session=record.id))
    return record


def both_know(here: Laptop, there: Laptop) -> SessionRecord:
    """A session that both laptops have."""
    record = trained(here)
    there.takes(here.export())
    for laptop in (here, there):
        laptop.later()
    return record


def exchange(here: Laptop, there: Laptop) -> None:
    """Let each take in what the other had."""
    mine, theirs = here.export(), there.export()
    here.takes(theirs)
    there.takes(mine)
    assert here.everything == there.everything


def test_what_is_new_is_added(here: Laptop, there: Laptop) -> None:
    trained(here)
    trained(there)
    outcome = here.takes(there.export())
    assert outcome.standing("sessions").new == outcome.standing("pain").new == 1
    assert outcome.changes
    assert len(here.rows("sessions")) == len(here.rows("pain")) == 2
    assert len(here.rows("sets")) == 8


def test_twice_adds_nothing(here: Laptop, there: Laptop) -> None:
    trained(there)
    file = there.export()
    here.takes(file)
    before = here.everything
    outcome = here.takes(file)
    assert here.everything == before == said(file)
    assert not outcome.changes
    assert outcome.standing("sessions").same == 1
    assert outcome.conflicts == []


def test_the_newer_edit_is_kept_and_the_other_told(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    here.store.history.note(record.id, "here")
    there.later().store.history.note(record.id, "there")
    (conflict,) = here.looks_into(there.export()).conflicts
    assert (conflict.kind, conflict.theirs_holds, conflict.same_moment) == ("sessions", True, False)
    assert conflict.unit.get("note") == "here"
    (conflict,) = there.looks_into(here.export()).conflicts
    assert not conflict.theirs_holds
    exchange(here, there)
    assert [row["note"] for row in here.rows("sessions")] == ["there"]


def test_of_equal_moments_one_is_kept_everywhere(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    here.store.history.note(record.id, "one")
    there.store.history.note(record.id, "two")
    (conflict,) = here.looks_into(there.export()).conflicts
    assert conflict.same_moment
    exchange(here, there)


def test_a_session_and_its_sets_are_one_thing(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    here.store.history.change(replace(record, note="shorter"), here.store.history.sets(record.id))
    fewer = there.later().store.history.sets(record.id)[:1]
    there.store.history.change(record, fewer)
    exchange(here, there)
    assert [row["id"] for row in here.rows("sets")] == [fewer[0].id]
    assert here.rows("pain")[0]["session"] == record.id


def test_what_was_deleted_stays_away(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    here.store.history.remove(record.id)
    outcome = here.takes(there.export())
    assert outcome.standing("sessions").deleted_here == 1
    assert here.rows("sessions") == here.rows("sets") == []
    outcome = there.takes(here.export())
    assert outcome.standing("sessions").deleted_there == 1
    assert there.rows("sessions") == there.rows("sets") == []
    assert [row["session"] for row in there.rows("pain")] == [None]
    assert here.everything == there.everything


def test_what_was_written_after_that_is_kept(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    here.store.history.remove(record.id)
    there.later().store.history.note(record.id, "still here")
    exchange(here, there)
    assert [row["note"] for row in here.rows("sessions")] == ["still here"]


def test_an_answer_told_after_that_keeps_its_session(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    here.store.history.remove(record.id)
    there.later().store.diary.add(replace(pain(1), session=record.id))
    exchange(here, there)
    assert [row["id"] for row in here.rows("sessions")] == [record.id]
    assert [row["session"] for row in here.rows("pain") if row["score"] == 1] == [record.id]


def test_undone_is_as_if_it_was_never_deleted(here: Laptop, there: Laptop) -> None:
    record = both_know(here, there)
    rows, told = here.store.history.sets(record.id), here.store.diary.of_session(record.id)
    here.store.history.remove(record.id)
    here.later().store.history.bring_back(record, rows, told)
    exchange(here, there)
    assert [row["session"] for row in here.rows("pain")] == [record.id]


def test_answers_go_with_their_activity(here: Laptop, there: Laptop) -> None:
    run = Workout(id=new_id(), when=stamp(), sport=Sport.RUNNING)
    here.store.workouts.add(run, [replace(pain(4), workout=run.id)])
    there.takes(here.export())
    there.store.diary.add(replace(pain(5), workout=run.id))
    here.later().store.workouts.remove(run.id)
    exchange(here, there)
    assert there.rows("workouts") == there.rows("pain") == []


def test_a_course_that_was_withdrawn_is_gone_for_good(here: Laptop, there: Laptop) -> None:
    both_know(here, there)
    first, second = course(), course()
    here.store.courses.begin(first)
    here.later().store.courses.begin(second)
    there.takes(here.export())
    there.later().store.courses.choose(second.id, (Choice(exercise="clam", reps=9),))
    here.later().store.courses.put_back(first, ())
    exchange(here, there)
    assert [row["id"] for row in there.rows("courses")] == [first.id]
    assert there.rows("choices") == []


def test_choices_are_one_by_one(here: Laptop, there: Laptop) -> None:
    both_know(here, there)
    begun = course()
    here.store.courses.begin(begun)
    there.takes(here.export())
    here.later().store.courses.choose(begun.id, (Choice(exercise="clam", reps=9),))
    there.later().store.courses.choose(begun.id, (Choice(exercise="step-up", reps=8),))
    exchange(here, there)
    assert {row["exercise"]: row["reps"] for row in here.rows("choices")} == {
        "clam": 9,
        "step-up": 8,
    }


def test_the_course_begun_last_is_the_current_one(here: Laptop, there: Laptop) -> None:
    trained(here)
    trained(there)
    here.store.courses.begin(course())
    there.later().store.courses.begin(late := course())
    exchange(here, there)
    current = here.store.courses.current()
    assert current
    assert current.id == late.id


def test_a_programme_that_has_only_begun_by_itself_gives_way(here: Laptop, there: Laptop) -> None:
    there.store.courses.begin(theirs := course())
    trained(there)
    here.later().store.courses.begin(course())
    here.store.preferences.save(Settings(theme=Theme.DARK))
    outcome = here.takes(there.export())
    assert outcome.ours_gave_way
    assert [row["id"] for row in here.rows("courses")] == [theirs.id]
    assert here.store.preferences.settings().theme is Theme.DARK
    there.takes(here.export())
    assert here.everything == there.everything


def test_settings_are_one_by_one(here: Laptop, there: Laptop) -> None:
    here.store.preferences.save(Settings(theme=Theme.DARK))
    there.later().store.preferences.save(Settings(theme=Theme.LIGHT, still=True))
    exchange(here, there)
    assert here.store.preferences.settings() == Settings(theme=Theme.LIGHT, still=True)


# ---------------------------------------------------------------- own files


def own_file(laptop: Laptop, text: str, path: str = "exercises/bridge.toml") -> Path:
    file = laptop.own / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    moment = laptop.now.timestamp()
    os.utime(file, (moment, moment))
    return file


def test_own_files_come_with_their_times(here: Laptop, there: Laptop) -> None:
    own_file(there, "theirs")
    assert here.takes(there.export()).standing("files").new == 1
    mine = here.own / "exercises" / "bridge.toml"
    assert (mine.read_text("utf-8"), mine.stat().st_mtime) == ("theirs", START.timestamp())
    assert here.everything == there.everything
    assert not here.takes(there.export()).changes


def test_the_newer_own_file_is_kept(here: Laptop, there: Laptop) -> None:
    own_file(here, "older")
    own_file(there.later(), "newer")
    outcome = here.looks_into(there.export())
    assert outcome.files_replaced == [("exercises/bridge.toml", True, moment_text(START))]
    exchange(here, there)
    assert (here.own / "exercises" / "bridge.toml").read_text("utf-8") == "newer"


def test_what_was_put_away_stays_away(here: Laptop, there: Laptop) -> None:
    own_file(here, "bridge")
    there.takes(here.export())
    (here.own / "exercises" / "bridge.toml").unlink()
    own_file(here.later(), "bridge", "removed/exercises/bridge.toml")
    exchange(here, there)
    assert not (there.own / "exercises" / "bridge.toml").exists()
    assert (there.own / "removed" / "exercises" / "bridge.toml").exists()


# ---------------------------------------------------------------- all of it, or nothing


def full(laptop: Laptop) -> Path:
    """An export with many sessions and an own file."""
    for _ in range(120):
        trained(laptop)
    own_file(laptop, "theirs")
    return laptop.export()


def test_to_cancel_changes_nothing(here: Laptop, there: Laptop) -> None:
    file = full(there)
    own_file(here, "mine", "exercises/other.toml")
    before = here.everything
    with finished(read_document(file)) as document:
        steps = take_in(here.store.database, document, here.own)
        for _ in range(3):
            step = next(steps)
        assert 0 < step.done < step.total
        steps.close()
    assert here.everything == before
    here.takes(file)
    assert len(here.rows("sessions")) == 120


def test_others_can_read_until_the_end(here: Laptop, there: Laptop) -> None:
    with finished(read_document(full(there))) as document:
        steps = take_in(here.store.database, document, here.own)
        for _ in range(5):
            next(steps)
        with sqlite3.connect(here.path, timeout=0.1) as other:
            assert other.execute("SELECT count(*) FROM sessions").fetchone() == (0,)
        other.close()
        finished(steps)
    assert len(here.rows("sessions")) == 120


def test_own_files_go_back_if_the_rows_are_refused(here: Laptop, there: Laptop) -> None:
    file = full(there)
    mine = own_file(here, "mine")
    moment = mine.stat().st_mtime
    with finished(read_document(file)) as document:
        own_file(there.later(), "newer")
        reader = sqlite3.connect(here.path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sessions").fetchone()  # nobody can commit meanwhile
        here.store.database._writer.raw_connection().execute("PRAGMA busy_timeout = 50")
        with pytest.raises(UserError, match="in use by another program"):
            finished(take_in(here.store.database, document, here.own))
        reader.close()
    assert (mine.read_text("utf-8"), mine.stat().st_mtime) == ("mine", moment)
    assert here.rows("sessions") == []


def test_rows_stay_away_if_an_own_file_is_refused(here: Laptop, there: Laptop) -> None:
    file = full(there)
    here.own.write_text("in the way of the folder", encoding="utf-8")
    with pytest.raises(UserError, match="rehabtimer-own cannot be written"):
        here.takes(file)
    here.own.unlink()
    assert here.rows("sessions") == []
