"""A file of the second version, brought up to date: every row is there, and was written once."""

from datetime import date
from pathlib import Path

import pytest

from rehabtimer.core.records import Source
from rehabtimer.storage.database import Database
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.store import Store
from tests.support.former_versions import AT, SECOND, column, dump, write_version

NOON = "T12:00:00.000000Z"
LATE = date(2026, 12, 31)


@pytest.fixture
def former(tmp_path: Path) -> Path:
    write_version(tmp_path / "former.db", 2)
    return tmp_path / "former.db"


@pytest.fixture
def migrated(former: Path) -> Path:
    Database.open(former).close()
    return former


def test_it_really_is_a_file_of_the_second_version(former: Path) -> None:
    found = dump(former)
    assert set(found) == set(SECOND)
    assert all(sorted(found[table], key=str) == sorted(SECOND[table], key=str) for table in SECOND)


def test_a_course_was_begun_at_noon_in_the_order_of_its_number(migrated: Path) -> None:
    begun = dict(column(migrated, "courses", "id", "begun_at"))
    assert begun == {"old": "2026-03-02T12:00:00.000001Z", "now": "2026-03-02T12:00:00.000002Z"}
    assert column(migrated, "courses", "id", "begun_at") == column(
        migrated, "courses", "id", "updated_at"
    )
    with Store.open(migrated) as store:
        current = store.courses.current()
        assert current
        assert current.id == "now"
        assert [course.id for course in store.courses.all()] == ["old", "now"]
        assert current.order == ("clam", "bridge")
        assert len(current.plan.pauses) == 2


def test_a_choice_was_written_on_its_date_or_with_its_course(migrated: Path) -> None:
    assert column(migrated, "choices", "exercise", "updated_at") == [
        ("step-up", f"2026-03-04{NOON}"),
        ("clam", "2026-03-02T12:00:00.000002Z"),
    ]


def test_answers_and_skips_were_written_when_they_were_given(migrated: Path) -> None:
    assert set(column(migrated, "pain", "updated_at", "workout", "edited_at")) == {(AT, None, None)}
    assert set(column(migrated, "skips", "updated_at")) == {(AT,)}


def test_sessions_were_timed_and_never_edited(migrated: Path) -> None:
    with Store.open(migrated) as store:
        found = store.diary.entries(None, LATE)
    assert {entry.id for entry in found} == {row[0] for row in SECOND["pain"]}
    assert set(column(migrated, "sessions", "source", "edited_at")) == {(Source.TIMED, None)}
    written = dict(column(migrated, "sessions", "id", "updated_at"))
    assert written == {row[0]: row[5] for row in SECOND["sessions"]}


def test_nothing_is_deleted_and_the_file_is_healthy(migrated: Path) -> None:
    for table in ("deletions", "workouts", "relievers", "total_scores"):
        assert dump(migrated)[table] == []
    assert check(migrated).verdict is Verdict.HEALTHY


def test_it_is_brought_up_to_date_once(migrated: Path) -> None:
    before = migrated.read_bytes()
    Database.open(migrated).close()
    assert migrated.read_bytes() == before
