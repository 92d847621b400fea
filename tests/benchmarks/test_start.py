"""How long a command takes, against the least that a program with its libraries could take.

Both sides run in turn, with their bytecode made before, as an installed program has it.
"""

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
    references: list[float] = []
    plans: list[float] = []

    def both() -> None:
        references.append(seconds(LEAST, environment))
        plans.append(seconds(PLAN, environment))

    both()  # makes the bytecode
    references.clear()
    plans.clear()
    benchmark.pedantic(both, rounds=ROUNDS)
    reference, plan = statistics.median(references), statistics.median(plans)
    benchmark.extra_info.update(reference=reference, plan=plan, ratio=plan / reference)
    print(
        f"\nplan --json {plan * 1000:.0f} ms, reference {reference * 1000:.0f} ms,"
        f" ratio {plan / reference:.2f} of {PLAN_BUDGET}"
    )
    assert plan / reference <= PLAN_BUDGET
