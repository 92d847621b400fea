"""The questions about pain in words, the same wherever they are asked."""

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _


def questions_now(knees: tuple[Side, ...]) -> tuple[str, ...]:
    """Return the question about each knee at this moment."""
    texts = {
        Side.LEFT: _("How is the left knee now?"),
        Side.RIGHT: _("How is the right knee now?"),
    }
    return tuple(texts[knee] for knee in knees)


def questions_this_morning(knees: tuple[Side, ...]) -> tuple[str, ...]:
    """Return the question about each knee on the morning after a session."""
    texts = {
        Side.LEFT: _("How is the left knee this morning?"),
        Side.RIGHT: _("How is the right knee this morning?"),
    }
    return tuple(texts[knee] for knee in knees)


def questions_an_hour_later(knees: tuple[Side, ...]) -> tuple[str, ...]:
    """Return the question about each knee about an hour after a session."""
    texts = {
        Side.LEFT: _("How is the left knee, an hour after?"),
        Side.RIGHT: _("How is the right knee, an hour after?"),
    }
    return tuple(texts[knee] for knee in knees)
