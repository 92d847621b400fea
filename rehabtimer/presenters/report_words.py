"""The report's own sentences, and how a text that somebody wrote becomes fit for paper."""

import unicodedata
from datetime import date

from rehabtimer.core.text import _, ngettext

LONGEST_NOTE = 400  # letters of one note on paper; the whole of it is in the program

# They change the direction of what stands beside them, and letters have a direction of their own.
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def on_paper(text: str, longest: int = LONGEST_NOTE) -> str:
    """Return a person's own words on one line, with nothing in them that is no writing."""
    kept = "".join(" " if _is_control(letter) else letter for letter in text)
    line = " ".join("".join(letter for letter in kept if letter not in _DIRECTIONS).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def more_text(count: int) -> str:
    """Say how many more there are than had room; nothing where all had."""
    if not count:
        return ""
    return ngettext("… and {n} more in the program", "… and {n} more in the program", count)


def long_date(day: date) -> str:
    """Return a date with its year: "2 March 2026"."""
    return _("{day} {month} {year}").format(day=day.day, month=f"{day:%B}", year=day.year)


def limits() -> tuple[tuple[str, str], ...]:
    """Return what the figures can't say."""
    return (
        (_("Pain"), _("Told by the person; of each day and knee, the worst score counts.")),
        (_("Gaps"), _("Days without an answer are left out. They may have been better or worse.")),
        (
            _("Exercises"),
            _(
                "Counted from what the timer showed and from what was corrected by hand."
                " How well a movement was done is not known."
            ),
        ),
        (
            _("Causes"),
            _("Figures that change together do not show that one brought about the other."),
        ),
        (
            _("Use"),
            _(
                "RehabTimer is an exercise timer and a diary. It is not a medical device,"
                " and nothing here is a finding."
            ),
        ),
    )


def footer(today: date) -> str:
    """Return what stands below each page, with places for `{page}` and `{pages}`."""
    text = _(
        "Page {page} of {pages} · made with RehabTimer on {date}"
        " · from the person's own diary, not a medical device"
    )
    return text.replace("{date}", long_date(today))


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs")
