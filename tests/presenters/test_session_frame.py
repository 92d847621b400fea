"""What the session screen shows at each moment."""

from dataclasses import replace

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.core.prescription import Prescription, prescribe
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.snapshot import State
from rehabtimer.core.timeline import compile_timeline
from rehabtimer.presenters.session_frame import Mark, SessionFrame
from rehabtimer.presenters.session_words import SessionWords
from tests.support.cases import shipped
from tests.support.player import Player

PLACES = 10


def prescribed(affected: Side = Side.LEFT) -> Prescription:
    return prescribe(shipped(), {}, affected=affected)


class Screen:
    """A session with its clock, and the frames it leads to."""

    def __init__(self, affected: Side = Side.LEFT, waits: tuple[int, ...] = ()) -> None:
        chosen = prescribed(affected)
        self.player = Player(compile_timeline(chosen), waits=waits)
        shares = tuple(1 / PLACES for _place in range(PLACES))
        exercises = [shipped().exercise(item.exercise) for item in chosen.exercises]
        self._words = SessionWords(exercises, chosen, shares)
        self.player.start()

    @property
    def frame(self) -> SessionFrame:
        return self._words.frame(self.player.seen)

    def go_to(self, exercise: str, phase: Phase, side: Side = Side.LEFT, number: int = 1) -> None:
        timeline = self.player.session.timeline
        step = next(
            step
            for step in timeline
            if (step.exercise, step.phase) == (exercise, phase)
            and (phase is Phase.PREPARE or (step.side, step.set) == (side, number))
        )
        while self.player.step.place < step.place:
            self.player.do("skip_exercise")
        self.player.reach(step.index)


@pytest.fixture
def screen() -> Screen:
    return Screen()


def test_get_ready_teaches(screen: Screen) -> None:
    frame = screen.frame
    assert (frame.title, frame.word, frame.mark) == (
        "Standing quad stretch",
        "GET READY",
        Mark.READY,
    )
    assert len(frame.steps) >= 2
    assert frame.safety
    assert frame.dose == "2 sets, 15 s each leg"
    assert frame.next_text == "First: left leg, 15 s"
    assert frame.place_text == "Exercise 1 of 10"
    assert frame.left_text.endswith("min left")


def test_a_hold_counts_down(screen: Screen) -> None:
    screen.player.play(5)
    screen.player.play(2.4)
    frame = screen.frame
    assert (frame.word, frame.mark, frame.digits) == ("HOLD", Mark.HOLD, "13")
    assert frame.ring == pytest.approx(12.6 / 15)
    assert frame.moment.phase is Phase.HOLD
    assert frame.moment.fraction == pytest.approx(2.4 / 15)
    assert frame.moment.seconds == pytest.approx(2.4)
    assert frame.moment.duration == 15
    assert not frame.moment.moving, "a stretch is one long hold"
    assert (frame.side_text, frame.set_text) == ("LEFT LEG", "Set 1 of 2")
    assert frame.rep_text == "", "one rep needs no count"
    assert frame.next_text == "Next: right leg, 15 s"


@pytest.mark.parametrize("phase", [Phase.GO, Phase.HOLD, Phase.RETURN])
def test_each_phase_of_a_rep_has_its_word_and_line(screen: Screen, phase: Phase) -> None:
    screen.go_to("straight-leg-lift", phase)
    frame = screen.frame
    assert frame.word == phase.value.upper()
    assert frame.mark.value == phase.value
    assert frame.rep_text == "Rep 1 of 20"
    assert frame.caption
    assert frame.moment[:3] == (phase, 0.0, Side.LEFT)
    assert frame.moment.moving


def test_a_change_of_side_says_which(screen: Screen) -> None:
    screen.go_to("quad-stretch", Phase.SWITCH, Side.RIGHT)
    frame = screen.frame
    assert (frame.word, frame.mark) == ("SWITCH SIDES", Mark.SWITCH)
    assert frame.caption == "Change over: right leg now."
    assert frame.side_text == "RIGHT LEG"


def test_a_rest_between_sets(screen: Screen) -> None:
    screen.go_to("calf-stretch", Phase.REST, Side.LEFT, 2)
    frame = screen.frame
    assert (frame.word, frame.caption) == ("REST", "Rest. Same side again.")
    assert frame.title == "Standing calf stretch"


