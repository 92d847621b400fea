"""What the charts ask the database for: sums over many days, notes, and the first day of all."""

from collections import defaultdict
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.records import Amount
from rehabtimer.core.workouts import TotalScore
from rehabtimer.storage.first_day import first_day
from rehabtimer.storage.store import Store
from tests.support.chart_store import Kept, on
from tests.support.histories import DAY, pain, session, stamp
from tests.support.lives import TODAY, make_life


def key(amount: Amount) -> tuple[str, str]:
    return amount.exercise, amount.side


def figures(amount: Amount) -> list[float]:
    return [amount.planned_reps, amount.reps, amount.planned_seconds, amount.seconds]


@pytest.mark.parametrize("seed", range(8))
def test_the_sums_over_all_days_are_those_of_the_days(tmp_path: Path, seed: int) -> None:
    dice = Random(seed)
    with Store.open(tmp_path / "life.db") as store:
        make_life(seed).keep(store)
        start = TODAY - timedelta(days=dice.randrange(60))
        sums: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0] * 4)
        for each in store.history.amounts(start, TODAY):
            pairs = zip(sums[key(each)], figures(each), strict=True)
            sums[key(each)] = [before + more for before, more in pairs]
        found = store.history.doses(start, TODAY)
    assert [key(each) for each in found] == sorted(sums)
    for each in found:
        assert figures(each) == pytest.approx(sums[key(each)])
        assert each.day == TODAY
        assert each.moving is (each.exercise == "lift")


def test_the_notes_to_sessions_by_day(tmp_path: Path) -> None:
    with Store.open(tmp_path / "notes.db") as store:
        for day, note in ((DAY, "One"), (DAY + timedelta(days=1), ""), (DAY, "Two")):
            store.history.begin(replace(session(stamp(day)), note=note), [])
        found = store.history.notes(DAY, DAY + timedelta(days=1))
        assert sorted(found) == [(DAY, "One"), (DAY, "Two")]
        assert store.history.notes(DAY + timedelta(days=1), DAY + timedelta(days=2)) == []


def test_answers_about_activities(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    with kept.store as store:
        kept.moved(1, told=(3,))
        stairs = replace(pain(4, on(2), Moment.EXTRA), activity=Activity.STAIRS)
        store.diary.add_all((stairs, pain(5, on(2))))
        found = store.diary.about_activities(None, on(2))
        assert [(entry.score, entry.activity) for entry in found] == [
            (3, None),
            (4, Activity.STAIRS),
        ]
        assert store.diary.about_activities(on(3), on(9)) == []


def test_the_first_day_of_all(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    with kept.store as store:
        assert first_day(store.database) is None
        kept.done(9)
        assert first_day(store.database) == on(9)
        kept.pain({8: 5})
        assert first_day(store.database) == on(8)
        kept.moved(7)
        assert first_day(store.database) == on(7)
        store.diary.take_reliever(on(6), taken=True)
        assert first_day(store.database) == on(6)
        store.total_scores.add(TotalScore(id="total", day=on(5), name="AKPS", value=70))
        assert first_day(store.database) == on(5)
