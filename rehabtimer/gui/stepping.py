"""Carries out long work a little at a time, so that the window stays alive."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_SLICE_MS = 12  # of work between two looks at what the person does


class Stepping(QObject):
    """Does steps while there are more; `shown` is called after each slice of them."""

    def __init__(self, parent: QObject) -> None:
        """Nothing is under way yet."""
        super().__init__(parent)
        self._step: Callable[[], bool] = lambda: False
        self._shown: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._work)

    @property
    def is_active(self) -> bool:
        """Whether there is more to do."""
        return self._timer.isActive()

    def start(self, step: Callable[[], bool], shown: Callable[[], None]) -> None:
        """Begin; `step` says whether there is more, and what it raises ends the work."""
        self._step, self._shown = step, shown
        self._timer.start(0)

    def stop(self) -> None:
        """Do no more."""
        self._timer.stop()

    def _work(self) -> None:
        passed = QElapsedTimer()
        passed.start()
        more = True
        try:
            while more and passed.elapsed() < _SLICE_MS:
                more = self._step()
        except BaseException:
            self.stop()
            raise
        if not more:
            self.stop()
        self._shown()
