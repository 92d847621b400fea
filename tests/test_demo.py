"""The made-up history: the same every time, rich at any length, and never of today."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision, Moment
from rehabtimer.core.prescription import OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import ExerciseDay, PainEntry, Reach, SessionStatus
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.demo import HURTING, LONGEST, TRIED, DemoHistory, make_history, write
from rehabtimer.insights.pain import knee_pain
from rehabtimer.insights.trying_again import tries
from rehabtimer.presenters.resumable import resume_point
from rehabtimer.storage.store import Store
from tests.support.made_up import daily_worst, session_days

PROGRAMME = load_programme(paths.resources())
TODAY = date(2026, 11, 23)
SIX_WEEKS = make_history(PROGRAMME, TODAY)


def day_of(history: DemoHistory, on: date) -> int:
    return history.course.plan.day(on)


@given(st.integers(1, 120), st.integers(0, 1000))
def test_it_ends_yesterday(days: int, seed: int) -> None:
    history = make_history(PROGRAMME, TODAY, days, seed)
    assert day_of(history, TODAY) == days
    kept = {record.started.day for record, _ in history.sessions}
    kept |= {entry.when.day for entry in history.pain}
    kept |= {workout.when.day for workout in history.workouts}
    kept |= {*history.relievers, *(total.day for total in history.totals)}
    assert all(1 <= day_of(history, day) < days for day in kept)


@given(st.integers(1, 120), st.integers(0, 1000))
def test_keys_are_unique_and_every_row_has_its_session(days: int, seed: int) -> None:
    history = make_history(PROGRAMME, TODAY, days, seed)
    sessions = [record.id for record, _ in history.sessions]
    rows = [row.id for _, found in history.sessions for row in found]
    keys = [*sessions, *rows, *(entry.id for entry in history.pain), history.course.id]
    keys += [skip.id for skip in history.skips]
    keys += [workout.id for workout in history.workouts]
    keys += [total.id for total in history.totals]
    assert len(keys) == len(set(keys))
    assert all(row.session == record.id for record, found in history.sessions for row in found)
    assert {entry.session for entry in history.pain} <= {None, *sessions}


def test_the_same_seed_tells_the_same_story() -> None:
    assert make_history(PROGRAMME, TODAY, 37, 1) == SIX_WEEKS
    assert make_history(PROGRAMME, TODAY, 37, 2) != SIX_WEEKS


@pytest.mark.parametrize("asked, given_", [(-5, 1), (0, 1), (1, 1), (LONGEST + 1, LONGEST)])
def test_its_length_has_limits(asked: int, given_: int) -> None:
    history = make_history(PROGRAMME, TODAY, asked)
    assert history.course.plan.started_on == TODAY - timedelta(days=given_ - 1)


def test_six_weeks_have_missed_and_partial_days_and_gaps() -> None:
    days = session_days(SIX_WEEKS)
    assert len(days) == 32
    assert sum(not day.is_full for day in days) == 3
    assert len({entry.when.day for entry in SIX_WEEKS.pain}) == 30


@pytest.mark.parametrize("days", [3, 19, 37, 42, 100])
def test_yesterday_is_something_to_ask_about(days: int) -> None:
    history = make_history(PROGRAMME, TODAY, days)
    assert history.sessions[-1][0].started.day == TODAY - timedelta(days=1)


def test_the_left_knee_settles_and_the_right_one_hardly_hurts() -> None:
    pain, plan = daily_worst(SIX_WEEKS), SIX_WEEKS.course.plan
    left, right = (knee_pain(pain, plan, knee) for knee in (Side.LEFT, Side.RIGHT))
    assert left.change
    assert left.change.points <= -1
    assert right.baseline
    assert right.baseline.median <= 2
    assert max(day.score for day in left.days) >= 6  # a flare-up


def test_step_ups_hurt_and_are_skipped_from_then_on() -> None:
    (choice,) = SIX_WEEKS.course.choices
    assert (choice.exercise, choice.on, choice.reason) == (HURTING, False, "hurt")
    since = date.fromisoformat(choice.since)
    assert day_of(SIX_WEEKS, since) == 12
    (hurt,) = [entry for entry in SIX_WEEKS.pain if entry.exercise == HURTING]
    assert (hurt.moment, hurt.decision) == (Moment.DURING, Decision.SKIP_OPEN)
    assert (hurt.when.day, hurt.exercise, hurt.score, hurt.side) == (since, HURTING, 5, Side.LEFT)
    for record, rows in SIX_WEEKS.sessions:
        has_it = any(row.exercise == HURTING for row in rows)
        assert has_it is (record.started.day <= since)
    (skip,) = [skip for skip in SIX_WEEKS.skips if skip.exercise == HURTING]
    assert (skip.when, skip.session, skip.course) == (hurt.when, hurt.session, SIX_WEEKS.course.id)
    assert (skip.score, skip.side, skip.tried_on) == (5, Side.LEFT, None)
    assert (skip.reach, skip.reason) == (Reach.OPEN, OffReason.HURT)


def test_wall_slides_were_skipped_for_a_while_and_went_well_again() -> None:
    (skip,) = [skip for skip in SIX_WEEKS.skips if skip.exercise == TRIED]
    hurts = [entry for entry in SIX_WEEKS.pain if entry.exercise == TRIED]
    assert [(entry.score, entry.decision) for entry in hurts] == [(3, Decision.GO_ON)]
    assert skip.tried_on
    away = {
        record.started.day
        for record, rows in SIX_WEEKS.sessions
        if not any(row.exercise == TRIED for row in rows)
    }
    assert away
    assert all(skip.when.day < day < skip.tried_on for day in away)
    days = {record.started.day for record, _ in SIX_WEEKS.sessions}
    assert {day for day in days if skip.when.day < day < skip.tried_on} == away
    since = [
        ExerciseDay(day=day, planned_reps=1, reps=1, planned_seconds=1.0, seconds=1.0)
        for day in days - away
    ]
    (found,) = tries([skip], since, hurts)
    assert (found.on, found.worst, found.hurt, found.done) == (skip.tried_on, None, False, True)


def is_asked(entry: PainEntry) -> bool:
    """Whether it is one of the answers from which the day's worst was made up."""
    extra = entry.moment is Moment.EXTRA and not entry.workout
    return extra or entry.moment in {Moment.MORNING, Moment.BEFORE, Moment.AFTER}


