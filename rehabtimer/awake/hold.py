"""The thread that holds the screen awake, because a system that hangs blocks whoever asks it."""

import atexit
from contextlib import suppress
from enum import Enum
from socket import socket, socketpair
from threading import Thread

from rehabtimer.awake.bus import Bus

_LONGEST_EXIT = 0.5  # seconds


class Answer(bytes, Enum):
    """What the thread says, in one byte."""

    HELD = b"h"  # the system has promised to keep the screen awake
    REFUSED = b"r"  # nothing on this computer would
    SILENT = b"s"  # the system was asked and says nothing
    BROKEN = b"b"  # the promise was kept for a while, and holds no longer


class Hold(Thread):
    """Holds the screen awake from `start` to `release`, once.

    Answers can be read from `line` as soon as they are known. The thread has no Qt object, which
    would be torn down under the window when the thread is the last to let go of it. It is a daemon,
    so that a system that hangs holds up no exit.
    """

    def __init__(self) -> None:
        super().__init__(name="awake", daemon=True)
        self._is_held = False
        # To close the one end wakes the thread, which listens at the other and to the system.
        self.line, self._door = socketpair()

    def start(self) -> None:
        """Begin; a program that ends meanwhile gives the promise back first."""
        atexit.register(self.end)
        super().start()

    def release(self) -> None:
        """End soon; this returns at once."""
        self.line.close()

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
            self._say(Answer.BROKEN if self._is_held else Answer.REFUSED)
        finally:
            bus.close()
            self._door.close()
            atexit.unregister(self.end)

    def _hold(self, bus: Bus) -> None:
        from wakepy import keep

        with keep.presenting(on_fail="pass", dbus_adapter=bus.adapter()) as mode:
            if not mode.active:
                self._say(Answer.SILENT if bus.is_silent else Answer.REFUSED)
                return
            self._is_held = True
            self._say(Answer.HELD)
            if not bus.wait(self._door):
                self._say(Answer.BROKEN)

    def _say(self, answer: Answer) -> None:
        with suppress(OSError):  # nobody listens once it is released
            self._door.send(answer)


def heard(line: socket) -> Answer | None:
    """Return what has been said on a line that can be read; None once nothing more will be."""
    said = line.recv(1)
    return Answer(said) if said else None
