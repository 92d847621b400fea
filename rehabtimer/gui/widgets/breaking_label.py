"""A label whose long words may break anywhere, so that none of them needs room of its own."""

import re
import unicodedata

from PySide6.QtWidgets import QLabel

_LONG = re.compile(r"\S{23,}")  # longer than any word in the program's own sentences
_BREAK = "\u200b"  # a place, of no width, where a line may end
_TOGETHER = ("M", "Cf", "Sk")  # signs that belong to the one before: accents, joiners, skin tones


class BreakingLabel(QLabel):
    """Shows a text; `text` returns it as it was set."""

    def __init__(self, text: str = "") -> None:
        """Show a text."""
        super().__init__()
        self._said, self._is_broken = "", False
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        was_broken, self._said = self._is_broken, text
        shown = with_breaks(text)
        self._is_broken = shown != text
        super().setText(shown)
        if was_broken or self._is_broken:
            self.setAccessibleName(text if self._is_broken else "")

    def text(self) -> str:
        """Return what is shown, without places to break."""
        return self._said


def with_breaks(text: str) -> str:
    """Return a text whose long words have a place to break after each letter."""
    return _LONG.sub(lambda found: _broken(found.group()), text)


def _broken(word: str) -> str:
    parts: list[str] = []
    for sign in word:
        is_joined = bool(parts) and parts[-1].endswith("\u200d")
        if parts and (is_joined or unicodedata.category(sign).startswith(_TOGETHER)):
            parts[-1] += sign
        else:
            parts.append(sign)
    return _BREAK.join(parts)
