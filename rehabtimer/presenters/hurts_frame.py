"""What the panel "This hurts" says: the place, the choices in order, the dates to choose from."""

from dataclasses import dataclass
from datetime import date, timedelta

from rehabtimer.core.pain import Decision
from rehabtimer.core.programme import Side
from rehabtimer.core.text import ngettext
from rehabtimer.presenters.options import Option
from rehabtimer.presenters.wording import date_text

# None of them may be a key of an answer (digits, L, R, B, S, W), nor C, the doctor's page's.
CHOICE_KEYS: dict[Decision, str] = {
    Decision.EASIER: "V",
    Decision.LESS: "F",
    Decision.SKIP_SIDE: "K",
    Decision.SKIP_TODAY: "T",
    Decision.SKIP_UNTIL: "D",
    Decision.SKIP_OPEN: "O",
    Decision.GO_ON: "G",
    Decision.END: "E",
}
_WEEKS = (1, 2, 4)
_FURTHEST = timedelta(days=365)


@dataclass(frozen=True)
class HurtChoice:
    """One thing to do about it; `key` is the letter that takes it."""

    decision: Decision
    text: str
    key: str


@dataclass(frozen=True)
class HurtsFrame:
    """The whole panel; the first choice is the one that Enter takes.

    The keys of `date_options` are ISO dates; an own date lies from `earliest` to `latest`.
    """

    title: str
    what: str
    knee: Side
    choices: tuple[HurtChoice, ...]
    date_options: tuple[Option, ...]
    earliest: date
    latest: date


def hurt_choice(decision: Decision, text: str) -> HurtChoice:
    """Return a choice with the letter that always takes it."""
    return HurtChoice(decision, text, CHOICE_KEYS[decision])


def date_options(today: date) -> tuple[Option, ...]:
    """Return the dates on which an exercise may come back: in one, two and four weeks."""
    days = {weeks: today + timedelta(weeks=weeks) for weeks in _WEEKS}
    return tuple(Option(day.isoformat(), _back_text(weeks, day)) for weeks, day in days.items())


def date_span(today: date) -> tuple[date, date]:
    """Return the earliest and the latest date on which an exercise may come back."""
    return today + timedelta(days=1), today + _FURTHEST


def _back_text(weeks: int, day: date) -> str:
    text = ngettext("{n} week: back on {date}", "{n} weeks: back on {date}", weeks)
    return text.format(date=date_text(day))
