"""Holds back a request to stop while something is finished that must not be left half done."""

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any, Final

_ASKS: Final = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


class Interrupts:
    """From `hold` on, Ctrl+C and its like wait for the end of the `with` block; then they count."""

    def __init__(self) -> None:
        """Hold nothing back yet."""
        self._before: dict[int, Callable[[int, FrameType | None], Any] | int | None] = {}
        self._asked: list[int] = []

    def hold(self) -> None:
        """Let them wait from now on; elsewhere than in the main thread they do not come at all."""
        if threading.current_thread() is not threading.main_thread():
            return
        for number in _ASKS:
            self._before[number] = signal.signal(number, self._wait)

    def _wait(self, number: int, _frame: FrameType | None) -> None:
        self._asked.append(number)

    def __enter__(self) -> "Interrupts":
        """Use it in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let them come again, and those that have waited come now."""
        for number, handler in self._before.items():
            signal.signal(number, handler if handler is not None else signal.SIG_DFL)
        for number in self._asked[:1]:
            signal.raise_signal(number)
