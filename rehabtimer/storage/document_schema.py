"""The JSON Schema of an export, from the rows that are read (docs/export.schema.json)."""

from typing import Any, Final

import msgspec

from rehabtimer.storage.document_rows import ROWS, FileRow
from rehabtimer.storage.schema import FORMAT, FORMAT_VERSION

_TEMPLATE: Final = "#/$defs/{name}"


def export_schema() -> dict[str, Any]:
    """Return a schema (2020-12) of what is written now.

    It cannot say that a row belongs to another one in the file, or that a date is in a calendar.
    """
    kinds = (*ROWS.values(), FileRow)
    references, parts = msgspec.json.schema_components(kinds, ref_template=_TEMPLATE)
    rows = {name: _list_of(ref) for name, ref in zip(ROWS, references, strict=False)}
    moment = parts["FileRow"]["properties"]["updated_at"]
    head = {
        "format": {"const": FORMAT},
        "version": {"const": FORMAT_VERSION},
        "exported_at": moment,
        "program": {"type": "string"},
        "tables": {"type": "object", "properties": rows, "required": list(rows)},
        "files": _list_of(references[-1]),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An export of RehabTimer",
        "type": "object",
        "properties": head,
        "required": list(head),
        "$defs": parts,
    }


def _list_of(reference: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": reference}
