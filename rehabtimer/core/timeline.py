"""Compiles a prescription once into a flat tuple of steps."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.prescription import Prescribed, Prescription, Timing, Wait
from rehabtimer.core.programme import Change, Phase, Side


class SetKey(NamedTuple):
    """One set of one exercise on one side; sets count from 1."""

    exercise: str
    side: Side
    set: int


class Mark(NamedTuple):
    """What a step is called in every timeline of one session, whatever its index there."""

    place: int
    phase: Phase
    rep: int
    key: SetKey | None  # none for *get ready*, which leads to whatever set comes first


class Step(Struct, frozen=True, kw_only=True):
    """A stretch of time with one thing to do in it.

    A step that is not work (prepare, switch, rest) belongs to the set that it leads to. `rep` and
    `set` count from 1; `block` numbers the runs of steps that a person sees as one thing: a whole
    set, a rest, a change of side.
    """

    index: int
    exercise: str
    phase: Phase
    side: Side
    set: int
    sets: int
    rep: int
    reps: int
    seconds: float
    place: int  # which exercise of the session, from 0
    block: int
    ends_rep: bool = False
    ends_set: bool = False

    @property
    def key(self) -> SetKey:
        """The set that this step belongs to, or leads to."""
        return SetKey(self.exercise, self.side, self.set)

    @property
    def mark(self) -> Mark:
        """By what the step is found again when the session is compiled anew under way."""
        key = None if self.phase is Phase.PREPARE else self.key
        return Mark(self.place, self.phase, self.rep, key)

    @property
    def is_plain_hold(self) -> bool:
        """Whether the step is the whole of a rep, with no way up and no way down."""
        return self.phase is Phase.HOLD and self.ends_rep


Timeline = tuple[Step, ...]


def set_order(item: Prescribed) -> tuple[tuple[Side, int], ...]:
    """Return side and set number of every set in the order in which they are done."""
    numbers = range(1, item.sets + 1)
    if item.change is Change.LEG:
        whole = [(side, number) for side in item.sides for number in numbers]
    else:
        whole = [(side, number) for number in numbers for side in item.sides]
    return tuple(each for each in whole if each not in item.left_out)


def compile_timeline(prescription: Prescription) -> Timeline:
    """Return every step of the session in order; pauses of 0 seconds are left out."""
    steps: list[Step] = []
    block = -1
    for place, item in enumerate(prescription.exercises):
        for run in _blocks(item, place, prescription.timing):
            kept = [step for step in run if step.phase.is_work or step.seconds > 0]
            block += bool(kept)
            for step in kept:
                steps.append(replace(step, index=len(steps), block=block))
    return tuple(steps)


def _blocks(item: Prescribed, place: int, timing: Timing) -> Iterator[list[Step]]:
    order = set_order(item)
    first = _step(item, place, order[0]) if order else None
    if first is None:
        return
    if place:
        yield [replace(first, phase=Phase.REST, seconds=timing.between)]
    yield [replace(first, phase=Phase.PREPARE, seconds=timing.prepare)]
    before: tuple[Side, int] | None = None
    for current in order:
        step = _step(item, place, current)
        if before is not None:
            yield [_pause_before(step, before, timing, item.rest)]
        yield list(_work(item, step, timing))
        before = current


def _step(item: Prescribed, place: int, current: tuple[Side, int]) -> Step:
    side, number = current
    return Step(
        index=0,
        exercise=item.exercise,
        phase=Phase.HOLD,
        side=side,
        set=number,
        sets=item.sets,
        rep=1,
        reps=item.reps,
        seconds=item.hold,
        place=place,
        block=0,
    )


def _pause_before(
    step: Step, before: tuple[Side, int], timing: Timing, own_rest: float | None
) -> Step:
    """One leg rests while the other works, so a change of side needs no rest of its own."""
    if step.side is not before[0]:
        return replace(step, phase=Phase.SWITCH, seconds=timing.switch)
    rest = timing.rest if own_rest is None else own_rest
    return replace(step, phase=Phase.REST, seconds=rest)


def _work(item: Prescribed, step: Step, timing: Timing) -> Iterator[Step]:
    for rep in range(1, item.reps + 1):
        last = rep == item.reps
        if not item.moving:
            yield replace(step, rep=rep, ends_rep=True, ends_set=last)
            continue
        yield replace(step, rep=rep, phase=Phase.GO, seconds=timing.go)
        yield replace(step, rep=rep)
        yield replace(
            step, rep=rep, phase=Phase.RETURN, seconds=timing.back, ends_rep=True, ends_set=last
        )


def waits(
    timeline: Timeline, wait: Wait, unfamiliar: frozenset[str] = frozenset()
) -> frozenset[int]:
    """Return the indexes of steps that wait for the person before they begin.

    An exercise waits at *get ready* (or its first set, if there is none); an `unfamiliar` one does
    so whatever the setting, so that its steps can be read. Later sets wait only if asked to.
    """
    found: set[int] = set()
    place = -1
    for before, step in zip((None, *timeline), timeline, strict=False):
        if step.phase in (Phase.REST, Phase.SWITCH):
            continue
        if step.place != place:
            place = step.place
            if wait is not Wait.NEVER or step.exercise in unfamiliar:
                found.add(step.index)
        elif wait is Wait.SET and before and _begins_later_set(before, step):
            found.add(step.index)
    return frozenset(found)


def _begins_later_set(before: Step, step: Step) -> bool:
    return before.block != step.block and before.phase is not Phase.PREPARE


class Totals(NamedTuple):
    """What a timeline asks for. Only moving exercises count reps."""

    sets: int
    reps: int
    hold_seconds: float
    seconds: float


def totals(timeline: Timeline) -> Totals:
    """Add up sets, counted reps, seconds of holding and seconds in all."""
    moving = {step.exercise for step in timeline if step.phase is Phase.GO}
    return Totals(
        sets=sum(step.ends_set for step in timeline),
        reps=sum(step.ends_rep and step.exercise in moving for step in timeline),
        hold_seconds=sum(step.seconds for step in timeline if step.phase is Phase.HOLD),
        seconds=sum(step.seconds for step in timeline),
    )


def seconds_by_exercise(prescription: Prescription) -> dict[str, float]:
    """Return how long each exercise takes on its own, without the rest before it."""
    timing = prescription.timing
    return {
        item.exercise: sum(step.seconds for run in _blocks(item, 0, timing) for step in run)
        for item in prescription.exercises
    }
