"""What the Summary says: done against planned, in plain words that never scold."""

from dataclasses import dataclass

from rehabtimer.core.events import Outcome
from rehabtimer.core.pain import Decision
from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import PainEntry, SessionRecord, SetRecord
from rehabtimer.core.text import _, ngettext
from rehabtimer.presenters.frames import PainQuestion
from rehabtimer.presenters.pain_words import decision_text, score_text
from rehabtimer.presenters.wording import exercise_text, side_text

_LONGEST = 4 * 3600  # seconds; a session longer than this lay open, and its length says nothing


@dataclass(frozen=True)
class SummaryRow:
    """One exercise: `fraction` (0 to 1) of its reps or seconds, and what came of it in words."""

    figure: str
    variant: str
    side: Side
    name: str
    done: str
    fraction: float
    remark: str
    skipped: bool


@dataclass(frozen=True)
class LeftOut:
    """An exercise that was no part of the session, and why."""

    name: str
    why: str


@dataclass(frozen=True)
class SummaryFrame:
    """Everything that the Summary says."""

    title: str
    subtitle: str
    minutes: str
    rows: tuple[SummaryRow, ...]
    left_out: tuple[LeftOut, ...]
    questions: tuple[PainQuestion, ...]
    note: str
    can_resume: bool
    alarm: str = ""  # what was told that a doctor should look at
    note_problem: str = ""  # why what is written is not kept, in one sentence


def headline(done: int, planned: int) -> str:
    """Return the session in one line."""
    if not done:
        return _("No sets this time. They can wait.")
    if done == planned:
        return _("Done. {done} of {sets} sets.").format(done=done, sets=planned)
    return _("You did {done} of {sets} sets. The rest can wait.").format(done=done, sets=planned)


def totals_text(rows: list[SetRecord]) -> str:
    """Return reps and seconds of holding, done of planned."""
    reps = sum(row.reps for row in rows if row.moving)
    planned = sum(row.planned_reps for row in rows if row.moving)
    seconds = int(sum(row.seconds for row in rows))
    to_hold = int(sum(row.planned_seconds for row in rows))
    if not planned:
        return _("{seconds} of {to_hold} s of holding").format(seconds=seconds, to_hold=to_hold)
    return _("{reps} of {planned} reps, {seconds} of {to_hold} s of holding").format(
        reps=reps, planned=planned, seconds=seconds, to_hold=to_hold
    )


def minutes_taken(record: SessionRecord) -> str:
    """Return how long it was from start to end; empty while open, or if it lay open for hours."""
    if record.ended_at is None:
        return ""
    seconds = (record.ended_at - record.started.at).total_seconds()
    if not 0 <= seconds <= _LONGEST:
        return ""
    minutes = max(1, round(seconds / 60))
    return ngettext("{n} minute from start to end", "{n} minutes from start to end", minutes)


def summary_row(
    exercise: Exercise, rows: list[SetRecord], hurt: PainEntry | None, variant: str = ""
) -> SummaryRow:
    """Return one exercise from its best attempts; `hurt` is the last pain told during it.

    `variant` is the easier version that it ended as.
    """
    skipped = all(
        row.outcome is not Outcome.DONE and not row.reps and not row.seconds for row in rows
    )
    return SummaryRow(
        figure=exercise.figure,
        variant=variant,
        side=rows[0].side,
        name=exercise_text(exercise, variant),
        done=totals_text(rows),
        fraction=_fraction(rows),
        remark=_remark(exercise, rows, hurt, skipped=skipped),
        skipped=skipped,
    )


def pain_question(knee: Side) -> str:
    """Return the question about one knee."""
    if knee is Side.LEFT:
        return _("How is the left knee now?")
    return _("How is the right knee now?")


def _fraction(rows: list[SetRecord]) -> float:
    moving = rows[0].moving
    done = sum(row.reps if moving else row.seconds for row in rows)
    planned = sum(row.planned_reps if moving else row.planned_seconds for row in rows)
    return min(1.0, done / planned) if planned else 0.0


def _remark(
    exercise: Exercise, rows: list[SetRecord], hurt: PainEntry | None, *, skipped: bool
) -> str:
    done = sum(row.outcome is Outcome.DONE for row in rows)
    if hurt is not None:
        told = _told(exercise, hurt)
        return told if done == len(rows) else _with_count(told, done, len(rows), skipped=skipped)
    if skipped:
        touched = any(row.outcome is not None for row in rows)
        return _("Skipped") if touched else _("Not reached")
    if done < len(rows):
        return _("{done} of {sets} sets").format(done=done, sets=len(rows))
    return ""


def _told(exercise: Exercise, hurt: PainEntry) -> str:
    if hurt.decision is None:
        return score_text(hurt)
    chosen = decision_text(hurt.decision)
    if hurt.decision is Decision.SKIP_SIDE and hurt.side:
        chosen = _("{side} skipped").format(side=side_text(hurt.side, exercise))
    return _("{told} · {chosen}").format(told=score_text(hurt), chosen=chosen)


def _with_count(told: str, done: int, sets: int, *, skipped: bool) -> str:
    text = _("Skipped. {told}") if skipped else _("{done} of {sets} sets. {told}")
    return text.format(done=done, sets=sets, told=told)
