from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import DailyPain, PainEntry
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.history import History
from tests.support.histories import DAY, begun, pain, stamp

FOREVER = date(9999, 12, 31)


@pytest.fixture
def diary(database: Database) -> Diary:
    return Diary(database)


def test_an_answer_comes_back_as_it_was_kept(diary: Diary, history: History) -> None:
    plain = pain(3)
    during = replace(
        pain(6, moment=Moment.DURING, knee=Side.RIGHT),
        when=stamp(hour=8, offset=-570),
        session=begun(history).id,
        exercise="step-up",
        side=Side.RIGHT,
        set=2,
        rep=7,
        note="sharp, below the kneecap",
    )
    diary.add(plain)
    diary.add(during)
    assert diary.entries(None, FOREVER) == [plain, during]


def test_an_answer_given_twice_is_kept_once(diary: Diary) -> None:
    entry = pain(3)
    diary.add(entry)
    diary.add(entry)
    assert diary.entries(DAY, DAY) == [entry]


def test_a_removed_answer_is_gone(diary: Diary) -> None:
    kept, removed = pain(3), pain(4)
    diary.add(kept)
    diary.add(removed)
    diary.remove(removed.id)
    diary.remove("nobody")
    assert diary.entries(DAY, DAY) == [kept]


def test_the_worst_of_a_day_is_told_for_each_knee(diary: Diary) -> None:
    tomorrow = DAY + timedelta(days=1)
    for entry in (
        pain(10, tomorrow),
        pain(2),
        pain(9, moment=Moment.DURING),
        pain(4, moment=Moment.AFTER),
        pain(0, knee=Side.RIGHT),
    ):
        diary.add(entry)
    first = [DailyPain(DAY, Side.LEFT, 9), DailyPain(DAY, Side.RIGHT, 0)]
    assert diary.daily_worst(None, FOREVER) == [*first, DailyPain(tomorrow, Side.LEFT, 10)]
    assert diary.daily_worst(DAY, DAY) == first


def test_a_span_includes_its_ends(diary: Diary) -> None:
    entries = [pain(1, DAY + timedelta(days=n)) for n in range(4)]
    for entry in reversed(entries):
        diary.add(entry)
    assert diary.entries(entries[1].when.day, entries[2].when.day) == entries[1:3]
    assert diary.entries(None, entries[1].when.day) == entries[:2]


def test_whether_a_moment_of_a_day_was_answered(diary: Diary) -> None:
    diary.add(pain(0, moment=Moment.MORNING))
    assert diary.exists(DAY, Moment.MORNING)
    assert not diary.exists(DAY, Moment.AFTER)
    assert not diary.exists(DAY - timedelta(days=1), Moment.MORNING)


@pytest.mark.parametrize(
    "change",
    [{"score": 11}, {"score": -1}, {"score": 3.5}, {"rep": -1}, {"set": 0}, {"session": "nobody"}],
)
def test_rules_keep_nonsense_out(diary: Diary, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        diary.add(replace(pain(3), **change))
    assert diary.entries(None, FOREVER) == []


def test_an_answer_outlives_its_session(diary: Diary, history: History, database: Database) -> None:
    record = begun(history)
    entry = replace(pain(3), session=record.id)
    diary.add(entry)
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM sessions")
    assert history.sets(record.id) == []
    assert diary.entries(DAY, DAY) == [replace(entry, session=None)]


def test_what_hurt_is_the_latest_answer_about_that_exercise(diary: Diary) -> None:
    def hurt(exercise: str, score: int, days: int) -> PainEntry:
        entry = pain(score, DAY + timedelta(days=days), Moment.DURING)
        return replace(entry, exercise=exercise, side=Side.LEFT, set=1, rep=1)

    assert diary.what_hurt("step-up") is None
    entries = [hurt("step-up", 4, 0), hurt("step-up", 5, 2), hurt("clam", 6, 3)]
    for entry in entries:
        diary.add(entry)
    assert diary.what_hurt("step-up") == entries[1]
