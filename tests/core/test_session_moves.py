"""The machine of a session: every way from one set to another."""

import pytest

from rehabtimer.core.events import (
    Attempt,
    Outcome,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepEnded,
    StepOutcome,
    StepStarted,
    Tally,
)
from rehabtimer.core.programme import Phase
from rehabtimer.core.snapshot import State
from tests.support.builders import NO_PAUSES, stretch, timeline
from tests.support.player import Player, only
from tests.support.short_session import (
    BETWEEN,
    CALF,
    CALF_1,
    LIFT_1,
    LIFT_2,
    PREPARE,
    PREPARE_CALF,
    PREPARE_QUAD,
    QUAD,
    QUAD_1,
    REST,
    SET_1,
    SET_2,
    STEPS,
    at,
    paused,
)

# ------------------------------------------------------------------ skip


def test_skip_leaves_the_rest_of_a_set() -> None:
    player = at(SET_1 + 4, 1.5)

    events = player.do("skip")

    assert events == [
        StepEnded(STEPS[SET_1 + 4], 1.5, StepOutcome.CUT),
        SetEnded(Attempt(LIFT_1), Tally(1, 3.5), Outcome.PARTIAL),
        StepStarted(STEPS[REST]),
    ]
    assert player.state is State.RUNNING


def test_a_set_of_which_nothing_was_done_is_skipped() -> None:
    player = at(SET_1, 0.5)

    assert only(player.do("skip"), SetEnded) == [
        SetEnded(Attempt(LIFT_1), Tally(), Outcome.SKIPPED)
    ]


def test_skipping_a_pause_counts_the_set_in() -> None:
    """Nobody is in position with a finger on the key."""
    player = at(REST, 5)

    events = player.do("skip")

    assert events == [
        StepEnded(STEPS[REST], 5, StepOutcome.CUT),
        SetStarted(Attempt(LIFT_2)),
        StepStarted(STEPS[SET_2]),
    ]
    assert (player.state, player.seen.count_in) == (State.COUNT_IN, 3)


def test_skipping_while_paused_stays_paused() -> None:
    player = paused(SET_1, 0.5)

    player.do("skip")
    assert (player.step.index, player.state) == (REST, State.PAUSED)
    player.do("skip")
    assert (player.step.index, player.state, player.seen.elapsed) == (SET_2, State.PAUSED, 0)


def test_skipping_while_counting_in_leaves_the_set() -> None:
    player = paused(CALF, 6)
    player.do("resume")
    player.tick_after(1)

    events = player.do("skip")

    assert events[0] == StepEnded(STEPS[CALF], 6, StepOutcome.CUT)
    assert player.state is State.RUNNING


def test_skipping_the_last_set_ends_the_session() -> None:
    player = at(QUAD, 3)

    assert player.do("skip")[-1] == SessionEnded(completed=False)
    assert player.seen.outlook.fractions == (1, 1, 0)


# ------------------------------------------------------------------ skip an exercise


def test_skip_exercise_skips_every_set_that_is_left() -> None:
    player = at(SET_1 + 3, 0.5)

    events = player.do("skip_exercise")

    assert events == [
        StepEnded(STEPS[SET_1 + 3], 0.5, StepOutcome.CUT),
        SetEnded(Attempt(LIFT_1), Tally(1, 2), Outcome.PARTIAL),
        SetEnded(Attempt(LIFT_2), Tally(), Outcome.SKIPPED),
        StepStarted(STEPS[PREPARE_CALF]),
    ]
    assert player.state is State.RUNNING


def test_skip_exercise_in_the_rest_before_it_skips_the_one_shown() -> None:
    player = at(BETWEEN, 1)

    events = player.do("skip_exercise")

    assert only(events, SetEnded) == [SetEnded(Attempt(CALF_1), Tally(), Outcome.SKIPPED)]
    assert player.step.index == PREPARE_QUAD


def test_skipping_the_last_exercise_for_today_ends_the_session() -> None:
    player = at(PREPARE_QUAD)

    events = player.session.skip_exercise(player.clock.seconds(), for_today=True)

    assert events[1:] == [
        SetEnded(Attempt(QUAD_1), Tally(), Outcome.SKIPPED),
        SessionEnded(completed=False),
    ]


def test_skip_exercise_while_paused_stays_paused() -> None:
    player = paused(SET_1)

    player.do("skip_exercise")

    assert (player.step.index, player.state) == (PREPARE_CALF, State.PAUSED)


def test_skipping_to_a_set_without_getting_ready_counts_in() -> None:
    player = Player(timeline(stretch("a"), stretch("b"), timing=NO_PAUSES))
    player.start()

    player.do("skip_exercise")

    assert player.state is State.COUNT_IN


# ------------------------------------------------------------------ back


