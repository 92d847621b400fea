"""Says in plain words what Python's TOML reader complains about."""

import re
from typing import Final

from rehabtimer.core.faults import plain, short

_PLACE = re.compile(
    r"(?P<reason>.*) \(at (?P<place>line \d+, column \d+|end of document)\)", re.DOTALL
)
_TWICE = re.compile(r"Cannot declare \((?P<names>.*?),?\) twice")
_PLAIN: Final = (  # how a complaint begins, and what is meant; the first that fits
    ("Illegal character '\\n'", "a quote is missing at the end of the line"),
    ("Found invalid character '\\n'", "a quote is missing at the end of the line"),
    ("Illegal character", "there is a character that cannot be seen"),
    ("Found invalid character", "there is a character that cannot be seen"),
    ("Unterminated string", "a quote is missing"),
    ('Expected "\'"', "a quote is missing"),
    ("Unescaped '", "a backslash in a text has to be written twice"),
    ("Invalid statement", "expected a key, or a table such as [dose]"),
    ("Invalid initial character for a key part", "expected a key"),
    ("Invalid value", "expected a value; a text stands in quotes"),
    ("Expected '=' after a key", "the sign = is missing after the key"),
    ("Expected newline or end of document", "there is something behind the value"),
    ("Cannot overwrite a value", "this key is there already"),
    ("Cannot mutate immutable", "a table in braces cannot be added to"),
    ("Unclosed array", "the list lacks its ] or a comma"),
    ("Exceeds the limit", "a number has too many digits"),
)


def complaint(message: str) -> str:
    """Return where and what, to stand behind "not valid": " at line 1, column 2: a reason"."""
    match = _PLACE.fullmatch(message)
    reason, place = (match["reason"], match["place"]) if match else (message, "")
    where = {"": "", "end of document": " at its end"}.get(place, f" at {place}")
    return f"{where}: {_reason(reason)}"


def _reason(reason: str) -> str:
    twice = _TWICE.fullmatch(reason)
    if twice:
        names = twice["names"].replace("', '", ".").strip("'")
        return f"[{short(plain(names))}] is there twice"
    found = (words for begin, words in _PLAIN if reason.startswith(begin))
    return next(found, short(plain(reason[:1].lower() + reason[1:])))
