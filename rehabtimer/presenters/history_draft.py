"""A past session while it is being written: nothing of it is kept yet."""

from collections.abc import Callable, Iterable
from copy import copy
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment, Score
from rehabtimer.core.programme import Side
from rehabtimer.core.records import (
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Source,
    Stamp,
    best_attempts,
    new_id,
    planned_sets,
)
from rehabtimer.core.timeline import SetKey
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_sets import next_position, planned_seconds, with_outcome

_NOON = time(12)
ASKED = (Moment.BEFORE, Moment.AFTER)


class Draft:
    """What is filled in: the moment, each set, the answers before and after, and a note.

    Of a set that was changed one attempt is kept, the one that was told; others keep all theirs.
    """

    def __init__(
        self,
        case: Case,
        record: SessionRecord,
        attempts: list[SetRecord],
        answers: list[PainEntry],
        *,
        is_new: bool = False,
    ) -> None:
        """Begin with a session as it is kept, or as it is planned."""
        self._case = case
        self.is_new = is_new
        self.record = record
        self._attempts = attempts
        self._answers = answers
        self._before = {row.key: row for row in best_attempts(attempts)}
        self.sets = dict(self._before)
        local = record.started.local
        self.day, self.at = local.date(), local.time().replace(second=0, microsecond=0)
        self.note = record.note
        self._told = {(e.moment, e.knee): e.score for e in answers if e.moment in ASKED}
        self.scores: dict[tuple[Moment, Side], Score | None] = dict(self._told)

    @classmethod
    def of_kept(cls, case: Case, record: SessionRecord) -> "Draft":
        """Return the draft of a session that is kept."""
        store = case.store
        sets, answers = store.history.sets(record.id), store.diary.of_session(record.id)
        return cls(case, record, sets, answers)

    @classmethod
    def of_plan(cls, case: Case, moment: datetime) -> "Draft":
        """Return the draft of a session as the programme stands now, with nothing done."""
        prescription, identity = case.prescription(), new_id()
        record = SessionRecord(
            id=identity,
            programme=case.course.id,
            started=Stamp.of(moment, case.settings.day_start),
            ended_at=moment,
            status=SessionStatus.LEFT,
            prescription=prescription,
            position=0,
            source=Source.ADDED,
        )
        return cls(case, record, planned_sets(identity, prescription), [], is_new=True)

    def change(self, keys: Iterable[SetKey], how: Callable[[SetRecord], SetRecord]) -> None:
        """Change some sets."""
        for key in keys:
            self.sets[key] = how(self.sets[key])

    def whole(self) -> "Draft":
        """Return another draft of the same session, with every set done as planned."""
        other = copy(self)
        other.sets = dict(self.sets)
        other.finish(tuple(other.sets), done=True)
        return other

    def finish(self, keys: Iterable[SetKey], *, done: bool) -> None:
        """Let sets be done as planned, or not done; those that are so already stay as they are."""
        outcome = Outcome.DONE if done else None
        changed = [key for key in keys if (self.sets[key].outcome is Outcome.DONE) is not done]
        self.change(changed, lambda row: with_outcome(row, outcome))

    @property
    def moment(self) -> datetime:
        """When it was, by the clock on the wall where it was."""
        return datetime.combine(self.day, self.at, self.record.started.local.tzinfo)

    @property
    def started(self) -> Stamp:
        """When it was; a moment that is the same to the minute was not changed."""
        local = self.record.started.local.replace(second=0, microsecond=0)
        if local == self.moment:
            return self.record.started
        return Stamp.of(self.moment, self._case.settings.day_start)

    @property
    def changed_sets(self) -> list[SetRecord]:
        """The sets that are other than they were."""
        return [row for key, row in self.sets.items() if row != self._before[key]]

    @property
    def is_changed(self) -> bool:
        """Whether anything is other than it was."""
        texts = (self.note.strip(), self.started)
        is_same = texts == (self.record.note, self.record.started) and not self.changed_sets
        return not is_same or self._scores() != self._told

    @property
    def is_current(self) -> bool:
        """Whether the session is still as it was when this was begun."""
        store, session = self._case.store, self.record.id
        record = store.history.session(session)
        if self.is_new:
            return record is None
        kept = (record, store.history.sets(session), store.diary.of_session(session))
        return kept == (self.record, self._attempts, self._answers)

    # As it is going to be kept

    def kept_record(self) -> SessionRecord:
        """Return the session; it goes on where the first set is not over."""
        record, rows = self.record, list(self.sets.values())
        whole = replace(
            record,
            started=self.started,
            ended_at=self._ended(),
            note=self.note.strip(),
            edited_at=None if self.is_new else self._case.stamp.at,
        )
        if not self.changed_sets:
            return whole
        waiting = any(row.outcome is None for row in rows)
        status = SessionStatus.LEFT if waiting else SessionStatus.ENDED
        return replace(whole, status=status, position=next_position(record.prescription, rows))

    def kept_sets(self) -> list[SetRecord]:
        """Return every attempt, in the order of the sets."""
        found: list[SetRecord] = []
        for key, row in self.sets.items():
            if row == self._before[key]:
                found += [each for each in self._attempts if each.key == key]
            else:
                found.append(replace(row, attempt=1))
        return found

    def kept_answers(self) -> list[PainEntry]:
        """Return every answer; they move with the session, and those taken out are left out."""
        scores = self._scores()
        known = {(entry.moment, entry.knee) for entry in self._answers}
        kept = [
            self._moved(entry, scores)
            for entry in self._answers
            if entry.moment not in ASKED or (entry.moment, entry.knee) in scores
        ]
        new = [self._told_now(*key, score) for key, score in scores.items() if key not in known]
        return [*kept, *new]

    def _scores(self) -> dict[tuple[Moment, Side], Score]:
        return {key: score for key, score in self.scores.items() if score is not None}

    def _moved(self, entry: PainEntry, scores: dict[tuple[Moment, Side], Score]) -> PainEntry:
        by = self._moved_by
        key = (entry.moment, entry.knee)
        score = scores[key] if scores.get(key) != self._told.get(key) else entry.score
        if not by and score == entry.score:
            return entry
        when = self._stamp(entry.when.local + by) if by else entry.when
        return replace(entry, when=when, score=score, edited_at=self._case.stamp.at)

    def _told_now(self, moment: Moment, knee: Side, score: Score) -> PainEntry:
        """What is told for the first time has not been changed."""
        ended = self._ended() or self.started.at
        at = self.started.local if moment is Moment.BEFORE else ended
        zone = self.started.local.tzinfo
        return PainEntry(
            id=new_id(),
            when=self._stamp(at.astimezone(zone)),
            knee=knee,
            score=score,
            moment=moment,
            session=self.record.id,
        )

    @property
    def _moved_by(self) -> timedelta:
        return self.started.at - self.record.started.at

    def _ended(self) -> datetime | None:
        """How long one took that nobody timed is taken from the plan; none ends after now."""
        record = self.record
        if record.ended_at is None:
            return None
        if record.source is Source.ADDED:
            rows = list(self.sets.values())
            ended = self.started.at + timedelta(seconds=planned_seconds(record.prescription, rows))
        else:
            ended = record.ended_at + self._moved_by
        return max(self.started.at, min(ended, self._case.stamp.at))

    def _stamp(self, local: datetime) -> Stamp:
        now = self._case.clock.now().astimezone(local.tzinfo)
        return Stamp.of(min(local, now), self._case.settings.day_start)


def usual_time(case: Case, day: date) -> time:
    """Return the time of day to begin with: now for today, else that of the last session.

    Noon stands for small hours, which would count for the day before.
    """
    if day == case.today:
        return case.clock.now().time().replace(second=0, microsecond=0)
    latest = case.store.past.latest(1)
    at = latest[0].started.local.time() if latest else _NOON
    return at.replace(second=0, microsecond=0) if at.hour >= case.settings.day_start else _NOON
