"""A bus and a screensaver for each test, in a folder of its own."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import enumerate as threads

import pytest

from tests.support.screensaver import ScreenSaver, address_in, session_bus


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    for thread in threads():  # what another test has asked for must not reach this bus
        if thread.name == "awake":
            thread.join(10)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address_in(tmp_path))
    with session_bus(tmp_path) as daemon:
        yield daemon


@pytest.fixture
def saver(bus: subprocess.Popen[str], tmp_path: Path) -> Iterator[ScreenSaver]:
    saver = ScreenSaver(address_in(tmp_path))
    yield saver
    saver.leave()
