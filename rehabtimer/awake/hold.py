"""The thread that holds the screen awake, because a system that hangs blocks whoever asks it."""

import atexit
import os
from enum import Enum, auto
from io import FileIO
from queue import SimpleQueue
from threading import Thread

from rehabtimer.awake.bus import Bus

_LONGEST_EXIT = 0.5  # seconds


class Answer(Enum):
    """What the thread says."""

    HELD = auto()  # the system has promised to keep the screen awake
    REFUSED = auto()  # nothing on this computer would
    SILENT = auto()  # the system was asked and says nothing
    BROKEN = auto()  # the promise was kept for a while, and holds no longer


class Hold(Thread):
    """Holds the screen awake from `start` to `release`, once.

    What it says lies in `answers` until somebody looks: it has no Qt object to tell it with, which
    would be torn down under the window when the thread is the last to let go of it. It is a daemon,
    so that a system that hangs holds up no exit.
    """

    def __init__(self) -> None:
        super().__init__(name="awake", daemon=True)
        self.answers: SimpleQueue[Answer] = SimpleQueue()
        self._is_held = False
        # To close the one end wakes the thread, which listens at the other and to the system.
        door, bell = os.pipe()
        self._door, self._bell = FileIO(door), FileIO(bell, "w")

    def start(self) -> None:
        """Begin; a program that ends meanwhile gives the promise back first."""
        atexit.register(self.end)
        super().start()

    def release(self) -> None:
        """End soon; this returns at once."""
        self._bell.close()

    def end(self) -> None:
        """Release, and wait for that unless the system hangs."""
        self.release()
        self.join(_LONGEST_EXIT)

    def run(self) -> None:
        """Ask, answer, and hold until released, or until the system holds no longer."""
        bus = Bus()
        try:
            self._hold(bus)
        except Exception:  # noqa: BLE001  the libraries raise what they like; a hold never does
            self.answers.put(Answer.BROKEN if self._is_held else Answer.REFUSED)
        finally:
            bus.close()
            self._door.close()
            atexit.unregister(self.end)

    def _hold(self, bus: Bus) -> None:
        from wakepy import keep

        with keep.presenting(on_fail="pass", dbus_adapter=bus.adapter()) as mode:
            if not mode.active:
                self.answers.put(Answer.SILENT if bus.is_silent else Answer.REFUSED)
                return
            self._is_held = True
            self.answers.put(Answer.HELD)
            if not bus.wait(self._door):
                self.answers.put(Answer.BROKEN)
