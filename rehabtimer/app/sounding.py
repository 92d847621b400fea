"""The sound of the program: tones and the voice together, for a session or a test of the sound."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.core.cues import Cue
from rehabtimer.core.settings import Sound


class Sounding(QObject):
    """Plays cues and says lines. `changed` tells that something can, or cannot, be heard.

    `is_open` says whether something has been started that can be heard.
    """

    changed = Signal()
    voices_changed = Signal()

    def __init__(self, tones: Tones, voice: Voice) -> None:
        """Take charge of both; nothing is opened yet."""
        super().__init__()
        self._tones = tones
        self._voice = voice
        self._sound = Sound()
        self.is_open = False
        self._line = ""
        self._after_tone = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._after_tone.timeout.connect(self._say)
        tones.problem_changed.connect(self.changed)
        voice.problem_changed.connect(self.changed)
        voice.voices_changed.connect(self.voices_changed)

    @property
    def muted(self) -> bool:
        """Whether the person wants silence."""
        return self._tones.muted

    @property
    def problem(self) -> str:
        """Why there are no tones, in one sentence, or ""."""
        return self._tones.problem

    @property
    def voice_problem(self) -> str:
        """Why a voice that is wanted is not heard, in one sentence, or ""."""
        return self._voice.problem if self._sound.voice else ""

    @property
    def voices(self) -> tuple[tuple[str, str], ...]:
        """The system's voices as far as they are known: name and text."""
        return tuple((voice.name, voice.text) for voice in self._voice.voices)

    def open(self, sound: Sound, *, muted: bool = False) -> None:
        """Get ready to be heard; this returns at once."""
        self.take_up(sound)
        self.is_open = True
        self.mute(muted)
        self._tones.load()
        if sound.voice:
            self._voice.load(sound.voice_name, sound.rate, sound.voice_volume)

    def find_voices(self, sound: Sound) -> None:
        """Ask the system for its voices, if one is wanted; `voices_changed` tells the answer."""
        self.take_up(sound)
        if sound.voice:
            self.is_open = True
            self._voice.load(sound.voice_name, sound.rate, sound.voice_volume)

    def close(self) -> None:
        """Let go of the devices; the last tone may end first."""
        if self.is_open:
            self.is_open = False
            self._after_tone.stop()
            self._tones.unload()
            self._voice.unload()

    def take_up(self, sound: Sound) -> None:
        """Use other volumes, or another voice, from now on."""
        self._sound = sound
        self._tones.volume = sound.tones
        self._voice.voice, self._voice.rate = sound.voice_name, sound.rate
        self._voice.volume = sound.voice_volume

    def mute(self, muted: bool) -> None:
        """Be silent, or not, from this moment on."""
        self._tones.muted = muted
        if muted:
            self._after_tone.stop()
            self._voice.hush()

    def play(self, cues: Iterable[Cue], lines: Iterable[str]) -> None:
        """Let what is due be heard: the tone first, and when it has ended the newest line."""
        seconds = 0.0
        for cue in cues:
            self._tones.play(cue)
            seconds = self._tones.seconds(cue)
        for line in lines:
            if not self.muted and self._sound.voice:
                self._line = line
                self._after_tone.start(round(seconds * 1000))

    def test(self, sound: Sound, line: str) -> None:
        """Let a tone and a line be heard as they would be in a session."""
        self.open(sound)
        self.play([Cue.GO], [line])

    def _say(self) -> None:
        self._voice.say(self._line)
