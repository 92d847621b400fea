"""When each row was written, and what was deleted: what two copies of a history go by."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Moment
from rehabtimer.core.prescription import Choice
from rehabtimer.core.records import Course, Source, planned_sets
from rehabtimer.core.schedule import Pause, PlanChange
from rehabtimer.core.settings import Settings, Theme
from rehabtimer.core.workouts import TotalScore
from rehabtimer.storage.moments import moment_text
from rehabtimer.storage.store import Store
from tests.storage.test_courses import SHORT_CLAM, STEP_UP_OFF, course
from tests.storage.test_skips import skip
from tests.storage.test_workouts import about, run
from tests.support.former_versions import column
from tests.support.histories import DAY, begun, pain, session, stamp

FIRST = datetime(2026, 4, 1, 12, tzinfo=UTC)


class Wall:
    """A clock on the wall, moved by hand."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self) -> datetime:
        return self.now

    def later(self) -> str:
        """An hour passes; the text of the new moment."""
        self.now += timedelta(hours=1)
        return moment_text(self.now)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(path: Path, wall: Wall) -> Iterator[Store]:
    with Store.open(path, now=wall) as store:
        yield store


def written(store: Store, table: str) -> list[str]:
    return [moment for (moment,) in column(store.database.path, table, "updated_at")]


def deleted(store: Store) -> list[tuple[Any, ...]]:
    return column(store.database.path, "deletions", "kind", "id", "at")


@pytest.fixture
def here(store: Store) -> Course:
    made = course(STEP_UP_OFF, SHORT_CLAM)
    store.courses.begin(made)
    return made


def test_what_is_kept_was_written_now(store: Store, here: Course) -> None:
    store.diary.add(pain(3))
    store.skips.keep(skip(here.id))
    store.workouts.add(run())
    store.total_scores.add(TotalScore(id="t", day=DAY, name="AKPS", value=70))
    store.diary.take_reliever(DAY, taken=True)
    store.preferences.save(Settings(theme=Theme.DARK))
    for table in ("courses", "choices", "pain", "skips", "workouts", "total_scores", "relievers"):
        assert set(written(store, table)) == {moment_text(FIRST)}, table
    assert written(store, "preferences") == [moment_text(FIRST)]
    assert column(store.database.path, "courses", "begun_at") == [(moment_text(FIRST),)]
    assert deleted(store) == []


def changes(store: Store, here: Course) -> dict[str, list[Callable[[], object]]]:
    """Every way to change a row, by its table."""
    answer, kept, total = pain(3), skip(here.id), TotalScore(id="t", day=DAY, name="A", value=70)
    workout, record = run(), begun(store.history)
    rows = store.history.sets(record.id)
    store.diary.add(answer)
    store.skips.keep(kept)
    store.workouts.add(workout, [about(workout, 2)])
    store.total_scores.add(total)
    store.diary.take_reliever(DAY, taken=True)
    store.preferences.save(Settings(theme=Theme.DARK))
    courses, history = store.courses, store.history
    weekdays = PlanChange(since=DAY, weekdays=(1,))

    def told_anew() -> None:
        store.diary.change(replace(answer, score=4))
        store.workouts.change(workout, [about(workout, 5)])

    return {
        "courses": [
            lambda: courses.arrange(here.id, ["clam"]),
            lambda: courses.start_on(here.id, DAY),
            lambda: courses.replace_pauses(here.id, [Pause(since=DAY)]),
            lambda: courses.change_plan(here.id, weekdays),
            lambda: courses.put_back(here, []),
        ],
        "sessions": [
            lambda: history.note(record.id, "good"),
            lambda: history.leave(record.id, stamp(hour=9)),
            lambda: history.reopen(record.id),
            lambda: history.close_stale(DAY + timedelta(days=1)),
            lambda: history.change(record, rows),
        ],
        "pain": [told_anew],
        "skips": [lambda: store.skips.keep(kept)],
        "workouts": [lambda: store.workouts.change(replace(workout, metres=1))],
        "total_scores": [lambda: store.total_scores.change(replace(total, value=1))],
        "relievers": [lambda: store.diary.take_reliever(DAY, taken=False)],
        "preferences": [lambda: store.preferences.save(Settings(theme=Theme.LIGHT))],
        "choices": [lambda: courses.choose(here.id, [STEP_UP_OFF, SHORT_CLAM])],
    }


def test_whatever_changes_a_row_writes_it_anew(store: Store, here: Course, wall: Wall) -> None:
    for table, ways in changes(store, here).items():
        for number, change in enumerate(ways):
            now = wall.later()
            change()
            assert set(written(store, table)) == {now}, (table, number)


def test_a_session_under_way_is_written_as_of_what_happened(store: Store) -> None:
    record = begun(store.history)
    assert written(store, "sessions") == [moment_text(record.started.at)]


def test_a_session_added_by_hand_was_written_then(store: Store, wall: Wall) -> None:
    """Not on the day that it is about: a copy from before that must not count as newer."""
    added = replace(session(), source=Source.ADDED, edited_at=wall.now)
    store.history.begin(added, planned_sets(added.id, added.prescription))
    assert written(store, "sessions") == [moment_text(FIRST)]
    assert store.history.session(added.id) == added


