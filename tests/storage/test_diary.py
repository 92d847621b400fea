from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.pain import Activity, Decision, Moment
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


def hurt(score: int | None, exercise: str = "step-up", days: int = 0) -> PainEntry:
    entry = pain(0, DAY + timedelta(days=days), Moment.DURING)
    return replace(entry, score=score, exercise=exercise, side=Side.LEFT, set=1, rep=1)


def test_what_hurt_is_the_latest_answer_about_that_exercise(diary: Diary) -> None:
    assert diary.what_hurt("step-up") is None
    entries = [hurt(4), hurt(5, days=2), hurt(6, "clam", 3)]
    for entry in entries:
        diary.add(entry)
    assert diary.what_hurt("step-up") == entries[1]


def test_everything_about_an_exercise_is_told_oldest_first(diary: Diary) -> None:
    entries = [hurt(4), hurt(None, days=2), hurt(6, "clam", 3), hurt(5, days=4)]
    diary.add_all(reversed(entries))
    diary.add(replace(pain(3, moment=Moment.EXTRA), exercise="step-up"))
    assert diary.about("step-up") == [entries[0], entries[1], entries[3]]
    assert diary.about("bridge") == []


def test_what_was_chosen_about_pain_comes_back(diary: Diary) -> None:
    alarm = replace(hurt(7), sharp=True, locking=True, decision=Decision.END)
    extra = replace(pain(2, moment=Moment.EXTRA), activity=Activity.STAIRS, note="down only")
    later = pain(1, moment=Moment.LATER)
    diary.add_all((alarm, extra, later))
    assert sorted(diary.entries(DAY, DAY), key=str) == sorted((alarm, extra, later), key=str)


@pytest.mark.parametrize("decision", Decision)
def test_every_decision_can_be_kept(diary: Diary, decision: Decision) -> None:
    diary.add(replace(hurt(None), decision=decision))
    assert diary.about("step-up")[0].decision is decision


@pytest.mark.parametrize("activity", Activity)
def test_every_activity_can_be_kept(diary: Diary, activity: Activity) -> None:
    diary.add(replace(pain(1, moment=Moment.EXTRA), activity=activity))
    assert diary.entries(DAY, DAY)[0].activity is activity


def test_pain_without_a_score_is_in_no_days_worst(diary: Diary) -> None:
    diary.add_all((hurt(None), hurt(None, days=1), pain(2, DAY + timedelta(days=1))))
    assert diary.daily_worst(None, FOREVER) == [DailyPain(DAY + timedelta(days=1), Side.LEFT, 2)]


@pytest.mark.parametrize("moment", [m for m in Moment if m is not Moment.DURING])
def test_only_what_hurt_in_a_session_may_lack_a_score(diary: Diary, moment: Moment) -> None:
    with pytest.raises(IntegrityError):
        diary.add(replace(pain(0, moment=moment), score=None))
    assert diary.entries(None, FOREVER) == []


def test_an_answer_can_be_changed_and_put_back(diary: Diary) -> None:
    other, entry = pain(3), pain(4, moment=Moment.EXTRA)
    diary.add_all((other, entry))
    changed = replace(
        entry,
        when=stamp(hour=21),
        score=6,
        knee=Side.RIGHT,
        note="worse",
        activity=Activity.SITTING,
    )
    diary.change(changed)
    assert diary.entries(DAY, DAY) == [other, changed]
    diary.change(entry)
    assert sorted(diary.entries(DAY, DAY), key=str) == sorted((other, entry), key=str)
    diary.change(replace(entry, id="nobody"))
    assert len(diary.entries(DAY, DAY)) == 2


def test_a_change_to_nonsense_is_refused(diary: Diary) -> None:
    entry = pain(3)
    diary.add(entry)
    with pytest.raises(IntegrityError):
        diary.change(replace(entry, score=11))
    assert diary.entries(DAY, DAY) == [entry]
