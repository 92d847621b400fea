"""What holds for every test: no display, no network, nobody's own files, no unexpected word."""

import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.logging import LogCaptureHandler
from hypothesis import settings

# Before Qt is first imported: it reads these once.
_home = Path(tempfile.mkdtemp(prefix="rehabtimer-tests-"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(HOME=str(_home), XDG_RUNTIME_DIR=str(_home), LC_ALL="C.UTF-8")
os.environ["SPEECHD_ADDRESS"] = "unix_socket:/nowhere/socket"  # or a daemon would be started
os.environ.pop("LANGUAGE", None)
# Or a session in a test would keep the screen of somebody's real desktop awake.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={_home / 'no-bus'}"

# A busy machine is no bug; the other settings stay (continuous integration has its own).
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")

_INTERNET = {socket.AF_INET, socket.AF_INET6}
_LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    if event in _LOOKUPS or (event == "socket.__new__" and args[1] in _INTERNET):
        # Not an Exception, which the code under test might catch and hide.
        pytest.fail(f"The program tried to use the network: {event} {args[1:]}")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for each test, so that neither tests nor people meet in one."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    return home


class _UnexpectedLog(logging.Handler):
    """Keeps warnings and worse that the test did not ask for with `caplog.at_level(...)`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not any(_asked_for(record, handler) for handler in logging.root.handlers):
            self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _asked_for(record: logging.LogRecord, handler: logging.Handler) -> bool:
    return isinstance(handler, LogCaptureHandler) and 0 < handler.level <= record.levelno


@pytest.fixture(autouse=True)
def no_unexpected_log() -> Iterator[None]:
    """Fail a test that logs a warning or worse, outside of `with caplog.at_level(...)`."""
    watcher = _UnexpectedLog()
    logging.root.addHandler(watcher)
    yield
    logging.root.removeHandler(watcher)
    if watcher.lines:
        pytest.fail("Unexpected in the log:\n" + "\n".join(watcher.lines))
