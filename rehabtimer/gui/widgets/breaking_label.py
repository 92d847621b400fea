"""A label whose long words may break anywhere, so that none of them needs room of its own."""

import re
import unicodedata

from PySide6.QtWidgets import QLabel

_MOST = 22  # letters, the longest word in the program's own sentences
_LONG = re.compile(rf"\S{{{_MOST + 1},}}")
_PART = re.compile(r"[^/-]*[/-]*")  # of a path or a link, after which a line ends best
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
    """Return a text whose long words have places to break.

    Those are after each slash and hyphen, and after each letter where there are none.
    """
    return _LONG.sub(lambda found: _broken(found.group()), text)


def _broken(word: str) -> str:
    parts = filter(None, _PART.findall(word))
    return _BREAK.join(part if len(part) <= _MOST else _spelled(part) for part in parts)


def _spelled(word: str) -> str:
    parts: list[str] = []
    for sign in word:
        is_joined = bool(parts) and parts[-1].endswith("\u200d")
        if parts and (is_joined or unicodedata.category(sign).startswith(_TOGETHER)):
            parts[-1] += sign
        else:
            parts.append(sign)
    return _BREAK.join(parts)
