"""Says what the copy was that gave way when two histories became one, so that it is not lost."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from rehabtimer.core.records import Reach
from rehabtimer.core.text import _, ngettext
from rehabtimer.core.workouts import Sport
from rehabtimer.presenters.chart_words import sport_text
from rehabtimer.presenters.files import quoted
from rehabtimer.presenters.wording import date_text, figure

if TYPE_CHECKING:
    from rehabtimer.storage.merge_units import Unit

_LONGEST: Final = 120  # characters of a note or a value

Row = dict[str, Any]


def lost_text(unit: "Unit") -> str:
    """Return what a unit was, in a few sentences."""
    return " ".join(_sentences(unit))


def lost_file_text(updated_at: str) -> str:
    """Return what a file of one's own was, by the moment at which it was written."""
    text = _("Given up: written on {date}.")
    return text.format(date=dated(datetime.fromisoformat(updated_at).date()))


def dated(day: date) -> str:
    """Return a date with its year."""
    return _("{date} {year}").format(date=date_text(day), year=day.year)


def _sentences(unit: "Unit") -> Iterator[str]:
    row = dict(zip(unit.kind.columns, unit.head, strict=True))
    if unit.kind.name == "courses":
        yield _course(row, unit.parts[0][-1][-1] if unit.parts[0] else "")
    else:
        yield _SAID[unit.kind.name](row)
    if row.get("metres"):
        yield _("It was {metres} m long.").format(metres=row["metres"])
    if note := " ".join((row.get("note") or "").split()):
        yield _("Its note was {note}.").format(note=quoted(_shortened(note)))


def _session(row: Row) -> str:
    text = ngettext(
        "Given up: {done} of {n} set.",
        "Given up: {done} of {n} sets.",
        row["planned"],
    )
    return text.format(done=row["done"], n=row["planned"])


def _answer(row: Row) -> str:
    if row["score"] is None:
        return _("Given up: no score.")
    return _("Given up: {score} of 10.").format(score=row["score"])


def _workout(row: Row) -> str:
    sport = sport_text(Sport(row["sport"]))
    if row["minutes"] is None:
        return _("Given up: {sport}, without a time.").format(sport=sport)
    text = ngettext(
        "Given up: {sport}, {n} minute.",
        "Given up: {sport}, {n} minutes.",
        row["minutes"],
    )
    return text.format(sport=sport, n=row["minutes"])


def _reliever(row: Row) -> str:
    if row["taken"]:
        return _("Given up: one was taken.")
    return _("Given up: none was taken.")


def _total(row: Row) -> str:
    if row["most"] is None:
        return _("Given up: {value}.").format(value=figure(row["value"]))
    text = _("Given up: {value} of {most}.")
    return text.format(value=figure(row["value"]), most=figure(row["most"]))


def _course(row: Row, weekdays: str) -> str:
    text = ngettext(
        "Given up: begun on {date}, for {days} days, with {n} day a week.",
        "Given up: begun on {date}, for {days} days, with {n} days a week.",
        len(weekdays),
    )
    begun = dated(date.fromisoformat(row["started_on"]))
    return text.format(date=begun, days=row["days"], n=len(weekdays))


def _choice(row: Row) -> str:
    if not row["on"]:
        return _("Given up: off.")
    if row["sets"] is row["reps"] is row["hold"] is None:
        return _("Given up: on, with the dose of the article.")
    text = _("Given up: on, sets {sets}, reps {reps}, holding {hold} (– is the article's).")
    sets, reps, hold = (_or_dash(row[name]) for name in ("sets", "reps", "hold"))
    return text.format(sets=sets, reps=reps, hold=hold)


def _skip(row: Row) -> str:
    if row["reach"] == Reach.OPEN:
        return _("Given up: until it is turned on.")
    if row["reach"] == Reach.UNTIL and row["until"]:
        day = dated(date.fromisoformat(row["until"]))
        return _("Given up: until {date}.").format(date=day)
    return _("Given up: for that day.")


def _preference(row: Row) -> str:
    return _("Given up: {value}.").format(value=quoted(_shortened(row["value"].strip('"'))))


def _or_dash(value: float | None) -> str:
    return "–" if value is None else figure(value)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_SAID: Final[dict[str, Callable[[Row], str]]] = {
    "sessions": _session,
    "pain": _answer,
    "workouts": _workout,
    "relievers": _reliever,
    "total_scores": _total,
    "choices": _choice,
    "skips": _skip,
    "preferences": _preference,
}
