"""The machine of a session: one side hurts and is left out, and the other still comes."""

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
    Waiting,
)
from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Change, Phase, Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey
from tests.support.builders import LEGS, TOGETHER, lift, prescription, stretch
from tests.support.player import only
from tests.support.sore import Sore

LEFT, RIGHT = LEGS
LIFT = lift(reps=20, sets=2, sides=LEGS)  # left, right, left, right
LEG_BY_LEG = lift(reps=20, sets=2, sides=LEGS, change=Change.LEG)  # left, left, right, right
LEFT_1, LEFT_2 = (SetKey("lift", LEFT, number) for number in (1, 2))
RIGHT_1, RIGHT_2 = (SetKey("lift", RIGHT, number) for number in (1, 2))
DONE, PARTIAL, SKIPPED = Outcome


def session(item: Prescribed = LIFT) -> Sore:
    return Sore(prescription(item, stretch("calf")))


def hurt(side: Side = LEFT, number: int = 1, rep: int = 7, item: Prescribed = LIFT) -> Sore:
    """A session that was paused a second into a hold, because it hurts."""
    player = session(item)
    player.come_to(side, number, rep)
    player.tick_after(1)
    player.do("pause")
    return player


def rest_of(player: Sore) -> list[tuple[SetKey, int, Outcome]]:
    """Go on to the end, and return how each set ended that was still to come."""
    player.do("go_on")
    events = player.play_until(State.FINISHED)
    return [
        (event.attempt.key, event.tally.reps, event.outcome) for event in only(events, SetEnded)
    ]


CALF = (SetKey("calf", LEFT, 1), 1, DONE)


# ------------------------------------------------------------------ what happens


def test_the_sets_of_the_side_end_and_the_other_leg_is_next() -> None:
    player = hurt()
    held = player.step

    events = player.skip_side()

    assert events == [
        StepEnded(held, 1, StepOutcome.CUT),
        SetEnded(Attempt(LEFT_1), Tally(6, 13), PARTIAL),
        SetEnded(Attempt(LEFT_2), Tally(), SKIPPED),
        StepStarted(player.step),
    ]
    assert player.at == (RIGHT_1, Phase.PREPARE)
    assert (player.state, player.seen.elapsed) == (State.PAUSED, 0)


@pytest.mark.parametrize("item", [LIFT, LEG_BY_LEG])
def test_the_other_leg_still_does_all_of_its_sets(item: Prescribed) -> None:
    player = hurt(item=item)
    player.skip_side()

    assert rest_of(player) == [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE), CALF]
    assert player.events[-1] == SessionEnded(completed=False)
    assert player.step.side is LEFT  # of the calf


@pytest.mark.parametrize(
    "item, side, number, target, left",
    [
        (LIFT, RIGHT, 1, (LEFT_2, Phase.REST), [(LEFT_2, 20, DONE), CALF]),
        (LIFT, LEFT, 2, (RIGHT_2, Phase.REST), [(RIGHT_2, 20, DONE), CALF]),
        (LIFT, RIGHT, 2, (CALF[0], Phase.PREPARE), [CALF]),
        (LEG_BY_LEG, LEFT, 2, (RIGHT_1, Phase.PREPARE), [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE)]),
        (LEG_BY_LEG, RIGHT, 1, (CALF[0], Phase.PREPARE), [CALF]),
    ],
)
def test_it_goes_on_with_the_next_set_that_is_left(
    item: Prescribed,
    side: Side,
    number: int,
    target: tuple[SetKey, str],
    left: list[tuple[SetKey, int, Outcome]],
) -> None:
    player = hurt(side, number, item=item)

    player.skip_side()

    assert player.at == target
    assert rest_of(player)[: len(left)] == left


def test_a_set_that_was_skipped_before_is_not_come_back_to() -> None:
    player = session()
    player.come_to(LEFT, 1)
    player.do("skip")
    player.come_to(RIGHT, 1)

    player.skip_side()

    assert player.at == (LEFT_2, Phase.REST)


def test_in_the_pause_before_it_a_side_is_left_out_too() -> None:
    player = session()
    player.come_to(RIGHT, 1, phase=Phase.SWITCH)

    events = player.skip_side()

    assert [(e.attempt.key, e.outcome) for e in only(events, SetEnded)] == [
        (RIGHT_1, SKIPPED),
        (RIGHT_2, SKIPPED),
    ]
    assert player.at == (LEFT_2, Phase.REST)


