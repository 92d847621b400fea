"""Every boundary of a session is heard, by the right tone and at its moment."""

import numpy as np
import pytest

from rehabtimer.core.cues import Cue
from tests.sound.conftest import Begin
from tests.support.hearing import listen
from tests.support.pulse import Tape

MOST = 0.06  # seconds between a boundary and what is heard
SHORTEST_STALL = 0.1  # that a person would notice


@pytest.mark.parametrize(
    "exercise,speed,cues",
    [
        ("quad-stretch", 1.0, {Cue.GET_READY, Cue.HOLD, Cue.COUNT, Cue.SWITCH, Cue.END}),
        ("donkey-kick", 3.0, set(Cue) - {Cue.COUNT, Cue.REST}),
        ("wall-slide", 4.0, set(Cue) - {Cue.SWITCH}),
    ],
)
def test_each_boundary_is_heard(
    begin: Begin, tape: Tape, exercise: str, speed: float, cues: set[Cue]
) -> None:
    session = begin(exercise, speed)
    plan = session.plan
    session.wait_for(plan[-1][0])
    assert session.finish() == 0
    tape.stop()
    heard = listen(tape)
    assert [tone.cue for tone in heard] == [cue for _, cue in plan]
    assert {tone.cue for tone in heard} == cues
    late = np.array([tone.at - due for tone, (due, _) in zip(heard, plan, strict=True)]) * 1000
    stall = max(session.stalls(), default=0.0) * 1000
    print(
        f"\n{exercise} at {speed:g}: {len(heard)} tones, heard {late.min():.1f} to "
        f"{late.max():.1f} ms after their moment (median {np.median(late):.1f}, "
        f"99 % {np.percentile(late, 99):.1f}); longest stall of the window {stall:.0f} ms"
    )
    assert np.abs(late).max() < MOST * 1000
    assert all(tone.gain == pytest.approx(1.0, abs=0.05) for tone in heard)
    assert session.problems == []
