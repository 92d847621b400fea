"""Makes the tones of a session: one WAV file a cue (docs/decisions, "Tones").

They differ in how the pitch moves, not in loudness: all have the same peak, and none begins or
ends abruptly. The same script gives the same files, byte for byte.
"""

import argparse
import math
import struct
import sys
import wave
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sounds"

RATE = 44_100
PEAK = 32_767 * 10 ** (-6 / 20)  # -6 dBFS
OVERTONES = (1.0, 0.3, 0.1)  # small speakers carry the second better than a low first
SILENCE = 0.05  # at the end: Qt leaves the last 30 ms of a tone unplayed until the next one
ATTACK = 0.012
SOFT = 0.045

# Notes, in Hz
E4, G4, C5, D5, E5, G5, A5, E6 = 329.63, 392.0, 523.25, 587.33, 659.26, 783.99, 880.0, 1318.51


class Note(NamedTuple):
    """A pitch that stays or glides; times in seconds, `release` as a part of the whole."""

    start: float
    seconds: float
    pitch: float
    to: float = 0.0  # 0: it stays
    attack: float = ATTACK
    release: float = 0.5


TONES: dict[str, tuple[Note, ...]] = {
    "get-ready": (Note(0, 0.17, G4, attack=SOFT), Note(0.2, 0.17, G4, attack=SOFT)),
    "go": (Note(0, 0.28, C5, G5),),
    "hold": (Note(0, 0.3, E5),),
    "return": (Note(0, 0.28, G5, C5),),
    "switch": tuple(Note(i * 0.11, 0.11, A5 if i % 2 else D5) for i in range(4)),
    "rest": (Note(0, 0.48, E4, attack=SOFT, release=0.8),),
    "count": (Note(0, 0.08, E6, attack=0.006, release=0.7),),
    "end": tuple(
        Note(i * 0.13, 0.55 - i * 0.13, pitch, release=0.7) for i, pitch in enumerate((C5, E5, G5))
    ),
}


def swell(at: float, note: Note) -> float:
    """Return the loudness, 0 to 1, `at` seconds into the note: half a cosine up, another down."""
    rise = min(1.0, at / note.attack)
    fall = min(1.0, (note.seconds - at) / (note.seconds * note.release))
    return (0.5 - 0.5 * math.cos(math.pi * rise)) * (0.5 - 0.5 * math.cos(math.pi * fall))


def add(note: Note, samples: list[float]) -> None:
    """Mix a note into the samples."""
    first = round(note.start * RATE)
    bend = (note.to - note.pitch if note.to else 0.0) / note.seconds
    for i in range(round(note.seconds * RATE)):
        at = i / RATE
        turns = note.pitch * at + bend * at * at / 2  # a glide's pitch, added up
        parts = (
            part * math.sin(math.tau * turns * number) for number, part in enumerate(OVERTONES, 1)
        )
        samples[first + i] += swell(at, note) * sum(parts)


def render(notes: tuple[Note, ...]) -> bytes:
    """Return the tone as 16-bit samples."""
    ends = max(round(note.start * RATE) + round(note.seconds * RATE) for note in notes)
    samples = [0.0] * (ends + round(SILENCE * RATE))
    for note in notes:
        add(note, samples)
    scale = PEAK / max(map(abs, samples))
    return struct.pack(f"<{len(samples)}h", *(int(sample * scale) for sample in samples))


def main() -> int:
    """Write every tone to the folder named, or to its place in the resources."""
    parser = argparse.ArgumentParser(prog="packaging/tones.py", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(render(notes))
    print(f"{len(TONES)} tones in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
