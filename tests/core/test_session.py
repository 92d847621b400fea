"""The machine of a session: its beginning, its end, and what every state refuses."""

from collections.abc import Callable

import pytest

from rehabtimer.core.events import (
    Attempt,
    Outcome,
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
from rehabtimer.core.programme import Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.session import Session
from rehabtimer.core.snapshot import State
from tests.support.builders import LEGS, NO_PAUSES, stretch, timeline
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
    waiting_at,
)

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
    "go_on": lambda player: player.do("go_on"),
    "skip_side": lambda player: player.do("skip_side", STEPS),
    "go_on_with": lambda player: player.do("go_on_with", STEPS),
    "begin_set_with": lambda player: player.do("begin_set_with", STEPS),
    "stop": lambda player: player.do("stop"),
}

DONE_BEFORE = [
    Attempted(Attempt(LIFT_1), Tally(3, 6), Outcome.DONE),
    Attempted(Attempt(LIFT_2), Tally(3, 6), Outcome.DONE),
]


@pytest.fixture
def player() -> Player:
    """A session at its very start, not yet begun."""
    return Player(STEPS)


# ------------------------------------------------------------------ the steps


def test_the_steps_of_these_tests() -> None:
    starts = (PREPARE, SET_1, REST, SET_2, BETWEEN, PREPARE_CALF, CALF, PREPARE_QUAD, QUAD)

    phases = [STEPS[index].phase for index in starts]

    expected = "prepare go rest go rest prepare hold prepare hold"
    assert phases == expected.split()
    assert len(STEPS) == QUAD + 1


# ------------------------------------------------------------------ start


def test_starts_with_getting_ready(player: Player) -> None:
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


@pytest.mark.parametrize("verb", sorted(set(VERBS) - {"start", "stop"}))
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


@pytest.mark.parametrize("verb", VERBS)
def test_after_the_end_nothing_happens(verb: str) -> None:
    player = at(QUAD, 14)
    player.tick_after(1)
    player.events.clear()

    VERBS[verb](player)

    assert (player.events, player.state) == ([], State.FINISHED)


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