def test_a_rest_between_exercises_names_the_next(screen: Screen) -> None:
    rests = (s for s in screen.player.session.timeline if s.phase is Phase.REST and s.place == 1)
    screen.player.reach(next(rests).index)
    frame = screen.frame
    assert frame.title == "Next: Standing hip flexor stretch"
    assert frame.caption == "Rest, and get into place."


def test_the_last_set_is_followed_by_the_end(screen: Screen) -> None:
    screen.go_to("hamstring-stretch", Phase.HOLD, Side.RIGHT, 3)
    assert screen.frame.next_text == "Next: done"


def test_the_next_exercise_comes_with_its_dose(screen: Screen) -> None:
    screen.go_to("quad-stretch", Phase.HOLD, Side.RIGHT, 2)
    assert screen.frame.next_text == "Next: Standing hip flexor stretch, 10 s each leg"


def test_the_clam_has_sides_and_not_legs(screen: Screen) -> None:
    screen.go_to("clam", Phase.HOLD)
    frame = screen.frame
    assert frame.side_text == "LEFT SIDE"
    assert frame.side_note == "the top leg"


# States


def test_paused(screen: Screen) -> None:
    screen.player.play(5)
    screen.player.play(3)
    screen.player.do("pause")
    frame = screen.frame
    assert (frame.word, frame.mark, frame.digits) == ("PAUSED", Mark.PAUSED, "12")
    assert (frame.primary, frame.standing_still) == ("Go on", True)
    assert frame.phase is Phase.HOLD, "the figure stays as it was"


def test_counted_in(screen: Screen) -> None:
    screen.player.play(5)
    screen.player.do("pause")
    screen.player.do("resume")
    digits = []
    for _tick in range(4):
        digits.append(screen.frame.digits)
        screen.player.tick_after(1)
    assert digits == ["3", "2", "1", "15"]
    assert screen.frame.primary == "Pause"


def test_waiting() -> None:
    frame = Screen(waits=(0,)).frame
    assert (frame.word, frame.mark, frame.standing_still) == ("SPACE TO GO", Mark.WAIT, True)


def test_done(screen: Screen) -> None:
    screen.player.play_until(State.FINISHED)
    frame = screen.frame
    assert (frame.word, frame.digits) == ("DONE", "0")
    assert {segment.fraction for segment in frame.segments} == {1.0}
    assert frame.left_text == "less than a minute left"


def test_digits_never_show_nought_while_time_runs(screen: Screen) -> None:
    seen = set()
    for _tick in range(300):
        screen.player.tick_after(0.1)
        seen.add(screen.frame.digits)
    assert "0" not in seen
    assert {"1", "15", "5"} <= seen


# Enough


@pytest.mark.parametrize(
    "exercise, can",
    [
        ("clam", True),
        ("it-band-stretch", True),
        ("hamstring-stretch", False),
        ("quad-stretch", False),
        ("calf-stretch", False),
    ],
)
def test_enough_is_for_up_to_doses(screen: Screen, exercise: str, can: bool) -> None:
    screen.go_to(exercise, Phase.HOLD)
    screen.player.tick_after(0.5)
    assert screen.frame.can_finish is can


def test_not_before_something_was_done(screen: Screen) -> None:
    screen.go_to("clam", Phase.GO)
    assert not screen.frame.can_finish
    screen.player.play(7)
    assert screen.frame.can_finish


# The bar


def test_segments_tell_done_and_skipped(screen: Screen) -> None:
    screen.player.play(5 + 15)
    screen.player.do("skip_exercise")
    screen.player.do("skip_exercise")
    frame = screen.frame
    words = [segment.description for segment in frame.segments]
    assert words[0] == "Standing quad stretch: 1 of 4 sets done"
    assert words[1] == "Standing hip flexor stretch: skipped; press to come back to it"
    assert words[2] == "Straight leg lift: 0 of 4 sets done"
    assert [segment.skipped for segment in frame.segments[:3]] == [False, True, False]
    assert frame.segments[0].fraction == pytest.approx(0.25)


def test_the_one_at_hand_is_not_skipped_although_it_was(screen: Screen) -> None:
    screen.player.do("skip_exercise")
    screen.player.do("go_to", 0)
    assert not screen.frame.segments[0].skipped


def test_a_frame_is_made_of_what_was_seen_alone(screen: Screen) -> None:
    """The same snapshot leads to the same frame, whatever happens meanwhile."""
    before, seen = screen.frame, screen.player.seen
    screen.player.play(20)
    assert screen._words.frame(seen) == before
    assert replace(before, digits="x") != before
    assert Outcome.DONE in screen.player.seen.outlook.outcomes[0]
