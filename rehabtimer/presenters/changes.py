"""The changes that were made on a page, in words, and the way back from each of them."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from rehabtimer.core.text import _

_MOST = 100  # changes that are remembered


@dataclass(frozen=True)
class _Change:
    text: str
    remark: str
    take_back: Callable[[], object]
    read: Callable[[], object]
    after: object

    @property
    def holds(self) -> bool:
        """Whether what was changed is still as this change left it."""
        return self.read() == self.after


class Changes:
    """Remembers changes, and takes them back one by one, the last one first.

    One whose subject was changed elsewhere since is passed over: its way back is closed as long as
    that is so.
    """

    def __init__(self) -> None:
        """Nothing was changed yet."""
        self._made: deque[_Change] = deque(maxlen=_MOST)
        self._was_undone = self._was_refused = False

    @property
    def text(self) -> str:
        """What would be undone next, or an empty text."""
        last = self._last
        if last is None:
            return ""
        if self._was_refused:
            text = _("Not kept yet. The change before it: {change}")
        elif self._was_undone:
            text = _("Taken back. The change before it: {change}")
        else:
            text = "{change}"
        return text.format(change=last.text)

    @property
    def remark(self) -> str:
        """What there is to say about the change that was made last, if anything."""
        last = self._last
        is_news = last is not None and not (self._was_undone or self._was_refused)
        return last.remark if last is not None and is_news else ""

    def remember(
        self,
        text: str,
        take_back: Callable[[], object],
        read: Callable[[], object],
        remark: str = "",
    ) -> None:
        """Remember a change that has just been made; `read` returns what it was made to."""
        self._was_undone = self._was_refused = False
        self._made.append(_Change(text, remark, take_back, read, read()))

    def refuse(self) -> None:
        """Remember that something was refused, so that nothing said before seems to be about it."""
        self._was_refused = True

    def accept(self) -> None:
        """Remember that what was refused is out of the way."""
        self._was_refused = False

    def undo(self) -> None:
        """Take back the last change that can be, if any."""
        last = self._last
        if last is None:
            return
        last.take_back()
        while self._made.pop() is not last:
            pass
        self._was_undone = True

    @property
    def _last(self) -> _Change | None:
        return next((change for change in reversed(self._made) if change.holds), None)
