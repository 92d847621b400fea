"""Where things are, in a checkout, a wheel and a frozen bundle."""

import subprocess
import sys
from pathlib import Path

import pytest

from rehabtimer import paths


def test_a_checkout_has_its_resources_at_the_top() -> None:
    assert paths.resources() == Path(__file__).parents[1] / "resources"
    assert (paths.resources() / "exercises").is_dir()


def test_a_wheel_carries_its_resources_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "paths.py"))
    assert paths.resources() == tmp_path / "_resources"


def test_a_frozen_bundle_has_them_where_it_unpacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "resources"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is for Linux")
def test_data_and_logs_follow_xdg_and_are_not_made(own_home: Path) -> None:
    assert paths.data_folder() == own_home / ".local/share/rehabtimer"
    assert paths.default_database() == own_home / ".local/share/rehabtimer/rehabtimer.db"
    assert own_home in paths.log_folder().parents
    assert list(own_home.iterdir()) == []


def test_importing_costs_no_other_library() -> None:
    code = "import sys, rehabtimer.paths; assert 'platformdirs' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
