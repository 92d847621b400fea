"""kill -9 at any moment: what was acknowledged is on disk, once."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabtimer.core.events import Outcome
from rehabtimer.storage.database import Database
from rehabtimer.storage.health import Verdict, check
from rehabtimer.storage.history import History
from tests.support.histories import begun, small

KILLS = 20
REPS = 20

# Makes a child for each line it is given. A child does the sets of a session one rep after the
# other, and says each one after it was kept.
SERVER = f"""
import os, sys
from pathlib import Path
from rehabtimer.core.events import Attempt, Outcome, RepEnded, SetEnded, SetStarted, Tally
from rehabtimer.storage.database import Database
from rehabtimer.storage.history import History
from tests.support.histories import stamp

def write(path, session):
    history = History(Database.open(path))
    say(f"ready {{os.getpid()}}")
    while True:
        rows = history.sets(session)
        row = min(rows, key=lambda row: sum(other.key == row.key for other in rows))
        attempt = Attempt(row.key, 1 + max(r.attempt for r in rows if r.key == row.key))
        history.keep(session, [SetStarted(attempt)], attempt.number, stamp())
        for rep in range(1, {REPS} + 1):
            tally = Tally(rep, rep * 2.0)
            events = [RepEnded(attempt, tally)]
            if rep == {REPS}:
                events.append(SetEnded(attempt, tally, Outcome.DONE))
            history.keep(session, events, attempt.number, stamp())
            say(f"{{row.order}} {{attempt.number}} {{rep}}")

def say(words):
    os.write(1, (words + "\\n").encode())

for line in sys.stdin:
    child = os.fork()
    if not child:
        write(Path(sys.argv[1]), line.strip())
    os.waitpid(child, 0)
    say("dead")
"""


class Lives:
    """Lets children keep reps, and kills each after a while."""

    def __init__(self, path: Path, session: str) -> None:
        self.session = session
        self.server = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )

    def __enter__(self) -> "Lives":
        return self

    def __exit__(self, *_: object) -> None:
        self.server.communicate()

    def live(self, reps: int, seconds: float) -> Iterator[tuple[int, int, int]]:
        """Order, attempt and reps of everything that was acknowledged before the end.

        The end comes so many seconds after so many reps.
        """
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.write(f"{self.session}\n")
        self.server.stdin.flush()
        word, _, child = self.server.stdout.readline().partition(" ")
        assert word == "ready"
        heard = [self.server.stdout.readline() for _ in range(reps)]
        time.sleep(seconds)
        os.kill(int(child), signal.SIGKILL)
        for line in (*heard, *iter(self.server.stdout.readline, "dead\n")):
            order, attempt, rep = line.split()
            yield int(order), int(attempt), int(rep)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs children that can be killed")
def test_no_acknowledged_rep_is_lost_and_none_is_doubled(path: Path) -> None:
    with Database.open(path) as database:
        session = begun(History(database), chosen=small()).id
    chance = random.Random(20)
    told: dict[tuple[int, int], int] = {}
    with Lives(path, session) as lives:
        for number in range(1, KILLS + 1):
            life = lives.live(chance.randrange(25), chance.uniform(0.0, 0.01))
            for order, attempt, rep in life:
                assert told.get((order, attempt), 0) == rep - 1
                told[order, attempt] = rep
            check_rows(path, session, told, lives=number)
    assert sum(told.values()) > 5 * KILLS


def check_rows(path: Path, session: str, told: dict[tuple[int, int], int], lives: int) -> None:
    with Database.open(path) as database:  # rolls back what was cut off
        rows = History(database).sets(session)
    assert check(path).verdict is Verdict.HEALTHY
    kept = {(row.order, row.attempt): row for row in rows}
    assert len(kept) == len(rows)
    for key, reps in told.items():
        assert kept[key].reps in (reps, reps + 1)
        assert reps < REPS or kept[key].outcome is Outcome.DONE
    # In each life at most one rep was kept without its word getting out.
    assert 0 <= sum(row.reps for row in rows) - sum(told.values()) <= lives
