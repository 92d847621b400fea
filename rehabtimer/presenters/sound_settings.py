"""The sound part of the Settings: volumes, the voice, its speed, and what it counts."""

from dataclasses import dataclass

from msgspec.structs import replace

from rehabtimer.core.settings import Sound, VoiceCount
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.options import Option

VOLUME_STEP = 10  # per cent
_RATES = {"slower": -0.4, "normal": 0.0, "faster": 0.4}


@dataclass(frozen=True)
class SoundFrame:
    """What a session sounds like; volumes are per cent, `voice_name` "" is the system's choice."""

    tones: int
    voice: bool
    voice_volume: int
    voice_name: str
    rates: tuple[Option, ...]
    counts: tuple[Option, ...]
    sample: str


class SoundPresenter:
    """Keeps every change as it is made."""

    def __init__(self, case: Case) -> None:
        """Change the settings of a case."""
        self._case = case

    @property
    def sound(self) -> Sound:
        """What is chosen now."""
        return self._case.settings.sound

    def frame(self) -> SoundFrame:
        """Return this part of the screen."""
        sound = self.sound
        return SoundFrame(
            tones=round(sound.tones * 100),
            voice=sound.voice,
            voice_volume=round(sound.voice_volume * 100),
            voice_name=sound.voice_name,
            rates=_rates(sound.rate),
            counts=_counts(sound.count),
            sample=sample_line(),
        )

    def set_tones(self, per_cent: float) -> None:
        """Set how loud the tones are; 0 is silent."""
        self._save(replace(self.sound, tones=_share(per_cent)))

    def set_voice(self, on: bool) -> None:
        """Let the voice speak in sessions, or not."""
        self._save(replace(self.sound, voice=on))

    def set_voice_volume(self, per_cent: float) -> None:
        """Set how loud the voice is; 0 is silent."""
        self._save(replace(self.sound, voice_volume=_share(per_cent)))

    def set_voice_name(self, name: str) -> None:
        """Choose one of the system's voices; "" leaves the choice to the system."""
        self._save(replace(self.sound, voice_name=name))

    def set_rate(self, key: str) -> None:
        """Set how fast the voice speaks: "slower", "normal" or "faster"."""
        self._save(replace(self.sound, rate=_RATES[key]))

    def set_count(self, key: str) -> None:
        """Set what the voice counts: "seconds", "reps" or "neither"."""
        self._save(replace(self.sound, count=VoiceCount(key)))

    def _save(self, sound: Sound) -> None:
        self._case.save(replace(self._case.settings, sound=sound))


def sample_line() -> str:
    """Return what the voice says when the sound is tested."""
    return _("Straight leg lift, left leg, 20 reps. Three, two, one.")


def _share(per_cent: float) -> float:
    return min(max(per_cent, 0.0), 100.0) / 100


def _rates(rate: float) -> tuple[Option, ...]:
    texts = {"slower": _("Slower"), "normal": _("Normal"), "faster": _("Faster")}
    return tuple(Option(key, text, _RATES[key] == rate) for key, text in texts.items())


def _counts(count: VoiceCount) -> tuple[Option, ...]:
    texts = {
        VoiceCount.SECONDS: _("The last three seconds"),
        VoiceCount.REPS: _("The reps"),
        VoiceCount.NEITHER: _("Neither"),
    }
    return tuple(Option(kind.value, text, kind is count) for kind, text in texts.items())
