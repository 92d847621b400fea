"""What is to be heard, and when."""

import pytest

from rehabtimer.core.cues import Countdown, Cue, cues_for
from rehabtimer.core.prescription import Prescribed
from tests.support.builders import LEGS, PACE, lift, stretch, timeline
from tests.support.player import Player


class Ear:
    """Hears a session: each cue with the second at which it came."""

    def __init__(self, player: Player, speed: float = 1.0) -> None:
        self._player = player
        self._countdown = Countdown(speed)
        self._begun = player.clock.seconds()
        self.heard: list[tuple[float, Cue]] = []

    def listen(self, verb: str, *arguments: float) -> None:
        """Carry out a verb, and take down what is heard."""
        events = self._player.do(verb, *arguments)
        seen = self._player.seen
        at = round(self._player.clock.seconds() - self._begun, 3)
        cues = cues_for(events, seen) + self._countdown.tick(seen)
        self.heard += [(at, cue) for cue in cues]

    def play(self, seconds: float, every: float = 0.1) -> None:
        """Let time pass."""
        for _turn in range(round(seconds / every)):
            self._player.clock.advance(every)
            self.listen("tick")

    @property
    def cues(self) -> list[Cue]:
        return [cue for _at, cue in self.heard]


def ear(*exercises: Prescribed, speed: float = 1.0, waits: tuple[int, ...] = ()) -> Ear:
    made = Ear(Player(timeline(*exercises, timing=PACE), waits=waits), speed)
    made.listen("start")
    return made


def test_each_phase_has_its_cue_as_it_begins() -> None:
    heard = ear(lift(reps=1, sides=LEGS))
    heard.play(30)
    assert heard.heard == [
        (0.0, Cue.GET_READY),
        (4.0, Cue.GO),
        (5.0, Cue.HOLD),
        (7.0, Cue.RETURN),
        (9.0, Cue.SWITCH),
        (14.0, Cue.GO),
        (15.0, Cue.HOLD),
        (17.0, Cue.RETURN),
        (19.0, Cue.END),
    ]


def test_three_short_tones_come_before_the_end_of_a_long_hold() -> None:
    heard = ear(stretch(hold=15, sets=2))
    heard.play(20)
    counts = [at for at, cue in heard.heard if cue is Cue.COUNT]
    assert counts == pytest.approx([16.0, 17.0, 18.0], abs=0.11)  # it ends at 19
    assert heard.heard[-1][1] is Cue.REST


@pytest.mark.parametrize("hold,counted", [(4.9, False), (5.0, True)])
def test_a_short_hold_is_not_counted(hold: float, counted: bool) -> None:
    heard = ear(stretch(hold=hold))
    heard.play(12)
    assert (Cue.COUNT in heard.cues) is counted


def test_nothing_is_counted_where_the_clock_runs_fast() -> None:
    heard = ear(stretch(hold=15), speed=5.0)
    heard.play(25)
    assert heard.cues == [Cue.GET_READY, Cue.HOLD, Cue.END]


def test_a_count_that_comes_too_late_is_left_out() -> None:
    heard = ear(stretch(hold=15))
    heard.play(4)
    heard.play(14, every=1.4)  # 1.0 s left after ten looks: only that one is in time
    assert heard.cues.count(Cue.COUNT) == 1


def test_a_pause_neither_loses_nor_repeats_a_count() -> None:
    heard = ear(stretch(hold=15))
    heard.play(4 + 12.5)
    heard.listen("pause")
    heard.play(60)
    heard.listen("resume")
    heard.play(8)
    assert heard.cues.count(Cue.COUNT) == 3


def test_time_added_moves_the_counts() -> None:
    heard = ear(stretch(hold=15))
    heard.play(10)
    heard.listen("add_time", 10.0)
    heard.play(25)
    counts = [at for at, cue in heard.heard if cue is Cue.COUNT]
    assert counts == pytest.approx([26.0, 27.0, 28.0], abs=0.11)


def test_a_set_done_again_is_counted_again() -> None:
    heard = ear(stretch(hold=15))
    heard.play(4 + 14.5)
    heard.listen("redo")
    heard.play(20)
    assert heard.cues.count(Cue.COUNT) == 6


def test_a_step_that_waits_gets_ready_first_and_its_own_cue_when_it_goes_on() -> None:
    heard = ear(stretch(hold=15), waits=(0,))
    heard.play(3)
    assert heard.cues == [Cue.GET_READY]
    heard.listen("resume")
    assert heard.cues == [Cue.GET_READY, Cue.GET_READY]
    heard.play(4)
    assert heard.cues[-1] is Cue.HOLD


def test_of_several_steps_that_began_at_once_only_the_last_is_told() -> None:
    heard = ear(lift(reps=3))
    heard.play(4)
    heard.play(1.9, every=1.9)
    heard.listen("skip")
    assert heard.cues[-1] is Cue.END
    assert len(heard.cues) == 4


def test_nothing_is_said_while_nothing_happens() -> None:
    assert cues_for([], Player(timeline(stretch())).seen) == []
