"""The last change to the log, in words, and the way back from it."""

from collections.abc import Callable


class Changes:
    """Remembers one change at a time; `remark` is what the log has to say about it, if anything."""

    def __init__(self) -> None:
        """Nothing was changed yet."""
        self.text = ""
        self.remark = ""
        self._take_back: Callable[[], object] | None = None

    def remember(self, text: str, take_back: Callable[[], object], remark: str = "") -> None:
        """Remember a change, in place of the one before it."""
        self.text, self.remark, self._take_back = text, remark, take_back

    def undo(self) -> None:
        """Take back what is remembered, if anything is."""
        take_back = self._take_back
        self.text, self.remark, self._take_back = "", "", None
        if take_back:
            take_back()
