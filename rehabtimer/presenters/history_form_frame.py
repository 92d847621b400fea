"""The frame of the form for a past session: one that is put right, or one that was forgotten."""

from dataclasses import dataclass
from datetime import date, time

from rehabtimer.core.pain import Moment, Score
from rehabtimer.core.programme import Side
from rehabtimer.insights.adherence import Done
from rehabtimer.presenters.options import Option

WHOLE, PART = "whole", "part"  # the keys of `how`


@dataclass(frozen=True)
class FormSet:
    """One set: its key, what was planned, and what is told of it; no `reps` where none count."""

    key: str
    name: str
    planned: str
    outcomes: tuple[Option, ...]
    reps: int | None
    most_reps: int
    seconds: float
    most_seconds: float
    problem: str


@dataclass(frozen=True)
class FormExercise:
    """One exercise with its sets; `has_problem` says that one of them has to be put right."""

    id: str
    name: str
    amount: str
    done: Done
    sets: tuple[FormSet, ...]
    has_problem: bool


@dataclass(frozen=True)
class FormQuestion:
    """How a knee was before or after the session; no answer is fine too."""

    moment: Moment
    knee: Side
    text: str
    score: Score | None


@dataclass(frozen=True)
class PastForm:
    """The whole form; `how` is empty, and the exercises are there, where a session is changed."""

    title: str
    lead: str
    day: date
    at: time
    earliest: date
    latest: date
    when_note: str
    when_problem: str
    how: tuple[Option, ...]
    amount: str
    exercises: tuple[FormExercise, ...]
    sets_problem: str
    questions: tuple[FormQuestion, ...]
    note: str
    note_problem: str
    save: str
    problem: str
