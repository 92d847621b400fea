"""Looks whether a window can be opened at all, because Qt aborts where it cannot."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from rehabtimer.core.errors import UserError
from rehabtimer.core.text import _

_HEADLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UserError, with what to do, where no window can be opened."""
    wanted = environment.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux") or wanted.startswith(_HEADLESS):
        return
    if _has_wayland(environment) and not wanted.startswith("xcb"):
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise UserError(
            _(
                "No display was found: start RehabTimer on a desktop, or put xvfb-run before the"
                " command."
            )
        )
    _require_libraries()
    if not _opens(display):
        raise UserError(
            _(
                "The display {display} cannot be opened: check DISPLAY, or put xvfb-run before it."
            ).format(display=display)
        )


def require_fonts(*, can_write: bool) -> None:
    """Raise UserError where there is no font to write with."""
    if not can_write:
        raise UserError(
            _("No fonts were found: install one, for example the package fonts-dejavu-core.")
        )


def _has_wayland(environment: Mapping[str, str]) -> bool:
    """Look for the socket; its name may be a path, else it is in the folder of the session."""
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "")) / name).exists()


def _require_libraries() -> None:
    """Qt's X11 plugin aborts without this library, which desktops may lack."""
    if _library("libxcb-cursor.so.0") is None:
        raise UserError(
            _("A system library is missing: install the package libxcb-cursor0 and start again.")
        )


def _opens(display: str) -> bool:
    xcb = _library("libxcb.so.1")
    if xcb is None:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _library(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None
