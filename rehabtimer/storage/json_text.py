"""Walks through a JSON file that may be huge: a part of it at a time, each value by itself.

What the walk has left behind is given up, so that memory stays small. Nothing is guessed: a key
that comes twice, a number that is none, and whatever JSON does not have, end it with a Fault.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterator
from math import isfinite
from typing import Any, BinaryIO, Final

from rehabtimer.core.faults import Fault, short, shown

LARGEST_VALUE: Final = 1024 * 1024  # characters of a single row
_AT_ONCE: Final = 256 * 1024  # bytes
_AHEAD: Final = len("e-1")  # what has to be seen behind a number to know that it has ended
_GAP: Final = re.compile(r"[ \t\n\r]*")
_MOST_KEYS: Final = 1000  # of an object that is walked through; an export has a dozen
_NO_TEXT: Final = "a key has half a character; expected text that UTF-8 can hold."
_DEEP: Final = "lists or objects are nested too deeply; expected a few levels."


class JsonText:
    """A place in a file, which only moves on."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin at the start of a file."""
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._place = 0
        self._lines = 1  # up to what is still held
        self._scan = json.JSONDecoder(
            object_pairs_hook=_object, parse_constant=_no_number, parse_float=_number
        ).raw_decode
        self.done = 0
        self._over = False

    def next_sign(self) -> str:
        """Return the next character that is no space, without going past it; "" at the end."""
        while True:
            gap = _GAP.match(self._text, self._place)
            self._place = gap.end() if gap else self._place
            if self._place < len(self._text):
                return self._text[self._place]
            if self._over:
                return ""
            self._read_on()

    def expect(self, signs: str) -> str:
        """Go past one of these characters, and return it; Fault where there is another."""
        found = self.next_sign()
        if not found or found not in signs:
            raise self._unlike(found, " or ".join(signs))
        self._place += 1
        return found

    def keys(self) -> Iterator[str]:
        """Yield the keys of an object; its values have to be taken one after the other."""
        self.expect("{")
        seen: set[str] = set()
        while self.next_sign() != "}" or seen:
            key = self.value()
            if not isinstance(key, str):
                raise self._fault(f"expected a key in quotes, not {shown(key)}")
            if key in seen:
                raise Fault(f"line {self._line(self._place)}: {_twice(key)}")
            if not _can_be_kept(key):
                raise Fault(f"line {self._line(self._place)}: {_NO_TEXT}")
            seen.add(key)
            if len(seen) > _MOST_KEYS:
                raise self._fault(f"an object has more than {_MOST_KEYS} keys")
            self.expect(":")
            yield key
            if self.expect(",}") == "}":
                return
        self.expect("}")

    def items(self) -> Iterator[Any]:
        """Yield the values of a list."""
        self.expect("[")
        if self.next_sign() == "]":
            self.expect("]")
            return
        while True:
            yield self.value()
            if self.expect(",]") == "]":
                return

    def value(self) -> Any:
        """Return the next value, whatever it is."""
        self.next_sign()
        while True:
            try:
                found, end = self._scan(self._text, self._place)
            except Fault as fault:
                raise Fault(f"line {self._line(self._place)}: {fault}") from fault
            except RecursionError:
                raise Fault(_DEEP) from None
            except json.JSONDecodeError as error:
                said = error.msg.removesuffix(" at")
                self._read_on_or_fail(f"{said[:1].lower()}{said[1:]}", error.pos)
            except ValueError as error:  # more digits than Python would turn into a number
                raise self._fault("a number has too many digits") from error
            else:
                if end + _AHEAD <= len(self._text) or self._over:
                    self._place = end
                    return found
                self._read_on()  # a number may go on

    def end(self) -> None:
        """Raise Fault unless nothing more comes."""
        if self.next_sign():
            raise self._fault("there is something behind the end")

    def _read_on_or_fail(self, complaint: str, place: int) -> None:
        """Read more, because a value may be cut off by what is held; Fault where it is not."""
        held = len(self._text)
        if self._over:
            is_cut = place >= held - 1 or complaint.startswith("unterminated")
            raise self._fault("the file ends too early" if is_cut else complaint, place)
        if held - self._place > LARGEST_VALUE:
            is_long = place - self._place > LARGEST_VALUE // 2 or complaint.startswith("untermin")
            raise self._fault("a value is longer than 1 MB" if is_long else complaint, place)
        self._read_on()

    def _read_on(self) -> None:
        """Give up what was passed, and read some more."""
        data = self._file.read(_AT_ONCE)
        try:
            more = self._decode.decode(data, final=not data)
        except UnicodeDecodeError as error:
            where = self.done + error.start + 1
            raise Fault(f"byte {where} or near it is not UTF-8; expected UTF-8 text.") from error
        self.done += len(data)
        self._over = not data
        self._lines += self._text.count("\n", 0, self._place)
        self._text = self._text[self._place :] + more
        self._place = 0

    def _unlike(self, found: str, expected: str) -> Fault:
        if not found:
            return self._fault("the file ends too early")
        return self._fault(f"found {shown(found)}; expected {expected}")

    def _fault(self, reason: str, place: int | None = None) -> Fault:
        line = self._line(self._place if place is None else place)
        return Fault(f"this is not valid JSON at line {line}: {reason}.")

    def _line(self, place: int) -> int:
        return self._lines + self._text.count("\n", 0, place)


def _twice(key: str) -> str:
    return f"the key {shown(short(key))} is there twice; expected it once."


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        times = Counter(key for key, _value in pairs)
        raise Fault(_twice(next(key for key in times if times[key] > 1)))
    if not _can_be_kept("".join(found)):
        raise Fault(_NO_TEXT)
    return found


def _can_be_kept(text: str) -> bool:
    """Say whether a text is one; half of a pair of surrogates, alone, is none."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_number(name: str) -> float:
    raise Fault(f"{name} is no number; expected one, or null.")


def _number(text: str) -> float:
    found = float(text)
    if not isfinite(found):
        raise Fault(f"{short(text)} is too large a number; expected a smaller one.")
    return found
