"""The Log: answers about pain at any time, and the diary with all that was told."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from rehabtimer.core.pain import Moment
from rehabtimer.core.records import PainEntry, Stamp, new_id
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.log_frame import EARLIEST, LogAnswer, LogFrame, LogProblems
from rehabtimer.presenters.log_rows import edit_form, has_alarms, log_days, new_form, note_problem
from rehabtimer.presenters.pain_words import score_text
from rehabtimer.presenters.wording import knees

PAGE_DAYS = 60  # days with an answer


@dataclass(frozen=True)
class _Undo:
    """The last change in words, and the way back from it."""

    text: str
    take_back: Callable[[], object]


class LogPresenter:
    """Adds, changes and removes answers, each at once and each to be undone."""

    def __init__(self, case: Case) -> None:
        """Look at the diary of a case."""
        self._case = case
        self._shown = PAGE_DAYS
        self._added = 0
        self._edited: PainEntry | None = None
        self._problems = LogProblems()  # of the form at the top
        self._edit_problems = LogProblems()
        self._undo: _Undo | None = None

    def frame(self) -> LogFrame:
        """Return the whole screen."""
        diary = self._case.store.diary
        dates = diary.latest_days(self._shown + 1)
        more, dates = len(dates) > self._shown, dates[: self._shown]
        entries = diary.entries(dates[-1], dates[0]) if dates else []
        if self._edited and all(entry.id != self._edited.id for entry in entries):
            self._edited = None  # an undo has taken it away
        form = new_form(str(self._added), self._case.settings.affected, self._case.clock.now())
        return LogFrame(
            title=_("Log"),
            subtitle=_("How your knees feel, as often as you like."),
            form=replace(form, problems=self._problems),
            edited=edit_form(form, self._edited, self._edit_problems) if self._edited else None,
            days=log_days(self._case, entries, self._edited.id if self._edited else ""),
            empty="" if entries else _nothing(),
            earlier=_("Show earlier days") if more else "",
            undo_text=self._undo.text if self._undo else "",
        )

    def show_earlier(self) -> None:
        """Show another sixty days that have an answer."""
        self._shown += PAGE_DAYS

    def add(self, answer: LogAnswer) -> None:
        """Keep an answer at any time, or say what is wrong with it; both knees are two."""
        self._problems = self._look_over(answer, needs_score=True)
        if not self._problems.are_none:
            return
        entries = [
            PainEntry(
                id=new_id(),
                when=self._stamp(answer),
                knee=knee,
                score=answer.score,
                moment=Moment.EXTRA,
                note=answer.note.strip(),
                activity=answer.activity,
            )
            for knee in knees(answer.knee)
        ]
        self._case.store.diary.add_all(entries)
        self._added += 1
        both = msgspec.structs.replace(entries[0], knee=answer.knee)
        self._remember(_("“{entry}” is kept."), both, lambda: self._remove_all(entries))

    def edit(self, identity: str) -> None:
        """Open the form of an answer, in place of its row."""
        self._edited = self._find(identity)
        self._edit_problems = LogProblems()

    def cancel(self) -> None:
        """Close that form without a change."""
        self._edited = None

    def change(self, answer: LogAnswer) -> None:
        """Keep what the form of the edited answer says, or say what is wrong with it."""
        before = self._edited
        if before is None:
            return
        needs_score = before.moment is not Moment.DURING
        self._edit_problems = self._look_over(answer, needs_score=needs_score)
        if not self._edit_problems.are_none:
            return
        after = msgspec.structs.replace(
            before,
            when=self._stamp(answer, before.when),
            knee=answer.knee,
            score=answer.score,
            activity=answer.activity,
            note=answer.note.strip(),
            sharp=answer.sharp if has_alarms(before) else before.sharp,
            locking=answer.locking if has_alarms(before) else before.locking,
        )
        if after != before:
            diary = self._case.store.diary
            diary.change(after)
            self._remember(_("“{entry}” was changed."), before, lambda: diary.change(before))
        self._edited = None

    def remove(self, identity: str) -> None:
        """Forget an answer."""
        entry, diary = self._find(identity), self._case.store.diary
        if entry is None:
            return
        diary.remove(identity)
        self._remember(_("“{entry}” was deleted."), entry, lambda: diary.add(entry))

    def undo(self) -> None:
        """Take back the last change."""
        if self._undo:
            self._undo.take_back()
        self._undo = None

    def _remember(self, text: str, entry: PainEntry, take_back: Callable[[], object]) -> None:
        self._undo = _Undo(text.format(entry=score_text(entry)), take_back)

    def _remove_all(self, entries: list[PainEntry]) -> None:
        for entry in entries:
            self._case.store.diary.remove(entry.id)

    def _find(self, identity: str) -> PainEntry | None:
        return self._case.store.diary.entry(identity)

    # What was filled in

    def _look_over(self, answer: LogAnswer, *, needs_score: bool) -> LogProblems:
        score = _("Please choose a number from 0 to 10.")
        return LogProblems(
            score=score if needs_score and answer.score is None else "",
            note=note_problem(answer.note.strip()),
            when=self._when_problem(self._moment(answer)),
        )

    def _when_problem(self, moment: datetime | None) -> str:
        if moment is not None and moment > self._case.clock.now():
            return _("That is still to come; please choose a time up to now.")
        if moment is not None and moment.date() < EARLIEST:
            return _("The diary begins with the year 2000; please choose a later day.")
        return ""

    def _moment(self, answer: LogAnswer) -> datetime | None:
        if answer.day is None or answer.at is None:
            return None
        return datetime.combine(answer.day, answer.at, self._case.clock.now().tzinfo)

    def _stamp(self, answer: LogAnswer, before: Stamp | None = None) -> Stamp:
        """A moment is kept to the second; one that is the same to the minute was not changed."""
        moment = self._moment(answer)
        if moment is None:
            return before or self._case.stamp
        if before and before.local.replace(second=0, microsecond=0, tzinfo=None) == moment.replace(
            tzinfo=None
        ):
            return before
        return Stamp.of(moment, self._case.settings.day_start)


def _nothing() -> str:
    return _(
        "Nothing in your diary yet. What you tell here, and before, during and after sessions,"
        " will stand here day by day."
    )
