"""What the benchmarks share: bytecode made before, and histories short and long."""

import os
from datetime import date
from pathlib import Path

import pytest

from rehabtimer import demo, paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.storage.store import Store
from tests.benchmarks.ratios import TOP

TEN_YEARS = 3650


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    bytecode = str(tmp_path_factory.mktemp("bytecode"))
    return kept | {"PYTHONPATH": str(TOP), "PYTHONPYCACHEPREFIX": bytecode}


@pytest.fixture
def six_weeks(tmp_path: Path) -> Path:
    """A database of its own for each test: a session that was cut off would be taken up again."""
    return history(tmp_path / "demo.db", days=37)


@pytest.fixture(scope="session")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return history(tmp_path_factory.mktemp("years") / "demo.db", days=TEN_YEARS)


def history(path: Path, days: int) -> Path:
    with Store.open(path) as store:
        programme = load_programme(paths.resources())
        demo.write(demo.make_history(programme, date.today(), days), store)  # noqa: DTZ011
    return path