def test_back_restarts_the_set_at_hand() -> None:
    player = at(SET_1 + 3, 0.5)

    events = player.do("back")

    assert events == [
        StepEnded(STEPS[SET_1 + 3], 0.5, StepOutcome.CUT),
        SetEnded(Attempt(LIFT_1), Tally(1, 2), Outcome.PARTIAL),
        SetStarted(Attempt(LIFT_1, 2)),
        StepStarted(STEPS[SET_1]),
    ]
    assert (player.state, player.seen.count_in) == (State.COUNT_IN, 3)


@pytest.mark.parametrize("into, target", [(2.0, SET_1), (2.25, REST)])
def test_back_near_the_start_goes_to_what_was_before(into: float, target: int) -> None:
    player = at(REST, into)

    player.do("back")

    assert player.step.index == target


def test_back_measures_from_the_start_of_the_set_not_of_the_step() -> None:
    player = at(SET_1 + 1, 1.5)

    player.do("back")

    assert player.step.index == SET_1


def test_back_at_the_first_block_restarts_it() -> None:
    player = at(PREPARE, 1)

    assert player.do("back") == [
        StepEnded(STEPS[PREPARE], 1, StepOutcome.CUT),
        StepStarted(STEPS[PREPARE]),
    ]
    assert player.seen.elapsed == 0


def test_back_over_the_border_of_an_exercise() -> None:
    player = at(BETWEEN, 1)

    player.do("back")

    assert player.at == (LIFT_2, Phase.GO)


def test_back_while_paused_stays_paused() -> None:
    player = paused(SET_1 + 3, 0.5)

    player.do("back")

    assert (player.step.index, player.state, player.seen.elapsed) == (SET_1, State.PAUSED, 0)


def test_a_set_done_over_and_left_stays_done() -> None:
    player = at(REST, 1)
    player.do("redo")

    ended = only(player.do("skip"), SetEnded)

    assert ended == [SetEnded(Attempt(LIFT_1, 2), Tally(), Outcome.SKIPPED)]
    assert player.seen.outlook.outcomes[0] == (Outcome.DONE, None)


# ------------------------------------------------------------------ back by exercise


def test_back_exercise_restarts_the_exercise() -> None:
    player = at(SET_2, 0.5)

    player.do("back_exercise")

    assert (player.step.index, player.state) == (PREPARE, State.RUNNING)


@pytest.mark.parametrize("index, into", [(PREPARE_CALF, 2.0), (BETWEEN, 7.5)])
def test_back_exercise_near_its_start_goes_to_the_one_before(index: int, into: float) -> None:
    player = at(index, into)

    player.do("back_exercise")

    assert player.step.index == PREPARE


def test_back_exercise_goes_by_time_where_there_is_no_getting_ready() -> None:
    player = at(1, 14, timeline(stretch("a"), stretch("b"), timing=NO_PAUSES))

    player.do("back_exercise")
    assert player.step.index == 1
    player.do("back_exercise")
    assert player.step.index == 0


def test_back_exercise_from_the_start_of_the_first_restarts_it() -> None:
    player = at(PREPARE, 1)

    player.do("back_exercise")

    assert (player.step.index, player.seen.elapsed) == (PREPARE, 0)
    assert player.state is State.RUNNING


def test_back_exercise_never_leads_forward_out_of_a_long_rest() -> None:
    player = at(BETWEEN, 1)
    player.do("add_time", 30)
    player.play(20)

    player.do("back_exercise")

    assert player.step.index == PREPARE


def test_an_exercise_left_by_going_back_is_come_to_again() -> None:
    player = at(CALF, 6)
    player.do("back_exercise")
    player.do("back_exercise")
    assert player.step.place == 0

    player.play_until(State.FINISHED)

    assert player.events[-1] == SessionEnded(completed=True)
    assert [e.attempt.number for e in only(player.events, SetEnded) if e.attempt.key == CALF_1] == [
        1,
        2,
    ]


# ------------------------------------------------------------------ go to


def test_go_to_enters_an_exercise_at_getting_ready() -> None:
    player = at(SET_1)

    events = player.do("go_to", 2)

    assert only(events, SetEnded) == [SetEnded(Attempt(LIFT_1), Tally(), Outcome.SKIPPED)]
    assert player.step.index == PREPARE_QUAD


def test_go_to_enters_the_first_set_not_done_by_the_pause_before_it() -> None:
    player = at(REST, 1)
    player.do("go_to", 2)

    player.do("go_to", 0)

    assert player.step.index == REST


def test_go_to_an_exercise_that_is_done_starts_it_over() -> None:
    player = at(CALF, 1)

    player.do("go_to", 0)

    assert player.step.index == PREPARE


@pytest.mark.parametrize("place", [-1, 3, 99])
def test_go_to_nowhere_is_nothing(place: int) -> None:
    player = at(CALF, 1)

    assert player.do("go_to", place) == []
    assert player.step.index == CALF