@pytest.mark.parametrize("sides", [TOGETHER, (RIGHT,)])
def test_an_exercise_without_another_side_is_skipped_for_today(sides: tuple[Side, ...]) -> None:
    """Both legs push at once: there is no half of it to go on with."""
    player = hurt(sides[0], item=lift(reps=20, sets=2, sides=sides))

    events = player.skip_side()

    ended = [(event.tally.reps, event.outcome) for event in only(events, SetEnded)]
    assert ended == [(6, PARTIAL), (0, SKIPPED)]
    assert player.at == (CALF[0], Phase.PREPARE)
    assert rest_of(player) == [CALF]


def test_the_other_side_hurting_later_ends_the_exercise() -> None:
    player = hurt()
    player.skip_side()
    player.do("go_on")
    player.come_to(RIGHT, 1, rep=3)

    player.skip_side()

    assert player.seen.outlook.outcomes[0] == (PARTIAL, PARTIAL, SKIPPED, SKIPPED)
    assert rest_of(player) == [CALF]


def test_a_last_side_that_hurts_ends_the_session() -> None:
    player = Sore(prescription(LIFT))
    player.come_to(RIGHT, 2, rep=7)

    assert player.skip_side()[-1] == SessionEnded(completed=False)
    assert (player.seen.step.key, player.state) == (LEFT_2, State.FINISHED)
    assert player.session.timeline[player.session.position].key == LEFT_2


def test_a_set_of_the_other_leg_that_was_done_is_not_done_again() -> None:
    player = session()
    player.come_to(LEFT, 2, phase=Phase.SWITCH)
    player.do("back_exercise")
    player.come_to(LEFT, 1, rep=7)
    assert player.seen.outlook.outcomes[0] == (DONE, DONE, None, None)

    player.skip_side()

    assert player.at == (RIGHT_2, Phase.REST)


# ------------------------------------------------------------------ a side that is not at hand


def test_the_leg_at_work_goes_on_where_it_was_when_the_other_one_hurt() -> None:
    player = hurt(RIGHT)
    before = player.seen

    events = player.skip_side(LEFT)

    assert events == [SetEnded(Attempt(LEFT_2), Tally(), SKIPPED)]
    now = player.seen
    assert (now.elapsed, now.tally) == (before.elapsed, before.tally)
    assert (player.at, player.step.rep) == ((RIGHT_1, Phase.HOLD), 7)
    assert rest_of(player) == [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE), CALF]


def test_the_change_of_side_is_getting_ready_when_the_side_before_it_hurt() -> None:
    player = session()
    player.come_to(RIGHT, 1, phase=Phase.SWITCH)
    switch = player.step
    player.tick_after(1)
    player.do("pause")

    events = player.skip_side(LEFT)

    assert events[0] == StepEnded(switch, 1, StepOutcome.CUT)
    assert player.at == (RIGHT_1, Phase.PREPARE)
    assert player.seen.outlook.outcomes[0] == (DONE, None, SKIPPED, None)


def test_in_the_rest_after_it_an_exercise_that_hurt_is_left_behind() -> None:
    player = session()
    player.reach(next(s.index for s in player.session.timeline if s.place == 1))
    player.tick_after(1)
    player.do("pause")

    assert player.skip_side(RIGHT, place=0) == []
    assert (player.at, player.seen.elapsed) == ((CALF[0], Phase.REST), 1)

    player.do("back_exercise")
    assert player.step.side is LEFT


# ------------------------------------------------------------------ no way leads back to it


@pytest.mark.parametrize("verb", ["back", "back_exercise", "redo"])
@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("after", [0.0, 3.0, 20.0])
def test_no_verb_leads_back(verb: str, times: int, after: float) -> None:
    player = hurt(LEFT, 2)
    player.skip_side()
    player.do("go_on")
    player.play(after)
    player.events.clear()

    for _ in range(times):
        player.do(verb)
    player.play_until(State.FINISHED)

    started = {
        e.attempt.key.side for e in only(player.events, SetStarted) if e.attempt.key[0] == "lift"
    }
    assert started == {RIGHT}