def test_other_choices_of_a_course_stay_as_old_as_they_are(
    store: Store, here: Course, wall: Wall
) -> None:
    now = wall.later()
    store.courses.choose(here.id, [Choice(exercise="bridge", reps=3)])
    assert written(store, "choices") == [moment_text(FIRST), moment_text(FIRST), now]
    wall.later()
    store.courses.choose(here.id, [replace(SHORT_CLAM, reps=4)])
    later = wall.later()
    store.courses.put_back(here, [])
    assert dict(column(store.database.path, "choices", "exercise", "updated_at")) == {
        STEP_UP_OFF.exercise: moment_text(FIRST),
        SHORT_CLAM.exercise: later,
    }
    assert deleted(store) == [("choices", f"{here.id}/bridge", later)]


def test_what_is_deleted_is_remembered_once_with_its_last_moment(
    store: Store, here: Course, wall: Wall
) -> None:
    answer, kept = pain(3), skip(here.id)
    workout = run()
    told = about(workout, 2)
    total = TotalScore(id="t", day=DAY, name="A", value=70)
    record = begun(store.history)
    removals: dict[tuple[str, str], tuple[Callable[[], object], Callable[[], object]]] = {
        ("pain", answer.id): (
            lambda: store.diary.add(answer),
            lambda: store.diary.remove(answer.id),
        ),
        ("skips", kept.id): (lambda: store.skips.keep(kept), lambda: store.skips.remove(kept.id)),
        ("total_scores", "t"): (
            lambda: store.total_scores.add(total),
            lambda: store.total_scores.remove("t"),
        ),
        ("sessions", record.id): (
            lambda: store.history.begin(record, []),
            lambda: store.history.remove(record.id),
        ),
    }
    expected = set()
    for (kind, key), (keep, forget) in removals.items():
        keep()
        forget()
        keep()
        now = wall.later()
        forget()
        expected.add((kind, key, now))
    store.workouts.add(workout, [told])
    now = wall.later()
    store.workouts.remove(workout.id)
    expected |= {("workouts", workout.id, now), ("pain", told.id, now)}
    assert set(deleted(store)) == expected


def test_what_was_never_there_is_not_remembered_as_deleted(store: Store) -> None:
    store.diary.remove("nobody")
    store.skips.remove("nobody")
    store.workouts.remove("nobody")
    store.total_scores.remove("nobody")
    store.history.remove("nobody")
    store.courses.withdraw("nobody")
    assert deleted(store) == []


def test_an_answer_that_an_activity_loses_is_remembered(store: Store, wall: Wall) -> None:
    workout = run()
    stays, goes = about(workout, 1), about(workout, 2)
    store.workouts.add(workout, [stays, goes])
    now = wall.later()
    store.workouts.change(workout, [stays])
    assert deleted(store) == [("pain", goes.id, now)]


def test_a_course_that_is_taken_back_is_remembered(store: Store, here: Course, wall: Wall) -> None:
    for how in ("withdrawn", "put back"):
        other = course()
        wall.later()
        store.courses.begin(other)
        assert [found.id for found in store.courses.all()] == [here.id, other.id]
        now = wall.later()
        if how == "withdrawn":
            store.courses.withdraw(other.id)
        else:
            store.courses.put_back(here, [])
        assert ("courses", other.id, now) in deleted(store)
        assert store.courses.all() == [here]


def test_skips_that_are_put_back_are_not_deleted(store: Store, here: Course, wall: Wall) -> None:
    stays, goes = skip(here.id), skip(here.id, "clam")
    store.skips.keep(stays, goes)
    now = wall.later()
    store.courses.put_back(here, [stays])
    assert deleted(store) == [("skips", goes.id, now)]


def test_a_course_begun_by_a_clock_put_back_is_the_current_one(
    store: Store, here: Course, wall: Wall
) -> None:
    wall.now -= timedelta(days=3)
    second, third = course(), course()
    store.courses.begin(second)
    store.courses.begin(third)
    assert [found.id for found in store.courses.all()] == [here.id, second.id, third.id]
    assert store.courses.current() == third


def test_a_session_comes_back_with_what_belonged_to_it(
    store: Store, here: Course, wall: Wall
) -> None:
    record = begun(store.history)
    rows = store.history.sets(record.id)
    answer = replace(pain(3, moment=Moment.AFTER), session=record.id)
    kept = replace(skip(here.id), session=record.id)
    other = pain(4)
    store.diary.add_all([answer, other])
    store.skips.keep(kept)
    assert store.diary.of_session(record.id) == [answer]
    store.history.remove(record.id)
    assert store.history.session(record.id) is None
    assert store.history.sets(record.id) == []
    assert store.diary.of_session(record.id) == []
    assert store.diary.entry(answer.id) == replace(answer, session=None)
    now = wall.later()
    store.history.bring_back(record, rows, [answer], [kept])
    assert store.history.session(record.id) == record
    assert store.history.sets(record.id) == rows
    assert store.diary.of_session(record.id) == [answer]
    assert store.skips.of_session(record.id) == [kept]
    assert dict(column(store.database.path, "pain", "id", "updated_at")) == {
        answer.id: now,
        other.id: moment_text(FIRST),
    }
    assert written(store, "sessions") == [now]
