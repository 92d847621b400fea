"""The machine of a session: how time passes, stands still, and is counted in."""

from itertools import cycle

import pytest

from rehabtimer.core.events import (
    Attempt,
    Outcome,
    Paused,
    PauseReason,
    RepEnded,
    Resumed,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepEnded,
    StepOutcome,
    StepStarted,
    Tally,
    Waiting,
)
from rehabtimer.core.playhead import COUNT_IN_SECONDS
from rehabtimer.core.prescription import Timing, Wait
from rehabtimer.core.session import LONGEST_ADDED
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import compile_timeline, totals, waits
from tests.support.builders import lift, ten_exercises, timeline
from tests.support.clock import FakeClock
from tests.support.player import Player, only
from tests.support.short_session import (
    BETWEEN,
    CALF,
    CALF_1,
    LIFT_1,
    PREPARE,
    PREPARE_CALF,
    QUAD,
    QUAD_1,
    REST,
    SET_1,
    SET_2,
    STEPS,
    at,
    paused,
    waiting_at,
)

# ------------------------------------------------------------------ time


def test_a_rep_goes_through_its_steps() -> None:
    player = at(PREPARE, 3.5)

    events = player.play(5.5, every=0.5)

    go, hold, back = STEPS[SET_1 : SET_1 + 3]
    attempt = Attempt(LIFT_1)
    assert events == [
        StepEnded(STEPS[PREPARE], 4, StepOutcome.COMPLETED),
        SetStarted(attempt),
        StepStarted(go),
        StepEnded(go, 1, StepOutcome.COMPLETED),
        StepStarted(hold),
        StepEnded(hold, 2, StepOutcome.COMPLETED),
        StepStarted(back),
        StepEnded(back, 2, StepOutcome.COMPLETED),
        RepEnded(attempt, Tally(1, 2)),
        StepStarted(STEPS[SET_1 + 3]),
    ]


def test_the_last_rep_ends_the_set() -> None:
    player = at(REST - 1, 1.5)

    assert player.tick_after(0.5) == [
        StepEnded(STEPS[REST - 1], 2, StepOutcome.COMPLETED),
        RepEnded(Attempt(LIFT_1), Tally(3, 6)),
        SetEnded(Attempt(LIFT_1), Tally(3, 6), Outcome.DONE),
        StepStarted(STEPS[REST]),
    ]


def test_a_late_tick_carries_what_is_left_over_into_the_next_steps() -> None:
    player = at(SET_1, 0.5)

    player.tick_after(2.0)
    player.tick_after(1.9)

    assert player.step.index == SET_1 + 2
    assert player.seen.elapsed == pytest.approx(1.4)


def test_steps_of_no_time_are_passed_in_one_tick() -> None:
    steps = timeline(lift(hold=0, reps=2), timing=Timing(go=0, back=0, prepare=1))
    player = Player(steps)
    player.start()

    events = player.tick_after(1)

    assert len(only(events, StepEnded)) == 7
    assert events[-1] == SessionEnded(completed=True)


def test_the_clock_never_runs_backwards() -> None:
    player = at(SET_1, 0.5)

    assert player.session.tick(0.0) == []
    assert player.tick_after(0.25) == []
    assert player.seen.elapsed == 0.75


def test_the_end_of_the_last_step_ends_the_session() -> None:
    player = at(QUAD, 14)

    events = player.tick_after(1)

    assert events[-2:] == [
        SetEnded(Attempt(QUAD_1), Tally(1, 15), Outcome.DONE),
        SessionEnded(completed=True),
    ]
    assert player.seen.remaining == 0
    assert player.seen.step is STEPS[QUAD]


def test_a_whole_session_of_real_size_keeps_time_exactly() -> None:
    steps = compile_timeline(ten_exercises())
    player = Player(steps, clock=FakeClock(at=1000.1))
    began = player.clock.seconds()
    player.start()

    # A tick never comes at the boundary, and never at the same distance.
    late = cycle([0.05, 1.7, 0.013, 0.99, 0.31])
    while player.state is not State.FINISHED:
        player.tick_after(next(late))

    ended = only(player.events, StepEnded)
    last = player.session._head._origin + player.session._head.duration
    assert totals(steps)[:3] == (33, 200, 705)
    assert [event.step for event in ended] == list(steps)
    assert all(event.seconds == event.step.seconds for event in ended)
    assert last - began == pytest.approx(totals(steps).seconds, abs=1e-6)
    assert sum(event.tally.seconds for event in only(player.events, SetEnded)) == 705
    assert player.events[-1] == SessionEnded(completed=True)


# ------------------------------------------------------------------ gaps


