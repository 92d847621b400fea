"""What can be seen of a session at one moment."""

from dataclasses import dataclass
from enum import StrEnum

from rehabtimer.core.events import Outcome, Tally
from rehabtimer.core.progress import Progress
from rehabtimer.core.route import Route
from rehabtimer.core.timeline import Step


class State(StrEnum):
    """What the machine is doing with time."""

    READY = "ready"
    RUNNING = "running"
    COUNT_IN = "count-in"  # the seconds to get back in position
    PAUSED = "paused"
    WAITING = "waiting"  # for the person, before a step begins
    OFFERED = "offered"  # an exercise that was left out, at the end: do it now, or not
    FINISHED = "finished"

    @property
    def runs(self) -> bool:
        """Whether time counts."""
        return self in (State.RUNNING, State.COUNT_IN)

    @property
    def is_under_way(self) -> bool:
        """Whether the session has begun and is not over."""
        return self not in (State.READY, State.FINISHED)

    @property
    def stands(self) -> bool:
        """Whether the clock stands until the person says go on."""
        return self in (State.PAUSED, State.WAITING, State.OFFERED)


@dataclass(frozen=True)
class Outlook:
    """What is done and what is still to come.

    `left` is in seconds; `fractions` is how much of each exercise is done, 0 to 1; `outcomes` has
    the best outcome so far of each exercise's sets; `upcoming` is the first step of the next set.
    """

    left: float
    upcoming: Step | None
    fractions: tuple[float, ...]
    outcomes: tuple[tuple[Outcome | None, ...], ...]


@dataclass(frozen=True)
class Snapshot:
    """The session at one moment; times in seconds. `step` is the last one when it is over."""

    state: State
    step: Step
    elapsed: float
    duration: float
    count_in: float
    tally: Tally
    outlook: Outlook

    @property
    def remaining(self) -> float:
        """Seconds until the step ends, if the clock runs."""
        return 0.0 if self.state is State.FINISHED else max(0.0, self.duration - self.elapsed)


def look_ahead(
    route: Route, progress: Progress, index: int, remaining: float, state: State
) -> Outlook:
    """Return what is left after the step at `index`, which has `remaining` seconds to go."""
    over = state is State.FINISHED
    place = route.timeline[index].place
    return Outlook(
        left=0.0 if over else _left(route, progress, index, remaining),
        upcoming=None if over else route.first_work(route.next_block(index, progress)),
        fractions=tuple(
            _fraction_so_far(route, progress, index, remaining)
            if p == place and not over
            else _share_done(o)
            for p, o in enumerate(map(progress.outcomes, range(route.places)))
        ),
        outcomes=tuple(progress.outcomes(p) for p in range(route.places)),
    )


def _left(route: Route, progress: Progress, index: int, remaining: float) -> float:
    place = route.timeline[index].place
    _, end = route.place_span(place)
    later = (p for p in range(place + 1, route.places) if not progress.is_settled(p))
    spans = [(index + 1, end), *map(route.place_span, later)]
    return remaining + sum(route.seconds_between(*span) for span in spans)


def _fraction_so_far(route: Route, progress: Progress, index: int, remaining: float) -> float:
    """Sets that were taken out of the exercise count as gone through, as skipped ones do."""
    place = route.timeline[index].place
    start, end = route.place_span(place)
    whole = route.seconds_between(start, end)
    left = route.seconds_between(index + 1, end) + remaining
    passed = min(1.0, max(0.0, 1 - left / whole)) if whole else 0.0
    out = progress.left_out(place) / max(1, len(progress.outcomes(place)))
    return out + (1 - out) * passed


def _share_done(outcomes: tuple[Outcome | None, ...]) -> float:
    return outcomes.count(Outcome.DONE) / max(1, len(outcomes))
