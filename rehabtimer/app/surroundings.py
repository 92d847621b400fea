"""What sessions use beside the window: sound, voice, a screen that stays awake, a small timer."""

from functools import cached_property

from rehabtimer import paths
from rehabtimer.app.sounding import Sounding
from rehabtimer.audio.tones import Tones
from rehabtimer.audio.voice import Voice
from rehabtimer.awake.screen import Awake
from rehabtimer.gui.views.mini import MiniTimer


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

    def close(self) -> None:
        """Let go of everything that was made."""
        if "sounding" in self.__dict__:
            self.sounding.close()
        if "mini" in self.__dict__:
            self.mini.close()

    @cached_property
    def mini(self) -> MiniTimer:
        """The small timer, which keeps its place from one session to the next."""
        return MiniTimer()
