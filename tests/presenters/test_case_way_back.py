"""The way back from whatever was changed about the programme: everything as it was before."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Decision
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import Reach
from rehabtimer.core.schedule import THREE_DAYS
from rehabtimer.core.settings import Theme
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.programme_hurt import skip_what_hurt
from rehabtimer.presenters.skipping import WhatHurt
from tests.support.cases import days_pass, everything_kept, play, reopened, welcomed
from tests.support.own_exercises import KNEE_FILE, bridge, written

MONDAY = date(2026, 3, 2)
HURT = WhatHurt(side=Side.LEFT, score=6)

Change = Callable[[Case], object]

CHANGES: dict[str, Change] = {
    "choose": lambda case: case.choose(Choice(exercise="step-up", reps=5, only=Side.LEFT)),
    "choose another": lambda case: case.choose(Choice(exercise="wall-slide", variant="")),
    "switch off": lambda case: case.switch("step-up", on=False, until=MONDAY + timedelta(9)),
    "another end": lambda case: case.switch("clam", on=False, reason=OffReason.HURT),
    "hurt anew": lambda case: case.switch("clam", on=False, reason=OffReason.HURT, hurt=HURT),
    "switch on": lambda case: case.switch("clam", on=True),
    "skip all": lambda case: case.skip_all(("quad-stretch", "clam"), OffReason.HURT, hurt=HURT),
    "arrange": lambda case: case.arrange(("step-up", "clam")),
    "restore": lambda case: case.restore_article(),
    "weekdays": lambda case: case.change_weekdays((2, 4)),
    "start": lambda case: case.start_on(MONDAY + timedelta(days=4)),
    "pause": lambda case: case.pause_from(MONDAY),
    "pause earlier": lambda case: case.pause_from(MONDAY - timedelta(days=4)),
    "end pause": lambda case: case.end_pause(MONDAY),
    "another round": lambda case: case.begin_again(MONDAY),
    "another programme": lambda case: case.follow("knee"),
    "legs": lambda case: case.save(
        replace(case.settings, affected=Side.BOTH, first=Side.RIGHT, group_floor=False)
    ),
    "seen": lambda case: case.save(
        replace(case.settings, doctor_seen="2026-03-02", doctor_not_before="2026-03-09")
    ),
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case in which a lot was chosen already, and something is skipped in every way."""
    with welcomed(tmp_path, stairs_hurt=True) as case:
        case.library.take(case.library.preview(written(tmp_path, KNEE_FILE)))
        case.library.save(bridge("plank", name="Plank"))
        case.choose(Choice(exercise="plank"))
        case.reload()
        case.choose(Choice(exercise="wall-slide", reps=12))
        case.arrange(("hamstring-stretch", "plank"))
        case.switch("clam", on=False, hurt=HURT, until=MONDAY + timedelta(days=5))
        case.switch("donkey-kick", on=False)
        case.choose(replace(case.choice("donkey-kick"), not_before="2026-03-08"))
        case.switch("calf-stretch", on=False)
        case.switch("calf-stretch", on=True)
        case.change_weekdays(THREE_DAYS)
        case.pause_from(MONDAY - timedelta(days=2))
        case.end_pause(MONDAY - timedelta(days=1))
        case.pause_from(MONDAY + timedelta(days=3))
        case.save(replace(case.settings, first=Side.LEFT, group_floor=True))
        yield case


def hurts_in_a_session(case: Case, decision: Decision) -> str:
    """A session in which the first exercise hurts; return that exercise."""
    session = play(case, 8)
    exercise = session.step.exercise
    hurts = Hurts(case, session)
    hurts.tell(Side.LEFT, 7, sharp=False, locking=False)
    hurts.decide(decision)
    session.leave()
    return exercise


@pytest.mark.parametrize("change", CHANGES)
def test_from_any_change_everything_is_as_before(case: Case, change: str) -> None:
    before, course, session = everything_kept(case), case.course, case.prescription()
    back = case.way_back()
    CHANGES[change](case)
    assert everything_kept(case) != before
    back()
    assert everything_kept(case) == before
    assert case.course == course
    assert case.prescription() == session
    assert reopened(case).course == course


def test_from_all_of_them_at_once(case: Case) -> None:
    before, course, session = everything_kept(case), case.course, case.prescription()
    back = case.way_back()
    for change in CHANGES.values():
        change(case)
    back()
    assert everything_kept(case) == before
    assert (case.course, case.prescription()) == (course, session)


def test_one_after_another(case: Case) -> None:
    kept, backs = [], []
    for change in CHANGES.values():
        kept.append(everything_kept(case))
        backs.append(case.way_back())
        change(case)
    for before, back in zip(reversed(kept), reversed(backs), strict=True):
        back()
        assert everything_kept(case) == before


def test_twice_is_no_more_than_once(case: Case) -> None:
    before, back = everything_kept(case), case.way_back()
    case.restore_article()
    back()
    back()
    assert everything_kept(case) == before


def test_other_settings_stay_as_they_are_now(case: Case) -> None:
    back = case.way_back()
    case.save(replace(case.settings, theme=Theme.DARK, affected=Side.RIGHT))
    back()
    assert (case.settings.theme, case.settings.affected) == (Theme.DARK, Side.LEFT)
    assert reopened(case).settings == case.settings


@pytest.mark.parametrize("decision", [Decision.SKIP_OPEN, Decision.SKIP_TODAY])
@pytest.mark.parametrize("change", ["arrange", "another round", "choose"])
def test_what_a_session_skipped_meanwhile_stays(
    case: Case, change: str, decision: Decision
) -> None:
    before, back = case.course, case.way_back()
    CHANGES[change](case)
    days_pass(case, 1)
    exercise = hurts_in_a_session(case, decision)
    back()
    (skip,) = case.store.skips.all(exercise)
    assert (skip.score, skip.course) == (7, before.id)
    assert case.choice(exercise).on is (decision is Decision.SKIP_TODAY)
    assert (skip.reach is Reach.OPEN) is (exercise in case.skips())
    assert case.course.order == before.order
    assert case.course.plan == before.plan


def test_it_stays_off_with_the_dose_from_before(case: Case) -> None:
    back = case.way_back()
    first = case.prescription().exercises[0].exercise
    case.choose(Choice(exercise=first, hold=5))
    exercise = hurts_in_a_session(case, Decision.SKIP_OPEN)
    assert exercise == first
    back()
    assert case.choice(first) == Choice(
        exercise=first, on=False, reason=OffReason.HURT, since="2026-03-02"
    )
    case.switch(first, on=True)
    assert case.choice(first) == Choice(exercise=first)
    assert first not in case.skips()


def test_sessions_and_pain_stay(case: Case) -> None:
    back = case.way_back()
    case.begin_again(MONDAY)
    hurts_in_a_session(case, Decision.SKIP_TODAY)
    (session,) = case.store.history.sessions(None, date.max)
    pain = case.store.diary.entries(None, date.max)
    back()
    (kept,) = case.store.history.sessions(None, date.max)
    assert kept == replace(session, programme=case.course.id), "it counts for the round before"
    assert case.store.diary.entries(None, date.max) == pain != []


def test_skipping_what_hurt_this_week_is_a_change_like_any(case: Case) -> None:
    exercise = hurts_in_a_session(case, Decision.GO_ON)
    before, back = everything_kept(case), case.way_back()
    skip_what_hurt(case)
    assert case.skips()[exercise].score == 7
    back()
    assert everything_kept(case) == before
