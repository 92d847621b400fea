"""The form for a past session: to put one right, or to add one that was forgotten."""

from datetime import date, datetime, time, timedelta

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Moment, Score
from rehabtimer.core.programme import Side
from rehabtimer.core.records import SessionStatus, SetRecord, Source
from rehabtimer.core.text import _
from rehabtimer.core.timeline import SetKey
from rehabtimer.presenters.case import Case
from rehabtimer.presenters.history_changes import HistoryChanges
from rehabtimer.presenters.history_draft import ASKED, Draft, usual_time
from rehabtimer.presenters.history_form_frame import PART, WHOLE, FormQuestion, PastForm
from rehabtimer.presenters.history_form_rows import (
    NOT_DONE,
    form_exercises,
    key_text,
    question_text,
    set_keys,
)
from rehabtimer.presenters.history_sets import set_problem, with_outcome, with_reps, with_seconds
from rehabtimer.presenters.log_frame import EARLIEST
from rehabtimer.presenters.log_moments import note_problem
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.summary_frame import totals_text
from rehabtimer.presenters.wording import date_text, knees, short_date


class PastFormPresenter:
    """Holds what is filled in; nothing is kept before `keep`."""

    def __init__(
        self, case: Case, changes: HistoryChanges, draft: Draft, asked: date | None = None
    ) -> None:
        """Use `edit` or `add` instead."""
        self.asked = asked  # the day for which one is added
        self._case = case
        self._changes = changes
        self._draft = draft
        self.is_new = draft.is_new
        self._how = WHOLE
        self._has_tried = False  # problems are named once somebody wanted to keep it
        self._keys = {key_text(key): key for key in draft.sets}

    @classmethod
    def edit(cls, case: Case, changes: HistoryChanges, session: str) -> "PastFormPresenter":
        """Put a session right; LookupError if it is not kept, or is under way."""
        record = case.store.history.session(session)
        if record is None or record.status is SessionStatus.OPEN:
            raise LookupError(session)
        return cls(case, changes, Draft.of_kept(case, record))

    @classmethod
    def add(cls, case: Case, changes: HistoryChanges, day: date) -> "PastFormPresenter":
        """Add a session of a day that is past, or of today."""
        now = case.clock.now()
        on = min(max(day, EARLIEST), case.today)
        at = usual_time(case, on)
        moment = datetime.combine(on, at, now.tzinfo)
        if on == case.today and now.date() > on:  # the small hours belong to the day before
            moment += timedelta(days=1)
        return cls(case, changes, Draft.of_plan(case, moment), day)

    @property
    def session(self) -> str:
        """The id of the session, kept or not."""
        return self._draft.record.id

    @property
    def is_waiting(self) -> bool:
        """Whether something is filled in that can still be kept."""
        is_touched = self._draft.is_changed or self._how != WHOLE
        return is_touched and self._draft.is_current

    @property
    def waiting_text(self) -> str:
        """What is filled in and not kept yet, in one sentence."""
        text = _("What you had filled in about the session of {date} is not kept yet.")
        return text.format(date=short_date(self.day, self._case.today))

    @property
    def day(self) -> date:
        """The day that it counts for."""
        return self._draft.started.day

    def frame(self) -> PastForm:
        """Return the whole form."""
        draft, case = self._draft, self._case
        problems = self._problems() if self._has_tried else {}
        return PastForm(
            title=self._title(),
            lead=self._lead(),
            day=draft.day,
            at=draft.at,
            earliest=EARLIEST,
            latest=case.clock.now().date(),
            when_note=self._when_note(),
            when_problem=self._when_problem() if self._has_tried else "",
            how=self._options() if self.is_new else (),
            amount=totals_text(self._rows()),
            exercises=() if self._is_whole else form_exercises(case, draft, problems),
            sets_problem=self._nothing_problem() if self._has_tried else "",
            questions=self._questions(),
            note=draft.note,
            note_problem=note_problem(draft.note.strip()) if self._has_tried else "",
            save=_("Add the session") if self.is_new else _("Keep the changes"),
            problem=_("Something has to be put right first.")
            if self._has_tried and self._is_wrong()
            else "",
        )

    # What is filled in

    def set_day(self, day: date) -> None:
        """Say on which date it was."""
        self._draft.day = day

    def set_time(self, at: time) -> None:
        """Say at which time it began."""
        self._draft.at = at

    def choose_how(self, how: str) -> None:
        """Say whether the whole session was done, or a part of it that is chosen then."""
        self._how = how

    def finish_all(self, done: bool) -> None:
        """Let every set be done as planned, or none."""
        self._draft.finish(tuple(self._draft.sets), done=done)

    def finish(self, exercise: str, done: bool) -> None:
        """Let every set of an exercise be done as planned, or none."""
        self._draft.finish(set_keys(self._draft, exercise), done=done)

    def choose_outcome(self, key: str, outcome: str) -> None:
        """Say how a set ended: an outcome, or NOT_DONE."""
        ended = None if outcome == NOT_DONE else Outcome(outcome)
        self._draft.change((self._keys[key],), lambda row: with_outcome(row, ended))

    def set_reps(self, key: str, reps: float) -> None:
        """Say how many reps of a set were done."""
        self._draft.change((self._keys[key],), lambda row: with_reps(row, int(reps)))

    def set_seconds(self, key: str, seconds: float) -> None:
        """Say how many seconds of a set were held."""
        self._draft.change((self._keys[key],), lambda row: with_seconds(row, seconds))

    def tell(self, moment: Moment, knee: Side, score: Score | None) -> None:
        """Say how a knee was, or that there is no answer."""
        self._draft.scores[moment, knee] = score

    def write_note(self, text: str) -> None:
        """Take the person's words about the session."""
        self._draft.note = text

    def keep(self) -> bool:
        """Keep the session and return whether it is; if not, the frame says what is wrong."""
        self._has_tried = True
        if self._is_wrong():
            return False
        draft = self._draft.whole() if self._is_whole else self._draft
        if self.is_new or draft.is_changed:
            record = draft.kept_record()
            self._changes.put(self._said(), record, draft.kept_sets(), draft.kept_answers())
        return True

    @property
    def _is_whole(self) -> bool:
        return self.is_new and self._how == WHOLE

    # What is wrong with it

    def _is_wrong(self) -> bool:
        note = note_problem(self._draft.note.strip())
        wrong = (self._when_problem(), note, self._nothing_problem())
        return any(wrong) or any(self._problems().values())

    def _problems(self) -> dict[SetKey, str]:
        if self._is_whole:
            return {}
        return {row.key: set_problem(row) for row in self._draft.changed_sets}

    def _when_problem(self) -> str:
        if self._draft.started == self._draft.record.started and not self.is_new:
            return ""
        if self._draft.moment > self._case.clock.now():
            return _("That is still to come; please choose a time up to now.")
        if self._draft.moment.date() < EARLIEST:
            return _("The diary begins with the year 2000; please choose a later day.")
        return ""

    def _nothing_problem(self) -> str:
        rows = self._rows()
        if not rows:
            return _("Your programme has no exercises now. Turn some on in Programme first.")
        is_empty = all(row.outcome is None for row in rows)
        if self.is_new and is_empty:
            return _("Nothing of it is done yet: please choose what you did.")
        return ""

    # What is read

    def _rows(self) -> list[SetRecord]:
        draft = self._draft.whole() if self._is_whole else self._draft
        return list(draft.sets.values())

    def _title(self) -> str:
        if self.is_new:
            return _("Add a session")
        text = _("Change the session of {date}")
        return text.format(date=short_date(self._draft.record.started.day, self._case.today))

    def _lead(self) -> str:
        if self.is_new:
            return _(
                "For one that you did without the timer. Its exercises and doses are those of"
                " your programme as it is now."
            )
        if self._draft.record.source is Source.ADDED:
            return _("It was added by hand. Nothing changes before you keep it.")
        return _("Put right what the timer could not know. Nothing changes before you keep it.")

    def _when_note(self) -> str:
        stamp = self._draft.started
        if stamp.day == self._draft.day:
            return ""
        text = _("Your days begin at {hour}:00, so this counts for {date}.")
        return text.format(
            hour=self._case.settings.day_start, date=date_text(stamp.day, self._case.today)
        )

    def _options(self) -> tuple[Option, ...]:
        texts = {WHOLE: _("All of it, as planned"), PART: _("Part of it")}
        return tuple(Option(key, text, key == self._how) for key, text in texts.items())

    def _questions(self) -> tuple[FormQuestion, ...]:
        scores = self._draft.scores
        asked = dict.fromkeys(knees(self._draft.record.prescription.affected))
        asked |= dict.fromkeys(knee for _moment, knee in scores)
        return tuple(
            FormQuestion(moment, knee, question_text(moment, knee), scores.get((moment, knee)))
            for moment in ASKED
            for knee in asked
        )

    def _said(self) -> str:
        text = _("The session of {date} was changed.")
        if self.is_new:
            text = _("The session of {date} was added.")
        return text.format(date=short_date(self._draft.started.day, self._case.today))
