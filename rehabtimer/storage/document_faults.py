"""Says what is wrong with a row of an export: the key, what was found, and what was expected."""

import re
from typing import Any, Final, TypeVar, get_args

import msgspec

from rehabtimer.core.faults import MISSING, Fault, wrong
from rehabtimer.storage.document_row import Row

_PLACE: Final = re.compile(r" - at `\$\.?([^`]*)`$")
_LACKS: Final = re.compile(r"missing required field `([^`]+)`")
_KINDS: Final[dict[type, str]] = {str: "a text", int: "a whole number", float: "a number"}

_Kind = TypeVar("_Kind", bound=Row)


def checked(row: dict[str, Any], kind: type[_Kind]) -> _Kind:
    """Return a row as its struct; Fault with the key, what was found, and what was expected."""
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        raise _explained(str(error), row, kind) from error


def _explained(message: str, row: dict[str, Any], kind: type[Row]) -> Fault:
    place, lacks = _PLACE.search(message), _LACKS.search(message)
    if lacks and not place:
        return wrong(lacks[1], MISSING, _expected(kind, lacks[1]))
    key = place[1] if place else ""
    if key in row and not lacks:
        expected = _expected(kind, key)
        if row[key] is None:
            return Fault(f"{key} is null; expected {expected}.")
        return wrong(key, row[key], expected)
    reason = message.partition(" - at `")[0].replace("`", "")
    return Fault(f"{key}: {reason[:1].lower()}{reason[1:]}.")


def _expected(kind: type[Row], name: str) -> str:
    """Return what a column takes, in the words of its type."""
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    return " or ".join(_words(fields[name])) if name in fields else "something else"


def _words(annotation: Any) -> list[str]:
    metas = [m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, msgspec.Meta)]
    if metas:
        return [metas[0].description or f"a whole number from {metas[0].ge} to {metas[0].le}"]
    if annotation is type(None):
        return ["null"]
    if isinstance(annotation, type):
        words = getattr(annotation, "__members__", {}).values()
        return [f'"{word}"' for word in words] or [_KINDS.get(annotation, "an object")]
    parts = get_args(annotation)  # of a union, or the values of a Literal
    is_kind = [isinstance(part, type) or bool(get_args(part)) for part in parts]
    return [
        word
        for part, kind in zip(parts, is_kind, strict=True)
        for word in (_words(part) if kind else [msgspec.json.encode(part).decode()])
    ]
