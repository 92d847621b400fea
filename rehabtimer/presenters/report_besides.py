"""What the report says besides pain and exercises: notes, totals, activities, warning signs."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from rehabtimer.core.programme import Exercise
from rehabtimer.core.records import PainEntry, SessionRecord
from rehabtimer.core.settings import Units
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import Sport, TotalScore, Workout
from rehabtimer.presenters.chart_words import distance_text, sport_text
from rehabtimer.presenters.pain_words import alarm_text
from rehabtimer.presenters.report_frame import Section
from rehabtimer.presenters.report_words import on_paper
from rehabtimer.presenters.wording import figure, length_text, short_date

MOST_ROWS = 60  # more than one page has room for
_MOST_WARNINGS = 3
_LONGEST_NAME = 60


def section(title: str, rows: Sequence[tuple[date, str]], today: date, empty: str = "") -> Section:
    """Return dated lines as a section, the newest first, as many as a page could hold."""
    newest = sorted(rows, key=lambda row: row[0], reverse=True)
    shown = tuple((short_date(on, today), text) for on, text in newest[:MOST_ROWS])
    return Section(title, shown, len(newest) - len(shown), empty)


def notes(
    sessions: Iterable[SessionRecord],
    told: Iterable[tuple[date, str]],
    workouts: Iterable[Workout],
    today: date,
) -> Section:
    """Return what the person wrote down, the newest first."""
    found = [(each.started.day, each.note) for each in sessions]
    found += [*told, *((each.when.day, each.note) for each in workouts)]
    kept = [(day, text) for day, text in found if on_paper(text)]
    title, empty = _("In the person's own words"), _("Nothing was written down in this time.")
    shown = section(title, kept, today, empty)
    return replace(shown, rows=tuple((day, on_paper(text)) for day, text in shown.rows))


def scores(totals: Iterable[TotalScore], today: date) -> Section:
    """Return the totals of questionnaires, the newest first."""
    rows = [(each.day, _score_text(each)) for each in totals]
    return section(_("Questionnaires filled in elsewhere, total only"), rows, today)


def besides(
    workouts: Sequence[Workout], relievers: Iterable[date], days: int, units: Units
) -> Section:
    """Return other exercise by sport, and how often a pain reliever was taken.

    `days` is how many there are to look at; `distance` puts metres in words.
    """
    by_sport: defaultdict[Sport, list[Workout]] = defaultdict(list)
    for workout in workouts:
        by_sport[workout.sport].append(workout)
    rows = [
        (sport_text(sport), _sport_line(by_sport[sport], units))
        for sport in Sport
        if sport in by_sport
    ]
    taken = len(set(relievers))
    if taken:
        text = ngettext("Taken on {n} day of {days}", "Taken on {n} days of {days}", taken)
        rows.append((_("Pain relievers"), text.format(days=days)))
    return Section(_("Besides the programme"), tuple(rows))


def warnings(
    told: Iterable[PainEntry], named: Callable[[str], Exercise], today: date
) -> tuple[str, ...]:
    """Return warning signs that were told, the newest first, a few of them."""
    signs = [entry for entry in reversed(list(told)) if entry.sharp or entry.locking]
    lines = [_warning(entry, named, today) for entry in signs[:_MOST_WARNINGS]]
    more = len(signs) - len(lines)
    if more:
        lines.append(ngettext("… and {n} more time", "… and {n} more times", more))
    return tuple(lines)


def _sport_line(done: Sequence[Workout], units: Units) -> str:
    minutes = sum(each.minutes or 0 for each in done)
    metres = sum(each.metres or 0 for each in done)
    times = ngettext("{n} time", "{n} times", len(done))
    parts = [times]
    if minutes:
        parts.append(length_text(minutes * 60))
    if metres:
        parts.append(distance_text(metres, units))
    return ", ".join(parts)


def _score_text(total: TotalScore) -> str:
    text = _("{name}: {value}") if total.most is None else _("{name}: {value} of {most}")
    most = "" if total.most is None else figure(total.most)
    name = on_paper(total.name, _LONGEST_NAME)
    return text.format(name=name, value=figure(total.value), most=most)


def _warning(entry: PainEntry, named: Callable[[str], Exercise], today: date) -> str:
    sign = alarm_text(sharp=entry.sharp, locking=entry.locking)
    values = {"date": short_date(entry.when.day, today), "sign": sign}
    if not entry.exercise:
        return _("{date}: {sign}").format(**values)
    name = _(named(entry.exercise).name)
    return _("{date}: {sign}, in {exercise}").format(**values, exercise=name)
