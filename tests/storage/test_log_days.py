"""The days of the log are those with something of any kind in it."""

from datetime import date, timedelta
from pathlib import Path

from rehabtimer.core.records import new_id
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.storage.store import Store
from tests.support.histories import DAY, pain, stamp


def before(days: int) -> date:
    return DAY - timedelta(days=days)


def test_every_kind_makes_a_day(tmp_path: Path) -> None:
    with Store.open(tmp_path / "knee.db") as store:
        assert store.diary.latest_days(9) == []
        store.diary.add(pain(3))
        store.diary.add(pain(4))
        store.workouts.add(Workout(id=new_id(), when=stamp(before(1)), sport=Sport.YOGA))
        store.total_scores.add(TotalScore(id=new_id(), day=before(3), name="A", value=1))
        store.diary.take_reliever(before(2), taken=True)
        store.diary.take_reliever(before(1), taken=True)
        assert store.diary.latest_days(9) == [DAY, before(1), before(2), before(3)]
        assert store.diary.latest_days(2) == [DAY, before(1)]


def test_a_reliever_that_was_taken_back_makes_none(tmp_path: Path) -> None:
    with Store.open(tmp_path / "knee.db") as store:
        store.diary.take_reliever(DAY, taken=True)
        store.diary.take_reliever(DAY, taken=False)
        assert store.diary.latest_days(9) == []
