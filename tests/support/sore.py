"""A session in which something hurts: it is changed under way as the program changes it."""

from collections.abc import Iterable

from rehabtimer.core.easing import with_less, with_variant, without_side
from rehabtimer.core.events import Event, RepEnded, SetEnded, SetStarted, Tally
from rehabtimer.core.prescription import Prescription
from rehabtimer.core.programme import Phase, Side
from rehabtimer.core.progress import Attempted
from rehabtimer.core.timeline import compile_timeline
from tests.support.clock import FakeClock
from tests.support.player import Player


class Sore(Player):
    """A player that knows what its session is compiled from."""

    def __init__(
        self,
        prescription: Prescription,
        *,
        waits: Iterable[int] = (),
        before: Iterable[Attempted] = (),
        declined: Iterable[int] = (),
        position: int = 0,
        clock: FakeClock | None = None,
    ) -> None:
        self.prescription = prescription
        self.declined = set(declined)  # the exercises that were skipped whole, for today
        super().__init__(
            compile_timeline(prescription),
            waits=waits,
            before=before,
            declined=self.declined,
            position=position,
            clock=clock,
        )

    def skip_side(self, side: Side | None = None, place: int | None = None) -> list[Event]:
        """Skip a side of an exercise; both are those at hand, unless given."""
        place = self.step.place if place is None else place
        left = without_side(self.prescription, place, side or self.side)
        if left is self.prescription:
            self.declined.add(place)
        return self.change("skip_side", left)

    def less(self) -> list[Event]:
        return self.change("go_on_with", with_less(self.prescription, self.step.place))

    def easier(self) -> list[Event]:
        changed = with_variant(self.prescription, self.step.place, "easy")
        return self.change("begin_set_with", changed)

    def change(self, verb: str, prescription: Prescription) -> list[Event]:
        timeline = compile_timeline(prescription)
        events = self.do(verb, timeline)
        if self.session.timeline is timeline:  # else the session is not under way
            self.prescription = prescription
        return events

    @property
    def side(self) -> Side:
        return self.step.side

    def come_to(self, side: Side, number: int, rep: int = 1, phase: Phase = Phase.HOLD) -> None:
        """Start if need be, and let time pass up to a step of the exercise at hand."""
        place, wanted = self.step.place, (side, number, rep, phase)
        index = next(
            step.index
            for step in self.session.timeline
            if step.place == place and (step.side, step.set, step.rep, step.phase) == wanted
        )
        self.reach(index)
        assert self.step.index == index

    def killed(self) -> "Sore":
        """The session taken up from what was kept after the program was killed, with its events."""
        again = Sore(
            self.prescription,
            before=kept(self.events),
            declined=self.declined,
            position=self.session.position,
            clock=self.clock,
        )
        again.events += self.events
        again.start()
        return again


def kept(events: Iterable[Event]) -> list[Attempted]:
    """Every attempt as a record has it after these events."""
    rows = {}
    for event in events:
        match event:
            case SetStarted(attempt):
                rows[attempt] = Attempted(attempt, Tally(), None)
            case RepEnded(attempt, tally):
                rows[attempt] = Attempted(attempt, tally, None)
            case SetEnded(attempt, tally, outcome):
                rows[attempt] = Attempted(attempt, tally, outcome)
            case _:
                pass
    return list(rows.values())
