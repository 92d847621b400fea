"""What `status` tells of pain in the last session, of skips, and of what the person chose."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from rehabtimer.core.pain import Decision, Moment, PainLimits, PainRule
from rehabtimer.core.prescription import Choice, OffReason
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, Reach, new_id
from rehabtimer.core.schedule import EVERY_DAY
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.hurts import Hurts
from rehabtimer.presenters.skipping import WhatHurt
from rehabtimer.presenters.status import Status, read_status, status_lines
from rehabtimer.presenters.status_parts import Chosen, Hurt, SkippedThen, hurt_text
from tests.support.cases import clock_of, days_pass, play, shipped, welcomed
from tests.support.own_exercises import bridge

QUAD = "quad-stretch"
IN_WORDS = {
    Decision.EASIER: "easier version",
    Decision.LESS: "less of it",
    Decision.SKIP_SIDE: "this side skipped",
    Decision.SKIP_TODAY: "skipped that day",
    Decision.SKIP_UNTIL: "skipped until a date",
    Decision.SKIP_OPEN: "skipped until turned on",
    Decision.GO_ON: "went on",
    Decision.END: "ended the session",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with welcomed(tmp_path) as case:
        yield case


def status(case: Case) -> Status:
    return read_status(case.store.database.path, case.clock.now()).status


def lines(case: Case) -> list[str]:
    return status_lines(read_status(case.store.database.path, case.clock.now()))


def as_json(case: Case) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(msgspec.json.encode(status(case)))
    return found


def hurting(
    case: Case,
    decision: Decision | None,
    score: int | None = 5,
    knee: Side = Side.LEFT,
    until: date | None = None,
) -> str:
    """A session that was left after its first exercise hurt on the left leg; its id."""
    session = play(case, 8)
    hurts = Hurts(case, session)
    hurts.tell(knee, score, sharp=True, locking=False)
    if decision is not None:
        hurts.decide(decision, until)
    session.leave()
    return session.record.id


# What hurt


def test_what_hurt_has_its_place_and_what_was_chosen(case: Case) -> None:
    hurting(case, Decision.SKIP_SIDE)
    assert status(case).hurts == (
        Hurt(
            exercise=QUAD,
            side=Side.LEFT,
            set=1,
            rep=1,
            knee=Side.LEFT,
            score=5,
            sharp=True,
            locking=False,
            decision=Decision.SKIP_SIDE,
        ),
    )


@pytest.mark.parametrize("decision, words", IN_WORDS.items())
def test_every_decision_in_words(decision: Decision, words: str) -> None:
    hurt = Hurt(
        exercise="clam",
        side=Side.RIGHT,
        set=1,
        rep=3,
        knee=Side.RIGHT,
        score=4,
        sharp=False,
        locking=False,
        decision=decision,
    )
    clam = next(each for each in shipped().exercises if each.id == "clam")
    said = hurt_text(hurt, clam)
    assert said == f"In the last session Clam hurt 4 (right knee, right side): {words}."


def test_no_decision_is_missing_above() -> None:
    assert set(IN_WORDS) == set(Decision)


@pytest.mark.parametrize(
    "score, decision, line",
    [
        (
            5,
            None,
            "In the last session Standing quad stretch hurt 5 (left knee, left leg), sharp pain.",
        ),
        (
            0,
            None,
            "In the last session Standing quad stretch hurt 0 (left knee, left leg), sharp pain.",
        ),
        (
            None,
            None,
            "In the last session Standing quad stretch hurt (left knee, left leg), sharp pain.",
        ),
    ],
)
def test_without_a_decision_or_a_score(
    case: Case, score: int | None, decision: Decision | None, line: str
) -> None:
    hurting(case, decision, score)
    assert line in lines(case)


def test_both_knees_are_two(case: Case) -> None:
    hurting(case, Decision.GO_ON, knee=Side.BOTH)
    assert {hurt.knee for hurt in status(case).hurts} == {Side.LEFT, Side.RIGHT}
    assert len([line for line in lines(case) if "hurt 5" in line]) == 2


def test_only_the_last_session_counts(case: Case) -> None:
    hurting(case, Decision.SKIP_TODAY)
    clock_of(case).advance(3600)
    play(case, 20).leave()
    assert status(case).hurts == ()
    assert status(case).skipped_then == ()
    assert not any("hurt" in line for line in lines(case))


def test_other_answers_are_not_what_hurt(case: Case) -> None:
    session = hurting(case, None)
    for moment in (Moment.BEFORE, Moment.AFTER, Moment.LATER, Moment.EXTRA):
        case.store.diary.add(
            PainEntry(
                id=new_id(),
                when=case.stamp,
                knee=Side.LEFT,
                score=9,
                moment=moment,
                session=session,
            )
        )
    assert [hurt.score for hurt in status(case).hurts] == [5]


def test_an_exercise_that_is_gone_has_its_name_nevertheless(case: Case) -> None:
    case.library.save(bridge())
    case.choose(Choice(exercise="bridge"))
    case.reload()
    for exercise in shipped().exercises:
        case.switch(exercise.id, on=False)
    hurting(case, None)
    case.library.remove("bridge")
    lines = status_lines(read_status(case.store.database.path, case.clock.now()))
    assert any(line.startswith("In the last session Bridge hurt 5") for line in lines)
    assert any(line.startswith("To be taken up again: Bridge") for line in lines)


# What was skipped


@pytest.mark.parametrize(
    "decision, reach",
    [
        (Decision.SKIP_SIDE, Reach.SIDE),
        (Decision.SKIP_TODAY, Reach.TODAY),
        (Decision.SKIP_UNTIL, Reach.UNTIL),
        (Decision.SKIP_OPEN, Reach.OPEN),
    ],
)
def test_what_was_skipped_then(case: Case, decision: Decision, reach: Reach) -> None:
    until = case.today + timedelta(days=7) if reach is Reach.UNTIL else None
    hurting(case, decision, until=until)
    assert status(case).skipped_then == (
        SkippedThen(exercise=QUAD, side=Side.LEFT, score=5, reach=reach, until=until),
    )
    skipped = [each.exercise for each in status(case).skipped]
    assert skipped == ([QUAD] if reach in (Reach.UNTIL, Reach.OPEN) else [])


def test_another_round_does_not_tell_it_twice(case: Case) -> None:
    hurting(case, Decision.SKIP_OPEN)
    case.begin_again(case.today)
    assert len(status(case).skipped_then) == 1


def test_skips_and_their_ends_in_lines(case: Case) -> None:
    hurt = WhatHurt(side=Side.RIGHT, score=6)
    case.switch("clam", on=False, reason=OffReason.HURT, hurt=hurt)
    case.switch("wall-slide", on=False, until=case.today + timedelta(days=3))
    assert lines(case)[-2:] == [
        "Clam: skipped since 2 Mar, hurt 6 with the right leg",
        "Wall slide: turned off since 2 Mar, back on 5 Mar",
    ]
    days_pass(case, 3)
    assert lines(case)[-1].startswith("Clam"), "it is back, though nobody opened the program"


# What was chosen


def test_only_what_differs_from_the_article_is_told(case: Case) -> None:
    case.choose(Choice(exercise="clam", reps=8, sets=1))
    case.choose(Choice(exercise=QUAD, variant="lying", hold=10.0, only=Side.RIGHT))
    case.choose(Choice(exercise="wall-slide"))
    case.switch("step-up", on=False)
    assert {each.exercise: each for each in status(case).chosen} == {
        "clam": Chosen(exercise="clam", variant="", only=None, hold=None, reps=8, sets=1),
        QUAD: Chosen(
            exercise=QUAD, variant="lying", only=Side.RIGHT, hold=10.0, reps=None, sets=None
        ),
    }


def test_order_plan_pause_and_rule(case: Case) -> None:
    case.arrange(("clam", QUAD))
    case.save(replace(case.settings, pain=PainLimits(rule=PainRule.MONITORING)))
    found = status(case)
    assert (found.order, found.weekdays) == (("clam", QUAD), EVERY_DAY)
    assert (found.paused_since, found.pain_rule) == (None, PainRule.MONITORING)
    case.pause_from(case.today)
    assert status(case).paused_since == case.today
    assert lines(case)[0].endswith("day 4 of 42, paused since Monday 2 March.")
    assert status(case).planned_today is False


def test_own_exercises_take_part(case: Case) -> None:
    case.library.save(bridge())
    case.choose(Choice(exercise="bridge"))
    case.switch("bridge", on=False)
    assert lines(case)[-1] == "Bridge: turned off since 2 Mar"


# The keys that scripts may rely on


def test_the_keys_of_the_json(case: Case) -> None:
    hurting(case, Decision.SKIP_OPEN)
    case.choose(Choice(exercise="clam", reps=8))
    case.switch(QUAD, on=True)
    hurt = WhatHurt(side=Side.LEFT, score=3)
    case.switch(QUAD, on=False, reason=OffReason.HURT, hurt=hurt)
    found = as_json(case)
    assert list(found) == [
        "programme", "day", "days", "week", "affected", "planned_today", "last_session",
        "resumable", "weekdays", "paused_since", "pain_rule", "order", "chosen", "hurts",
        "skipped_then", "skipped", "problems",
        "demo",
    ]  # fmt: skip
    assert list(found["last_session"]) == [
        "id", "date", "status", "sets_done", "sets_planned", "reps", "hold_seconds", "seconds",
        "speed",
    ]  # fmt: skip
    assert list(found["resumable"]) == [
        "session", "exercise", "side", "set", "rep", "sets_done", "sets",
    ]  # fmt: skip
    assert list(found["chosen"][0]) == ["exercise", "variant", "only", "hold", "reps", "sets"]
    assert list(found["hurts"][0]) == [
        "exercise", "side", "set", "rep", "knee", "score", "sharp", "locking", "decision",
    ]  # fmt: skip
    assert list(found["skipped_then"][0]) == ["exercise", "side", "score", "reach", "until"]
    assert list(found["skipped"][0]) == [
        "exercise", "name", "reason", "since", "side", "score", "until", "reach", "tried",
        "can_try_again",
    ]  # fmt: skip
    assert list(found["skipped"][0]["tried"][0]) == ["on", "worst", "hurt", "done"]


def test_the_words_of_the_json(case: Case) -> None:
    hurting(case, Decision.SKIP_UNTIL, until=case.today + timedelta(days=7))
    found = as_json(case)
    assert found["hurts"][0]["decision"] == "skip-until-date"
    assert found["skipped_then"][0] == {
        "exercise": QUAD, "side": "left", "score": 5, "reach": "until", "until": "2026-03-09",
    }  # fmt: skip
    skipped = found["skipped"][0]
    assert (skipped["reason"], skipped["since"], skipped["until"]) == (
        "hurt",
        "2026-03-02",
        "2026-03-09",
    )
    assert (found["pain_rule"], found["weekdays"]) == ("article", [1, 2, 3, 4, 5, 6, 7])
