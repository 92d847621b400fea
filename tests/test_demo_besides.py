"""A made-up history: what was done and told beside the programme, and how all of it is kept."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.errors import UserError
from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.records import SessionRecord, SessionStatus, Source, Stamp
from rehabtimer.core.settings import Settings
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.demo import DemoHistory, make_history, write
from rehabtimer.storage.store import Store

PROGRAMME = load_programme(paths.resources())
TODAY = date(2026, 11, 23)
SIX_WEEKS = make_history(PROGRAMME, TODAY)
HALF_A_YEAR = make_history(PROGRAMME, TODAY, 182)


def programme_day(history: DemoHistory, day: date) -> int:
    return history.course.plan.day(day)


def runs(history: DemoHistory) -> list[Workout]:
    return [each for each in history.workouts if each.sport is Sport.RUNNING]


def days(history: DemoHistory, found: list[Workout]) -> list[int]:
    return [programme_day(history, each.when.day) for each in found]


def sessions(history: DemoHistory) -> list[SessionRecord]:
    return [record for record, _rows in history.sessions]


@given(st.integers(20, 120), st.integers(0, 1000))
def test_runs_are_easy_and_grow_little_by_little(length: int, seed: int) -> None:
    found = runs(make_history(PROGRAMME, TODAY, length, seed))
    assert len(found) >= 4
    assert all(10 <= (run.minutes or 0) <= 45 for run in found)
    paces = [(run.metres or 0) / (run.minutes or 1) for run in found]
    assert all(130 <= pace <= 160 for pace in paces), "metres a minute"
    for earlier, later in pairwise(found):
        assert (later.minutes or 0) <= (earlier.minutes or 0) + 1
        assert later.when.day - earlier.when.day >= timedelta(days=2)


def test_six_weeks_of_runs_grow_and_begin_shorter_after_the_flare_up() -> None:
    found = runs(SIX_WEEKS)
    before = [run for run in found if programme_day(SIX_WEEKS, run.when.day) < 23]
    since = [run for run in found if programme_day(SIX_WEEKS, run.when.day) >= 23]
    assert len(before) >= 5
    assert len(since) >= 2
    assert (before[0].metres or 0) < (before[-1].metres or 0)
    assert (since[0].minutes or 0) < (before[-1].minutes or 0)


@given(st.integers(20, 120), st.integers(0, 1000))
def test_nobody_runs_while_it_flares_up(length: int, seed: int) -> None:
    history = make_history(PROGRAMME, TODAY, length, seed)
    assert not [day for day in days(history, runs(history)) if 23 <= day % 60 <= 28]


def test_some_runs_have_an_answer_about_a_knee() -> None:
    told = [entry for entry in HALF_A_YEAR.pain if entry.workout]
    by_id = {run.id: run for run in runs(HALF_A_YEAR)}
    assert 0 < len({entry.workout for entry in told}) < len(by_id)
    for entry in told:
        run = by_id[entry.workout or ""]
        assert (entry.moment, entry.activity) == (Moment.EXTRA, Activity.RUNNING)
        assert entry.when == run.when
        assert entry.session is None


def test_other_exercise_has_the_amounts_that_it_is_asked_for() -> None:
    kinds = Counter(each.sport for each in HALF_A_YEAR.workouts)
    assert set(kinds) == set(Sport) - {Sport.OTHER}
    assert kinds[Sport.RUNNING] == max(kinds.values())
    for each in HALF_A_YEAR.workouts:
        assert each.minutes
        assert (each.metres is not None) is each.sport.has_distance


def test_pain_relievers_go_with_the_flare_up() -> None:
    assert [programme_day(SIX_WEEKS, day) for day in SIX_WEEKS.relievers][:2] == [23, 24]
    taken = {programme_day(HALF_A_YEAR, day) % 60 for day in HALF_A_YEAR.relievers}
    assert taken == {23, 24, 25}


def test_people_say_something_now_and_then() -> None:
    assert 1 <= sum(bool(record.note) for record in sessions(SIX_WEEKS)) <= 10
    mornings = {
        programme_day(SIX_WEEKS, entry.when.day)
        for entry in SIX_WEEKS.pain
        if entry.note and entry.moment is Moment.MORNING
    }
    assert mornings == {23, 25}
    assert any(run.note for run in runs(HALF_A_YEAR))


@pytest.mark.parametrize(
    "length, on",
    [(1, []), (2, [1]), (3, [1]), (4, [1, 2]), (5, [1, 2, 3]), (37, [1, 18, 35])],
)
def test_a_total_was_typed_in_at_the_beginning_half_way_and_lately(
    length: int, on: list[int]
) -> None:
    history = make_history(PROGRAMME, TODAY, length)
    totals = history.totals
    assert [programme_day(history, total.day) for total in totals] == on
    assert [total.value for total in totals] == sorted(total.value for total in totals)
    assert all((total.name, total.most) == ("AKPS", 100) for total in totals)


def test_one_session_was_added_by_hand_and_another_one_changed() -> None:
    added = [record for record in sessions(SIX_WEEKS) if record.source is Source.ADDED]
    edited = [record for record in sessions(SIX_WEEKS) if record.edited_at]
    assert len(added) == len(edited) == 1
    assert added != edited
    assert all(record.status is SessionStatus.ENDED for record in (*added, *edited))
    assert edited[0].ended_at
    assert edited[0].edited_at
    assert edited[0].edited_at > edited[0].ended_at


def test_a_short_history_has_nothing_put_right() -> None:
    found = sessions(make_history(PROGRAMME, TODAY, 4))
    assert {record.source for record in found} == {Source.TIMED}
    assert {record.edited_at for record in found} == {None}


def test_the_same_seed_is_the_same_file(tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        history = make_history(PROGRAMME, TODAY)
        with Store.open(tmp_path / name, now=lambda: SIX_WEEKS.kept_at) as store:
            write(history, store)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


NOON = Stamp(at=SIX_WEEKS.kept_at, offset=0, day=TODAY)
BEGUN: dict[str, Callable[[Store], None]] = {
    "settings": lambda store: store.preferences.save(Settings(welcomed=True)),
    "course": lambda store: store.courses.begin(SIX_WEEKS.course),
    "session": lambda store: store.history.begin_all(SIX_WEEKS.sessions[:1]),
    "answer": lambda store: store.diary.add(SIX_WEEKS.pain[0]),
    "activity": lambda store: store.workouts.add(
        Workout(id="run", when=NOON, sport=Sport.RUNNING, minutes=10)
    ),
    "reliever": lambda store: store.diary.take_reliever(TODAY, taken=True),
    "total": lambda store: store.total_scores.add(
        TotalScore(id="total", day=TODAY, name="AKPS", value=70)
    ),
    "demo": lambda store: write(SIX_WEEKS, store),
}


@pytest.mark.parametrize("begun", BEGUN)
def test_it_never_mixes_with_what_is_there(tmp_path: Path, begun: str) -> None:
    path = tmp_path / "own.db"
    with Store.open(path) as store:
        if begun == "answer":
            store.history.begin_all(SIX_WEEKS.sessions)
            for record in sessions(SIX_WEEKS):
                store.history.remove(record.id)
        BEGUN[begun](store)
        before = path.read_bytes()
        with pytest.raises(UserError, match="file of its own"):
            write(SIX_WEEKS, store)
        assert store.preferences.demo() is (begun == "demo")
    assert path.read_bytes() == before