def test_a_skipped_exercise_can_be_returned_to() -> None:
    player = at(PREPARE, 1)
    player.do("skip_exercise")
    player.do("go_to", 0)
    assert player.step.index == PREPARE

    player.play_until(State.FINISHED)

    assert player.events[-1] == SessionEnded(completed=True)


def test_settled_exercises_are_passed_over_when_time_flows_on() -> None:
    player = at(PREPARE)
    player.do("skip_exercise")
    player.play_until(State.RUNNING)
    player.play(4 + 15)  # the calf is done, the rest before the quad has begun
    player.do("go_to", 0)

    entered = [e.step.place for e in only(player.play_until(State.FINISHED), StepStarted)]

    assert set(entered) == {0, 2}


def test_a_set_that_was_jumped_away_from_is_come_to_again() -> None:
    player = at(CALF, 6)
    player.do("go_to", 0)

    player.play_until(State.FINISHED)

    assert player.events[-1] == SessionEnded(completed=True)


def test_a_set_that_was_skipped_is_not_come_to_again() -> None:
    player = at(CALF, 6)
    player.do("skip")
    player.do("go_to", 0)

    events = player.play_until(State.FINISHED)

    assert 1 not in {event.step.place for event in only(events, StepStarted)}


# ------------------------------------------------------------------ redo


def test_redo_opens_a_new_attempt_and_keeps_the_old() -> None:
    player = at(CALF, 6)

    assert player.do("redo") == [
        StepEnded(STEPS[CALF], 6, StepOutcome.CUT),
        SetEnded(Attempt(CALF_1), Tally(0, 6), Outcome.PARTIAL),
        SetStarted(Attempt(CALF_1, 2)),
        StepStarted(STEPS[CALF]),
    ]
    assert player.state is State.COUNT_IN


@pytest.mark.parametrize("index, target", [(REST, SET_1), (BETWEEN, SET_2), (PREPARE_CALF, SET_2)])
def test_redo_between_sets_means_the_one_just_ended(index: int, target: int) -> None:
    player = at(index, 3)

    player.do("redo")

    assert player.step.index == target


def test_redo_after_passing_over_exercises_means_the_one_really_done() -> None:
    player = at(CALF, 14)
    player.tick_after(1)
    player.do("go_to", 0)
    player.do("skip")
    player.do("finish_set")
    while player.step.place == 0:
        player.tick_after(1)
    assert player.step.place == 2

    player.do("redo")

    assert player.step.index == SET_2


def test_redo_with_nothing_done_yet_restarts_getting_ready() -> None:
    player = at(PREPARE, 3)

    player.do("redo")

    assert (player.step.index, player.seen.elapsed) == (PREPARE, 0)


def test_redo_while_paused_stays_paused() -> None:
    player = paused(CALF, 6)

    player.do("redo")

    assert (player.state, player.seen.elapsed) == (State.PAUSED, 0)


# ------------------------------------------------------------------ finish the set


def test_finishing_a_set_early_counts_as_done_and_keeps_what_was_done() -> None:
    player = at(SET_1 + 4, 1.5)

    assert player.do("finish_set") == [
        StepEnded(STEPS[SET_1 + 4], 1.5, StepOutcome.CUT),
        SetEnded(Attempt(LIFT_1), Tally(1, 3.5), Outcome.DONE),
        StepStarted(STEPS[REST]),
    ]


def test_a_hold_can_be_finished_once_it_has_begun() -> None:
    player = at(CALF)
    assert player.do("finish_set") == []

    player.tick_after(0.5)

    ended = only(player.do("finish_set"), SetEnded)
    assert ended == [SetEnded(Attempt(CALF_1), Tally(0, 0.5), Outcome.DONE)]


def test_a_moving_set_can_be_finished_between_reps() -> None:
    player = at(SET_1 + 3, 0.5)

    ended = only(player.do("finish_set"), SetEnded)

    assert ended == [SetEnded(Attempt(LIFT_1), Tally(1, 2), Outcome.DONE)]


@pytest.mark.parametrize("index", [PREPARE, SET_1, REST, BETWEEN])
def test_where_nothing_was_done_there_is_nothing_to_finish(index: int) -> None:
    player = at(index, 0.5)

    assert player.do("finish_set") == []
    assert player.step.index == index


def test_finishing_while_paused_stays_paused() -> None:
    player = paused(CALF, 6)

    assert only(player.do("finish_set"), SetEnded)[0].outcome is Outcome.DONE
    assert player.state is State.PAUSED


def test_finishing_the_last_set_completes_the_session() -> None:
    player = at(QUAD, 6)

    assert player.do("finish_set")[-1] == SessionEnded(completed=True)
