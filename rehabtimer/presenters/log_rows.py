"""The diary of the Log in words, day by day."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import groupby

from msgspec import Struct

from rehabtimer.core.records import PainEntry
from rehabtimer.core.text import _
from rehabtimer.core.workouts import TotalScore, Workout
from rehabtimer.presenters.activity_form import workout_text
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log_frame import LogDay, LogRow
from rehabtimer.presenters.log_reliever import reliever_key, reliever_text
from rehabtimer.presenters.log_totals import total_text
from rehabtimer.presenters.pain_words import alarm_text, occasion_text, score_text
from rehabtimer.presenters.wording import date_text

_Place = tuple[date, bool, datetime, str]
_WHOLE_DAY = datetime.min.replace(tzinfo=UTC)  # of what has no time of its own


class Told(Struct, frozen=True, kw_only=True):
    """Everything that was told on some days; answers about an activity stand with it."""

    pain: tuple[PainEntry, ...]
    answers: dict[str, list[PainEntry]]
    workouts: list[Workout]
    totals: list[TotalScore]
    relievers: set[date]

    @property
    def ids(self) -> set[str]:
        """What can be edited."""
        found = (self.pain, self.workouts, self.totals)
        return {each.id for kind in found for each in kind}


def told_between(case: Case, first: date, last: date) -> Told:
    """Read what was told on the days of a span, both included."""
    store = case.store
    workouts = store.workouts.between(first, last)
    answers: dict[str, list[PainEntry]] = {workout.id: [] for workout in workouts}
    pain = []
    for entry in store.diary.entries(first, last):
        if entry.workout in answers:
            answers[entry.workout].append(entry)
        else:
            pain.append(entry)
    return Told(
        pain=tuple(pain),
        answers=answers,
        workouts=workouts,
        totals=store.total_scores.between(first, last),
        relievers=store.diary.relievers(first, last),
    )


def log_days(case: Case, told: Told, edited: str) -> tuple[LogDay, ...]:
    """Return the diary, newest first; `edited` is the id of the entry whose form is open."""
    placed = sorted(_rows(case, told, edited), key=lambda item: item[0], reverse=True)
    return tuple(
        LogDay(_title(day, case.today), tuple(row for _place, row in found))
        for day, found in groupby(placed, key=lambda item: item[0][0])
    )


def _rows(case: Case, told: Told, edited: str) -> Iterable[tuple[_Place, LogRow]]:
    for entry in told.pain:
        yield _at(entry), _pain_row(case, entry, edited)
    for workout in told.workouts:
        yield _at(workout), _workout_row(case, workout, told.answers[workout.id], edited)
    for total in told.totals:
        text = total_text(total)
        is_edited = total.id == edited
        mark = _mark(total.edited_at)
        row = LogRow(total.id, "", text, "", "", "", text, is_edited, mark=mark)
        yield (total.day, False, _WHOLE_DAY, total.id), row
    for day in told.relievers:
        text, name = reliever_text(), f"{reliever_text()}, {date_text(day)}"
        row = LogRow(reliever_key(day), "", text, "", "", "", name, has_form=False)
        yield (day, False, _WHOLE_DAY, ""), row


def _at(entry: PainEntry | Workout) -> _Place:
    return entry.when.day, True, entry.when.at, entry.id


def _pain_row(case: Case, entry: PainEntry, edited: str) -> LogRow:
    exercise = case.exercise(entry.exercise) if entry.exercise else None
    at, title = f"{entry.when.local:%H:%M}", score_text(entry)
    return LogRow(
        id=entry.id,
        time=at,
        title=title,
        occasion=occasion_text(entry, exercise),
        alarm=alarm_text(sharp=entry.sharp, locking=entry.locking),
        note=entry.note,
        name=_("{entry}, {time}").format(entry=title, time=at),
        editing=entry.id == edited,
        mark=_mark(entry.edited_at),
    )


def _workout_row(case: Case, workout: Workout, answers: list[PainEntry], edited: str) -> LogRow:
    at, title = f"{workout.when.local:%H:%M}", workout_text(workout, case.settings.units)
    told = [score_text(entry) for entry in answers]
    if workout.warmed_up:
        told.append(_("Stretched and warmed up"))
    return LogRow(
        id=workout.id,
        time=at,
        title=title,
        occasion=" · ".join(told),
        alarm="",
        note=workout.note,
        name=_("{entry}, {time}").format(entry=title, time=at),
        editing=workout.id == edited,
        mark=_mark(workout.edited_at),
    )


def _mark(edited_at: datetime | None) -> str:
    return _("changed by hand") if edited_at else ""


def _title(day: date, today: date) -> str:
    """A day with its year where that is another one."""
    if day == today:
        return _("Today, {date}").format(date=date_text(day))
    return date_text(day, today)