@pytest.mark.parametrize("gap", [2.5, 8 * 3600])
def test_after_a_gap_it_is_paused_at_the_last_moment_seen(gap: float) -> None:
    player = at(CALF, 6)

    assert player.tick_after(gap) == [Paused(PauseReason.GAP, gap)]
    assert (player.state, player.seen.elapsed) == (State.PAUSED, 6)


def test_a_gap_of_just_two_seconds_is_only_a_late_tick() -> None:
    player = at(CALF, 6)

    assert player.tick_after(2.0) == []
    assert player.seen.elapsed == 8


def test_a_gap_while_counting_in_keeps_the_step() -> None:
    player = paused(CALF, 6)
    player.do("resume")
    player.tick_after(1)

    assert player.tick_after(60) == [Paused(PauseReason.GAP, 60)]

    player.do("resume")
    assert player.play(3) == [Resumed()]
    assert player.seen.elapsed == 6


def test_a_gap_is_noticed_by_whatever_verb_comes_first() -> None:
    player = at(CALF, 6)
    player.clock.advance(60)

    events = player.do("skip")

    assert events[0] == Paused(PauseReason.GAP, 60)
    assert events[1] == StepEnded(STEPS[CALF], 6, StepOutcome.CUT)
    assert player.state is State.PAUSED


def test_going_on_by_a_key_that_found_it_running_leaves_it_paused_after_a_gap() -> None:
    """Nobody goes on from a pause that they have not seen."""
    player = at(CALF, 6)
    player.clock.advance(60)

    assert player.do("resume") == [Paused(PauseReason.GAP, 60)]
    assert player.state is State.PAUSED


def test_pausing_after_a_gap_credits_nothing_either() -> None:
    player = at(CALF, 6)
    player.clock.advance(60)

    assert player.do("pause") == [Paused(PauseReason.GAP, 60)]
    assert player.seen.elapsed == 6


def test_time_away_is_no_gap_where_the_clock_stands_still() -> None:
    player = paused(CALF, 6)

    assert player.tick_after(3600) == []
    assert player.do("resume") == []
    assert player.state is State.COUNT_IN


def test_a_hurried_clock_has_longer_gaps() -> None:
    clock = FakeClock(speed=60)
    player = Player(STEPS, clock=clock, gap=2 * clock.speed)
    player.start()

    player.tick_after(0.05)
    assert player.seen.elapsed == pytest.approx(3)
    assert only(player.tick_after(1.5), Paused) == []
    assert only(player.tick_after(2.5), Paused) == [Paused(PauseReason.GAP, 150)]


# ------------------------------------------------------------------ pause and resume


def test_a_pause_stops_the_clock() -> None:
    player = at(CALF, 6)

    assert player.do("pause") == [Paused(PauseReason.USER)]
    assert player.play(100) == []
    assert (player.state, player.seen.elapsed) == (State.PAUSED, 6)
    assert player.do("pause") == []


def test_work_is_counted_in_after_a_pause() -> None:
    player = paused(CALF, 6)

    assert player.do("resume") == []
    assert (player.state, player.seen.count_in) == (State.COUNT_IN, COUNT_IN_SECONDS)
    assert player.play(2.5) == []
    assert player.seen.elapsed == 6
    assert player.tick_after(1) == [Resumed()]
    assert player.seen.elapsed == 6.5


@pytest.mark.parametrize("index", [PREPARE, REST, BETWEEN])
def test_a_pause_of_the_session_itself_goes_on_at_once(index: int) -> None:
    player = paused(index, 1.5)

    assert player.do("resume") == [Resumed()]
    player.tick_after(1)
    assert player.seen.elapsed == 2.5


def test_pausing_while_counting_in_counts_in_anew() -> None:
    player = paused(CALF, 6)
    player.do("resume")
    player.tick_after(2)

    assert player.do("pause") == [Paused(PauseReason.USER)]
    assert player.seen.elapsed == 6

    player.do("resume")
    assert player.seen.count_in == 3


def test_going_on_while_running_or_counting_in_is_nothing() -> None:
    player = at(CALF, 6)
    assert player.do("resume") == []
    assert player.state is State.RUNNING

    player.do("pause")
    player.do("resume")
    player.tick_after(1)
    assert player.do("resume") == []
    assert player.seen.count_in == 2


def test_going_on_while_running_loses_no_event_of_a_late_tick() -> None:
    player = at(CALF, 14.5)
    player.clock.advance(1)

    ended = only(player.do("resume"), SetEnded)

    assert ended == [SetEnded(Attempt(CALF_1), Tally(1, 15), Outcome.DONE)]


def test_pausing_sees_the_boundaries_before_it() -> None:
    player = at(CALF, 14.5)
    player.clock.advance(1)

    events = player.do("pause")

    assert only(events, SetEnded)
    assert events[-1] == Paused(PauseReason.USER)
    assert player.seen.elapsed == 0.5


# ------------------------------------------------------------------ waits


