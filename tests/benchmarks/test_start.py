"""How long a command takes, against the least that a program with its libraries could take.

Both sides run in turn, with their bytecode made before, as an installed program has it.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

TOP = Path(__file__).parents[2]
ROUNDS = 15
PLAN_BUDGET = 2.0

LEAST = ["-c", "import msgspec, tomllib"]
PLAN = ["-m", "rehabtimer", "plan", "--json"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPATH": str(TOP), "PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode")}


def seconds(words: list[str], environment: dict[str, str]) -> float:
    begun = perf_counter()
    command = [sys.executable, *words]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begun


def test_plan_starts_within_its_budget(
    benchmark: BenchmarkFixture, environment: dict[str, str]
) -> None:
    seconds(PLAN, environment)  # makes the bytecode
    pairs = [(seconds(PLAN, environment), seconds(LEAST, environment)) for _ in range(ROUNDS)]
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    found = {"ours": ours, "bare": bare, "ratio": ours / bare}
    benchmark.extra_info.update(found)
    print("plan --json", json.dumps({key: round(value, 4) for key, value in found.items()}))
    benchmark.pedantic(seconds, (PLAN, environment), rounds=1)  # type: ignore[no-untyped-call]
    assert found["ratio"] <= PLAN_BUDGET
