"""Writes a made-up history, the same for the same seed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from random import Random
from typing import NamedTuple

from msgspec.structs import replace

from rehabtimer.core.events import Outcome
from rehabtimer.core.prescription import Choice, OffReason, Prescription, prescribe
from rehabtimer.core.programme import Programme, Side
from rehabtimer.core.records import (
    Course,
    PainEntry,
    SessionRecord,
    SessionStatus,
    SetRecord,
    Skip,
    planned_sets,
)
from rehabtimer.core.schedule import Plan
from rehabtimer.core.settings import Settings
from rehabtimer.core.timeline import compile_timeline, totals
from rehabtimer.core.workouts import Workout
from rehabtimer.demo.active import Active
from rehabtimer.demo.afterwards import Afterwards
from rehabtimer.demo.besides import Besides, key, stamp
from rehabtimer.demo.knees import HURT_REP, Knees
from rehabtimer.demo.luck import EVENING, HURTING, TRIED, Luck, luck
from rehabtimer.demo.made import DemoHistory, DemoSession

LONGEST = 3650


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
        self._besides, self._active = Besides(seed, start, story), Active(seed, start, story)
        self._afterwards = Afterwards(seed, start, story)
        known = {exercise.id for exercise in programme.exercises}
        self._tried = bool(TRIED in known and story.tried)
        since = self._on(story.hurt).isoformat()
        off = Choice(exercise=HURTING, on=False, reason=OffReason.HURT, since=since)
        self._choices = (off,) if HURTING in known and story.hurt else ()
        self._knees = Knees(start, story, dice, hurts=bool(self._choices))
        self._models = {
            (hurting, away): self._planned(hurting=hurting, away=away)
            for hurting, away in product((False, True), repeat=2)
        }

    def history(self) -> DemoHistory:
        sessions: list[DemoSession] = []
        pain: list[PainEntry] = []
        skips: list[Skip] = []
        workouts: list[Workout] = []
        for day in range(1, self._luck.days):
            session = None if day in self._luck.missed else self._session(day)
            sessions += [session] if session else []
            answers = list(self._knees.answers(day, session))
            told = list(self._besides.told(day, answers, tried=self._tried))
            skips += self._besides.skips(told)
            active = self._active.workouts(day)
            workouts += active
            pain += [*told, *self._active.told(active, answers)]
        return DemoHistory(
            kept_at=datetime.combine(self._on(self._luck.days), time(), UTC),
            settings=self._settings(),
            course=self._course(),
            sessions=tuple(self._afterwards.sessions(sessions)),
            pain=tuple(pain),
            skips=tuple(skips),
            workouts=tuple(workouts),
            relievers=self._afterwards.relievers(),
            totals=self._afterwards.totals(),
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
        identity, started = self._id(), stamp(self._start, day, EVENING)
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

    # Keys and times

    def _id(self) -> str:
        return key(self._dice)

    def _on(self, day: int) -> date:
        return self._start + timedelta(days=day - 1)


def _hurt(row: SetRecord) -> SetRecord:
    """Stop at the rep that hurt; what was to follow of the exercise is skipped."""
    if row.side is Side.LEFT and row.set == 1:
        held = row.planned_seconds / row.planned_reps * HURT_REP
        return replace(row, reps=HURT_REP, seconds=held, outcome=Outcome.PARTIAL)
    return replace(row, outcome=Outcome.SKIPPED)
