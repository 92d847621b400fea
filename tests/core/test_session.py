"""The machine of a session, verb by verb and state by state."""

from collections.abc import Callable
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
from rehabtimer.core.prescription import Timing, Wait
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.session import COUNT_IN_SECONDS, LONGEST_ADDED, Session
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey, Timeline, compile_timeline, totals, waits
from tests.support.builders import LEGS, NO_PAUSES, lift, stretch, ten_exercises, timeline
from tests.support.clock import FakeClock
from tests.support.player import Player, only

# get ready, 3 reps, rest, 3 reps; rest, get ready, a stretch; rest, get ready, a stretch
STEPS = timeline(lift(sets=2), stretch("calf"), stretch("quad"))
PREPARE, SET_1, REST, SET_2 = 0, 1, 10, 11
BETWEEN, PREPARE_CALF, CALF = 20, 21, 22
PREPARE_QUAD, QUAD = 24, 25

LIFT_1 = SetKey("lift", Side.LEFT, 1)
LIFT_2 = SetKey("lift", Side.LEFT, 2)
CALF_1 = SetKey("calf", Side.LEFT, 1)
QUAD_1 = SetKey("quad", Side.LEFT, 1)

DONE_BEFORE = [
    Attempted(Attempt(LIFT_1), Tally(3, 6), Outcome.DONE),
    Attempted(Attempt(LIFT_2), Tally(3, 6), Outcome.DONE),
]

VERBS: dict[str, Callable[[Player], object]] = {
    "start": lambda player: player.start(),
    "tick": lambda player: player.tick_after(1),
    "pause": lambda player: player.do("pause"),
    "resume": lambda player: player.do("resume"),
    "skip": lambda player: player.do("skip"),
    "skip_exercise": lambda player: player.do("skip_exercise"),
    "back": lambda player: player.do("back"),
    "back_exercise": lambda player: player.do("back_exercise"),
    "go_to": lambda player: player.do("go_to", 1),
    "redo": lambda player: player.do("redo"),
    "finish_set": lambda player: player.do("finish_set"),
    "add_time": lambda player: player.do("add_time", 10),
    "stop": lambda player: player.do("stop"),
}


@pytest.fixture
def player() -> Player:
    """A session at its very start, not yet begun."""
    return Player(STEPS)


def at(index: int, into: float = 0.0, steps: Timeline = STEPS) -> Player:
    """A session that has run undisturbed to so many seconds into a step."""
    player = Player(steps)
    player.reach(index)
    player.play(into)
    assert player.step.index == index
    player.events.clear()
    return player


def paused(index: int, into: float = 0.0) -> Player:
    player = at(index, into)
    player.do("pause")
    player.events.clear()
    return player


def waiting_at(index: int) -> Player:
    player = Player(STEPS, waits=[index])
    player.start()
    player.play_until(State.WAITING)
    assert player.step.index == index
    player.events.clear()
    return player


# ------------------------------------------------------------------ the steps


def test_the_steps_of_these_tests() -> None:
    starts = (PREPARE, SET_1, REST, SET_2, BETWEEN, PREPARE_CALF, CALF, PREPARE_QUAD, QUAD)

    phases = [STEPS[index].phase for index in starts]

    expected = "prepare go rest go rest prepare hold prepare hold"
    assert phases == expected.split()
    assert len(STEPS) == QUAD + 1


# ------------------------------------------------------------------ start


def test_starts_with_getting_ready(player: Player) -> None:
    assert player.state is State.READY

    assert player.start() == [StepStarted(STEPS[PREPARE])]
    assert player.state is State.RUNNING


def test_starts_a_set_at_once_where_nothing_comes_before_it() -> None:
    steps = timeline(stretch(), timing=NO_PAUSES)
    player = Player(steps)

    assert player.start() == [SetStarted(Attempt(steps[0].key)), StepStarted(steps[0])]


def test_starts_only_once() -> None:
    player = at(PREPARE, 1.5)

    assert player.start() == []
    assert player.seen.elapsed == 1.5


def test_starting_again_counts_in() -> None:
    player = Player(STEPS, position=SET_1)

    player.start(count_in=10)

    assert (player.state, player.seen.count_in) == (State.COUNT_IN, 10)
    assert player.play(9.5) == []
    assert player.seen.count_in == 0.5
    assert player.tick_after(0.75) == [Resumed()]
    assert (player.seen.elapsed, player.seen.count_in) == (0.25, 0)


def test_starting_at_a_wait_does_not_count_in() -> None:
    player = Player(STEPS, waits=[PREPARE])

    assert player.start(count_in=10) == [StepStarted(STEPS[PREPARE]), Waiting(STEPS[PREPARE])]
    assert player.state is State.WAITING


@pytest.mark.parametrize("verb", set(VERBS) - {"start", "stop"})
def test_before_the_start_nothing_else_happens(player: Player, verb: str) -> None:
    VERBS[verb](player)

    assert (player.events, player.state, player.step.index) == ([], State.READY, 0)


def test_stopping_before_the_start_ends_it(player: Player) -> None:
    assert player.do("stop") == [SessionEnded(completed=False)]
    assert player.state is State.FINISHED


def test_stopping_before_the_start_ends_a_set_that_was_cut_off() -> None:
    """An interrupted session that is opened and closed leaves no set open for ever."""
    left = Attempted(Attempt(LIFT_1), Tally(1, 2), None)
    player = Player(STEPS, before=[left], position=SET_1 + 3)

    assert player.do("stop") == [
        SetEnded(Attempt(LIFT_1), Tally(1, 2), Outcome.PARTIAL),
        SessionEnded(completed=False),
    ]


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