@given(st.integers(1, 120), st.integers(0, 1000))
def test_what_is_told_besides_is_no_worse_than_the_day(days: int, seed: int) -> None:
    history = make_history(PROGRAMME, TODAY, days, seed)
    asked: dict[tuple[date, Side], int] = {}
    for entry in filter(is_asked, history.pain):
        key = entry.when.day, entry.knee
        asked[key] = max(entry.score or 0, asked.get(key, 0))
    for entry in history.pain:
        if entry.exercise != HURTING:
            assert (entry.score or 0) <= asked[entry.when.day, entry.knee]


def test_extra_answers_say_what_the_knee_was_doing() -> None:
    extra = [
        entry
        for entry in SIX_WEEKS.pain
        if entry.moment is Moment.EXTRA and entry.knee is Side.LEFT and not entry.workout
    ]
    assert extra
    assert all(entry.activity and entry.note for entry in extra)


def test_sessions_hold_what_was_planned_and_done() -> None:
    for record, rows in SIX_WEEKS.sessions:
        timeline = compile_timeline(record.prescription)
        assert len(rows) == totals(timeline).sets
        outcomes = Counter(row.outcome for row in rows)
        assert (outcomes[None] > 0) is (record.status is SessionStatus.LEFT)
        assert (resume_point(record, rows) is not None) is (record.status is SessionStatus.LEFT)
        for row in rows:
            assert row.reps <= row.planned_reps
            assert row.outcome is not Outcome.DONE or row.seconds == row.planned_seconds


def test_pain_is_answered_at_every_moment() -> None:
    assert {entry.moment for entry in SIX_WEEKS.pain} == set(Moment)


def test_a_programme_without_the_exercise_that_hurts() -> None:
    from msgspec.structs import replace

    others = tuple(e for e in PROGRAMME.exercises if e.id not in (HURTING, TRIED))
    history = make_history(replace(PROGRAMME, exercises=others), TODAY)
    assert history.course.choices == ()
    assert Moment.DURING not in {entry.moment for entry in history.pain}
    assert history.skips == ()


def test_it_is_kept_and_marked_as_what_it_is(tmp_path: Path) -> None:
    history = make_history(PROGRAMME, TODAY, 37)
    with Store.open(tmp_path / "demo.db") as store:
        write(history, store)
        assert store.preferences.demo()
        assert store.preferences.settings() == history.settings
        assert store.courses.current() == history.course
        assert store.history.session_days(None, TODAY) == session_days(history)
        assert store.diary.daily_worst(None, TODAY) == daily_worst(history)
        assert store.history.resumable(TODAY) is None
        assert tuple(store.skips.all()) == history.skips
        assert tuple(store.workouts.between(None, TODAY)) == history.workouts
        assert tuple(store.total_scores.between(None, TODAY)) == history.totals
        assert store.diary.relievers(None, TODAY) == set(history.relievers)
        assert store.history.first_day(history.course.id) == history.sessions[0][0].started.day
        record, rows = history.sessions[-1]
        assert store.history.session(record.id) == record
        assert tuple(store.history.sets(record.id)) == rows
