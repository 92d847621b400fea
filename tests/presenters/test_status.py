"""Where a programme stands, read from a real history without changing it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.pain import PainRule
from rehabtimer.core.prescription import Choice
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.records import Course, SessionStatus
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.core.timeline import compile_timeline
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.session import SessionPresenter
from rehabtimer.presenters.skipped import Skipped, skipped_exercises, skipped_text
from rehabtimer.presenters.status import Standing, Status, read_status, status_lines
from rehabtimer.storage.store import Store
from tests.support.clock import A_MORNING, FakeClock

MONDAY = A_MORNING.date()


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load_programme(paths.resources())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(at=100.0)


@pytest.fixture
def case(file: Path, clock: FakeClock, programme: Programme) -> Iterator[Case]:
    """Somebody with a sore left knee, whose first day is today; the window stays open."""
    with Store.open(file) as store:
        case = Case(store, clock, programme)
        case.welcome(affected=Side.LEFT, stairs_hurt=True, weekdays=THREE_DAYS, start=MONDAY)
        yield case


def play(presenter: SessionPresenter, clock: FakeClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.advance(1.0)
        presenter.tick()


def status_of(file: Path, clock: FakeClock) -> Status:
    return read_status(file, clock.now()).status


def lines_of(file: Path, clock: FakeClock) -> list[str]:
    return status_lines(read_status(file, clock.now()))


def test_the_first_morning(case: Case, file: Path, clock: FakeClock) -> None:
    assert status_of(file, clock) == Status(
        programme="runners-knee",
        day=1,
        days=42,
        week=1,
        affected=Side.LEFT,
        planned_today=True,
        weekdays=THREE_DAYS,
        pain_rule=PainRule.ARTICLE,
        skipped=(
            Skipped(
                exercise="step-up", name="Step up", reason="stairs-hurt", since=MONDAY.isoformat()
            ),
        ),
    )
    assert lines_of(file, clock) == [
        "Runner's knee: day 1 of 42, week 1. A session is planned today.",
        "For: Left knee",
        "No session yet.",
        "Step up: skipped since 2 Mar, stairs hurt",
    ]


def test_a_session_that_was_cut_off(case: Case, file: Path, clock: FakeClock) -> None:
    presenter = SessionPresenter.begin(case, automatic=True)
    presenter.start()
    play(presenter, clock, 250)  # and then the program is gone
    status = status_of(file, clock)
    timeline = compile_timeline(presenter.record.prescription)
    ends = [sum(s.seconds for s in timeline[: step.index + 1]) for step in timeline]
    at = next(step for step, end in zip(timeline, ends, strict=True) if end > 250)
    done = sum(step.ends_set and end <= 250 for step, end in zip(timeline, ends, strict=True))
    assert status.resumable
    assert (status.resumable.session, status.resumable.exercise) == (
        presenter.record.id, "straight-leg-lift",
    )  # fmt: skip
    assert (status.resumable.side, status.resumable.set, status.resumable.rep) == (
        at.side, at.set, at.rep,
    )  # fmt: skip
    assert (status.resumable.sets_done, status.resumable.sets) == (done, 31)
    assert status.last_session
    assert status.last_session.status is SessionStatus.OPEN
    assert (status.last_session.sets_done, status.last_session.sets_planned) == (done, 31)
    assert lines_of(file, clock)[2:4] == [
        f"Last session: Monday 2 March, {done} of 31 sets done so far.",
        f"To be taken up again: Straight leg lift, {at.side} leg, set {at.set}, rep {at.rep}.",
    ]


def test_a_session_that_was_left(case: Case, file: Path, clock: FakeClock) -> None:
    presenter = SessionPresenter.begin(case, automatic=True)
    presenter.start()
    play(presenter, clock, 60)
    presenter.leave()
    status = status_of(file, clock)
    assert status.resumable
    assert status.last_session
    assert status.last_session.status is SessionStatus.LEFT
    assert "left after" in lines_of(file, clock)[2]


def test_on_the_next_day_nothing_is_taken_up_again(
    case: Case, file: Path, clock: FakeClock
) -> None:
    presenter = SessionPresenter.begin(case, automatic=True)
    presenter.start()
    play(presenter, clock, 60)
    clock.wall += timedelta(days=1)
    status = status_of(file, clock)
    assert (status.day, status.planned_today, status.resumable) == (2, False, None)
    assert status.last_session
    assert status.last_session.date == MONDAY
    assert lines_of(file, clock)[0].endswith("Today is a rest day.")


def test_a_whole_session_adds_up(case: Case, file: Path, clock: FakeClock) -> None:
    presenter = SessionPresenter.begin(case, automatic=True)
    presenter.start()
    play(presenter, clock, 2200)
    status = status_of(file, clock)
    assert status.resumable is None
    last = status.last_session
    assert last
    assert (last.status, last.sets_done, last.sets_planned) == (SessionStatus.ENDED, 31, 31)
    # Without step up: 180 reps of 2 + 3 s, and 685 s of holding.
    assert (last.reps, last.hold_seconds, last.seconds) == (180, 685.0, 685.0 + 180 * 5)
    assert last.speed == 1.0


def test_the_last_session_may_be_long_ago(case: Case, file: Path, clock: FakeClock) -> None:
    SessionPresenter.begin(case, automatic=True).start()
    clock.wall += timedelta(days=400)
    status = status_of(file, clock)
    assert status.last_session
    assert status.last_session.date == MONDAY
    assert status.day == 401
    assert lines_of(file, clock)[0] == ("Runner's knee: its 42 days are over; today is day 401.")


def test_before_the_start(case: Case, file: Path, clock: FakeClock) -> None:
    clock.wall -= timedelta(days=3)
    status = status_of(file, clock)
    assert (status.day, status.week, status.planned_today) == (-2, 0, False)
    assert lines_of(file, clock)[0] == "Runner's knee: not begun yet."


def test_the_night_counts_for_the_day_before(case: Case, file: Path, clock: FakeClock) -> None:
    clock.wall = (A_MORNING + timedelta(days=1)).replace(hour=3, minute=59)
    assert status_of(file, clock).day == 1
    clock.wall += timedelta(minutes=1)
    assert status_of(file, clock).day == 2


def test_an_opened_file_without_a_programme(file: Path, clock: FakeClock) -> None:
    with Store.open(file):
        pass
    assert status_of(file, clock) == Status()
    assert "There is no history" in lines_of(file, clock)[0]


def test_an_empty_file_has_no_history(file: Path, clock: FakeClock) -> None:
    file.touch()
    assert status_of(file, clock) == Status()
    assert file.stat().st_size == 0


def test_a_missing_file_is_not_made(file: Path, clock: FakeClock) -> None:
    assert status_of(file, clock) == Status()
    assert lines_of(file, clock) == [
        f'There is no history in "{file}" yet. It begins when you open RehabTimer.'
    ]
    assert not file.exists()


def test_an_exercise_that_is_no_longer_known(
    case: Case, file: Path, clock: FakeClock, programme: Programme
) -> None:
    presenter = SessionPresenter.begin(case, automatic=True)
    presenter.start()
    play(presenter, clock, 5)
    standing = read_status(file, clock.now())
    later = replace(programme, exercises=programme.exercises[1:])
    lines = status_lines(
        Standing(status=standing.status, programme=later, database=standing.database)
    )
    assert lines[3].startswith("To be taken up again: Standing quad stretch, left leg, set 1")


# ---------------------------------------------------------------- exercises that are off


@pytest.mark.parametrize(
    "reason,since,said",
    [
        ("stairs-hurt", "2026-03-02", "Clam: skipped since 2 Mar, stairs hurt"),
        ("hurt", "2026-03-02", "Clam: skipped since 2 Mar, it hurt"),
        ("own-choice", "2026-03-02", "Clam: turned off since 2 Mar"),
        ("stairs-hurt", "", "Clam: skipped, stairs hurt"),
        ("hurt", "", "Clam: skipped, it hurt"),
        ("", "", "Clam: turned off"),
        ("own-choice", "some day", "Clam: turned off"),
    ],
)
def test_why_an_exercise_is_off(reason: str, since: str, said: str) -> None:
    clam = Skipped(exercise="clam", name="Clam", reason=reason, since=since)
    assert skipped_text(clam) == said


def test_only_what_is_off_is_listed_in_the_order_of_the_programme(
    programme: Programme, case: Case
) -> None:
    choices = (
        Choice(exercise="clam", on=False),
        Choice(exercise="wall-slide", reps=12),
        Choice(exercise="quad-stretch", on=False, reason="hurt", since=str(date.min)),
        Choice(exercise="plank", on=False),
    )
    course: Course = replace(case.course, choices=choices)
    found = skipped_exercises(programme, course)
    assert [skipped.exercise for skipped in found] == ["quad-stretch", "clam"]
    assert skipped_exercises(programme, None) == ()
