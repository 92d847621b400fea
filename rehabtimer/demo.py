"""A made-up history, the same for the same seed: for pictures, and for looking around."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import NO_PAIN, WORST_PAIN, Moment
from rehabtimer.core.prescription import Choice, OffReason, Prescription, prescribe
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.records import (
    Course,
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Stamp,
    planned_sets,
)
from rehabtimer.core.schedule import DAY_START_HOUR, Plan
from rehabtimer.core.settings import Settings
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.storage.store import Store

LONGEST = 3650
HURTING = "step-up"

_HURT_ON, _HURT_SCORE, _HURT_REP = 12, 5, 6
_SETTLES_IN = 24
_FLARE_EVERY, _FLARE = 60, (23, 24)
_EVENING = time(18, 10, tzinfo=UTC)
_TIMES = {
    Moment.MORNING: time(7, 30, tzinfo=UTC),
    Moment.BEFORE: time(18, 9, tzinfo=UTC),
    Moment.DURING: time(18, 25, tzinfo=UTC),
    Moment.AFTER: _EVENING,
    Moment.EXTRA: time(20, 0, tzinfo=UTC),
}

DemoSession = tuple[SessionRecord, tuple[SetRecord, ...]]


class DemoHistory(Struct, frozen=True, kw_only=True):
    """A course that somebody has followed up to yesterday; today's session is still to be done."""

    settings: Settings
    course: Course
    sessions: tuple[DemoSession, ...]
    pain: tuple[PainEntry, ...]


def make_history(programme: Programme, today: date, days: int = 37, seed: int = 1) -> DemoHistory:
    """Make up a history in which today is programme day `days` (1 to 3650, or the nearest)."""
    days = min(max(days, 1), LONGEST)
    dice = Random(seed)  # noqa: S311 - for a story, not for a secret
    return _Author(programme, today - timedelta(days=days - 1), _luck(days, dice), dice).history()


class _Luck(NamedTuple):
    """How the days before today went; days are programme days, from 1."""

    days: int
    missed: frozenset[int]
    partial: frozenset[int]
    silent: frozenset[int]  # nothing was logged
    hurt: int  # 0: never


