"""Whether a window can be opened is known before Qt, which aborts, is asked."""

from pathlib import Path

import pytest

from rehabtimer.app import display
from rehabtimer.app.display import require_display, require_fonts
from rehabtimer.core.errors import UserError


@pytest.fixture(autouse=True)
def on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_some_platforms_need_no_display(platform: str) -> None:
    require_display({"QT_QPA_PLATFORM": platform})


def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    require_display({})


def test_none_at_all() -> None:
    with pytest.raises(UserError, match="No display was found"):
        require_display({})


def test_a_wayland_socket_is_enough(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    require_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    require_display({"WAYLAND_DISPLAY": str(tmp_path / "wayland-0")})


def test_a_wayland_socket_that_is_gone_is_not(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No display was found"):
        require_display({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_display_where_nobody_answers() -> None:
    with pytest.raises(UserError, match="The display :9977 cannot be opened"):
        require_display({"DISPLAY": ":9977"})


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_library", lambda name: None)
    with pytest.raises(UserError, match="install the package libxcb-cursor0"):
        require_display({"DISPLAY": ":0"})


def test_no_letters() -> None:
    require_fonts(can_write=True)
    with pytest.raises(UserError, match="No fonts were found"):
        require_fonts(can_write=False)
