"""Ears for the tones: which of them are on a tape, and when each begins."""

import wave
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rehabtimer import paths
from rehabtimer.core.cues import Cue
from tests.support.pulse import RATE, Tape

Samples = NDArray[np.float64]

_FAINT = 100  # of 32767; all below is silence
_HEAD = round(0.07 * RATE)  # the shortest tone; the others differ from each other by then
_LOOK = round(0.03 * RATE)  # how far from the first sound a tone may begin
_BLOCK = round(0.01 * RATE)
_ALIKE = 0.8  # correlation, 0 to 1


@dataclass(frozen=True)
class Heard:
    """A tone: `at` is when it could be heard (`clock.monotonic`); `gain` is 1.0 if at its full."""

    cue: Cue
    at: float
    gain: float


def listen(tape: Tape) -> list[Heard]:
    """Return every tone on a tape of tones alone, in order; fails at a sound that is none."""
    found: list[Heard] = []
    sound, at = tape.samples().astype(float), 0
    while (first := _next_sound(sound, at)) is not None:
        if (last := _end_of_scrap(sound, first)) is not None:
            at = last
            continue
        cue, begin, score = _likest(sound, max(at - _LOOK, first - _LOOK, 0))
        assert score > _ALIKE, f"a strange sound after {found[-3:]}: {cue} {score:.2f}"
        whole = _tone(cue)
        gain = _gain(sound[begin : begin + _HEAD], whole[:_HEAD])
        found.append(Heard(cue, tape.moment(begin + _audible(cue)), gain))
        at = begin + _length(sound[begin:], gain * whole)
    return found


def hears(tape: Tape, cue: Cue, since: float = 0.0) -> float:
    """Return how surely a tone is on a tape, from 0 to 1, whatever else is heard meanwhile.

    Only what began at the moment `since` or later counts. Speech alone reaches about 0.3.
    """
    sound = tape.samples().astype(float)
    if since:
        first = int(np.searchsorted([tape.moment(i) for i in range(0, len(sound), _BLOCK)], since))
        sound = sound[first * _BLOCK :]
    whole = _tone(cue)
    return float(_correlation(sound, whole).max()) if len(sound) > len(whole) else 0.0


def loudness(tape: Tape, begin: float, end: float) -> float:
    """Return the root mean square between two moments, 0 to 32767."""
    sound = tape.samples().astype(float)
    offset = tape.moment(0)
    part = sound[max(0, round((begin - offset) * RATE)) : round((end - offset) * RATE)]
    return float(np.sqrt(np.mean(part**2))) if len(part) else 0.0


@cache
def _tone(cue: Cue) -> Samples:
    with wave.open(str(paths.resources() / "sounds" / f"{cue}.wav"), "rb") as file:
        sound = np.frombuffer(file.readframes(-1), dtype="<i2").astype(float)
    return sound[: int(np.flatnonzero(np.abs(sound) > _FAINT)[-1]) + 1]


def _audible(cue: Cue) -> int:
    """The sample at which a tone has a tenth of its height."""
    sound = np.abs(_tone(cue))
    return int(np.argmax(sound > sound.max() / 10))


def _next_sound(sound: Samples, at: int) -> int | None:
    loud = np.flatnonzero(np.abs(sound[at:]) > _FAINT)
    return at + int(loud[0]) if len(loud) else None


def _end_of_scrap(sound: Samples, first: int) -> int | None:
    """Where the sound ends, if it is no more than the last bit of a tone that was cut off."""
    loud = np.flatnonzero(np.abs(sound[first : first + 2 * _LOOK]) > _FAINT)
    length = int(loud[-1]) + 1
    return first + length if length < _LOOK else None


def _likest(sound: Samples, first: int) -> tuple[Cue, int, float]:
    part = sound[first : first + 2 * _LOOK + _HEAD]
    part = np.pad(part, (0, 2 * _LOOK + _HEAD - len(part)))
    found = {cue: _correlation(part, _tone(cue)[:_HEAD]) for cue in Cue}
    best = max(found, key=lambda cue: found[cue].max())
    return best, first + int(found[best].argmax()), float(found[best].max())


def _correlation(sound: Samples, tone: Samples) -> Samples:
    """How alike the tone and the sound are if it begins at each sample, -1 to 1."""
    size = len(sound) + len(tone)
    alike = np.fft.irfft(np.fft.rfft(sound, size) * np.conj(np.fft.rfft(tone, size)), size)
    energy = np.concatenate(([0.0], np.cumsum(sound**2)))
    places = len(sound) - len(tone) + 1
    near = energy[len(tone) :] - energy[:places]
    found: Samples = alike[:places] / np.sqrt(np.maximum(near, 1e6) * np.sum(tone**2))
    return found


def _gain(sound: Samples, tone: Samples) -> float:
    tone = tone[: len(sound)]
    return float(np.dot(sound, tone) / np.dot(tone, tone))


def _length(sound: Samples, tone: Samples) -> int:
    """How much of a tone is heard before another one ends it."""
    for at in range(_HEAD, len(tone), _BLOCK):
        part, wanted = sound[at : at + _BLOCK], tone[at : at + _BLOCK][: len(sound) - at]
        off = np.sqrt(np.mean((part[: len(wanted)] - wanted) ** 2)) if len(wanted) else 0.0
        if off > max(_FAINT, 0.5 * np.sqrt(np.mean(wanted**2))):
            return at
    return len(tone)
