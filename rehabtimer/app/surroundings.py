"""What sessions use of the computer: its sound, its voice and its screen."""

from functools import cached_property

from rehabtimer import paths
from rehabtimer.app.sounding import Sounding
from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.awake.screen import Awake


class Surroundings:
    """Each part is made when it is first wanted, and serves all sessions after that."""

    @cached_property
    def sounding(self) -> Sounding:
        """Tones and the voice."""
        return Sounding(Tones(paths.resources() / "sounds"), Voice())

    @cached_property
    def awake(self) -> Awake:
        """What keeps the screen awake."""
        return Awake()
