"""Sessions, other exercise and totals in FHIR."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.records import Course, SessionStatus, Source, planned_sets
from rehabtimer.core.schedule import Plan
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.storage.store import Store
from tests.support.fhir import NOW, components, only, resources, words
from tests.support.histories import DAY, done, pain, session, stamp


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "rehabtimer.db", now=lambda: NOW) as store:
        yield store


# Sessions


@pytest.mark.parametrize(
    "status, told",
    [
        (SessionStatus.ENDED, "completed"),
        (SessionStatus.LEFT, "stopped"),
        (SessionStatus.OPEN, "in-progress"),
    ],
)
def test_a_session_is_a_procedure(store: Store, status: SessionStatus, told: str) -> None:
    record = session(status=status)
    rows = planned_sets(record.id, record.prescription)
    store.history.begin(record, [done(rows[0]), done(rows[1], Outcome.PARTIAL), *rows[2:]])
    procedure = only(store, "Procedure")
    assert procedure["status"] == told
    assert procedure["code"]["coding"][0]["code"] == "229065009"
    assert words(procedure) == ["Sets done: 1 of 4."]
    period = procedure["performedPeriod"]
    assert period["start"] == "2026-03-02T07:30:00+01:00"
    ended = None if status is SessionStatus.OPEN else "2026-03-02T08:03:00+01:00"
    assert period.get("end") == ended


def test_a_session_done_twice_over_counts_its_sets_once(store: Store) -> None:
    record = session(status=SessionStatus.ENDED)
    rows = [done(row) for row in planned_sets(record.id, record.prescription)]
    again = replace(rows[0], id="again", attempt=2, order=9)
    store.history.begin(record, [*rows, again])
    assert words(only(store, "Procedure")) == ["Sets done: 4 of 4."]


def test_a_session_says_how_it_came_to_be_kept(store: Store) -> None:
    record = session(status=SessionStatus.ENDED)
    record = replace(record, source=Source.ADDED, edited_at=NOW, note="At my sister's")
    store.history.begin(record, ())
    assert words(only(store, "Procedure")) == [
        "Added by hand afterwards.",
        "Changed by hand afterwards.",
        "At my sister's",
    ]


def test_a_session_bears_the_name_of_its_programme(store: Store) -> None:
    plan = Plan(started_on=DAY, days=42)
    store.courses.begin(Course(id="mine", programme="runners-knee", plan=plan))
    store.history.begin(replace(session(), programme="mine"), ())
    assert only(store, "Procedure")["code"]["text"] == "Exercise session: Runner's knee"


def test_a_session_of_a_programme_that_is_gone_has_its_id(store: Store) -> None:
    record = session(status=SessionStatus.ENDED)
    store.history.begin(record, ())
    assert only(store, "Procedure")["code"]["text"] == "Exercise session: test"


def test_a_clock_that_was_turned_back_makes_no_period_backwards(store: Store) -> None:
    record = session(status=SessionStatus.ENDED)
    store.history.begin(replace(record, ended_at=record.started.at - timedelta(hours=1)), ())
    assert only(store, "Procedure")["performedPeriod"] == {"start": "2026-03-02T07:30:00+01:00"}


# Besides


def run(**changes: Any) -> Workout:
    return replace(Workout(id="run", when=stamp(), sport=Sport.RUNNING), **changes)


def test_a_run_has_its_minutes_and_metres_and_what_was_told_about_it(store: Store) -> None:
    answer = replace(pain(3, moment=Moment.EXTRA), activity=Activity.RUNNING, workout="run")
    store.workouts.add(run(minutes=20, metres=2900, warmed_up=True, note="By the river"), [answer])
    _patient, workout, told = resources(store)
    assert workout["valueCodeableConcept"] == {"text": "Running"}
    assert workout["code"]["coding"][0]["code"] == "73985-4"
    assert workout["hasMember"] == [{"reference": f"urn:uuid:{told['id']}"}]
    found = components(workout)
    assert (found["Minutes"]["value"], found["Minutes"]["code"]) == (20, "min")
    assert (found["Distance"]["value"], found["Distance"]["code"]) == (2900, "m")
    assert found["Stretched and warmed up before and after"] is True
    assert words(workout) == ["By the river"]


@pytest.mark.parametrize("sport", Sport)
def test_every_sport_has_a_name(store: Store, sport: Sport) -> None:
    store.workouts.add(run(sport=sport, edited_at=NOW))
    workout = only(store, "Observation")
    assert workout["valueCodeableConcept"]["text"]
    assert workout["status"] == "amended"
    assert not {"component", "hasMember", "note"} & set(workout)


def test_a_total_bears_its_name_and_its_date(store: Store) -> None:
    store.total_scores.add(TotalScore(id="one", day=DAY, name="AKPS", value=71, most=100))
    told = only(store, "Observation")
    assert told["code"] == {"text": "AKPS"}
    assert told["effectiveDateTime"] == "2026-03-02"
    assert told["valueQuantity"]["value"] == 71
    assert components(told)["The scale goes to"]["value"] == 100


def test_a_total_without_a_name_is_a_total_all_the_same(store: Store) -> None:
    store.total_scores.add(TotalScore(id="one", day=DAY, name=" ", value=70.5))
    told = only(store, "Observation")
    assert told["code"] == {"text": "Total of a questionnaire"}
    assert told["valueQuantity"]["value"] == 70.5
    assert "component" not in told


def test_a_pain_reliever_is_a_day_and_nothing_more(store: Store) -> None:
    store.diary.take_reliever(DAY, taken=True)
    store.diary.take_reliever(DAY + timedelta(days=1), taken=False)
    told = only(store, "Observation")
    assert (told["effectiveDateTime"], told["valueBoolean"]) == ("2026-03-02", True)
