"""What the voice says in a session, and when."""

from rehabtimer.core.prescription import Prescribed
from rehabtimer.core.programme import Side
from rehabtimer.core.settings import VoiceCount
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import compile_timeline
from rehabtimer.presenters.speech import Speech
from tests.support.builders import LEGS, PACE, lift, prescription, stretch
from tests.support.cases import shipped
from tests.support.player import Player

CLAM = lift("clam", reps=15, sets=2, sides=LEGS)
QUADS = stretch("quad-stretch", hold=15, sides=LEGS)


class Ear:
    """Hears a session: each line with the second at which it came."""

    def __init__(
        self,
        *exercises: Prescribed,
        count: VoiceCount = VoiceCount.SECONDS,
        speed: float = 1.0,
        waits: tuple[int, ...] = (),
    ) -> None:
        chosen = prescription(*exercises, timing=PACE)
        self.player = Player(compile_timeline(chosen), waits=waits, gap=2.0 * speed)
        found = [shipped().exercise(item.exercise) for item in chosen.exercises]
        self._speech = Speech(found, chosen, count, speed)
        self._begun = self.player.clock.seconds()
        self.heard: list[tuple[float, str]] = []
        self.do("start")

    def do(self, verb: str, *arguments: float) -> None:
        """Carry out a verb, and take down what is said."""
        events = self.player.do(verb, *arguments)
        at = round(self.player.clock.seconds() - self._begun, 3)
        self.heard += [(at, line) for line in self._speech.lines(events, self.player.seen)]

    def play(self, seconds: float, every: float = 0.125) -> None:
        """Let time pass."""
        for _turn in range(round(seconds / every)):
            self.player.clock.advance(every)
            self.do("tick")

    @property
    def lines(self) -> list[str]:
        return [line for _at, line in self.heard]


def test_a_stretch_from_get_ready_to_its_end() -> None:
    ear = Ear(QUADS)
    ear.play(45)
    assert ear.heard == [
        (0.0, "Standing quad stretch, left leg, 15 seconds."),
        (4.0, "Hold."),
        (11.5, "Half way."),
        (16.0, "3"),
        (17.0, "2"),
        (18.0, "1"),
        (19.0, "Switch sides: right leg."),
        (24.0, "Hold."),
        (31.5, "Half way."),
        (36.0, "3"),
        (37.0, "2"),
        (38.0, "1"),
        (39.0, "Done. That was everything for today."),
    ]


def test_a_moving_exercise_is_explained_in_its_first_rep_and_halved_in_the_middle() -> None:
    ear = Ear(lift("clam", reps=10))
    ear.play(60)
    assert ear.heard == [
        (0.0, "Clam, left side, 10 reps."),
        (4.0, "Go."),
        (5.0, "Hold."),
        (7.0, "Return."),
        (27.0, "Half way."),
        (54.0, "Done. That was everything for today."),
    ]


def test_reps_are_counted_as_they_begin() -> None:
    ear = Ear(lift("clam", reps=10), count=VoiceCount.REPS)
    ear.play(60)
    counts = [(at, line) for at, line in ear.heard if line.isdigit()]
    assert counts == [(4.0 + 5 * rep, str(rep + 1)) for rep in range(10)]
    assert (27.0, "Half way.") in ear.heard


def test_the_middle_rep_of_an_odd_number_is_the_later_one() -> None:
    ear = Ear(lift("clam", reps=11))
    ear.play(60)
    assert (4.0 + 5 * 5 + 3, "Half way.") in ear.heard


def test_few_reps_and_short_holds_have_no_half_way() -> None:
    ear = Ear(lift("clam", reps=9), stretch("quad-stretch", hold=9))
    ear.play(90)
    assert "Half way." not in ear.lines


def test_a_long_hold_of_a_moving_exercise_is_counted_but_has_no_half_way() -> None:
    ear = Ear(lift("wall-slide", hold=10, reps=2, sides=(Side.BOTH,)))
    ear.play(40)
    assert ear.lines.count("3") == 2
    assert "Half way." not in ear.lines


def test_without_counts_no_number_is_said() -> None:
    ear = Ear(QUADS, CLAM, count=VoiceCount.NEITHER)
    ear.play(400)
    assert not [line for line in ear.lines if line.isdigit()]
    assert "Half way." in ear.lines


def test_the_choice_may_change_while_the_session_runs() -> None:
    ear = Ear(QUADS)
    ear._speech.count = VoiceCount.NEITHER
    ear.play(18)
    assert "3" not in ear.lines


def test_a_rest_says_what_comes_next() -> None:
    ear = Ear(stretch("calf-stretch", hold=5, sets=2), CLAM)
    ear.play(9)
    assert ear.lines[-1] == "Rest. Next: set 2, left leg, 5 seconds."
    ear.play(15)
    assert ear.lines[-1] == "Rest. Next: Clam, left side, 15 reps."
    ear.play(8)
    assert ear.lines[-1] == "Clam, left side, 15 reps."


def test_the_side_is_named_as_the_exercise_names_it() -> None:
    ear = Ear(lift("clam", reps=1, sides=LEGS), lift("wall-slide", reps=1, sides=(Side.BOTH,)))
    ear.play(40)
    assert "Switch sides: right side." in ear.lines
    assert "Wall slide, both legs, 1 rep." in ear.lines


