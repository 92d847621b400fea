"""What is known of some days besides: pain relievers, notes and totals of questionnaires."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from rehabtimer.core.records import DailyPain, SessionDay
from rehabtimer.core.text import _
from rehabtimer.core.workouts import TotalScore
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_words import short_note
from rehabtimer.presenters.pain_chart import LogMark, MarkKind
from rehabtimer.presenters.wording import figure


@dataclass(frozen=True)
class PainLog:
    """What is known of some days: pain and sessions of each, and what else is marked.

    `last_answer` is the date of the latest score there is, also from before those days.
    """

    pain: Sequence[DailyPain]
    sessions: Sequence[SessionDay]
    relievers: Collection[date] = ()
    notes: Sequence[tuple[date, str]] = ()
    totals: Sequence[TotalScore] = ()
    last_answer: date | None = None


def log_marks(log: PainLog, axis: Axis) -> tuple[LogMark, ...]:
    """Return what is marked on the days of an axis, in their order."""
    reliever, note = _("Pain reliever taken"), _("Note: {text}")
    found = [(day, MarkKind.RELIEVER, reliever) for day in log.relievers]
    found += [(day, MarkKind.NOTE, note.format(text=short_note(text))) for day, text in log.notes]
    found += [(total.day, MarkKind.SCORE, total_text(total)) for total in log.totals]
    kinds = tuple(MarkKind)
    return tuple(
        LogMark(axis.days.day(day), kind, text)
        for day, kind, text in sorted(found, key=lambda each: (each[0], kinds.index(each[1])))
        if _is_shown(day, axis)
    )


def _is_shown(day: date, axis: Axis) -> bool:
    return axis.first <= day <= axis.last and not axis.leaves_out(day)


def days_left_out(log: PainLog, axis: Axis) -> int:
    """Return on how many paused days something is known that has no place on an axis."""
    found = {entry.day for entry in log.pain} | {session.day for session in log.sessions}
    found |= {total.day for total in log.totals}
    found |= {*log.relievers, *(day for day, _text in log.notes)}
    return sum(axis.first <= day <= axis.today and axis.leaves_out(day) for day in found)


def total_text(total: TotalScore) -> str:
    """Return the total of a questionnaire: "KOOS-PF: 61 of 100"."""
    values = {"name": total.name, "value": figure(total.value)}
    if total.most is None:
        return _("{name}: {value}").format(**values)
    return _("{name}: {value} of {most}").format(most=figure(total.most), **values)
