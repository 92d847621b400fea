"""How each exercise went, in words and as a table."""

from collections.abc import Iterable, Sequence
from datetime import date

from rehabtimer.core.pain import NO_PAIN
from rehabtimer.core.programme import Exercise, Position, Side
from rehabtimer.core.records import Skip
from rehabtimer.core.text import _, ngettext
from rehabtimer.insights.dose import Dose, ExerciseDose, dose_share
from rehabtimer.presenters.chart_words import NOTHING, joined, percent
from rehabtimer.presenters.dose_chart import DoseChart, DoseRow
from rehabtimer.presenters.trends_table import Table
from rehabtimer.presenters.wording import grouped, length_text, short_date

_PAIR = 2
_LONG = 1200  # seconds, from which on lengths are told in minutes and hours


def dose_headlines(doses: Sequence[ExerciseDose], rows: Sequence[DoseRow]) -> tuple[str, ...]:
    """Say which exercise hurt most, and how much of everything was done; nothing of nothing."""
    share = dose_share(doses)
    hurt = _hurt_most(doses, rows)
    if share is None:
        return (hurt,) if hurt else ()
    done = _("{share} % of the holding that begun sessions planned was done")
    done = done.format(share=percent(share))
    return (hurt or _("No pain was told during the exercises"), done)


def dose_summary(doses: Sequence[ExerciseDose], rows: Sequence[DoseRow]) -> str:
    """Count what was done, what hurt and what is skipped."""
    all_doses = [dose for each in doses for dose in each.doses]
    seconds = sum(dose.planned_seconds for dose in all_doses)
    reps = [dose for dose in all_doses if dose.moving]
    hurt = sum(each.hurt_days > 0 for each in doses)
    skipped = sum(row.is_skipped for row in rows)
    held = _held_text(sum(dose.seconds for dose in all_doses), seconds)
    moved = _("{done} of {planned} reps.").format(
        done=grouped(sum(dose.reps for dose in reps)),
        planned=grouped(sum(dose.planned_reps for dose in reps)),
    )
    return joined(
        (
            _("{held} of holding.").format(held=held) if seconds else "",
            moved if reps else "",
            ngettext("{n} exercise hurt.", "{n} exercises hurt.", hurt) if hurt else "",
            ngettext("{n} is skipped now.", "{n} are skipped now.", skipped) if skipped else "",
        )
    )


def dose_legend(doses: Iterable[ExerciseDose]) -> str:
    """Explain what a bar counts, as far as there are such bars."""
    moving = {dose.moving for each in doses for dose in each.doses}
    texts = {
        frozenset({True}): _("Bars count reps."),
        frozenset({False}): _("Bars count seconds of holding."),
        frozenset({True, False}): _(
            "Bars count reps, or seconds of holding where an exercise has no reps."
        ),
    }
    begun = _("Planned counts sessions that were begun, and no missed ones.")
    return joined((texts.get(frozenset(moving), ""), begun if moving else ""))


def dose_text(dose: Dose) -> str:
    """Return what was done of what was planned: "84 of 100 reps, 168 of 200 s of holding".

    What is longer than a few minutes is told in hours and minutes.
    """
    values = {
        "reps": grouped(dose.reps),
        "planned_reps": grouped(dose.planned_reps),
        "held": _held_text(dose.seconds, dose.planned_seconds),
    }
    if not dose.moving:
        return _("{held} of holding").format(**values)
    if not dose.planned_seconds:
        return _("{reps} of {planned_reps} reps").format(**values)
    return _("{reps} of {planned_reps} reps, {held} of holding").format(**values)


def _held_text(done: float, planned: float) -> str:
    if planned < _LONG:
        return _("{seconds} of {planned} s").format(seconds=round(done), planned=round(planned))
    return _("{done} of {planned}").format(done=length_text(done), planned=length_text(planned))


def hurt_text(found: ExerciseDose) -> str:
    """Return how bad it was and on how many days: "5 of 10 at worst, hurt on 3 days"."""
    if not found.hurt_days:
        return "" if found.worst is None else _("No pain")
    if not found.worst:
        return ngettext("Hurt on {n} day", "Hurt on {n} days", found.hurt_days)
    return ngettext(
        "Hurt on {n} day: {worst} of 10",
        "Hurt on {n} days: up to {worst} of 10",
        found.hurt_days,
    ).format(worst=found.worst)


def skip_text(found: ExerciseDose, off: Skip | None, today: date) -> str:
    """Return whether it is skipped now, or how often it was."""
    if off is not None and off.until is not None:
        return _("Skipped since {since}, until {until}").format(
            since=short_date(off.when.day, today), until=short_date(off.until, today)
        )
    if off is not None:
        return _("Skipped since {since}").format(since=short_date(off.when.day, today))
    return ngettext("Skipped once", "Skipped {n} times", found.skips) if found.skips else ""


def side_name(side: Side, exercise: Exercise | None = None) -> str:
    """Return a side as it begins a line; an exercise lying on one's side has sides, not legs."""
    if exercise is not None and exercise.position is Position.SIDE_LYING and side is not Side.BOTH:
        return {Side.LEFT: _("Left side"), Side.RIGHT: _("Right side")}[side]
    return {Side.LEFT: _("Left leg"), Side.RIGHT: _("Right leg"), Side.BOTH: _("Both legs")}[side]


def dose_table(chart: DoseChart) -> Table:
    """Return a row for each exercise, with a column for each side that occurs."""
    head = (_("Exercise"), *(name for _side, name in chart.sides), _("Pain during it"), _("Skips"))
    rows = []
    for row in chart.rows:
        bars = {bar.side: bar for bar in row.bars}
        cells = [
            _("{share} %: {amounts}").format(share=percent(bar.share), amounts=bar.text)
            if bar
            else NOTHING
            for bar in (bars.get(side) for side, _name in chart.sides)
        ]
        rows.append((row.name, *cells, row.pain_text or NOTHING, row.skip_text or NOTHING))
    return Table(head, tuple(rows))


def _hurt_most(doses: Sequence[ExerciseDose], rows: Sequence[DoseRow]) -> str:
    """Name the exercise with the worst score; of several, the one that hurt on most days."""
    hurt = [each for each in doses if each.hurt_days]
    if not hurt:
        return ""
    names = {row.exercise: row.name for row in rows}
    most = max(map(_badness, hurt))
    worst, days = most
    found = [names[each.exercise] for each in hurt if _badness(each) == most]
    values = {"first": found[0], "second": found[-1], "worst": worst}
    if worst == NO_PAIN:
        return _hurt_unscored(found, days)
    if len(found) > _PAIR:
        text = _("{number} exercises hurt most: {worst} of 10")
        return text.format(number=len(found), worst=worst)
    if len(found) == _PAIR:
        return _("{first} and {second} hurt most: {worst} of 10").format(**values)
    return ngettext(
        "{first} hurt most: {worst} of 10, on {n} day",
        "{first} hurt most: up to {worst} of 10, on {n} days",
        days,
    ).format(**values)


def _hurt_unscored(found: Sequence[str], days: int) -> str:
    if len(found) > 1:
        return ngettext(
            "{n} exercise hurt; no score was told",
            "{n} exercises hurt; no score was told",
            len(found),
        )
    return ngettext(
        "{exercise} hurt on {n} day; no score was told",
        "{exercise} hurt on {n} days; no score was told",
        days,
    ).format(exercise=found[0])


def _badness(found: ExerciseDose) -> tuple[int, int]:
    return found.worst or NO_PAIN, found.hurt_days
