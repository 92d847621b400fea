"""The figures that the therapist sees first: sessions, pain, and how much was done."""

from collections.abc import Sequence

from rehabtimer.core.programme import Side
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.adherence import Adherence, Kind
from rehabtimer.insights.pain import KneePain, PainChange
from rehabtimer.presenters.change_words import week_words
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.report_exercises import share_text
from rehabtimer.presenters.report_frame import KeyFigure
from rehabtimer.presenters.wording import figure, knee_text, knees

_NOTHING = "–"


def key_figures(
    done: Adherence, pain: Sequence[KneePain], axis: Axis, affected: Side, share: float | None
) -> tuple[KeyFigure, ...]:
    """Return the figures.

    `pain` has the knees of which something was logged in the weeks of the axis, `share` (0 to 1) is
    how much was done of what the begun sessions planned.
    """
    found = {knee.knee: knee for knee in pain}
    shown = [*knees(affected), *(knee for knee in found if knee not in knees(affected))]
    logged = len({day.day for knee in pain for day in knee.days})
    return (
        _sessions(done),
        *(_pain(found.get(knee, KneePain(knee)), axis) for knee in shown),
        _dose(share),
        *([_logged(done, logged)] if len(shown) == 1 else []),
    )


def _sessions(done: Adherence) -> KeyFigure:
    """What is planned for today and still to come does not count."""
    planned = done.planned - sum(day.kind is Kind.TO_COME for day in done.days)
    kept = done.sessions - done.extra
    partly = sum(day.kind is Kind.PARTIAL for day in done.days)
    paused = sum(day.kind is Kind.PAUSED for day in done.days)
    notes = (
        (partly, ngettext("{n} of them partly", "{n} of them partly", partly)),
        (done.missed, ngettext("{n} missed", "{n} missed", done.missed)),
        (done.extra, ngettext("{n} extra", "{n} extra", done.extra)),
        (paused, ngettext("{n} day paused", "{n} days paused", paused)),
    )
    return KeyFigure(
        value=_("{done} of {planned}").format(done=kept, planned=planned) if planned else _NOTHING,
        text=_("planned sessions done"),
        note=" · ".join(text for count, text in notes if count),
    )


def _pain(pain: KneePain, axis: Axis) -> KeyFigure:
    first, last, change = pain.baseline, pain.latest, pain.change
    name = _("{knee}, weekly median").format(knee=knee_text(pain.knee))
    if first is None or last is None:
        return KeyFigure(_NOTHING, name, _("No week in this time has three days logged"))
    if change is None:
        note = _("of 10, in the one week with three days logged")
        return KeyFigure(figure(first.median), name, note)
    value = _("{first} → {last}").format(first=figure(first.median), last=figure(last.median))
    texts = _by_date(change) if axis.is_calendar else _by_number(change)
    note = texts.format(
        first=week_words(change.from_week, axis), last=week_words(change.to_week, axis)
    )
    return KeyFigure(value, name, note)


def _by_number(change: PainChange) -> str:
    if not change.points:
        return _("of 10, week {first} to {last}: no change")
    if change.points < 0:
        return ngettext(
            "of 10, week {first} to {last}: {n} point less",
            "of 10, week {first} to {last}: {n} points less",
            -change.points,
        )
    return ngettext(
        "of 10, week {first} to {last}: {n} point more",
        "of 10, week {first} to {last}: {n} points more",
        change.points,
    )


def _by_date(change: PainChange) -> str:
    if not change.points:
        return _("of 10, weeks of {first} and {last}: no change")
    if change.points < 0:
        return ngettext(
            "of 10, weeks of {first} and {last}: {n} point less",
            "of 10, weeks of {first} and {last}: {n} points less",
            -change.points,
        )
    return ngettext(
        "of 10, weeks of {first} and {last}: {n} point more",
        "of 10, weeks of {first} and {last}: {n} points more",
        change.points,
    )


def _dose(share: float | None) -> KeyFigure:
    return KeyFigure(
        value=_NOTHING if share is None else share_text(share),
        text=_("of the dose done, in begun sessions"),
        note=_("Seconds of holding; missed sessions left out"),
    )


def _logged(done: Adherence, logged: int) -> KeyFigure:
    value = _("{days} of {all}").format(days=logged, all=len(done.days))
    return KeyFigure(value, _("days with pain logged"), _("Days without an answer are gaps"))