def _luck(days: int, dice: Random) -> _Luck:
    """Keep yesterday whole, so that there is something to ask about this morning."""
    hurt = min(_HURT_ON, days - 1)
    usual = [day for day in range(1, days - 1) if day != hurt]
    missed = _some(usual, days // 9, days - 3, dice)
    kept = [day for day in usual if day not in missed]
    partial = _some(kept, round(days / 12) - 1, days - 2, dice)
    silent = _some(usual, days // 6, 0, dice)
    return _Luck(days, missed, partial | {hurt}, silent, hurt)


def _some(days: list[int], count: int, wanted: int, dice: Random) -> frozenset[int]:
    """Pick `count` days, the wanted one first if it can be had."""
    first = [day for day in days if day == wanted][:count]
    others = [day for day in days if day not in first]
    return frozenset(first + dice.sample(others, min(max(0, count - len(first)), len(others))))


class _Model(NamedTuple):
    """A session as it is planned; `starts` is the step at which each set begins."""

    prescription: Prescription
    rows: list[SetRecord]
    starts: list[int]
    seconds: float


def _model(prescription: Prescription) -> _Model:
    timeline = compile_timeline(prescription)
    starts = {step.key: step.index for step in reversed(timeline) if step.phase.is_work}
    rows = planned_sets("", prescription)
    first = [starts[row.key] for row in rows]
    return _Model(prescription, rows, first, totals(timeline).seconds)


class _Author:
    """Writes day after day; the dice fall in the same order every time."""

    def __init__(self, programme: Programme, start: date, luck: _Luck, dice: Random) -> None:
        self._programme, self._start, self._luck, self._dice = programme, start, luck, dice
        known = any(exercise.id == HURTING for exercise in programme.exercises)
        since = self._on(luck.hurt).isoformat()
        off = Choice(exercise=HURTING, on=False, reason=OffReason.HURT, since=since)
        choices = {HURTING: off} if known and luck.hurt else {}
        self._before, self._since = (
            _model(prescribe(programme, chosen, affected=Side.LEFT)) for chosen in ({}, choices)
        )
        self._choices = tuple(choices.values())

    def history(self) -> DemoHistory:
        sessions: list[DemoSession] = []
        pain: list[PainEntry] = []
        for day in range(1, self._luck.days):
            session = None if day in self._luck.missed else self._session(day)
            sessions += [session] if session else []
            pain += self._answers(day, session)
        return DemoHistory(
            settings=self._settings(),
            course=self._course(),
            sessions=tuple(sessions),
            pain=tuple(pain),
        )

    def _settings(self) -> Settings:
        met = tuple(exercise.id for exercise in self._programme.exercises)
        return Settings(welcomed=True, affected=Side.LEFT, met=met)

    def _course(self) -> Course:
        plan = Plan(started_on=self._start, days=self._programme.days)
        return Course(id=self._id(), programme=self._programme.id, plan=plan, choices=self._choices)

    # Sessions

    def _session(self, day: int) -> DemoSession:
        model = self._since if day > self._luck.hurt else self._before
        identity, started = self._id(), self._at(day, _EVENING)
        rows = [
            replace(row, id=self._id(), session=identity) for row in self._done(day, model.rows)
        ]
        ended = sum(row.outcome is not None for row in rows)
        spent = model.seconds * ended / max(1, len(rows))
        return SessionRecord(
            id=identity,
            programme=self._programme.id,
            started=started,
            ended_at=started.at + timedelta(seconds=round(spent)),
            status=SessionStatus.ENDED if ended == len(rows) else SessionStatus.LEFT,
            prescription=model.prescription,
            position=model.starts[min(ended, len(rows) - 1)],
        ), tuple(rows)

    def _done(self, day: int, rows: list[SetRecord]) -> Iterator[SetRecord]:
        """Do every set; stop half way on a bad day, and pass over what hurt on another."""
        last = self._dice.randrange(len(rows) // 3, len(rows) * 3 // 4)
        for row in rows:
            if day == self._luck.hurt and row.exercise == HURTING:
                yield _hurt(row)
            elif day in self._luck.partial and day != self._luck.hurt and row.order > last:
                yield row
            else:
                yield replace(
                    row, reps=row.planned_reps, seconds=row.planned_seconds, outcome=Outcome.DONE
                )

    # Pain

    def _answers(self, day: int, session: DemoSession | None) -> Iterator[PainEntry]:
        """Answer for both knees; one of the answers of a day is its worst."""
        silent = day in self._luck.silent
        for knee in (Side.LEFT, Side.RIGHT):
            worst = self._worst(day, knee)
            if silent:
                continue
            yield self._answer(day, knee, self._less(worst), Moment.MORNING)
            if session is None:
                yield self._answer(day, knee, worst, Moment.EXTRA)
                continue
            early = self._dice.random() < 0.5
            before, after = (worst, self._less(worst)) if early else (self._less(worst), worst)
            yield self._answer(day, knee, before, Moment.BEFORE, session[0])
            yield self._answer(day, knee, after, Moment.AFTER, session[0])
        if day == self._luck.hurt and session and self._choices:
            yield self._what_hurt(day, session)

    def _worst(self, day: int, knee: Side) -> int:
        """Left from 5 to 3 within four weeks, with a flare-up; right from 2 to 1.5."""
        settled = min(1.0, (day - 1) / _SETTLES_IN)
        if knee is Side.RIGHT:
            level = 2 - 0.5 * settled + self._dice.choice((-0.9, -0.4, 0.1, 0.4))
        else:
            level = 5 - 2 * settled + self._dice.choice((-1, -0.4, 0, 0, 0.4, 1))
            level += 3 if day % _FLARE_EVERY in _FLARE else 0
        return min(WORST_PAIN, max(NO_PAIN, round(level)))

    def _less(self, worst: int) -> int:
        return max(NO_PAIN, worst - self._dice.choice((0, 1, 1, 2)))

    def _what_hurt(self, day: int, session: DemoSession) -> PainEntry:
        answer = self._answer(day, Side.LEFT, _HURT_SCORE, Moment.DURING, session[0])
        return replace(answer, exercise=HURTING, side=Side.LEFT, set=1, rep=_HURT_REP)

    def _answer(
        self,
        day: int,
        knee: Side,
        score: int,
        moment: Moment,
        session: SessionRecord | None = None,
    ) -> PainEntry:
        when = self._at(day, _TIMES[moment])
        if session and session.ended_at and moment is Moment.AFTER:
            when = replace(when, at=session.ended_at)
        return PainEntry(
            id=self._id(),
            when=when,
            knee=knee,
            score=score,
            moment=moment,
            session=session.id if session else None,
        )

    # Keys and times

    def _id(self) -> str:
        return str(UUID(int=self._dice.getrandbits(128), version=4))

    def _on(self, day: int) -> date:
        return self._start + timedelta(days=day - 1)

    def _at(self, day: int, hour: time) -> Stamp:
        return Stamp.of(datetime.combine(self._on(day), hour), DAY_START_HOUR)


def _hurt(row: SetRecord) -> SetRecord:
    """Stop at the rep that hurt; what was to follow of the exercise is skipped."""
    if row.side is Side.LEFT and row.set == 1:
        held = row.planned_seconds / row.planned_reps * _HURT_REP
        return replace(row, reps=_HURT_REP, seconds=held, outcome=Outcome.PARTIAL)
    return replace(row, outcome=Outcome.SKIPPED)


def write(history: DemoHistory, store: Store) -> None:
    """Keep a made-up history in an empty database, marked as what it is."""
    store.preferences.mark_demo()
    store.preferences.save(history.settings)
    store.courses.begin(history.course)
    store.history.begin_all(history.sessions)
    store.diary.add_all(history.pain)
