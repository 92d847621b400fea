"""The keys that name the shapes of a chart, and the names of its weeks."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rehabtimer.gui.charts.lettering import Lettering

_NEAR, _SPACE = 9.0, 18.0  # between a sample and its word, and between words
KEY_GAPS = _NEAR + _SPACE
_LETTER = 0.62  # of the height of the type, about
_SMALLEST = 0.7  # of the type, where a key has to squeeze


Draw = Callable[[float, float], None]  # around a middle


class Entry(NamedTuple):
    """A word, and what draws a sample of some width."""

    word: str
    width: float
    draw: Draw
    strong: bool = False


def key_width(entries: Sequence[Entry], small: float) -> float:
    """Return about how many pixels a key takes in a type of some size."""
    return sum(_LETTER * len(e.word) * small + e.width + KEY_GAPS for e in entries)


def word_width(word: str, small: float) -> float:
    """Return about how many pixels a word takes in a type of some size."""
    return _LETTER * len(word) * small


def write_key(
    letters: Lettering, entries: Sequence[Entry], right: float, y: float, room: float
) -> float:
    """Write a key that ends at `right`, smaller where it has too little room, and return its start.

    The first entry stands on the left.
    """
    wanted = key_width(entries, letters.small)
    share = min(1.0, max(_SMALLEST, room / wanted)) if wanted else 1.0
    x = right
    for entry in reversed(entries):
        size = letters.small * share
        x = letters.write(x, y, entry.word, ha="right", strong=entry.strong, size=size)
        x -= _NEAR * share + entry.width
        entry.draw(x + entry.width / 2, y)
        x -= _SPACE * share
    return x


def write_week_names(
    letters: Lettering,
    names: Sequence[str],
    place_of: Callable[[float], float],
    y: float,
    now: int | None = None,
) -> None:
    """Write the names of weeks below them, leaving out as many as it takes for room.

    `place_of` tells where the middle of a week is, counted from 0; that of `now` stands out.
    """
    widest = (max(map(len, names)) * _LETTER + 1) * letters.small
    every = max(1, math.ceil(widest / (place_of(1) - place_of(0))))
    for index in range(0, len(names), every):
        x = place_of(index)
        if x + widest / 2 <= letters.width + letters.small:
            is_now = index == now and every == 1
            letters.write(max(x, widest / 2 - letters.small), y, names[index], strong=is_now)
