"""The machine of a session: every change under way, in every state."""

from collections.abc import Callable

import pytest

from rehabtimer.core.events import Paused, PauseReason, Resumed, Waiting
from rehabtimer.core.snapshot import State
from tests.support.builders import LEGS, lift, prescription, stretch
from tests.support.player import only
from tests.support.sore import Sore

LEFT, RIGHT = LEGS
WHOLE = prescription(lift(reps=20, sets=2, sides=LEGS), stretch("calf"))


def waiting() -> Sore:
    player = Sore(WHOLE, waits=[0])
    player.start()
    return player


def offered() -> Sore:
    player = Sore(WHOLE)
    player.start()
    player.do("skip_exercise")
    player.play_until(State.OFFERED)
    return player


def running() -> Sore:
    player = Sore(WHOLE)
    player.come_to(LEFT, 1, rep=7)
    return player


def paused() -> Sore:
    player = running()
    player.tick_after(1)
    player.do("pause")
    return player


def counted_in() -> Sore:
    player = paused()
    player.do("resume")
    return player


STATES: dict[State, Callable[[], Sore]] = {
    State.RUNNING: running,
    State.COUNT_IN: counted_in,
    State.PAUSED: paused,
    State.WAITING: waiting,
    State.OFFERED: offered,
}
CHANGES: dict[str, Callable[[Sore], object]] = {
    "skip_side": lambda player: player.skip_side(),
    "less": lambda player: player.less(),
    "easier": lambda player: player.easier(),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_clock_stands(state: State, change: str) -> None:
    player = STATES[state]()
    assert player.state is state

    CHANGES[change](player)

    assert player.state is (State.WAITING if change == "easier" else State.PAUSED)
    assert player.step.exercise == "lift"
    assert player.step.side is (RIGHT if change == "skip_side" else LEFT)
    assert player.seen.elapsed == 0


@pytest.mark.parametrize("change", CHANGES)
def test_a_clock_that_ran_is_told_to_have_stopped(change: str) -> None:
    player = running()
    player.events.clear()

    CHANGES[change](player)

    assert only(player.events, Paused) == [Paused(PauseReason.USER)]


@pytest.mark.parametrize("change", CHANGES)
def test_a_machine_that_slept_is_changed_where_it_fell_asleep(change: str) -> None:
    player = running()
    player.clock.advance(1000)
    player.events.clear()

    CHANGES[change](player)

    assert only(player.events, Paused) == [Paused(PauseReason.GAP, 1000)]
    assert player.step.exercise == "lift"


@pytest.mark.parametrize("state", [State.READY, State.FINISHED])
@pytest.mark.parametrize("change", CHANGES)
def test_before_and_after_a_session_nothing_changes(state: State, change: str) -> None:
    player = Sore(WHOLE)
    if state is State.FINISHED:
        player.start()
        player.do("stop")
        player.events.clear()
    steps = player.session.timeline

    CHANGES[change](player)

    assert (player.events, player.state) == ([], state)
    assert player.session.timeline is steps


# ------------------------------------------------------------------ going on afterwards


@pytest.mark.parametrize(
    "state, then",
    [
        (State.RUNNING, State.RUNNING),
        (State.COUNT_IN, State.COUNT_IN),
        (State.PAUSED, State.COUNT_IN),
        (State.WAITING, State.WAITING),
        (State.OFFERED, State.OFFERED),
    ],
)
def test_going_on_ends_a_pause_and_no_wait(state: State, then: State) -> None:
    player = STATES[state]()

    player.do("go_on")

    assert player.state is then


def test_what_was_to_wait_still_waits_after_a_change() -> None:
    player = waiting()
    player.less()

    assert player.do("go_on") == [Waiting(player.step)]
    assert player.do("resume") == [Resumed()]


def test_a_wait_that_is_over_stays_over() -> None:
    player = waiting()
    player.do("resume")
    player.less()

    assert player.do("go_on") == [Resumed()]
