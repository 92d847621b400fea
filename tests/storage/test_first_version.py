"""A file of the first version, brought up to date: every row is there, and off is a skip."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.records import Reach, Skip
from rehabtimer.storage.database import Database
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.store import Store
from tests.support.former_versions import ROWS, column, dump, write_first_version


def columns_of(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for table in ROWS
        }


@pytest.fixture
def former(tmp_path: Path) -> Path:
    write_first_version(tmp_path / "former.db")
    return tmp_path / "former.db"


@pytest.fixture
def migrated(former: Path) -> Path:
    Database.open(former).close()
    return former


def test_it_really_is_a_file_of_the_first_version(former: Path) -> None:
    """Tables without an order of their own come back sorted by key."""
    found = dump(former)
    assert set(found) == set(ROWS)
    for table, rows in ROWS.items():
        kept = found[table]
        assert (sorted(kept) if table == "sets" else kept) == rows
    assert "skips" not in found


def test_every_row_keeps_what_it_had(former: Path) -> None:
    names, before = columns_of(former), dump(former)
    Database.open(former).close()
    # A course has the moment when it was begun in the place of its number.
    names["courses"].remove("number")
    before["courses"] = [(key, *rest) for key, _number, *rest in before["courses"]]
    for table, rows in before.items():
        assert column(former, table, *names[table]) == rows
    assert check(former).verdict is Verdict.HEALTHY


def test_new_columns_say_nothing_yet(migrated: Path) -> None:
    assert set(column(migrated, "courses", "arrangement")) == {("",)}
    fresh = ("until", "not_before", "variant", "only")
    assert set(column(migrated, "choices", *fresh)) == {("", "", "", None)}
    told = ("sharp", "locking", "decision", "activity")
    assert set(column(migrated, "pain", *told)) == {(0, 0, None, None)}
    assert column(migrated, "pauses", "course") == []


def told(skip: Skip) -> tuple[str, date, OffReason, int | None]:
    return skip.exercise, skip.when.day, skip.reason, skip.score


def test_what_was_off_is_a_skip_with_what_hurt_last(migrated: Path) -> None:
    with Store.open(migrated) as store:
        standing = store.skips.standing("now")
        every = store.skips.all()
    assert [told(standing[name]) for name in sorted(standing)] == [
        ("bridge", date(2026, 3, 3), OffReason.OWN_CHOICE, None),  # not because of what hurt
        ("calf-stretch", date(2026, 3, 5), OffReason.HURT, None),  # nobody told how much
        ("step-up", date(2026, 3, 4), OffReason.HURT, 6),
        ("wall-slide", date(2026, 3, 2), OffReason.STAIRS_HURT, None),
    ]
    assert {skip.reach for skip in every} == {Reach.OPEN}
    assert {skip.tried_on for skip in every} == {None}
    assert [(skip.course, skip.exercise) for skip in every if skip.course == "old"] == [
        ("old", "step-up")
    ]
    assert len(every) == 5


def test_records_read_as_before(migrated: Path) -> None:
    with Store.open(migrated) as store:
        course = store.courses.current()
        assert course
        assert [choice.exercise for choice in course.choices] == [
            row[1] for row in ROWS["choices"][:6]
        ]
        assert (course.order, course.plan.pauses) == ((), ())
        entries = store.diary.entries(None, date(2026, 12, 31))
        assert sorted(entry.id for entry in entries) == sorted(row[0] for row in ROWS["pain"])
        assert {entry.moment for entry in entries} == set(Moment) - {Moment.LATER}


def test_it_is_brought_up_to_date_once(migrated: Path) -> None:
    before = migrated.read_bytes()
    Database.open(migrated).close()
    assert migrated.read_bytes() == before
