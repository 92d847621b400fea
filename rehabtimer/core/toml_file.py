"""Reads one small TOML file from outside; whatever is wrong with it becomes one sentence."""

import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeVar, get_args

import msgspec

from rehabtimer.core.faults import MISSING, Fault, plain, short, wrong
from rehabtimer.core.toml_complaint import complaint
from rehabtimer.core.toml_types import LONGEST_TEXT

LARGEST_FILE: Final = 64 * 1024
MOST_DOTS: Final = 16

_Kind = TypeVar("_Kind", bound=msgspec.Struct)

# tomllib takes time that grows with the square of the dots in a key, so they are counted before.
_PART = r"""(?:[\w-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(
    rf"(?:^|[\[{{,])[ \t]*+{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_DOTS + 1}}}", re.MULTILINE
)
_WRONG_TYPE = re.compile(r"Expected `([^`]+)`(?:.* - at `\$\.([^`]+)`)?", re.DOTALL)
_JOINERS = "\u200c\u200d"  # without width, but part of words and of emoji
_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}


def fill(path: Path, kind: type[_Kind]) -> _Kind:
    """Return the file at `path` as a struct with every key known and every text presentable.

    Raises Fault for anything else: no file, over 64 kB, not UTF-8, not TOML, wrong keys or types.
    """
    return filled(read_table(read_bytes(path)), kind)


def filled(table: dict[str, object], kind: type[_Kind]) -> _Kind:
    """Return the keys of a file as a struct; Fault where one is unknown, missing or unfit."""
    try:
        found = msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        _check_keys(table, kind, "")
        raise _wrong_type(str(error), table) from error
    for key, text in _texts(table, ""):
        _check_text(key, text)
    return found


def read_bytes(path: Path) -> bytes:
    """Return what is in a file, or as much as shows that it is too large.

    Raises Fault where there is no ordinary file that can be read.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Fault("this is a folder or a device; expected a file.")
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        folder = short(plain(_whole(path.parent)))
        raise Fault(f"the file is missing; expected it in {folder}.") from error
    except (OSError, ValueError) as error:
        raise Fault(f"the file cannot be read: {getattr(error, 'strerror', error)}.") from error


def _whole(folder: Path) -> str:
    try:
        return str(folder.resolve())
    except OSError:  # the folder that we are in has gone
        return str(folder)


def read_table(data: bytes) -> dict[str, object]:
    """Return the keys of a TOML file; Fault where it cannot be read within bounds."""
    text = _decoded(data)
    if _LONG_KEY.search(text):
        raise Fault(f"a key has more than {MOST_DOTS} dots; expected fewer.")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Fault("lists or tables are nested too deeply; expected a few levels.") from error
    except ValueError as error:
        raise Fault(f"this is not valid TOML{complaint(str(error))}.") from error


def _decoded(data: bytes) -> str:
    if len(data) > LARGEST_FILE:
        raise Fault("the file is larger than 64 kB; expected a few kB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault(f"byte {error.start + 1} is not UTF-8; expected UTF-8 text.") from error


def _check_keys(table: Mapping[str, object], kind: type[msgspec.Struct], key: str) -> None:
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name, value in table.items():
        if name not in fields:
            raise wrong(key + name, value, "a known key: " + ", ".join(fields))
    for name, field in fields.items():
        if name in table:
            _check_inner_keys(table[name], field.type, key + name)
        elif field.required:
            raise wrong(key + name, MISSING, _wanted(field.type))


def _check_inner_keys(value: object, annotation: object, key: str) -> None:
    inner = _struct_in(annotation)
    if inner is None:
        return
    items = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
    for index, item in items:
        if isinstance(item, dict):
            _check_keys(item, inner, f"{key}." if index is None else f"{key}[{index}].")


def _struct_in(annotation: object) -> type[msgspec.Struct] | None:
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return annotation
    found = (_struct_in(inner) for inner in get_args(annotation))
    return next((inner for inner in found if inner), None)


def _wanted(annotation: object) -> str:
    """Return what a type takes, in words, by asking msgspec to refuse something."""
    refusal = ""
    try:
        msgspec.convert(MISSING, annotation)
    except msgspec.ValidationError as error:
        refusal = str(error)
    return _words(refusal)


def _wrong_type(message: str, table: dict[str, object]) -> Fault:
    """Name key and value; all keys are known by now, so the path in the message can be trusted."""
    match = _WRONG_TYPE.match(message)
    key = match[2] if match else ""
    value: object = table
    for name, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", key):
        value = value[int(index) if index else name]  # type: ignore[index]
    return wrong(key, value, _words(message))


def _words(message: str) -> str:
    match = _WRONG_TYPE.match(message)
    names = match[1].split(" | ") if match else []
    if "float" in names:
        names.remove("int")
    return " or ".join(_TYPES[name] for name in names if name in _TYPES)


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{key}[{index}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, f"{key}.{name}" if key else name)


def _check_text(key: str, text: str) -> None:
    if not text.strip():
        raise wrong(key, text, "some text, or the key left out")
    if len(text) > LONGEST_TEXT:
        raise wrong(key, text, f"at most {LONGEST_TEXT} characters")
    if not all(map(_is_plain, text)):
        raise wrong(key, text, "one line without control or direction characters")


def _is_plain(character: str) -> bool:
    blank = character.isspace() and ord(character) >= ord("\u00a0")
    return (
        character.isprintable()
        or (blank and character not in "\u2028\u2029")
        or (character in _JOINERS)
    )
