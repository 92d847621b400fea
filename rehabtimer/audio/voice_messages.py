"""What the window and the child that speaks tell each other: one line of JSON a message."""

import sys
import unicodedata

import msgspec

LONGEST_TEXT = 300  # characters: half a minute of speech
_UNSPOKEN = {"Cc", "Cs", "Co", "Zl", "Zp"}  # control characters, half ones, private ones, breaks


class VoiceName(msgspec.Struct, frozen=True):
    """A voice of this computer: the name to keep, and the text to show."""

    name: str
    text: str


class Say(msgspec.Struct, frozen=True, tag="say"):
    """Say this, and nothing that was asked before; `rate` is -1 to 1, `volume` 0 to 1."""

    text: str
    voice: str = ""
    rate: float = 0.0
    volume: float = 1.0


class Hush(msgspec.Struct, frozen=True, tag="hush"):
    """End what is being said."""


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The engine is there, and these are the voices that can read the program's language."""

    voices: tuple[VoiceName, ...]


class Speaking(msgspec.Struct, frozen=True, tag="speaking"):
    """What was asked for last is being said now."""


class Quiet(msgspec.Struct, frozen=True, tag="quiet"):
    """Nothing is being said any more."""


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """There is no voice here; these packages would bring one, if that is known."""

    packages: tuple[str, ...] = ()


Wish = Say | Hush
Answer = Ready | Speaking | Quiet | Failed

_wishes: msgspec.json.Decoder[Wish] = msgspec.json.Decoder(Wish)
_answers: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


def line_of(message: Wish | Answer) -> str:
    """Return a message as one line, without its end."""
    return msgspec.json.encode(message).decode()


def read_wish(line: str | bytes) -> Wish:
    """Return what the window asks for; msgspec.MsgspecError for anything else."""
    return _wishes.decode(line)


def read_answer(line: str | bytes) -> Answer:
    """Return what the child tells; msgspec.MsgspecError for anything else."""
    return _answers.decode(line)


def tell(answer: Answer) -> None:
    """Write an answer to standard output, at once; this is for the child."""
    sys.stdout.buffer.write(line_of(answer).encode() + b"\n")
    sys.stdout.buffer.flush()


def plain(text: str) -> str:
    """Return a text without control characters and markup, at most 300 characters long.

    An engine may take a text that begins with `<` for commands (SSML), and some texts are a
    person's own.
    """
    kept = "".join(sign if _is_plain(sign) else " " for sign in text)
    return " ".join(kept.split())[:LONGEST_TEXT]


def _is_plain(sign: str) -> bool:
    return sign not in "<>&" and unicodedata.category(sign) not in _UNSPOKEN
