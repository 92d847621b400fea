"""The watchers of conftest.py do watch."""

import logging
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_an_internet_socket_cannot_be_opened() -> None:
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def test_a_name_cannot_be_looked_up() -> None:
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.getaddrinfo("localhost", 80)


def test_home_is_an_empty_folder_of_our_own(own_home: Path) -> None:
    assert Path.home() == own_home
    assert os.environ["XDG_DATA_HOME"].startswith(str(own_home))
    assert list(own_home.iterdir()) == []


def test_there_is_no_desktop_to_ask() -> None:
    kind, _, path = os.environ["DBUS_SESSION_BUS_ADDRESS"].partition("=")
    assert kind == "unix:path"
    assert not Path(path).exists()


def test_a_warning_that_was_asked_for_passes(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        logging.getLogger("rehabtimer").warning("the disk is full")
    assert "the disk is full" in caplog.text


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("logging.getLogger('rehabtimer').warning('careless')", id="log"),
        pytest.param("warnings.warn('careless')", id="python"),
        pytest.param("from PySide6.QtCore import qWarning; qWarning('careless')", id="qt"),
    ],
)
def test_an_unexpected_word_fails_the_test(tmp_path: Path, line: str) -> None:
    here = Path(__file__)
    (tmp_path / "tests").mkdir()
    shutil.copy(here.parents[1] / "pyproject.toml", tmp_path)
    shutil.copy(here.with_name("conftest.py"), tmp_path / "tests")
    (tmp_path / "tests/test_it.py").write_text(
        f"import logging, warnings\n\ndef test_it():\n    {line}\n", encoding="utf-8"
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == pytest.ExitCode.TESTS_FAILED
    assert "careless" in run.stdout
