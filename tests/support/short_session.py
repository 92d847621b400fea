"""A session of three short exercises, and ways to stand at any moment of it."""

from rehabtimer.core.programme import Side
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import SetKey, Timeline
from tests.support.builders import lift, stretch, timeline
from tests.support.player import Player

# get ready, 3 reps, rest, 3 reps; rest, get ready, a stretch; rest, get ready, a stretch
STEPS = timeline(lift(sets=2), stretch("calf"), stretch("quad"))
PREPARE, SET_1, REST, SET_2 = 0, 1, 10, 11
BETWEEN, PREPARE_CALF, CALF = 20, 21, 22
PREPARE_QUAD, QUAD = 24, 25

LIFT_1 = SetKey("lift", Side.LEFT, 1)
LIFT_2 = SetKey("lift", Side.LEFT, 2)
CALF_1 = SetKey("calf", Side.LEFT, 1)
QUAD_1 = SetKey("quad", Side.LEFT, 1)


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
