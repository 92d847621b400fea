"""The exercises in Trends: which one hurts, and how much of each was done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import Amount, PainEntry, Skip
from rehabtimer.core.text import _
from rehabtimer.insights.dose import (
    KNEES,
    SIDES,
    Dose,
    ExerciseDose,
    HurtOn,
    exercise_doses,
    skipped_now,
)
from rehabtimer.presenters.chart_axis import Axis
from rehabtimer.presenters.chart_data import dose_data
from rehabtimer.presenters.chart_page import ChartKey, ChartPage
from rehabtimer.presenters.chart_words import file_name, lines_of, percent
from rehabtimer.presenters.dose_chart import DoseBar, DoseChart, DoseRow, PainDot
from rehabtimer.presenters.dose_words import (
    dose_headlines,
    dose_legend,
    dose_summary,
    dose_table,
    dose_text,
    hurt_text,
    side_name,
    skip_text,
)
from rehabtimer.presenters.wording import date_text, exercise_text, knee_text


@dataclass(frozen=True)
class DoseLog:
    """What is known of the exercises in the days of a chart.

    `standing` skips are of any time, and so is `last_session`, the date of the latest one.
    """

    amounts: Iterable[Amount]
    told: Iterable[PainEntry]
    skips: Iterable[Skip]
    standing: Iterable[Skip] = ()
    last_session: date | None = None


def dose_page(
    log: DoseLog, programme: Sequence[str], exercise: Callable[[str], Exercise], axis: Axis
) -> ChartPage:
    """Say how each exercise went: those of the programme, in its order, then all that have records.

    `exercise` returns one by its id, also one that is in no programme any more.
    """
    found = exercise_doses(log.amounts, log.told, log.skips)
    off = skipped_now(log.standing, axis.today)
    ids = list(dict.fromkeys((*programme, *sorted(found))))
    doses = [found.get(each, ExerciseDose(exercise=each)) for each in ids]
    rows = tuple(
        _row(place, exercise(each.exercise), each, off.get(each.exercise), axis.today)
        for place, each in enumerate(doses)
    )
    is_empty = not found
    words = dose_headlines(doses, rows) or (_nothing(log.last_session, axis),)
    chart = DoseChart(
        rows=rows,
        sides=_sides(doses),
        knees=tuple((knee, knee_text(knee)) for knee in KNEES if _has_dots(rows, knee)),
        dose_title=_("Done of what was planned (%)"),
        pain_title=_("Worst pain each day it hurt (0–10)"),
        skip_title=_("Skipped"),
        description="\n".join(words),
        hint=_("What you do of each exercise appears here after a session.") if is_empty else "",
    )
    return ChartPage(
        key=ChartKey.EXERCISES,
        name=_("Exercises"),
        headlines=words,
        summary=dose_summary(doses, rows),
        legend="" if is_empty else dose_legend(doses),
        chart=chart,
        rows=lambda: dose_table(chart),
        figures=lambda: dose_data(chart, found),
        file_name=file_name(ChartKey.EXERCISES, axis),
    )


def _nothing(last: date | None, axis: Axis) -> str:
    if last is None:
        return _("Your exercises appear here after a session")
    if last >= axis.first:
        return _("No exercise was done in these weeks")
    return _("No exercise was done since {date}").format(date=date_text(last, axis.today))


def _row(
    place: int, exercise: Exercise, found: ExerciseDose, off: Skip | None, today: date
) -> DoseRow:
    name = exercise_text(exercise)
    bars = tuple(_bar(dose, exercise) for dose in found.doses)
    pain, skips = hurt_text(found), skip_text(found, off, today)
    done = [
        _("{side}: {share} %, {amounts}").format(
            side=bar.name, share=percent(bar.share), amounts=bar.text
        )
        for bar in bars
    ]
    nothing = "" if bars else _("Nothing was planned in this time")
    return DoseRow(
        place=place,
        exercise=found.exercise,
        name=name,
        bars=bars,
        dots=tuple(_dot(hurt) for hurt in found.hurts),
        hurt_days=found.hurt_days,
        pain_text=pain,
        skips=found.skips,
        is_skipped=off is not None,
        skip_text=skips,
        note=lines_of(name, *done, nothing, pain, skips),
    )


def _bar(dose: Dose, exercise: Exercise) -> DoseBar:
    return DoseBar(dose.side, side_name(dose.side, exercise), dose.share, dose_text(dose))


def _dot(hurt: HurtOn) -> PainDot:
    return PainDot(hurt.knee, hurt.score, hurt.days)


def _sides(doses: Iterable[ExerciseDose]) -> tuple[tuple[Side, str], ...]:
    found = {dose.side for each in doses for dose in each.doses}
    return tuple((side, side_name(side)) for side in SIDES if side in found)


def _has_dots(rows: Iterable[DoseRow], knee: Side) -> bool:
    return any(dot.knee is knee for row in rows for dot in row.dots)


def in_span(skips: Iterable[Skip], first: date, last: date) -> list[Skip]:
    """Return the skips of some days, both ends included."""
    return [skip for skip in skips if first <= skip.when.day <= last]
