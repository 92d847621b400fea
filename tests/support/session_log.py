"""What a database would keep of a session, with the rules that it relies on."""

from collections import defaultdict

from rehabtimer.core.events import (
    Attempt,
    Event,
    Outcome,
    RepEnded,
    SessionEnded,
    SetEnded,
    SetStarted,
    StepEnded,
    Tally,
)
from rehabtimer.core.programme import Phase
from rehabtimer.core.progress import Attempted
from rehabtimer.core.timeline import SetKey, Timeline

NEAR = 1e-6


class Log:
    """What a database would keep of a session, with the rules that it relies on."""

    def __init__(self, steps: Timeline) -> None:
        self.attempts: dict[Attempt, Attempted] = {}
        self.planned = {step.key: step for step in steps}
        self.numbers: dict[SetKey, int] = defaultdict(int)
        self.holding: dict[SetKey, float] = defaultdict(float)  # since its last attempt began
        self.stepped = 0.0
        self.over = False
        self.gone: set[SetKey] = set()  # what hurt and was left out

    @property
    def open(self) -> Attempt | None:
        found = [attempt for attempt, row in self.attempts.items() if row.outcome is None]
        assert len(found) <= 1, "two attempts are open"
        return found[0] if found else None

    def keep(self, events: list[Event]) -> None:
        for event in events:
            assert not self.over, f"{event} after the end"
            match event:
                case SetStarted(attempt):
                    self._set_started(attempt)
                case RepEnded(attempt, tally):
                    self._rep_ended(attempt, tally)
                case SetEnded(attempt, tally, outcome):
                    self._set_ended(attempt, tally, outcome)
                case StepEnded(step, seconds, _):
                    assert seconds >= 0
                    self.stepped += seconds
                    self.holding[step.key] += seconds * (step.phase is Phase.HOLD)
                case SessionEnded(completed):
                    self.over = True
                    assert self.open is None
                    done = {k.key for k, row in self.attempts.items() if row.outcome == "done"}
                    assert completed == (done == set(self.planned))
                case _:
                    pass

    def _set_started(self, attempt: Attempt) -> None:
        assert self.open is None
        assert attempt.key not in self.gone
        assert attempt.number == self.numbers[attempt.key] + 1
        self.numbers[attempt.key] = attempt.number
        self.holding[attempt.key] = 0.0
        self.attempts[attempt] = Attempted(attempt, Tally(), None)

    def _rep_ended(self, attempt: Attempt, tally: Tally) -> None:
        assert attempt == self.open
        assert tally.reps == self.attempts[attempt].tally.reps + 1
        self._check(attempt, tally)
        self.attempts[attempt] = Attempted(attempt, tally, None)

    def _set_ended(self, attempt: Attempt, tally: Tally, outcome: Outcome) -> None:
        if attempt not in self.attempts:  # an exercise was skipped: this set never began
            assert (attempt.number, tally, outcome) == (
                self.numbers[attempt.key] + 1,
                Tally(),
                Outcome.SKIPPED,
            )
            self.numbers[attempt.key] += 1
        else:
            assert attempt == self.open
            assert tally.reps == self.attempts[attempt].tally.reps
            self._check(attempt, tally)
            assert (outcome is Outcome.SKIPPED) <= tally.is_empty
        self.attempts[attempt] = Attempted(attempt, tally, outcome)

    def _check(self, attempt: Attempt, tally: Tally) -> None:
        assert tally.reps <= self.planned[attempt.key].reps
        assert abs(tally.seconds - self.holding[attempt.key]) < NEAR

    def crash(self) -> None:
        """Forget what no rep had made worth keeping: an attempt that came to nothing."""
        attempt = self.open
        if attempt is None:
            return
        kept = self.attempts[attempt].tally
        self.holding[attempt.key] = kept.seconds
        if kept.is_empty:
            del self.attempts[attempt]
            self.numbers[attempt.key] -= 1
