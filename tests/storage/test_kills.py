"""kill -9 at any moment: what was acknowledged is on disk, once."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.storage.database import Database
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.history import History
from tests.support.histories import begun, small

KILLS = 20

# Does the sets of a session one rep after the other, and says each one after it was kept.
WRITER = """
import sys
from pathlib import Path
from rehabtimer.core.events import Attempt, Outcome, RepEnded, SetEnded, SetStarted, Tally
from rehabtimer.core.records import best_attempts
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from tests.support.histories import stamp

path, session = Path(sys.argv[1]), sys.argv[2]
history = History(Database.open(path))
print("ready", flush=True)
while True:
    for row in best_attempts(history.sets(session)):
        number = max(r.attempt for r in history.sets(session) if r.key == row.key) + 1
        attempt = Attempt(row.key, number)
        history.keep(session, [SetStarted(attempt)], number, stamp())
        for rep in range(1, 21):
            tally = Tally(rep, rep * 2.0)
            events = [RepEnded(attempt, tally)]
            if rep == 20:
                events.append(SetEnded(attempt, tally, Outcome.DONE))
            history.keep(session, events, number, stamp())
            print(row.order, number, rep, flush=True)
"""


def run_and_kill(path: Path, session: str, after: float) -> dict[tuple[int, int], int]:
    """Let a child keep reps for some seconds; what it had acknowledged when it was killed."""
    child = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), session],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert child.stdout
    with child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(after)
        child.send_signal(signal.SIGKILL)
        lines = child.stdout.read().splitlines(keepends=True)
    told: dict[tuple[int, int], int] = {}
    for order, number, rep in (line.split() for line in lines if line.endswith("\n")):
        told[int(order), int(number)] = int(rep)
    return told


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_no_acknowledged_rep_is_lost_and_none_is_doubled(path: Path) -> None:
    with Database.open(path) as database:
        session = begun(History(database), chosen=small()).id
    chance = random.Random(20)
    told: dict[tuple[int, int], int] = {}
    for _ in range(KILLS):
        told |= run_and_kill(path, session, chance.uniform(0.0, 0.06))
        with Database.open(path) as database:
            rows = History(database).sets(session)
        kept = {(row.order, row.attempt): row for row in rows}
        assert len(kept) == len(rows)
        assert check(path).verdict is Verdict.HEALTHY
        for key, reps in told.items():
            assert kept[key].reps >= reps
            assert reps < 20 or kept[key].outcome is Outcome.DONE
        # At most one rep was kept whose word did not get out, in each life of the child.
        more = sum(row.reps for row in rows) - sum(told.values())
        assert 0 <= more <= KILLS
    assert len(told) > KILLS
