"""What a FHIR bundle holds, once it was found to be valid."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from fhir.resources.R4B import get_fhir_model_class
from fhir.resources.R4B.bundle import Bundle

from rehabtimer.presenters.fhir import fhir_bundle
from rehabtimer.storage.store import Store

NOW = datetime(2026, 3, 9, 12, 30, tzinfo=UTC)
Json = dict[str, Any]


def resources(store: Store) -> list[Json]:
    """The resources of a bundle that is valid as a whole, and each by itself."""
    data = fhir_bundle(store, NOW)
    Bundle.model_validate_json(data)
    found: list[Json] = [entry["resource"] for entry in json.loads(data)["entry"]]
    for resource in found:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    return found


def only(store: Store, kind: str) -> Json:
    """The one resource of a kind."""
    (found,) = [each for each in resources(store) if each["resourceType"] == kind]
    return found


def words(resource: Json) -> list[str]:
    return [note["text"] for note in resource.get("note", [])]


def components(resource: Json) -> dict[str, Any]:
    """What else an observation says, by the words for it."""
    return {
        part["code"]["text"]: next(part[key] for key in part if key.startswith("value"))
        for part in resource.get("component", [])
    }


def references(value: object) -> Iterator[str]:
    """Every reference in a piece of JSON."""
    if isinstance(value, list):
        for each in value:
            yield from references(each)
    if isinstance(value, dict):
        if "reference" in value:
            yield value["reference"]
        yield from references(list(value.values()))
