"""The machine of a session: fewer reps, a shorter hold or an easier version, from here on."""

import pytest
from msgspec.structs import replace

from rehabtimer.core.events import (
    Attempt,
    Outcome,
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
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey
from tests.support.builders import LEGS, lift, prescription, stretch
from tests.support.player import only
from tests.support.sore import Sore

LEFT, RIGHT = LEGS
LEFT_1, LEFT_2 = (SetKey("lift", LEFT, number) for number in (1, 2))
RIGHT_1, RIGHT_2 = (SetKey("lift", RIGHT, number) for number in (1, 2))
CALF_1, CALF_2 = (SetKey("calf", LEFT, number) for number in (1, 2))
WHOLE = prescription(lift(reps=20, sets=2, sides=LEGS), stretch("calf", sets=2))
DONE, PARTIAL, SKIPPED = Outcome


def lifting(rep: int, phase: Phase = Phase.HOLD, into: float = 1.0) -> Sore:
    """Paused in the first set of the left leg."""
    player = Sore(WHOLE)
    player.come_to(LEFT, 1, rep, phase)
    return halted(player, into)


def holding(into: float, number: int = 1) -> Sore:
    """Paused in the hold of the calf stretch, which is of 15 s."""
    player = Sore(WHOLE)
    player.start()
    player.do("skip_exercise")
    player.come_to(LEFT, number)
    return halted(player, into)


def halted(player: Sore, into: float = 1.0) -> Sore:
    player.play(into)
    player.do("pause")
    player.events.clear()
    return player


def ends(player: Sore) -> list[tuple[SetKey, Tally, Outcome]]:
    """Go on up to the end or an offer, and return how each set ended."""
    player.do("resume")
    for _ in range(1000):
        if player.state in (State.FINISHED, State.OFFERED):
            break
        player.tick_after(1)
    ended = only(player.events, SetEnded)
    return [(event.attempt.key, event.tally, event.outcome) for event in ended]


# ------------------------------------------------------------------ fewer reps


@pytest.mark.parametrize("rep", [1, 7, 10])
@pytest.mark.parametrize("phase", [Phase.GO, Phase.HOLD, Phase.RETURN])
def test_the_running_rep_starts_over_while_reps_are_left(rep: int, phase: Phase) -> None:
    player = lifting(rep, phase, into=0.5)
    before = player.step

    events = player.less()

    assert events == [StepEnded(before, 0.5, StepOutcome.CUT), StepStarted(player.step)]
    assert (player.step.rep, player.step.reps, player.step.phase) == (rep, 10, Phase.GO)
    assert (player.state, player.seen.elapsed) == (State.PAUSED, 0)
    assert player.seen.tally.reps == rep - 1
    assert player.session.position == player.step.index


def test_every_later_set_has_fewer_reps() -> None:
    player = lifting(7)

    player.less()

    assert ends(player)[:4] == [
        (LEFT_1, Tally(10, 21), DONE),  # one second of the rep that started over
        (RIGHT_1, Tally(10, 20), DONE),
        (LEFT_2, Tally(10, 20), DONE),
        (RIGHT_2, Tally(10, 20), DONE),
    ]
    assert player.events[-1] == SessionEnded(completed=True)


@pytest.mark.parametrize("rep", [11, 14, 20])
def test_a_set_with_as_many_reps_as_are_asked_for_now_is_done(rep: int) -> None:
    player = lifting(rep, Phase.HOLD)
    before = player.step

    events = player.less()

    assert events == [
        StepEnded(before, 1, StepOutcome.CUT),
        SetEnded(Attempt(LEFT_1), Tally(rep - 1, 2 * rep - 1), DONE),
        StepStarted(player.step),
    ]
    assert (player.at, player.state) == ((RIGHT_1, Phase.SWITCH), State.PAUSED)


def test_a_rep_whose_hold_was_made_longer_starts_over_too() -> None:
    player = lifting(7)
    player.do("add_time", 10)
    player.do("resume")
    player.play(8)
    assert player.seen.elapsed == 6

    player.less()

    assert (player.step.rep, player.step.phase) == (7, Phase.GO)


def test_less_twice_is_less_again() -> None:
    player = lifting(7)
    player.less()

    player.less()

    assert player.at == (RIGHT_1, Phase.SWITCH)
    assert ends(player)[:2] == [(LEFT_1, Tally(6, 13), DONE), (RIGHT_1, Tally(5, 10), DONE)]


def test_the_last_set_done_ends_the_session() -> None:
    player = Sore(prescription(lift(reps=20)))
    player.come_to(LEFT, 1, rep=14)

    assert player.less()[-1] == SessionEnded(completed=True)
    assert player.state is State.FINISHED
    assert player.seen.step is player.session.timeline[-1]


@pytest.mark.parametrize("phase, number", [(Phase.PREPARE, 1), (Phase.SWITCH, 2)])
def test_a_pause_goes_on_and_leads_to_less(phase: Phase, number: int) -> None:
    player = Sore(WHOLE)
    player.come_to(LEFT, number, phase=phase)
    halted(player, 2)

    assert player.less() == []

    assert (player.step.phase, player.seen.elapsed) == (phase, 2)
    assert player.seen.outlook.upcoming
    assert player.seen.outlook.upcoming.reps == 10
    player.do("go_on")
    assert player.state is State.RUNNING


def test_time_that_was_added_to_a_pause_stays() -> None:
    player = Sore(WHOLE)
    player.come_to(LEFT, 2, phase=Phase.SWITCH)
    player.do("add_time", 10)

    player.less()

    assert player.seen.duration == 15


# ------------------------------------------------------------------ a shorter hold


def test_the_running_hold_starts_over() -> None:
    player = holding(6)
    before = player.step

    events = player.less()

    assert events == [StepEnded(before, 6, StepOutcome.CUT), StepStarted(player.step)]
    assert (player.step.key, player.seen.duration, player.seen.elapsed) == (CALF_1, 8, 0)
    assert ends(player)[:2] == [(CALF_1, Tally(1, 14), DONE), (CALF_2, Tally(1, 8), DONE)]


@pytest.mark.parametrize("held", [8, 9, 14])
def test_a_hold_of_that_length_is_done(held: float) -> None:
    player = holding(held)
    before, attempt = player.step, Attempt(CALF_1)

    events = player.less()

    assert events == [
        StepEnded(before, held, StepOutcome.COMPLETED),
        RepEnded(attempt, Tally(1, held)),
        SetEnded(attempt, Tally(1, held), DONE),
        StepStarted(player.step),
    ]
    assert (player.at, player.state) == ((CALF_2, Phase.REST), State.PAUSED)


def test_the_last_hold_leads_on_to_what_is_offered() -> None:
    player = holding(9, number=2)

    player.less()

    assert (player.state, player.at) == (State.OFFERED, (LEFT_1, Phase.PREPARE))


def test_a_stretch_of_several_holds_goes_on_with_its_next() -> None:
    player = Sore(prescription(replace(stretch("calf", hold=10), reps=3)))
    player.come_to(LEFT, 1, rep=2)
    halted(player, 6)

    player.less()

    assert (player.step.rep, player.seen.duration, player.seen.tally) == (3, 5, Tally(2, 16))
    assert ends(player) == [(CALF_1, Tally(3, 21), DONE)]


# ------------------------------------------------------------------ an easier version


def test_the_set_begins_anew_and_waits() -> None:
    player = lifting(7)
    before = player.step

    events = player.easier()

    assert events == [
        StepEnded(before, 1, StepOutcome.CUT),
        SetEnded(Attempt(LEFT_1), Tally(6, 13), PARTIAL),
        SetStarted(Attempt(LEFT_1, 2)),
        StepStarted(player.step),
        Waiting(player.step),
    ]
    assert (player.at, player.step.rep) == ((LEFT_1, Phase.GO), 1)
    assert player.state is State.WAITING
    assert player.play(100) == []


def test_it_is_counted_in_and_the_set_can_still_be_done() -> None:
    player = lifting(7)
    player.easier()

    assert player.do("resume") == []
    assert player.state is State.COUNT_IN
    assert ends(player)[:3] == [
        (LEFT_1, Tally(6, 13), PARTIAL),
        (LEFT_1, Tally(20, 40), DONE),
        (RIGHT_1, Tally(20, 40), DONE),
    ]
    assert player.events[-1] == SessionEnded(completed=True)


def test_a_set_of_which_nothing_was_done_is_begun_once_more() -> None:
    player = lifting(1, Phase.GO, into=0.5)

    player.easier()

    assert only(player.events, SetEnded) == [SetEnded(Attempt(LEFT_1), Tally(), SKIPPED)]
    assert ends(player)[1] == (LEFT_1, Tally(20, 40), DONE)


@pytest.mark.parametrize(
    "side, number, phase",
    [(LEFT, 1, Phase.PREPARE), (RIGHT, 1, Phase.SWITCH), (LEFT, 2, Phase.SWITCH)],
)
def test_in_a_pause_it_waits_there(side: Side, number: int, phase: Phase) -> None:
    player = Sore(WHOLE)
    player.come_to(side, number, phase=phase)
    before = player.step
    halted(player, 2)

    events = player.easier()

    assert events == [
        StepEnded(before, 2, StepOutcome.CUT),
        StepStarted(before),
        Waiting(before),
    ]
    assert (player.step, player.state) == (before, State.WAITING)
    assert player.do("resume") == [Resumed()]


def test_in_the_rest_between_holds_it_waits_there_too() -> None:
    player = Sore(WHOLE)
    player.start()
    player.do("skip_exercise")
    player.come_to(LEFT, 2, phase=Phase.REST)
    halted(player, 2)

    player.easier()

    assert (player.at, player.state) == ((CALF_2, Phase.REST), State.WAITING)


def test_killed_while_it_waits_the_set_begins_anew() -> None:
    player = lifting(7)
    player.easier()

    again = player.killed()

    assert (again.at, again.step.rep) == ((LEFT_1, Phase.GO), 1)
    assert again.seen.tally == Tally()


def test_left_while_it_waits_it_is_offered_at_the_end() -> None:
    player = Sore(prescription(lift(), stretch("calf")))
    player.come_to(LEFT, 1, rep=2)
    player.easier()
    player.do("go_to", 1)

    player.play_until(State.OFFERED)

    assert player.at == (LEFT_1, Phase.PREPARE)
