"""One past session: everything that is kept of it, and deleting it."""

from rehabtimer.core.events import Outcome
from rehabtimer.core.records import SessionRecord, SessionStatus, SetRecord, Source, best_attempts
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_day import answer_lines, skipped_line
from rehabtimer.presenters.history_session_frame import PastExercise, PastFrame, PastSet
from rehabtimer.presenters.history_words import (
    amount_text,
    done_of_sets,
    minutes_of,
    outcome_text,
    remark_of,
    set_name,
    speed_text,
)
from rehabtimer.presenters.summary_frame import totals_text
from rehabtimer.presenters.wording import date_text, exercise_text, short_date


class PastPresenter:
    """Reads one session from the history each time it is shown."""

    def __init__(self, case: Case, changes: HistoryChanges, session: str) -> None:
        """`session` is the id of a session; `changes` are shared with the other pages."""
        self._case = case
        self._changes = changes
        self.session = session

    @property
    def is_there(self) -> bool:
        """Whether the session is kept; an undo may have taken it away."""
        return self._case.store.history.session(self.session) is not None

    def frame(self) -> PastFrame:
        """Return the whole page; LookupError if the session is not kept any more."""
        case, record = self._case, self._record()
        rows = case.store.history.sets(self.session)
        best = best_attempts(rows)
        remarks = (remark_of(record, case.today), speed_text(record.speed))
        return PastFrame(
            title=date_text(record.started.day, case.today),
            subtitle=self._when(record),
            status=_status(record, best),
            totals=totals_text(best),
            remarks=tuple(filter(None, remarks)),
            exercises=self._exercises(record, rows, best),
            answers=answer_lines(case, case.store.diary.of_session(record.id)),
            skips=tuple(skipped_line(case, s) for s in case.store.skips.of_session(record.id)),
            note=record.note,
            why_not=_under_way() if record.status is SessionStatus.OPEN else "",
            undo_text=self._changes.text,
        )

    def delete(self) -> None:
        """Delete the session, unless it is under way."""
        record = self._record()
        if record.status is not SessionStatus.OPEN:
            day = short_date(record.started.day, self._case.today)
            self._changes.remove(self._deleted(record).format(date=day), record.id)

    def undo(self) -> None:
        """Take back the last change."""
        self._changes.undo()

    def _deleted(self, record: SessionRecord) -> str:
        if not self._case.store.diary.of_session(record.id):
            return _("The session of {date} was deleted.")
        if record.source is Source.ADDED:
            return _("The session of {date} was deleted, with its answers about pain.")
        return _("The session of {date} was deleted. Its answers about pain stay in the Log.")

    def _record(self) -> SessionRecord:
        record = self._case.store.history.session(self.session)
        if record is None:
            raise LookupError(self.session)
        return record

    def _when(self, record: SessionRecord) -> str:
        started, plan = record.started, self._case.plan
        parts = [_("Begun at {time}").format(time=f"{started.local:%H:%M}")]
        minutes = minutes_of(record)
        if minutes is not None:
            parts.append(
                ngettext("{n} minute from start to end", "{n} minutes from start to end", minutes)
            )
        if plan.runs(started.day):
            text = _("programme day {day} of {days}")
            parts.append(text.format(day=plan.day(started.day), days=plan.days))
        if started.local.date() != started.day:
            text = _("in the small hours of {date}")
            parts.append(text.format(date=short_date(started.local.date(), self._case.today)))
        return " · ".join(parts)

    def _exercises(
        self, record: SessionRecord, rows: list[SetRecord], best: list[SetRecord]
    ) -> tuple[PastExercise, ...]:
        variants = {item.exercise: item.variant for item in record.prescription.exercises}
        names = list(dict.fromkeys(row.exercise for row in best))
        return tuple(
            self._exercise(
                name,
                variants.get(name, ""),
                [row for row in best if row.exercise == name],
                rows,
            )
            for name in names
        )

    def _exercise(
        self, name: str, variant: str, best: list[SetRecord], rows: list[SetRecord]
    ) -> PastExercise:
        exercise = self._case.exercise(name)
        done = sum(row.outcome is Outcome.DONE for row in best)
        return PastExercise(
            name=exercise_text(exercise, variant),
            figure=exercise.figure,
            variant=variant,
            amount=totals_text(best),
            count=_("{done} of {sets} sets").format(done=done, sets=len(best)),
            done=done_of_sets(best),
            sets=tuple(
                PastSet(
                    name=set_name(row, exercise),
                    amount=amount_text(row),
                    outcome=outcome_text(row.outcome),
                    done=done_of_sets([row]),
                    again=tuple(_again(each) for each in rows if _is_other(each, row)),
                )
                for row in best
            ),
        )


def _is_other(each: SetRecord, row: SetRecord) -> bool:
    return each.key == row.key and each.id != row.id


def _again(row: SetRecord) -> str:
    text = _("Attempt {number}: {amount}, {outcome}")
    outcome = outcome_text(row.outcome)
    return text.format(number=row.attempt, amount=amount_text(row), outcome=outcome.lower())


def _status(record: SessionRecord, best: list[SetRecord]) -> str:
    done = sum(row.outcome is Outcome.DONE for row in best)
    skipped = sum(row.outcome is Outcome.SKIPPED for row in best)
    values = {"done": done, "sets": len(best)}
    if record.status is SessionStatus.OPEN:
        return _("Under way: {done} of {sets} sets so far").format(**values)
    if done == len(best):
        return _("The whole session: {done} of {sets} sets").format(**values)
    if not skipped:
        return _("Part of the session: {done} of {sets} sets").format(**values)
    text = ngettext(
        "Part of the session: {done} of {sets} sets, {n} set skipped",
        "Part of the session: {done} of {sets} sets, {n} sets skipped",
        skipped,
    )
    return text.format(**values)


def _under_way() -> str:
    return _(
        "This session is still under way. Go on with it on Today, or leave it there;"
        " then it can be changed or deleted here."
    )
