"""An exercise shown over and over, in its own tempo: what the figure does, and the words to it."""

from dataclasses import dataclass

from rehabtimer.core.motion import Moment
from rehabtimer.core.prescription import Prescribed, Timing
from rehabtimer.core.programme import Exercise, Phase, Position, Side
from rehabtimer.core.text import _

_LONGEST_HOLD = 6.0  # seconds: a figure that stands still for longer has been seen
_REPS = 2  # before the side changes
_SHORTEST_SWITCH, _EASE = 3.0, 5.0  # seconds; a body takes its time, whatever the setting


@dataclass(frozen=True)
class Beat:
    """One phase of the loop, in seconds; `side_text` is empty where both legs work at once."""

    phase: Phase
    side: Side
    seconds: float
    caption: str
    side_text: str


@dataclass(frozen=True)
class Loop:
    """What is shown of an exercise; `figure` names the exercise whose figure shows it, if any."""

    figure: str
    variant: str
    moving: bool
    beats: tuple[Beat, ...]

    @property
    def seconds(self) -> float:
        """How long it takes from the beginning to the beginning."""
        return sum(beat.seconds for beat in self.beats)

    def at(self, passed: float) -> tuple[Beat, Moment]:
        """Return the phase and the moment after so many seconds, of which there is no end."""
        left = passed % self.seconds
        for beat in self.beats[:-1]:
            if left < beat.seconds:
                return beat, self._moment(beat, left)
            left -= beat.seconds
        last = self.beats[-1]
        return last, self._moment(last, min(left, last.seconds))

    def stills(self) -> tuple[Moment, Moment]:
        """Return the two moments that tell it to those who want nothing to move: start and hold."""
        first = Phase.GO if self.moving else Phase.PREPARE
        start = Moment(first, side=self.beats[0].side, moving=self.moving, variant=self.variant)
        return start, start._replace(phase=Phase.HOLD)

    def _moment(self, beat: Beat, passed: float) -> Moment:
        return Moment(
            phase=beat.phase,
            fraction=passed / beat.seconds,
            side=beat.side,
            seconds=passed,
            duration=beat.seconds,
            moving=self.moving,
            variant=self.variant,
        )


def exercise_loop(exercise: Exercise, item: Prescribed, timing: Timing, variant: str) -> Loop:
    """Return the loop of an exercise as it is done with the sides of `item`, in an easier version.

    The figure is that of a shipped exercise; "" stands for the exercise itself as it is.
    """
    beats: list[Beat] = []
    for place, side in enumerate(item.sides):
        beats += _work(exercise, item, timing, variant, side)
        if len(item.sides) > 1:
            following = item.sides[(place + 1) % len(item.sides)]
            seconds = max(timing.switch, _SHORTEST_SWITCH)
            beats.append(_beat(exercise, variant, Phase.SWITCH, following, seconds))
        elif not exercise.moving:
            beats.append(_beat(exercise, variant, Phase.REST, side, _EASE))
    return Loop(figure_id(exercise), variant, exercise.moving, tuple(beats))


def figure_id(exercise: Exercise) -> str:
    """Return the id of the exercise whose figure shows this one; "" for none."""
    return exercise.figure or ("" if exercise.own else exercise.id)


def _work(
    exercise: Exercise, item: Prescribed, timing: Timing, variant: str, side: Side
) -> list[Beat]:
    hold = _beat(exercise, variant, Phase.HOLD, side, min(item.hold, _LONGEST_HOLD))
    if not exercise.moving:
        return [hold]
    go = _beat(exercise, variant, Phase.GO, side, timing.go)
    back = _beat(exercise, variant, Phase.RETURN, side, timing.back)
    return [go, hold, back] * _REPS


def _beat(exercise: Exercise, variant: str, phase: Phase, side: Side, seconds: float) -> Beat:
    words = {Phase.SWITCH: _("Change sides."), Phase.REST: _("Ease off, then once more.")}
    line = _(exercise.steps_of(variant).line(phase))
    return Beat(phase, side, seconds, words.get(phase, line), _side_title(exercise, side))


def _side_title(exercise: Exercise, side: Side) -> str:
    if exercise.position is Position.SIDE_LYING:
        return {Side.LEFT: _("Left side"), Side.RIGHT: _("Right side")}.get(side, "")
    return {Side.LEFT: _("Left leg"), Side.RIGHT: _("Right leg")}.get(side, "")
