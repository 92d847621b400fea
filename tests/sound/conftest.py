"""A sound server of its own for every test of this group."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.pulse import SoundServer, Tape


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