def test_it_waits_for_the_person_before_an_exercise() -> None:
    player = Player(STEPS, waits=waits(STEPS, Wait.EXERCISE))
    player.start()

    assert player.state is State.WAITING
    assert player.play(100) == []
    assert player.seen.elapsed == 0
    assert player.do("resume") == [Resumed()]
    assert player.tick_after(1) == []
    assert player.seen.elapsed == 1


def test_a_wait_before_a_set_counts_in() -> None:
    player = waiting_at(SET_2)

    assert player.do("resume") == []
    assert player.state is State.COUNT_IN
    assert player.play(4) == [
        Resumed(),
        StepEnded(STEPS[SET_2], 1, StepOutcome.COMPLETED),
        StepStarted(STEPS[SET_2 + 1]),
    ]


def test_a_boundary_that_meets_a_wait_carries_nothing_over() -> None:
    player = Player(STEPS, waits=[SET_1])
    player.start()
    player.play(3)

    assert player.tick_after(1.5)[-1] == Waiting(STEPS[SET_1])
    assert player.seen.elapsed == 0


def test_going_on_by_a_key_that_found_it_running_does_not_pass_a_wait() -> None:
    player = Player(STEPS, waits=[SET_1])
    player.start()
    player.play(3)
    player.clock.advance(1)

    assert player.do("resume")[-1] == Waiting(STEPS[SET_1])
    assert player.state is State.WAITING


def test_a_wait_cannot_be_paused() -> None:
    player = waiting_at(PREPARE_CALF)

    assert player.do("pause") == []
    assert player.state is State.WAITING


def test_skipping_what_waits_goes_on() -> None:
    player = waiting_at(PREPARE_CALF)

    player.do("skip")

    assert (player.step.index, player.state) == (CALF, State.COUNT_IN)


def test_a_wait_that_was_ended_waits_no_more() -> None:
    player = waiting_at(PREPARE_CALF)
    player.do("resume")
    player.do("back")
    assert player.step.index == BETWEEN

    player.play(9)

    assert (player.step.index, player.state) == (PREPARE_CALF, State.RUNNING)


def test_going_on_from_a_pause_ends_the_wait_that_was_jumped_to() -> None:
    player = Player(STEPS, waits=[PREPARE_CALF])
    player.start()
    player.do("pause")
    player.do("go_to", 1)
    assert (player.step.index, player.state) == (PREPARE_CALF, State.PAUSED)

    assert player.do("resume") == [Resumed()]
    assert (player.step.index, player.state) == (PREPARE_CALF, State.RUNNING)


def test_jumping_to_a_wait_waits() -> None:
    player = Player(STEPS, waits=[PREPARE_CALF])
    player.start()

    assert player.do("go_to", 1)[-1] == Waiting(STEPS[PREPARE_CALF])


# ------------------------------------------------------------------ plus and minus


def test_time_can_be_added() -> None:
    player = at(CALF, 6)

    assert player.do("add_time", 10) == []
    assert (player.seen.duration, player.seen.remaining) == (25, 19)
    ended = only(player.play(19), StepEnded)
    assert ended == [StepEnded(STEPS[CALF], 25, StepOutcome.COMPLETED)]


def test_time_can_be_taken_away() -> None:
    player = at(CALF, 3)

    assert player.do("add_time", -10) == []
    assert player.seen.remaining == 2


def test_a_step_without_time_left_ends_at_once() -> None:
    player = at(CALF, 6.25)

    events = player.do("add_time", -10)

    assert events[0] == StepEnded(STEPS[CALF], 6.25, StepOutcome.COMPLETED)
    assert only(events, SetEnded)[0].outcome is Outcome.DONE
    assert player.seen.elapsed == 0


def test_a_paused_step_without_time_left_ends_when_the_clock_runs() -> None:
    player = paused(CALF, 6)

    assert player.do("add_time", -10) == []
    assert (player.state, player.seen.remaining) == (State.PAUSED, 0)
    player.do("resume")
    assert only(player.play(3), StepEnded) == [StepEnded(STEPS[CALF], 6, StepOutcome.COMPLETED)]


def test_added_time_has_a_limit() -> None:
    player = at(CALF, 6)

    for _ in range(3):
        player.do("add_time", LONGEST_ADDED - 100)

    assert player.seen.duration == 15 + LONGEST_ADDED
    player.do("add_time", -10)
    assert player.seen.duration == 15 + LONGEST_ADDED - 10


def test_added_time_belongs_to_one_step_only() -> None:
    player = at(CALF, 6)
    player.do("add_time", 10)

    player.do("redo")

    assert player.seen.duration == 15


def test_time_is_added_to_a_wait_too() -> None:
    player = waiting_at(PREPARE_CALF)

    player.do("add_time", 10)

    assert player.seen.duration == 14
