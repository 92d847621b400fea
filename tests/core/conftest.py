"""The shipped programme, read once."""

from pathlib import Path

import pytest

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.programme import Programme


@pytest.fixture(scope="session")
def resources() -> Path:
    return paths.resources()


@pytest.fixture(scope="session")
def programme(resources: Path) -> Programme:
    return load_programme(resources)
