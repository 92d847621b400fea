"""A sound server of its own for every test of this group, and the program to play to it."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sound.session import Session
from tests.support.pulse import SoundServer, Tape

Begin = Callable[..., Session]


@pytest.fixture
def server() -> Iterator[SoundServer]:
    """A sound server with one silent device; a child finds it through its `environment`."""
    folder = Path(tempfile.mkdtemp(prefix="rt-"))
    running = SoundServer(folder)
    try:
        running.start()
        yield running
    finally:
        running.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def tape(server: SoundServer) -> Iterator[Tape]:
    """A recording of that device, which runs."""
    with server.tape() as running:
        yield running


@pytest.fixture
def begin(server: SoundServer, tmp_path: Path) -> Iterator[Begin]:
    """Begins a session of one exercise in the real program, which ends with the test."""
    sessions: list[Session] = []

    def start(exercise: str, speed: float = 1.0) -> Session:
        sessions.append(Session(server, tmp_path / "knee.db", exercise, speed))
        sessions[-1].wait_for_begin()
        return sessions[-1]

    yield start
    for session in sessions:
        session.kill()
