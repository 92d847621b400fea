"""The Summary of one session: what was done, pain after it, and a note."""

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, SessionRecord, SetRecord, best_attempts, new_id
from rehabtimer.core.text import _
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.frames import PainQuestion
from rehabtimer.presenters.log_moments import note_problem
from rehabtimer.presenters.pain_words import alarm_advice
from rehabtimer.presenters.skipped import off_text
from rehabtimer.presenters.summary_frame import (
    LeftOut,
    SummaryFrame,
    SummaryRow,
    headline,
    minutes_taken,
    pain_question,
    summary_row,
    totals_text,
)
from rehabtimer.presenters.wording import knees


class SummaryPresenter:
    """Reads one session from the history, and keeps what the person adds to it."""

    def __init__(self, case: Case, session: str) -> None:
        """`session` is the id of a session that is kept; LookupError if there is none."""
        self._case = case
        self.session = session
        self._refused = ""  # a note that is too long to be kept
        self._record()

    def frame(self) -> SummaryFrame:
        """Return the whole screen."""
        record = self._record()
        rows = best_attempts(self._case.store.history.sets(self.session))
        done = sum(row.outcome is Outcome.DONE for row in rows)
        return SummaryFrame(
            title=headline(done, len(rows)),
            subtitle=totals_text(rows),
            minutes=minutes_taken(record),
            rows=self._rows(record, rows),
            left_out=self._left_out(record),
            questions=self._questions(record),
            note=self._refused or record.note,
            note_problem=note_problem(self._refused),
            alarm=self._alarm(),
            can_resume=done < len(rows) and record.started.day == self._case.today,
        )

    def tell_pain(self, knee: Side, score: int) -> None:
        """Keep the pain after the session, 0 to 10, in place of an earlier answer."""
        before = [entry for entry in self._answers(Moment.AFTER) if entry.knee is knee]
        entry = PainEntry(
            id=new_id(),
            when=self._case.stamp,
            knee=knee,
            score=score,
            moment=Moment.AFTER,
            session=self.session,
        )
        self._case.store.diary.add(entry)
        for old in before:
            self._case.store.diary.remove(old.id)

    def note(self, text: str) -> None:
        """Keep the person's words about the session, in place of earlier ones.

        Those that are too long are not kept; the frame says so, and still has them.
        """
        words = text.strip()
        self._refused = words if note_problem(words) else ""
        if not self._refused and words != self._record().note:
            self._case.store.history.note(self.session, words)

    def _alarm(self) -> str:
        told = [each for each in self._answers(Moment.DURING) if each.sharp or each.locking]
        return alarm_advice(told[-1]) if told else ""

    def _record(self) -> SessionRecord:
        record = self._case.store.history.session(self.session)
        if record is None:
            raise LookupError(self.session)
        return record

    def _answers(self, moment: Moment) -> list[PainEntry]:
        since = self._record().started.day
        entries = self._case.store.diary.entries(since, max(since, self._case.today))
        return [e for e in entries if e.session == self.session and e.moment is moment]

    def _rows(self, record: SessionRecord, rows: list[SetRecord]) -> tuple[SummaryRow, ...]:
        hurts = {entry.exercise: entry for entry in self._answers(Moment.DURING)}
        return tuple(
            summary_row(
                self._case.exercise(item.exercise),
                [row for row in rows if row.exercise == item.exercise],
                hurts.get(item.exercise),
                item.variant,
            )
            for item in record.prescription.exercises
        )

    def _left_out(self, record: SessionRecord) -> tuple[LeftOut, ...]:
        part = {item.exercise for item in record.prescription.exercises}
        programme, skips = self._case.programme.exercises, self._case.skips()
        choices = [(each, self._case.choice(each.id)) for each in programme]
        return tuple(
            LeftOut(_(exercise.name), off_text(choice, skips.get(exercise.id)))
            for exercise, choice in choices
            if exercise.id not in part and not choice.on
        )

    def _questions(self, record: SessionRecord) -> tuple[PainQuestion, ...]:
        scores = {entry.knee: entry.score for entry in self._answers(Moment.AFTER)}
        asked = knees(record.prescription.affected)
        return tuple(PainQuestion(knee, pain_question(knee), scores.get(knee)) for knee in asked)