def test_going_to_the_exercise_means_the_side_that_is_left() -> None:
    player = hurt()
    player.skip_side()
    player.do("go_to", 1)

    player.do("go_to", 0)

    assert player.at == (RIGHT_1, Phase.PREPARE)


@pytest.mark.parametrize(
    "sides, left", [(LEGS, [RIGHT_1, RIGHT_2, CALF[0]]), (TOGETHER, [CALF[0]])]
)
def test_what_hurt_before_anything_was_done_is_not_offered(
    sides: tuple[Side, ...], left: list[SetKey]
) -> None:
    player = session(lift(sets=2, sides=sides))
    player.start()
    player.play(2)

    player.skip_side()

    assert player.seen.elapsed == 0
    assert [key for key, *_ in rest_of(player)] == left


def test_the_other_side_is_offered_when_it_was_skipped() -> None:
    player = hurt()
    player.skip_side()
    player.do("go_on")
    player.do("skip_exercise")

    player.play_until(State.OFFERED)

    assert player.at == (RIGHT_1, Phase.PREPARE)
    player.do("resume")
    assert rest_of(player) == [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE)]


def test_a_side_of_what_is_offered_can_be_left_out() -> None:
    player = session()
    player.start()
    player.do("skip_exercise")
    player.play_until(State.OFFERED)

    player.skip_side()

    assert (player.at, player.state) == ((RIGHT_1, Phase.PREPARE), State.PAUSED)
    assert rest_of(player) == [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE)]


# ------------------------------------------------------------------ waits, what is seen


def test_a_later_exercise_still_waits_where_it_was_to_wait() -> None:
    steps = session().session.timeline
    calf = next(s.index for s in steps if s.place == 1 and s.phase is Phase.PREPARE)
    player = Sore(prescription(LIFT, stretch("calf")), waits=[calf, 10_000])
    player.come_to(RIGHT, 2, rep=7)
    player.do("pause")

    player.skip_side()

    assert player.do("go_on") == [Waiting(player.step)]
    assert player.at == (CALF[0], Phase.PREPARE)


def test_the_bar_moves_on_by_the_sets_that_are_left_out() -> None:
    player = hurt()

    player.skip_side()

    outlook = player.seen.outlook
    assert list(outlook.fractions) == [0.5, 0]
    assert list(outlook.outcomes[0]) == [PARTIAL, None, SKIPPED, None]
    right = sum(s.seconds for s in player.session.timeline)
    assert outlook.left == right
    assert outlook.upcoming == player.session.timeline[1]


# ------------------------------------------------------------------ after a kill


@pytest.mark.parametrize("reps", [0, 3])
def test_it_is_taken_up_without_the_side(reps: int) -> None:
    player = hurt()
    player.skip_side()
    player.do("go_on")
    player.come_to(RIGHT, 1, rep=reps + 1)

    again = player.killed()

    assert (again.at, again.step.rep) == ((RIGHT_1, Phase.GO), reps + 1)
    assert again.seen.tally.reps == reps
    assert again.seen.outlook.outcomes[0] == (None, None, PARTIAL, SKIPPED)
    assert again.seen.outlook.fractions[0] >= 0.5
    assert rest_of(again) == [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE), CALF]
    assert again.events[-1] == SessionEnded(completed=False)


def test_redo_does_nothing_about_a_side_that_was_left_out_before_the_kill() -> None:
    player = hurt()
    player.skip_side()

    again = player.killed()
    again.do("redo")

    assert again.at == (RIGHT_1, Phase.PREPARE)


def test_what_was_open_when_it_was_left_out_is_over_even_if_nobody_kept_its_end() -> None:
    player = hurt()
    player.skip_side()
    rows = [
        Attempted(Attempt(LEFT_1), Tally(6, 12), None),
        Attempted(Attempt(LEFT_2), Tally(), None),
    ]

    again = Sore(player.prescription, before=rows)
    again.start()

    assert again.seen.outlook.outcomes[0] == (None, None, PARTIAL, SKIPPED)
    assert rest_of(again) == [(RIGHT_1, 20, DONE), (RIGHT_2, 20, DONE), CALF]