@pytest.mark.parametrize("verb", VERBS)
def test_after_the_end_nothing_happens(verb: str) -> None:
    player = at(QUAD, 14)
    player.tick_after(1)
    player.events.clear()

    VERBS[verb](player)

    assert (player.events, player.state) == ([], State.FINISHED)


def test_a_whole_session_of_real_size_keeps_time_exactly() -> None:
    steps = compile_timeline(ten_exercises())
    player = Player(steps)
    began = player.clock.seconds()
    player.start()

    # A tick never comes at the boundary, and never at the same distance.
    late = cycle([0.05, 1.7, 0.013, 0.99, 0.31])
    while player.state is not State.FINISHED:
        player.tick_after(next(late))

    ended = only(player.events, StepEnded)
    last = player.session._origin + player.session._duration
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
    assert (player.step.index, player.seen.elapsed) == (PREPARE, pytest.approx(3))
    player.tick_after(1.5)
    assert player.state is State.RUNNING
    player.tick_after(2.5)
    assert player.state is State.PAUSED


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
    assert player.state is State.PAUSED

    assert player.do("resume") == [Resumed()]
    assert player.state is State.RUNNING


def test_jumping_to_a_wait_waits() -> None:
    player = Player(STEPS, waits=[PREPARE_CALF])
    player.start()

    assert player.do("go_to", 1)[-1] == Waiting(STEPS[PREPARE_CALF])


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


def test_skipping_the_last_exercise_ends_the_session() -> None:
    player = at(PREPARE_QUAD)

    assert player.do("skip_exercise")[1:] == [
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
    player = at(CALF, 6.1)

    events = player.do("add_time", -10)

    assert events[0] == StepEnded(STEPS[CALF], pytest.approx(6.1), StepOutcome.COMPLETED)
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


# ------------------------------------------------------------------ stop


def test_stopping_keeps_what_was_done() -> None:
    player = at(SET_1 + 4, 1.5)

    assert player.do("stop") == [
        StepEnded(STEPS[SET_1 + 4], 1.5, StepOutcome.CUT),
        SetEnded(Attempt(LIFT_1), Tally(1, 3.5), Outcome.PARTIAL),
        SessionEnded(completed=False),
    ]


@pytest.mark.parametrize("make", [lambda: paused(CALF, 6), lambda: waiting_at(PREPARE_CALF)])
def test_it_can_be_stopped_while_it_stands_still(make: Callable[[], Player]) -> None:
    player = make()

    assert player.do("stop")[-1] == SessionEnded(completed=False)
    assert player.state is State.FINISHED


def test_stopping_while_counting_in() -> None:
    player = paused(CALF, 6)
    player.do("resume")
    player.tick_after(1)

    assert player.do("stop")[0] == StepEnded(STEPS[CALF], 6, StepOutcome.CUT)


# ------------------------------------------------------------------ taking up again


def test_a_set_that_was_cut_off_goes_on_at_its_rep() -> None:
    """After a crash the attempt is still open, and at most the running rep is done again."""
    player = at(SET_1 + 4, 1.5)
    position = player.session.position
    assert position == SET_1 + 3

    again = Player(STEPS, before=[Attempted(Attempt(LIFT_1), Tally(1, 2), None)], position=position)
    assert again.start() == [StepStarted(STEPS[SET_1 + 3])]
    assert only(again.play(10), SetEnded) == [SetEnded(Attempt(LIFT_1), Tally(3, 6), Outcome.DONE)]


def test_a_set_that_was_left_starts_over() -> None:
    """Else a new attempt would begin in its middle, and count as done with reps missing."""
    player = at(SET_1 + 4, 1.5)
    player.do("stop")

    assert player.session.position == SET_1


def test_a_pause_that_was_left_starts_over() -> None:
    assert at(REST, 5).session.position == REST


def test_a_planned_set_has_not_been_tried() -> None:
    """Records hold a row for every set from the start."""
    planned = [Attempted(Attempt(key), Tally(), None) for key in (LIFT_1, LIFT_2, CALF_1, QUAD_1)]
    player = Player(STEPS, before=planned)

    player.start()
    started = only(player.play(4), SetStarted)

    assert started == [SetStarted(Attempt(LIFT_1))]


def test_what_was_done_before_counts() -> None:
    player = Player(STEPS, before=DONE_BEFORE, position=BETWEEN)
    player.start()

    player.play_until(State.FINISHED)

    assert player.events[-1] == SessionEnded(completed=True)


# ------------------------------------------------------------------ what is seen


def test_the_snapshot_of_a_running_step() -> None:
    player = at(CALF, 6)

    seen = player.seen

    assert (seen.state, seen.step, seen.tally) == (State.RUNNING, STEPS[CALF], Tally())
    assert (seen.elapsed, seen.duration, seen.remaining, seen.count_in) == (6, 15, 9, 0)


def test_a_snapshot_between_ticks_never_runs_over_the_end() -> None:
    player = at(CALF, 14.5)

    player.clock.advance(1)

    assert (player.seen.elapsed, player.seen.remaining) == (15, 0)


def test_the_snapshot_shows_what_the_open_set_has_come_to() -> None:
    assert at(SET_1 + 3).seen.tally == Tally(1, 2)


def test_every_session_stands_at_a_step() -> None:
    session = Session(STEPS)

    assert session.step is STEPS[0]
    assert session.position == 0
    assert session.timeline is STEPS


def test_sides_come_in_their_order() -> None:
    player = Player(timeline(stretch(sets=2, sides=LEGS)))
    player.start()

    player.play_until(State.FINISHED)

    sides = [event.attempt.key.side for event in only(player.events, SetEnded)]
    assert sides == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]
