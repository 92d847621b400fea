"""The Log: pain, other activity and totals at any time, and the diary with all that was told."""

from datetime import date

from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.changes import Changes
from rehabtimer.presenters.log_activity import ActivityLog
from rehabtimer.presenters.log_forms import ActivityAnswer, TotalAnswer
from rehabtimer.presenters.log_frame import Kind, LogAnswer, LogFrame
from rehabtimer.presenters.log_pain import PainLog
from rehabtimer.presenters.log_reliever import RelieverLog
from rehabtimer.presenters.log_rows import Told, log_days, told_between
from rehabtimer.presenters.log_totals import TotalLog
from rehabtimer.presenters.options import Option

PAGE_DAYS = 60  # days with an entry

Answer = LogAnswer | ActivityAnswer | TotalAnswer


class LogPresenter:
    """Adds, changes and removes entries of each kind, at once and each to be undone."""

    def __init__(self, case: Case) -> None:
        """Look at the diary of a case."""
        self._case = case
        self._shown = PAGE_DAYS
        self._kind = Kind.PAIN
        self._changes = Changes()
        self._pain = PainLog(case, self._changes)
        self._activities = ActivityLog(case, self._changes)
        self._totals = TotalLog(case, self._changes)
        self._relievers = RelieverLog(case, self._changes)

    def frame(self) -> LogFrame:
        """Return the whole screen."""
        dates = self._case.store.diary.latest_days(self._shown + 1)
        more, dates = len(dates) > self._shown, dates[: self._shown]
        told = told_between(self._case, dates[-1], dates[0]) if dates else _NOTHING
        there = told.ids
        edited = (
            self._pain.edited(there) or self._activities.edited(there) or self._totals.edited(there)
        )
        return LogFrame(
            title=_("Log"),
            subtitle=_("How your knees feel and what you did, as often as you like."),
            kinds=_kinds(self._kind),
            form=self._pain.form(),
            activity=self._activities.form(),
            total=self._totals.form(),
            reliever=self._relievers.tick(),
            edited=edited,
            days=log_days(self._case, told, edited.id if edited else ""),
            empty="" if dates else _nothing(),
            earlier=_("Show earlier days") if more else "",
            undo_text=self._changes.text,
            remark=self._changes.remark,
        )

    def show_earlier(self) -> None:
        """Show another sixty days that have an entry."""
        self._shown += PAGE_DAYS

    def choose_kind(self, key: str) -> None:
        """Show the form for another kind: "pain", "activity" or "total"."""
        self._changes.accept()
        self._kind = Kind(key)

    def add(self, answer: Answer) -> None:
        """Keep what was filled in at the top, or say what is wrong with it."""
        match answer:
            case LogAnswer():
                self._pain.add(answer)
            case ActivityAnswer():
                self._activities.add(answer)
            case TotalAnswer():
                self._totals.add(answer)

    def edit(self, identity: str) -> None:
        """Open the form of an entry, in place of its row."""
        self.cancel()
        books = (self._pain, self._activities, self._totals)
        any(book.edit(identity) for book in books)  # up to the one that has it

    def cancel(self) -> None:
        """Close that form without a change."""
        self._changes.accept()
        for book in (self._pain, self._activities, self._totals):
            book.cancel()

    def change(self, answer: Answer) -> None:
        """Keep what the form of the edited entry says, or say what is wrong with it."""
        match answer:
            case LogAnswer():
                self._pain.change(answer)
            case ActivityAnswer():
                self._activities.change(answer)
            case TotalAnswer():
                self._totals.change(answer)

    def remove(self, identity: str) -> None:
        """Forget an entry."""
        books = (self._relievers, self._pain, self._activities, self._totals)
        any(book.remove(identity) for book in books)  # up to the one that has it

    def choose_reliever_day(self, day: date) -> None:
        """Tell about pain relievers on another day, today at the latest."""
        self._relievers.choose_day(day)

    def take_reliever(self, taken: bool) -> None:
        """Keep whether a pain reliever was taken on that day."""
        self._relievers.take(taken)

    def undo(self) -> None:
        """Take back the last change that is not taken back yet."""
        self._changes.undo()


_NOTHING = Told(pain=(), answers={}, workouts=[], totals=[], relievers=set())


def _kinds(chosen: Kind) -> tuple[Option, ...]:
    texts = {
        Kind.PAIN: _("Pain"),
        Kind.ACTIVITY: _("Activity"),
        Kind.TOTAL: _("Total score"),
    }
    return tuple(Option(kind.value, text, kind is chosen) for kind, text in texts.items())


def _nothing() -> str:
    return _(
        "Nothing in your diary yet. What you tell here, and before, during and after sessions,"
        " will stand here day by day."
    )
