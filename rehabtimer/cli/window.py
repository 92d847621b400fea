"""How the window is asked to start."""

from argparse import Namespace
from pathlib import Path

import msgspec

from rehabtimer.core.programme import Side
from rehabtimer.core.settings import Theme


class WindowOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How the window is to start; `speed` is 0.01 to 1000, None is the user's own."""

    database: Path | None = None
    demo: bool = False
    start: bool = False
    side: Side | None = None
    theme: Theme | None = None
    speed: float = 1.0


def window_options(arguments: Namespace) -> WindowOptions:
    """Return how the window is to start."""
    return WindowOptions(
        database=arguments.database,
        demo=arguments.demo,
        start=arguments.start,
        side=arguments.side,
        theme=arguments.theme,
        speed=arguments.speed or 1.0,
    )
