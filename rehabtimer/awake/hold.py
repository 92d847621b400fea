"""The thread that holds the screen awake, because a system that hangs blocks whoever asks it."""

import atexit
import os
from io import FileIO
from threading import Thread

from PySide6.QtCore import QObject, Signal

from rehabtimer.awake.bus import Bus
from rehabtimer.core.text import _

_LONGEST_EXIT = 0.5  # seconds


class Answers(QObject):
    """Brings the words of the threads to the window's.

    An answer names the hold, and why the screen may go dark in one sentence; "" where it is held.
    """

    answered = Signal(object, str)


class Hold(Thread):
    """Holds the screen awake from `start` to `release`, once.

    A daemon, so that a system that hangs holds up no exit.
    """

    def __init__(self, answers: Answers) -> None:
        """Answers come as soon as they are known, and again when a promise is broken."""
        super().__init__(name="awake", daemon=True)
        self._answers = answers
        self._is_held = False
        # To close the one end wakes the thread, which listens at the other and to the system.
        door, bell = os.pipe()
        self._door, self._bell = FileIO(door), FileIO(bell, "w")

    def start(self) -> None:
        """Begin; a program that ends meanwhile says so first, or Qt would be gone from under us."""
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
            self._answers.answered.emit(self, _no_longer() if self._is_held else _refused())
        finally:
            bus.close()
            self._door.close()
            atexit.unregister(self.end)

    def _hold(self, bus: Bus) -> None:
        from wakepy import keep

        with keep.presenting(on_fail="pass", dbus_adapter=bus.adapter()) as mode:
            if not mode.active:
                self._answers.answered.emit(self, no_answer() if bus.is_silent else _refused())
                return
            self._is_held = True
            self._answers.answered.emit(self, "")
            if not bus.wait(self._door):
                self._answers.answered.emit(self, _no_longer())


def no_answer() -> str:
    """Return the sentence for a system that hangs."""
    return _("The screen may go dark: the desktop does not answer.")


def _refused() -> str:
    return _("The screen may go dark: nothing on this computer would keep it awake.")


def _no_longer() -> str:
    return _("The screen may go dark: the desktop keeps it awake no longer.")
