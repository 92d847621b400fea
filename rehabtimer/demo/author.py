"""Writes a made-up history, the same for the same seed, and keeps it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import product
from random import Random
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import NO_PAIN, WORST_PAIN, Decision, Moment
from rehabtimer.core.prescription import Choice, OffReason, Prescription, prescribe
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.records import (
    Course,
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Skip,
    Stamp,
    planned_sets,
)
from rehabtimer.core.schedule import DAY_START_HOUR, Plan
from rehabtimer.core.settings import Settings
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.demo.besides import Besides, key
from rehabtimer.demo.luck import EVENING, HURTING, TIMES, TRIED, Luck, luck
from rehabtimer.storage.store import Store

LONGEST = 3650

_HURT_SCORE, _HURT_REP = 5, 6
_SETTLES_IN = 24
_FLARE_EVERY, _FLARE = 60, (23, 24)

DemoSession = tuple[SessionRecord, tuple[SetRecord, ...]]


class DemoHistory(Struct, frozen=True, kw_only=True):
    """A course that somebody has followed up to yesterday; today's session is still to be done."""

    settings: Settings
    course: Course
    sessions: tuple[DemoSession, ...]
    pain: tuple[PainEntry, ...]
    skips: tuple[Skip, ...]


def make_history(programme: Programme, today: date, days: int = 37, seed: int = 1) -> DemoHistory:
    """Make up a history in which today is programme day `days` (1 to 3650, or the nearest)."""
    days = min(max(days, 1), LONGEST)
    dice = Random(seed)  # noqa: S311 - for a story, not for a secret
    story = luck(days, dice)
    return _Author(programme, today - timedelta(days=days - 1), story, dice, seed).history()


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

    def __init__(
        self, programme: Programme, start: date, story: Luck, dice: Random, seed: int
    ) -> None:
        self._programme, self._start, self._luck, self._dice = programme, start, story, dice
        self._besides = Besides(seed, start, story)
        known = {exercise.id for exercise in programme.exercises}
        self._tried = bool(TRIED in known and story.tried)
        since = self._on(story.hurt).isoformat()
        off = Choice(exercise=HURTING, on=False, reason=OffReason.HURT, since=since)
        self._choices = (off,) if HURTING in known and story.hurt else ()
        self._models = {
            (hurting, away): self._planned(hurting=hurting, away=away)
            for hurting, away in product((False, True), repeat=2)
        }

    def history(self) -> DemoHistory:
        sessions: list[DemoSession] = []
        pain: list[PainEntry] = []
        skips: list[Skip] = []
        for day in range(1, self._luck.days):
            session = None if day in self._luck.missed else self._session(day)
            sessions += [session] if session else []
            answers = list(self._answers(day, session))
            told = list(self._besides.told(day, answers, tried=self._tried))
            pain += told
            skips += self._besides.skips(told)
        return DemoHistory(
            settings=self._settings(),
            course=self._course(),
            sessions=tuple(sessions),
            pain=tuple(pain),
            skips=tuple(skips),
        )

    def _settings(self) -> Settings:
        met = tuple(exercise.id for exercise in self._programme.exercises)
        return Settings(welcomed=True, affected=Side.LEFT, met=met)

    def _course(self) -> Course:
        plan = Plan(started_on=self._start, days=self._programme.days)
        return Course(
            id=self._besides.course,
            programme=self._programme.id,
            plan=plan,
            choices=self._choices,
        )

    # Sessions

    def _planned(self, *, hurting: bool, away: bool) -> _Model:
        """Plan a session after the one exercise began to hurt, or while the other was away."""
        choices = {choice.exercise: choice for choice in self._choices if hurting}
        if away:
            choices[TRIED] = Choice(exercise=TRIED, on=False)
        return _model(prescribe(self._programme, choices, affected=Side.LEFT))

    def _session(self, day: int) -> DemoSession:
        """Leave out what is away from a day that is written as any other, dice and all."""
        hurting, away = day > self._luck.hurt, self._tried and self._luck.is_away(day)
        identity, started = self._id(), self._at(day, EVENING)
        rows = [
            replace(row, id=self._id(), session=identity)
            for row in self._done(day, self._models[hurting, False].rows)
        ]
        if away:
            there = [row for row in rows if row.exercise != TRIED]
            rows = [replace(row, order=order) for order, row in enumerate(there)]
        model = self._models[hurting, away]
        ended = sum(row.outcome is not None for row in rows)
        spent = model.seconds * ended / max(1, len(rows))
        return SessionRecord(
            id=identity,
            programme=self._besides.course,
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
        return replace(
            answer,
            exercise=HURTING,
            side=Side.LEFT,
            set=1,
            rep=_HURT_REP,
            decision=Decision.SKIP_OPEN,
        )

    def _answer(
        self,
        day: int,
        knee: Side,
        score: int,
        moment: Moment,
        session: SessionRecord | None = None,
    ) -> PainEntry:
        when = self._at(day, TIMES[moment])
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
        return key(self._dice)

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
    store.skips.keep(*history.skips)