def test_a_pause_is_said_and_so_is_the_phase_after_it() -> None:
    ear = Ear(QUADS)
    ear.play(10)
    ear.do("pause")
    assert ear.lines[-1] == "Paused."
    ear.play(20)
    ear.do("resume")
    ear.play(3)  # to get back in position
    assert ear.lines[-2:] == ["Paused.", "Hold."]


def test_a_rest_that_was_paused_goes_on_in_a_word() -> None:
    ear = Ear(QUADS)
    ear.play(20)
    ear.do("pause")
    ear.do("resume")
    assert ear.lines[-1] == "Switch sides."


def test_after_a_pause_the_rep_is_counted() -> None:
    ear = Ear(lift("clam"), count=VoiceCount.REPS)
    ear.play(9.5)
    ear.do("pause")
    ear.do("resume")
    ear.play(3)
    assert ear.lines[-2:] == ["Paused.", "2"]


def test_a_machine_that_slept_is_a_pause() -> None:
    ear = Ear(QUADS)
    ear.play(10)
    ear.play(60, every=60)
    assert ear.lines[-1] == "Paused."


def test_who_moves_on_while_paused_hears_where_they_are() -> None:
    ear = Ear(QUADS, CLAM)
    ear.do("pause")
    ear.do("skip_exercise")
    assert ear.player.state is State.PAUSED
    assert ear.lines[-1] == "Clam, left side, 15 reps."


def test_a_step_that_waits_says_so_and_gets_ready_when_it_goes_on() -> None:
    ear = Ear(CLAM, waits=(0,))
    ear.play(30)
    ear.do("resume")
    assert ear.lines == ["Clam, left side, 15 reps. Go on when you are ready.", "Get ready."]


def test_what_was_skipped_is_offered_before_the_end() -> None:
    ear = Ear(QUADS, CLAM)
    ear.do("skip_exercise")
    ear.do("skip_exercise")
    assert ear.lines[-1] == (
        "Skipped so far: Standing quad stretch, left leg, 15 seconds. Do it now, or leave it out."
    )
    ear.do("skip")
    ear.do("skip")
    assert ear.lines[-1] == "That is the end for now."


def test_work_that_begins_without_a_rest_before_it_is_announced() -> None:
    ear = Ear(QUADS)
    ear.play(30)
    ear.do("back")  # to the start of this set
    assert ear.lines[-1] == "Get ready."
    ear.do("back")  # to the rest before it
    ear.do("back")  # to the set on the other leg, which is counted in
    assert ear.lines[-1] == "Standing quad stretch, left leg, 15 seconds."


def test_of_several_steps_only_the_last_is_told() -> None:
    ear = Ear(QUADS)
    ear.play(17.5)
    said = len(ear.lines)
    ear.play(1.75, every=1.75)  # "1", and the change of side
    assert ear.lines[said:] == ["Switch sides: right leg."]


def test_what_comes_a_second_late_is_not_said() -> None:
    ear = Ear(QUADS)
    ear.play(18)
    said = len(ear.lines)
    ear.play(1.9, every=1.9)  # 0.9 s into the change of side
    assert ear.lines[said:] == ["Switch sides: right leg."]
    ear = Ear(QUADS)
    ear.play(18.375)
    said = len(ear.lines)
    ear.play(1.8, every=1.8)  # 1.2 s into it
    assert ear.lines[said:] == []


def test_half_way_is_not_said_long_after_it() -> None:
    ear = Ear(QUADS)
    ear.play(11)
    ear.play(1.6, every=1.6)  # 1.1 s after the middle
    ear.play(3)
    assert "Half way." not in ear.lines


def test_an_announcement_that_came_too_late_is_made_as_the_work_begins() -> None:
    ear = Ear(QUADS)
    ear.play(18.375)
    ear.play(1.8, every=1.8)
    ear.play(5)
    assert ear.lines[-1] == "Standing quad stretch, right leg, 15 seconds."


def test_time_taken_away_makes_no_half_way_and_time_added_moves_it() -> None:
    ear = Ear(QUADS)
    ear.play(10)
    ear.do("add_time", 10.0)
    ear.play(4)
    assert "Half way." not in ear.lines
    ear.play(3)
    assert (16.5, "Half way.") in ear.heard
    ear.do("add_time", -5.0)
    ear.play(1)
    assert ear.lines.count("Half way.") == 1


def test_a_set_done_again_has_its_own_half_way() -> None:
    ear = Ear(QUADS)
    ear.play(15)
    ear.do("redo")
    ear.play(12)
    assert ear.lines.count("Half way.") == 2


def test_a_session_that_is_left_says_nothing_of_being_done() -> None:
    ear = Ear(QUADS)
    ear.play(10)
    ear.do("stop")
    assert ear.lines[-1] == "That is the end for now."


def test_in_a_hurry_no_word_is_said_that_has_no_time() -> None:
    ear = Ear(lift("clam", reps=10), QUADS, speed=4.0)
    ear.play(120, every=0.4)
    assert "Go." not in ear.lines  # a quarter of a second
    assert "3" not in ear.lines
    assert "Half way." in ear.lines
    ear = Ear(QUADS, speed=4.1)
    ear.play(60, every=0.4)
    assert ear.lines == []
