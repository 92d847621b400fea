"""What the chart of one exercise shows: the pain told during it, and how much of it was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rehabtimer.core.pain import NO_PAIN
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import ExerciseDay, PainEntry
from rehabtimer.core.schedule import DAYS_A_WEEK
from rehabtimer.core.text import _
from rehabtimer.insights.exercise_record import ExerciseMark, exercise_record
from rehabtimer.presenters.trends_table import Table
from rehabtimer.presenters.wording import date_text, knee_text, knees, short_date

_LEAST_DAYS = 2 * DAYS_A_WEEK  # so that a single day is no wall
_NOTHING = "–"
_KNEES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True)
class ChartDay:
    """A day with something on it; `place` counts from 0, the share is 0 to 1, or None: not done.

    `name` is its date; `scores` has the worst of each knee; `told` says what was told in words.
    """

    place: int
    name: str
    share: float | None
    done: str
    scores: tuple[tuple[Side, int], ...]
    told: str

    @property
    def note(self) -> str:
        """What is to be said about the day."""
        return "\n".join(line for line in (self.name, self.told, self.done) if line)


@dataclass(frozen=True)
class ExerciseChart:
    """Everything that the chart draws: `days` of `length` days in a row, the first at place 0."""

    length: int
    days: tuple[ChartDay, ...]
    ticks: tuple[tuple[int, str], ...]
    knees: tuple[tuple[Side, str], ...]
    pain_title: str
    dose_title: str
    description: str
    hint: str  # stands in the place of the dots until there are some

    def note(self, place: int) -> str:
        """Return what is to be said about one day; an empty string where nothing was logged."""
        return next((day.note for day in self.days if day.place == place), "")

    @property
    def leap(self) -> int:
        """How many places Page Up and Page Down go: a week."""
        return DAYS_A_WEEK

    def stops(self) -> tuple[int, ...]:
        """Return the places of the days with something on them, in order."""
        return tuple(day.place for day in self.days)


def exercise_chart(
    exercise: Exercise, done: Sequence[ExerciseDay], told: Sequence[PainEntry], today: date
) -> ExerciseChart | None:
    """Put an exercise's days on a chart up to today; None before there are any."""
    marks = exercise_record(done, told, moving=exercise.moving)
    if not marks:
        return None
    first, last = marks[0].day, max(today, marks[-1].day)
    length = max((last - first).days + 1, _LEAST_DAYS)
    days = tuple(_chart_day(exercise, mark, (mark.day - first).days, told, today) for mark in marks)
    seen = {knee for day in days for knee, _score in day.scores}
    return ExerciseChart(
        length=length,
        days=days,
        ticks=tuple(
            (place, short_date(first + timedelta(days=place), today))
            for place in range(0, length, DAYS_A_WEEK)
        ),
        knees=tuple((knee, knee_text(knee)) for knee in _KNEES if knee in seen),
        pain_title=_("Pain told during it (0–10)"),
        dose_title=_("Done of what was planned"),
        description=_description(days),
        hint="" if seen else _("No pain was told during it."),
    )


def exercise_table(chart: ExerciseChart) -> Table:
    """Return the days of a chart as rows, the latest first."""
    head = (_("Day"), _("Pain told during it"), _("Done of what was planned"))
    rows = (
        (day.name, day.told.replace("\n", ", ") or _NOTHING, day.done or _NOTHING)
        for day in reversed(chart.days)
    )
    return Table(head, tuple(rows))


def _chart_day(
    exercise: Exercise, mark: ExerciseMark, place: int, told: Sequence[PainEntry], today: date
) -> ChartDay:
    scores = _worst_by_knee(entry for entry in told if entry.when.day == mark.day)
    return ChartDay(
        place=place,
        name=date_text(mark.day, today),
        share=mark.share if mark.planned else None,
        done=_done_text(exercise, mark) if mark.planned else "",
        scores=scores,
        told=_told_text(scores, hurt=mark.hurt),
    )


def _worst_by_knee(told: Iterable[PainEntry]) -> tuple[tuple[Side, int], ...]:
    worst: dict[Side, int] = {}
    for entry in told:
        for knee in knees(entry.knee):
            if entry.score is not None:
                worst[knee] = max(entry.score, worst.get(knee, NO_PAIN))
    return tuple((knee, worst[knee]) for knee in _KNEES if knee in worst)


def _done_text(exercise: Exercise, mark: ExerciseMark) -> str:
    reps, seconds = _("{done} of {planned} reps"), _("{done} of {planned} s")
    return (reps if exercise.moving else seconds).format(
        done=round(mark.share * mark.planned), planned=round(mark.planned)
    )


def _told_text(scores: Sequence[tuple[Side, int]], *, hurt: bool) -> str:
    lines = [
        _("{knee}: {score} of 10").format(knee=knee_text(knee), score=score)
        for knee, score in scores
    ]
    return "\n".join(lines) or (_("It hurt; no score was given") if hurt else "")


def _description(days: Sequence[ChartDay]) -> str:
    """Say the chart in two sentences, for those who hear the screen."""
    shares = [day.share for day in days if day.share is not None]
    scores = [score for day in days for _knee, score in day.scores]
    sentences = []
    if shares:
        mean = round(100 * sum(shares) / len(shares))
        sentences.append(_("On average {share} % of it was done.").format(share=mean))
    if scores:
        sentences.append(_("The worst pain told was {score} of 10.").format(score=max(scores)))
    return " ".join(sentences)
