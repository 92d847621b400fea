"""Makes two copies of a history one: the same one, whichever of them comes first (decision 20).

Of two copies of a unit the one written later holds; what was deleted after it was written last is
gone. Both histories are only read here, except through a `Changes` that writes.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple, Protocol

from rehabtimer.storage.merge_units import FOLLOWED, KINDS, Kind, Side, Unit

UNITS_AT_ONCE: Final = 50

_WITH_A_COURSE: Final = ("choices", "skips")
_PARENTS: Final = ("sessions", "workouts")  # to which rows belong that may outlive them


class Conflict(NamedTuple):
    """Something that is in both histories, and different; `unit` is the one that is here.

    `lost` is the one of the two that gives way.
    """

    kind: str
    unit: Unit
    theirs_holds: bool
    same_moment: bool
    lost: Unit


class FileConflict(NamedTuple):
    """A file of one's own that is in both, and different; the lost was written at `lost_at`."""

    path: str
    theirs_holds: bool
    lost_at: str


class Standing(NamedTuple):
    """How one kind in the file stands to what is here, in numbers of units."""

    new: int = 0
    same: int = 0
    newer_here: int = 0
    newer_there: int = 0
    deleted_here: int = 0
    deleted_there: int = 0


class Outcome:
    """What a comparison has come to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counts: dict[str, Counter[str]] = {kind.name: Counter() for kind in KINDS}
        self.counts["files"] = Counter()
        self.conflicts: list[Conflict] = []
        self.files_replaced: list[FileConflict] = []
        self.ours_gave_way = self.theirs_gave_way = False
        self.gave_way: list[Unit] = []  # choices and skips of the programme that does

    def standing(self, kind: str) -> Standing:
        """Return the numbers of one kind; `files` are own exercises and programmes."""
        return Standing(**self.counts[kind])

    @property
    def changes(self) -> bool:
        """Whether anything here is, or would be, different afterwards."""
        told = ("new", "newer_there", "deleted_there")
        return any(count[name] for count in self.counts.values() for name in told)


class Changes(Protocol):
    """What is done about what was found."""

    def clear(self) -> None:
        """Let what has only begun by itself here give way."""

    def bury(self, kind: str, identity: str, at: str, *, gone: bool) -> None:
        """Remember something as deleted; it is `gone` unless another copy of it takes its place."""

    def put(self, unit: Unit) -> None:
        """Keep a unit in place of the one with its key."""


class Merge:
    """One comparison of what is here with what is in a file."""

    def __init__(self, ours: Side, theirs: Side, changes: Changes) -> None:
        """Compare two histories; what follows from it goes to `changes`."""
        self._ours, self._theirs, self._changes = ours, theirs, changes
        self.outcome = Outcome()
        both = ours.graves.keys() | theirs.graves.keys()
        self._graves = {
            each: max(ours.graves.get(each, ""), theirs.graves.get(each, "")) for each in both
        }
        self._dead = {each for each, at in self._graves.items() if self._is_dead(*each, at)}
        self._ours_yields = theirs.has_begun and not ours.has_begun
        self._theirs_yields = ours.has_begun and not theirs.has_begun
        self.total = sum(theirs.count(kind.name) for kind in KINDS)

    def run(self) -> Iterator[int]:
        """Go through everything; yields how many units of the file are behind it."""
        if self._ours_yields:
            self.outcome.ours_gave_way = self._gives_way(self._ours, self._theirs)
            self._changes.clear()
        if self._theirs_yields:
            self.outcome.theirs_gave_way = self._gives_way(self._theirs, self._ours)
        self._bury()
        done = 0
        for kind in KINDS:
            if not (self._theirs_yields and kind.name in FOLLOWED):
                for theirs in self._theirs.units(kind):
                    self._compare(kind, theirs)
                    done += 1
                    if done % UNITS_AT_ONCE == 0:
                        yield done
        yield self.total

    def _gives_way(self, loser: Side, other: Side) -> bool:
        """Note what goes with a programme that has only begun by itself; False without one."""
        for kind in KINDS:
            if kind.name in _WITH_A_COURSE:
                self.outcome.gave_way += [
                    unit for unit in loser.units(kind) if other.unit(kind, unit.key) is None
                ]
        return loser.count("courses") > 0

    def _bury(self) -> None:
        for (kind, identity), at in self._theirs.graves.items():
            if self._ours.graves.get((kind, identity), "") < at:
                self._count_deleted(kind, identity, at)
                gone = kind not in _PARENTS or (kind, identity) in self._dead
                self._changes.bury(kind, identity, at, gone=gone)

    def _count_deleted(self, kind: str, identity: str, at: str) -> None:
        key = tuple(identity.split("/", 1)) if kind == "choices" else (identity,)
        found = self._ours.unit(next(each for each in KINDS if each.name == kind), key)
        if found and (found.updated_at < at or kind == "courses"):
            self.outcome.counts[kind]["deleted_there"] += 1

    def _compare(self, kind: Kind, theirs: Unit) -> None:
        counts = self.outcome.counts[kind.name]
        ours = self._ours.unit(kind, theirs.key)
        if self._ours_yields and kind.name in FOLLOWED:
            ours = None
        theirs_now = self._settled(theirs)
        ours_now = self._settled(ours) if ours else None
        if theirs_now is None:
            if ours_now or theirs.grave in self._ours.graves:
                counts["deleted_here" if not ours_now else "newer_here"] += 1
            return
        if ours is None or ours_now is None:
            counts["new" if ours is None else "newer_there"] += 1
            self._changes.put(theirs_now)
            return
        if ours_now == theirs_now:
            counts["same"] += 1
            return
        self._settle(kind, ours_now, theirs_now)

    def _settle(self, kind: Kind, ours: Unit, theirs: Unit) -> None:
        theirs_holds = theirs.weight > ours.weight
        if theirs_holds:
            self._changes.put(theirs)
        if ours.content == theirs.content:
            self.outcome.counts[kind.name]["same"] += 1
            return
        self.outcome.counts[kind.name]["newer_there" if theirs_holds else "newer_here"] += 1
        same_moment = ours.updated_at == theirs.updated_at
        lost = ours if theirs_holds else theirs
        self.outcome.conflicts.append(Conflict(kind.name, ours, theirs_holds, same_moment, lost))

    def _settled(self, unit: Unit) -> Unit | None:
        """Return a unit as it is once everything is known that was deleted; None if it is gone."""
        kind, at = unit.kind.name, self._graves.get(unit.grave, "")
        if at > unit.updated_at or (at and kind == "courses"):
            return None
        if kind in ("choices", "skips") and ("courses", unit.get("course")) in self._graves:
            return None
        if kind == "pain" and self._is_cut(unit, "workouts", "workout"):
            return None
        if kind in ("pain", "skips") and self._is_cut(unit, "sessions", "session"):
            return unit.without("session")
        return unit

    def _is_cut(self, unit: Unit, kind: str, column: str) -> bool:
        """Whether what a unit belongs to was deleted after the unit was written, or is gone."""
        grave = (kind, unit.get(column))
        return grave in self._dead or self._graves.get(grave, "") > unit.updated_at

    def _is_dead(self, kind: str, identity: str, at: str) -> bool:
        if kind not in _PARENTS:
            return False
        return max(side.written(kind, identity) for side in (self._ours, self._theirs)) < at
