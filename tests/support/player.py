"""Plays a session with a simulated clock."""

from collections.abc import Iterable
from typing import TypeVar

from rehabtimer.core.events import Event
from rehabtimer.core.progress import Attempted, Progress
from rehabtimer.core.session import Session
from rehabtimer.core.snapshot import Snapshot, State
from rehabtimer.core.timeline import SetKey, Step, Timeline
from tests.support.clock import FakeClock

E = TypeVar("E")


class Player:
    """A session, its clock, and every event so far."""

    def __init__(
        self,
        timeline: Timeline,
        *,
        waits: Iterable[int] = (),
        before: Iterable[Attempted] = (),
        declined: Iterable[int] = (),
        position: int = 0,
        clock: FakeClock | None = None,
        gap: float = 2.0,
    ) -> None:
        self.clock = clock or FakeClock(at=1000.0)
        self.session = Session(
            timeline,
            waits=frozenset(waits),
            gap=gap,
            progress=Progress(timeline, before, declined=declined),
            position=position,
        )
        self.events: list[Event] = []

    def do(self, verb: str, *arguments: object) -> list[Event]:
        """Call a verb now; return what it led to."""
        events: list[Event] = getattr(self.session, verb)(*arguments, self.clock.seconds())
        self.events += events
        return events

    def start(self, count_in: float = 0.0) -> list[Event]:
        events = self.session.start(self.clock.seconds(), count_in)
        self.events += events
        return events

    def tick_after(self, seconds: float) -> list[Event]:
        """Let time pass, and tick once at the end of it."""
        self.clock.advance(seconds)
        return self.do("tick")

    def play(self, seconds: float, every: float = 1.0) -> list[Event]:
        """Let time pass with a tick `every` so many seconds."""
        events: list[Event] = []
        while seconds > 0:
            events += self.tick_after(min(every, seconds))
            seconds -= every
        return events

    def play_until(self, state: State, most: float = 10_000) -> list[Event]:
        """Let time pass until the session is in a state."""
        events: list[Event] = []
        for _ in range(int(most)):
            if self.session.state is state:
                return events
            events += self.tick_after(1.0)
        raise AssertionError(f"never became {state}")

    def reach(self, index: int) -> None:
        """Start if need be, and let time pass until a step begins."""
        if self.session.state is State.READY:
            self.start()
        for _ in range(10_000):
            if self.step.index >= index:
                return
            self.tick_after(min(1.0, self.seen.remaining))
        raise AssertionError(f"never came to step {index}")

    @property
    def seen(self) -> Snapshot:
        """What is to be seen now."""
        return self.session.snapshot(self.clock.seconds())

    @property
    def state(self) -> State:
        return self.session.state

    @property
    def step(self) -> Step:
        return self.session.step

    @property
    def at(self) -> tuple[SetKey, str]:
        """The set and the phase at hand."""
        return self.step.key, str(self.step.phase)


def only(events: Iterable[Event], kind: type[E]) -> list[E]:
    """Return the events of one kind."""
    return [event for event in events if isinstance(event, kind)]
