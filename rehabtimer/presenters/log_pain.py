"""What the Log does with answers about pain."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

import msgspec

from rehabtimer.core.pain import Activity, Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, new_id
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.changes import Changes
from rehabtimer.presenters.log_frame import (
    EARLIEST,
    LOCKING,
    SHARP,
    LogAnswer,
    LogForm,
    LogProblems,
)
from rehabtimer.presenters.log_moments import note_problem, stamp_of, when_problem
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.pain_words import activity_text, score_text
from rehabtimer.presenters.wording import knee_text, knees


class PainLog:
    """Adds, changes and removes answers, each at once and each to be undone."""

    def __init__(self, case: Case, changes: Changes) -> None:
        """Keep them in the diary of a case."""
        self._case = case
        self._changes = changes
        self._added = 0
        self._edited: PainEntry | None = None
        self._problems = LogProblems()  # of the form at the top
        self._edit_problems = LogProblems()

    def form(self) -> LogForm:
        """Return the form at the top."""
        form = _new_form(str(self._added), self._case.settings.affected, self._case.clock.now())
        return replace(form, problems=self._problems)

    def edited(self, there: Collection[str]) -> LogForm | None:
        """Return the form that is open, unless its answer is not among those that are `there`."""
        if self._edited is None or self._edited.id not in there:
            self._edited = None
            return None
        return _edit_form(self.form(), self._edited, self._edit_problems)

    def add(self, answer: LogAnswer) -> None:
        """Keep an answer at any time, or say what is wrong with it; both knees are two."""
        self._problems = self._look_over(answer, needs_score=True)
        if not self._problems.are_none:
            self._changes.refuse()
            return
        entries = [
            PainEntry(
                id=new_id(),
                when=stamp_of(self._case, answer.day, answer.at),
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
        ids = [entry.id for entry in entries]
        self._remember(_("“{entry}” is kept."), both, lambda: self._remove_all(entries), *ids)

    def edit(self, identity: str) -> bool:
        """Open the form of an answer, if it is one."""
        self._edited = self._case.store.diary.entry(identity)
        self._edit_problems = LogProblems()
        return self._edited is not None

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
            self._changes.refuse()
            return
        after = self._changed(before, answer)
        if after != before:
            diary = self._case.store.diary
            diary.change(msgspec.structs.replace(after, edited_at=self._case.stamp.at))
            text = _("“{entry}” was changed.")
            self._remember(text, before, lambda: diary.change(before), before.id)
        self._edited = None

    def remove(self, identity: str) -> bool:
        """Forget an answer, if it is one."""
        diary = self._case.store.diary
        entry = diary.entry(identity)
        if entry is None:
            return False
        diary.remove(identity)
        text = _("“{entry}” was deleted.")
        self._remember(text, entry, lambda: diary.add(entry), identity)
        return True

    def _changed(self, before: PainEntry, answer: LogAnswer) -> PainEntry:
        return msgspec.structs.replace(
            before,
            when=stamp_of(self._case, answer.day, answer.at, before.when),
            knee=answer.knee,
            score=answer.score,
            activity=answer.activity,
            note=answer.note.strip(),
            sharp=answer.sharp if _has_alarms(before) else before.sharp,
            locking=answer.locking if _has_alarms(before) else before.locking,
        )

    def _look_over(self, answer: LogAnswer, *, needs_score: bool) -> LogProblems:
        score = _("Please choose a number from 0 to 10.")
        return LogProblems(
            score=score if needs_score and answer.score is None else "",
            note=note_problem(answer.note.strip()),
            when=when_problem(self._case, answer.day, answer.at),
        )

    def _remember(
        self, text: str, entry: PainEntry, take_back: Callable[[], object], *ids: str
    ) -> None:
        diary = self._case.store.diary
        self._changes.remember(
            text.format(entry=score_text(entry)), take_back, lambda: list(map(diary.entry, ids))
        )

    def _remove_all(self, entries: list[PainEntry]) -> None:
        for entry in entries:
            self._case.store.diary.remove(entry.id)


def _new_form(identity: str, affected: Side, now: datetime) -> LogForm:
    """Return an empty form about this moment."""
    return LogForm(
        id=identity,
        save=_("Keep it"),
        knees=_knee_options(affected, both=True),
        score=None,
        activities=_activity_options(None),
        note="",
        day=now.date(),
        at=now.time().replace(second=0, microsecond=0),
        earliest=EARLIEST,
        latest=now.date(),
        has_now=True,
    )


def _edit_form(form: LogForm, entry: PainEntry, problems: LogProblems) -> LogForm:
    """Return the form of an answer; what belongs to a session or a question keeps its moment."""
    extra = entry.moment is Moment.EXTRA
    local = entry.when.local.replace(second=0, microsecond=0)
    return replace(
        form,
        id=entry.id,
        save=_("Keep the change"),
        knees=_knee_options(entry.knee, both=entry.knee is Side.BOTH),
        score=entry.score,
        activities=_activity_options(entry.activity) if extra else (),
        note=entry.note,
        day=local.date(),
        at=local.time(),
        has_now=False,
        timed=extra,
        problems=problems,
        alarms=_alarm_options(entry) if _has_alarms(entry) else (),
    )


def _has_alarms(entry: PainEntry) -> bool:
    """Whether sharp pain, and swelling, locking or giving way, were asked with an answer."""
    return entry.moment is Moment.DURING


def _knee_options(chosen: Side, *, both: bool) -> tuple[Option, ...]:
    sides = (Side.LEFT, Side.RIGHT, Side.BOTH) if both else (Side.LEFT, Side.RIGHT)
    return tuple(Option(side.value, knee_text(side), side is chosen) for side in sides)


def _alarm_options(entry: PainEntry) -> tuple[Option, ...]:
    return (
        Option(SHARP, _("Sharp pain"), entry.sharp),
        Option(LOCKING, _("Swelling, locking or giving way"), entry.locking),
    )


def _activity_options(chosen: Activity | None) -> tuple[Option, ...]:
    return tuple(Option(each.value, activity_text(each), each is chosen) for each in Activity)
