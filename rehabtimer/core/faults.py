"""Says what is wrong inside a file: one sentence with the file, the key and the value."""

import reprlib
from collections.abc import Iterable, Iterator, Sized
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from typing import Final

from rehabtimer.core.errors import UserError

MISSING: Final = object()
"""Stands for the value of a key that is not there."""

_LONGEST_NUMBER = 64  # bits
_LONGEST_MESSAGE = 200


class Fault(Exception):
    """What is wrong inside a file, as a sentence that still lacks the file's name."""


def wrong(key: str, value: object, expected: str) -> Fault:
    """Return the fault of one value: its dotted key, what was found, what was expected.

    List items count from 0, as in `steps.prepare[0]`; `MISSING` is shown as *missing*.
    """
    return Fault(f"{short(plain(key))} is {shown(value)}; expected {expected}.")


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn a fault inside the block into a UserError that begins with the file's name."""
    try:
        yield
    except Fault as fault:
        raise UserError(f"{short(plain(path.name))}: {fault}") from fault


@contextmanager
def below(key: str) -> Iterator[None]:
    """Turn a fault about `name` inside the block into one about `key.name`."""
    try:
        yield
    except Fault as fault:
        raise Fault(f"{key}.{fault}") from fault


def check_some(key: str, items: list[str]) -> None:
    """Raise Fault for an empty list."""
    if not items:
        raise wrong(key, items, "at least one text")


def check_most(key: str, items: Sized, most: int) -> None:
    """Raise Fault for a list that is too long to be shown."""
    if len(items) > most:
        raise Fault(f"{key} has {len(items)} entries; expected at most {most}.")


def check_length(key: str, text: str, longest: int) -> None:
    """Raise Fault for a text that is too long for its place."""
    if len(text) > longest:
        raise wrong(key, text, f"at most {longest} characters")


def check_one_of(key: str, text: str, allowed: Iterable[str]) -> None:
    """Raise Fault unless the text is one of those allowed."""
    names = tuple(allowed)
    if text not in names:
        raise wrong(key, text, " or ".join(names))


def check_unique(keys: Iterable[tuple[str, str]]) -> None:
    """Raise Fault for the first text that comes twice among pairs of key and text."""
    seen: set[str] = set()
    for key, text in keys:
        if text in seen:
            raise wrong(key, text, "each only once")
        seen.add(text)


def shown(value: object) -> str:
    """Return a value as it may stand in a message: short, on one line, nothing invisible."""
    if value is MISSING:
        return "missing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | time):
        return value.isoformat()
    return _SHORT.repr(value)


def plain(text: str) -> str:
    """Return a text with everything invisible written out as a backslash and its number."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def short(text: str) -> str:
    """Return a text with its middle left out if it is longer than a message can be."""
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:120]} ... {text[-70:]}"


class _Short(reprlib.Repr):
    def repr_int(self, x: int, level: int) -> str:  # noqa: ARG002 - reprlib's signature
        return str(x) if x.bit_length() <= _LONGEST_NUMBER else "a very large number"


_SHORT = _Short()
_SHORT.maxlevel, _SHORT.maxstring, _SHORT.maxother = 2, 60, 60
_SHORT.maxlist = _SHORT.maxdict = 3
