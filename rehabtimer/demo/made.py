"""What a made-up history consists of, and how it is kept."""

from datetime import date, datetime
from itertools import chain

from msgspec import Struct

from rehabtimer.core.errors import UserError
from rehabtimer.core.records import Course, PainEntry, SessionRecord, SetRecord, Skip
from rehabtimer.core.settings import Settings
from rehabtimer.core.text import _
from rehabtimer.core.workouts import TotalScore, Workout
from rehabtimer.storage.store import Store

DemoSession = tuple[SessionRecord, tuple[SetRecord, ...]]


class DemoHistory(Struct, frozen=True, kw_only=True):
    """A course that somebody has followed up to yesterday; today's session is still to be done.

    `relievers` are the dates on which a pain reliever was taken. A store that takes `kept_at` for
    the time holds the same bytes for the same history.
    """

    kept_at: datetime
    settings: Settings
    course: Course
    sessions: tuple[DemoSession, ...]
    pain: tuple[PainEntry, ...]
    skips: tuple[Skip, ...]
    workouts: tuple[Workout, ...]
    relievers: tuple[date, ...]
    totals: tuple[TotalScore, ...]


def write(history: DemoHistory, store: Store) -> None:
    """Keep a made-up history in an empty database, marked as what it is.

    Raises UserError, one sentence, where the database has anything in it.
    """
    if _holds_anything(store):
        text = _("A made-up history goes into a file of its own; choose a new file for it.")
        raise UserError(text)
    store.preferences.mark_demo()
    store.preferences.save(history.settings)
    store.courses.begin(history.course)
    store.history.begin_all(history.sessions)
    store.workouts.add_all((workout, ()) for workout in history.workouts)
    store.diary.add_all(history.pain)
    store.skips.keep(*history.skips)
    store.total_scores.add(*history.totals)
    for day in history.relievers:
        store.diary.take_reliever(day, taken=True)


def _holds_anything(store: Store) -> bool:
    return store.preferences.settings() != Settings() or any(
        chain(
            store.courses.all(),
            store.history.sessions(None, date.max),
            store.diary.latest_days(1),
            store.diary.relievers(None, date.max),
            store.workouts.between(None, date.max),
            store.total_scores.between(None, date.max),
        )
    )
