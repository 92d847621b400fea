"""Other exercise with how the knees were, totals of questionnaires, and days with a reliever."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy.exc import IntegrityError

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.storage.database import Database
from rehabtimer.storage.diary import Diary
from rehabtimer.storage.workouts import TotalScores, Workouts
from tests.support.histories import DAY, pain, stamp

LATE = DAY + timedelta(days=400)


def run(days: int = 0, metres: int = 3000) -> Workout:
    return Workout(
        id=new_id(),
        when=stamp(DAY + timedelta(days=days), hour=18),
        sport=Sport.RUNNING,
        minutes=20,
        metres=metres,
        warmed_up=True,
        note="along the river – ü",
    )


def about(workout: Workout, score: int) -> PainEntry:
    entry = pain(score, workout.when.day, Moment.EXTRA)
    return replace(entry, when=workout.when, workout=workout.id, activity=Activity.RUNNING)


@pytest.fixture
def workouts(database: Database) -> Workouts:
    return Workouts(database)


@pytest.fixture
def diary(database: Database) -> Diary:
    return Diary(database)


@pytest.fixture
def totals(database: Database) -> TotalScores:
    return TotalScores(database)


def test_an_activity_comes_back_as_it_was_kept(workouts: Workouts, diary: Diary) -> None:
    full, plain = run(), Workout(id=new_id(), when=stamp(offset=-570), sport=Sport.YOGA)
    answer = about(full, 3)
    workouts.add(full, [answer])
    workouts.add(plain)
    assert workouts.workout(full.id) == full
    assert workouts.workout("nobody") is None
    assert workouts.between(None, LATE) == [plain, full]
    assert diary.of_workout(full.id) == [answer]
    assert diary.of_workout(plain.id) == []


def test_the_same_activity_again_changes_nothing(workouts: Workouts, diary: Diary) -> None:
    kept = run()
    for metres in (3000, 9000):
        workouts.add(replace(kept, metres=metres), [replace(about(kept, 2), id="answer")])
    assert workouts.between(None, LATE) == [kept]
    assert len(diary.of_workout(kept.id)) == 1


def test_an_activity_that_is_changed_takes_other_answers(workouts: Workouts, diary: Diary) -> None:
    kept = run()
    stays, goes, comes = about(kept, 1), about(kept, 2), about(kept, 3)
    workouts.add(kept, [stays, goes])
    longer = replace(kept, metres=5000, edited_at=stamp(hour=20).at)
    workouts.change(longer, [replace(stays, score=4), comes])
    assert workouts.workout(kept.id) == longer
    told = {entry.id: entry.score for entry in diary.of_workout(kept.id)}
    assert told == {stays.id: 4, comes.id: 3}


def test_an_activity_goes_with_its_answers(workouts: Workouts, diary: Diary) -> None:
    gone, stays, alone = run(), run(days=1), pain(5)
    workouts.add(gone, [about(gone, 1)])
    workouts.add(stays, [about(stays, 1)])
    diary.add(alone)
    workouts.remove(gone.id)
    workouts.remove("nobody")
    assert workouts.between(None, LATE) == [stays]
    assert {entry.workout for entry in diary.entries(None, LATE)} == {stays.id, None}


def test_a_span_of_dates_holds_both_its_ends(workouts: Workouts) -> None:
    kept = [run(days) for days in range(4)]
    for each in kept:
        workouts.add(each)
    assert workouts.between(DAY + timedelta(days=1), DAY + timedelta(days=2)) == kept[1:3]
    assert workouts.between(None, DAY) == kept[:1]


def test_an_activity_of_nobody_takes_no_answers(workouts: Workouts, diary: Diary) -> None:
    with pytest.raises(IntegrityError):
        diary.add(about(run(), 3))
    with pytest.raises(IntegrityError):
        workouts.add(run(metres=0))
    assert workouts.between(None, LATE) == []


def total(days: int, value: float = 71.5, most: float | None = 100) -> TotalScore:
    day = DAY + timedelta(days=days)
    return TotalScore(id=new_id(), day=day, name="AKPS", value=value, most=most)


def test_totals_of_questionnaires(totals: TotalScores) -> None:
    first, second = total(20, most=None), total(0)
    totals.add(first, second)
    totals.add()
    totals.add(replace(first, value=3))
    assert totals.between(None, LATE) == [second, first]
    assert totals.between(DAY + timedelta(days=1), LATE) == [first]
    better = replace(first, value=80, name="Kujala")
    totals.change(better)
    totals.remove(second.id)
    totals.remove("nobody")
    assert totals.between(None, LATE) == [better]


def test_a_reliever_belongs_to_a_day(diary: Diary) -> None:
    days = [DAY + timedelta(days=n) for n in range(3)]
    for day in days:
        diary.take_reliever(day, taken=True)
    diary.take_reliever(days[1], taken=False)
    assert diary.relievers(None, LATE) == {days[0], days[2]}
    assert diary.relievers(days[1], days[2]) == {days[2]}
    diary.take_reliever(days[1], taken=True)
    assert diary.relievers(days[1], days[1]) == {days[1]}


def test_notes_and_what_hurt_of_a_span(diary: Diary) -> None:
    def entry(days: int, note: str = "", moment: Moment = Moment.EXTRA) -> PainEntry:
        day: date = DAY + timedelta(days=days)
        return replace(pain(2, day, moment), note=note)

    hurt = entry(1, moment=Moment.DURING)
    diary.add_all([entry(0, "stiff"), entry(1), hurt, entry(2, "stairs"), entry(3, "late")])
    assert diary.notes(None, DAY + timedelta(days=2)) == [
        (DAY, "stiff"),
        (DAY + timedelta(days=2), "stairs"),
    ]
    assert diary.notes(DAY + timedelta(days=3), LATE) == [(DAY + timedelta(days=3), "late")]
    assert diary.hurts(None, LATE) == [hurt]
    assert diary.hurts(DAY + timedelta(days=2), LATE) == []
