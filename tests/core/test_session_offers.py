"""The machine of a session: what was skipped or left for later is offered before the end, once."""

import pytest

from rehabtimer.core.events import (
    Attempt,
    Outcome,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepStarted,
    Tally,
    Waiting,
)
from rehabtimer.core.progress import Attempted
from rehabtimer.core.snapshot import State
from tests.support.builders import NO_TIME, stretch, timeline
from tests.support.player import Player, only
from tests.support.short_session import (
    CALF,
    CALF_1,
    LIFT_1,
    LIFT_2,
    PREPARE,
    PREPARE_CALF,
    PREPARE_QUAD,
    QUAD,
    SET_2,
    STEPS,
    at,
    paused,
)


def offered_calf() -> Player:
    """The calf stretch was skipped, the rest done, and the session has come to its end."""
    player = at(CALF)
    player.do("skip_exercise")
    player.play_until(State.OFFERED)
    player.events.clear()
    return player


def test_a_skipped_exercise_is_offered_when_the_rest_is_done() -> None:
    player = at(CALF)
    player.do("skip_exercise")

    events = player.play_until(State.OFFERED)

    assert events[-2:] == [StepStarted(STEPS[PREPARE_CALF]), Waiting(STEPS[PREPARE_CALF])]
    assert not only(events, SessionEnded)
    assert player.seen.outlook.left > 0


def test_the_offer_stands_for_as_long_as_it_takes() -> None:
    player = offered_calf()

    assert player.play(300) == []
    assert player.state is State.OFFERED


def test_taking_the_offer_does_the_exercise_and_then_ends() -> None:
    player = offered_calf()

    player.do("resume")
    events = player.play_until(State.FINISHED)

    assert only(events, SetEnded) == [SetEnded(Attempt(CALF_1, 2), Tally(1, 15), Outcome.DONE)]
    assert events[-1] == SessionEnded(completed=True)


@pytest.mark.parametrize("verb", ["skip", "skip_exercise"])
def test_declining_it_ends_the_session(verb: str) -> None:
    player = offered_calf()

    events = player.do(verb)

    assert events[-1] == SessionEnded(completed=False)
    assert not only(events, SetStarted)


def test_each_is_offered_in_turn_and_only_once() -> None:
    player = at(PREPARE)
    for _ in range(3):
        player.do("skip_exercise")
    offers = []
    while player.state is State.OFFERED:
        offers.append(player.step.exercise)
        player.do("skip")

    assert offers == ["lift", "calf", "quad"]
    assert player.state is State.FINISHED


def test_skipping_the_offered_exercise_half_way_does_not_offer_it_again() -> None:
    player = offered_calf()
    player.do("resume")
    player.play(1)

    assert player.do("skip_exercise")[-1] == SessionEnded(completed=False)


def test_what_was_jumped_over_is_offered_too() -> None:
    player = at(PREPARE)
    player.session.go_to(2, player.clock.seconds())

    player.play_until(State.OFFERED)

    assert player.step.index == PREPARE


def test_a_set_left_for_later_is_taken_up_where_it_is_still_open() -> None:
    player = at(SET_2)
    player.session.go_to(1, player.clock.seconds())
    player.play_until(State.OFFERED)

    assert player.step.key == LIFT_2
    player.do("resume")
    assert player.play_until(State.FINISHED)[-1] == SessionEnded(completed=True)


def test_a_set_that_was_done_in_part_is_not_asked_about() -> None:
    player = at(CALF, 2)
    player.do("skip")

    events = player.play_until(State.FINISHED)

    assert not only(events, Waiting)


def test_what_is_skipped_for_today_is_not_offered() -> None:
    player = at(CALF)
    player.session.skip_exercise(player.clock.seconds(), for_today=True)

    assert player.play_until(State.FINISHED)[-1] == SessionEnded(completed=False)


def test_skipping_the_last_exercise_in_a_pause_asks_rather_than_ends() -> None:
    player = paused(QUAD)

    player.do("skip_exercise")

    assert (player.state, player.step.index) == (State.OFFERED, PREPARE_QUAD)


def test_leaving_from_the_offer_keeps_what_was_done() -> None:
    player = offered_calf()

    assert player.do("stop")[-1] == SessionEnded(completed=False)


def test_going_back_from_the_offer_leaves_it() -> None:
    player = offered_calf()

    player.do("back_exercise")

    assert player.state in (State.RUNNING, State.COUNT_IN)
    assert player.step.exercise == "lift"


def test_without_time_to_get_ready_the_set_itself_is_offered() -> None:
    steps = timeline(stretch("calf"), stretch("quad"), timing=NO_TIME)
    player = Player(steps)
    player.start()
    player.do("skip_exercise")

    player.play_until(State.OFFERED)
    assert player.step.key == CALF_1
    player.do("resume")
    assert player.state is State.COUNT_IN
    assert player.play_until(State.FINISHED)[-1] == SessionEnded(completed=True)


def test_a_session_taken_up_again_offers_what_was_left_out_before() -> None:
    first = at(CALF)
    first.do("skip_exercise")
    ended = only(first.events, SetEnded)
    kept = [Attempted(event.attempt, event.tally, event.outcome) for event in ended]
    lift = [Attempted(Attempt(key), Tally(3, 6), Outcome.DONE) for key in (LIFT_1, LIFT_2)]

    player = Player(STEPS, before=[*lift, *kept], position=PREPARE_QUAD)
    player.start()
    player.play_until(State.OFFERED)

    assert player.step.index == PREPARE_CALF
    assert player.seen.outlook.outcomes[2] == (Outcome.DONE,)


def test_redo_does_not_lead_back_to_what_was_skipped_for_today() -> None:
    player = at(CALF, 3)
    player.session.skip_exercise(player.clock.seconds(), for_today=True)
    assert player.step.index == PREPARE_QUAD

    player.do("redo")

    assert player.step.index == PREPARE_QUAD
