"""Whatever hurts, and whenever: what is left of a session is done in its order, each set once."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabtimer.core.events import Outcome, SetEnded
from rehabtimer.core.prescription import Prescribed, Timing
from rehabtimer.core.programme import Change, Side
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey
from tests.support.builders import LEGS, NO_PAUSES, PACE, TOGETHER, lift, prescription, stretch
from tests.support.player import only
from tests.support.sore import Sore

pytestmark = pytest.mark.slow

SIDES = st.sampled_from([LEGS, LEGS[::-1], (Side.RIGHT,), TOGETHER])


class Hurt(NamedTuple):
    """So many seconds after the last time something hurts; the program may be killed then."""

    after: int
    choice: str
    is_killed: bool


HURTS = st.builds(
    Hurt, st.integers(0, 60), st.sampled_from(["skip_side", "less", "easier"]), st.booleans()
)


@st.composite
def exercises(draw: st.DrawFn) -> tuple[Prescribed, ...]:
    """A moving exercise and a stretch, of any sides and order."""
    sets, reps, change = st.integers(1, 3), st.integers(1, 9), st.sampled_from(Change)
    return (
        lift("a", sets=draw(sets), reps=draw(reps), sides=draw(SIDES), change=draw(change)),
        stretch("b", sets=draw(sets), sides=draw(SIDES), change=draw(change)),
    )


def flowing(player: Sore) -> list[SetKey]:
    return [step.key for step in player.session.timeline if step.ends_set]


def left_out_with(player: Sore) -> set[SetKey]:
    """The sets that go when the side at hand is skipped."""
    step = player.step
    return {
        key for key in flowing(player) if (key.exercise, key.side) == (step.exercise, step.side)
    }


def finished(player: Sore) -> set[SetKey]:
    ended = only(player.events, SetEnded)
    return {event.attempt.key for event in ended if event.outcome is Outcome.DONE}


@settings(max_examples=2 * settings().max_examples)
@given(exercises(), st.sampled_from([PACE, NO_PAUSES]), st.lists(HURTS, max_size=5))
def test_what_is_left_is_done_in_order_and_once(
    items: tuple[Prescribed, ...], timing: Timing, hurts: list[Hurt]
) -> None:
    player = Sore(prescription(*items, timing=timing))
    planned, gone = flowing(player), set[SetKey]()
    player.start()

    for hurt in hurts:
        player.play(hurt.after)
        player.do("pause")
        if hurt.choice == "skip_side" and player.state is State.PAUSED:
            gone |= left_out_with(player) - finished(player)
        getattr(player, hurt.choice)()
        if hurt.is_killed and player.state in (State.PAUSED, State.WAITING):
            player = player.killed()
        player.do("resume")
    while player.state not in (State.FINISHED, State.OFFERED):
        player.do("resume")
        player.tick_after(1.5)

    ended = [event for event in only(player.events, SetEnded) if event.outcome is Outcome.DONE]
    assert [event.attempt.key for event in ended] == [key for key in planned if key not in gone]
    assert player.state is State.FINISHED
    outcomes = [each for place in player.seen.outlook.outcomes for each in place]
    assert outcomes.count(Outcome.DONE) == len(ended)
    assert None not in outcomes
