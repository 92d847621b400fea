"""The small parts that FHIR resources (release 4) are made of, as plain JSON values.

Every code was looked up; where none says what is meant, words stand alone. This material contains
content from LOINC (loinc.org), copyright Regenstrief Institute, Inc. and the LOINC Committee, free
under its licence; SNOMED CT is copyright of SNOMED International.
"""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final
from uuid import UUID, uuid5

from rehabtimer.core.records import Stamp

Json = dict[str, Any]

_IDS: Final = UUID("6c5d1c7e-6f0b-4e0c-9d3a-5a1f8f0c7b52")
_TERMS: Final = "http://terminology.hl7.org/CodeSystem"
LOINC, SNOMED, UCUM = "http://loinc.org", "http://snomed.info/sct", "http://unitsofmeasure.org"

PAIN_SCORE: Final = "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
EXERCISE_ACTIVITY: Final = "73985-4", "Exercise activity"
EXERCISE_DURATION: Final = "55411-3", "Exercise duration"
EXERCISE_THERAPY: Final = "229065009", "Exercise therapy"

_FURTHEST_OFFSET = 14 * 60  # minutes; FHIR knows no time zone beyond
_CONTROL = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}


def identity(kind: str, key: str) -> str:
    """Return the id of a row of a table: a UUID, the same in every export."""
    return str(uuid5(_IDS, f"{kind}/{key}"))


def urn(key: str) -> str:
    """Return the address of a resource inside its bundle."""
    return f"urn:uuid:{key}"


def reference(key: str) -> Json:
    """Return a reference to a resource of the same bundle."""
    return {"reference": urn(key)}


def coding(system: str, code: tuple[str, str]) -> Json:
    """Return one code of a system, with its official words."""
    return {"system": system, "code": code[0], "display": code[1]}


def concept(text: str, *codings: Json) -> Json:
    """Return a meaning: in words, and in codes if there are any."""
    return {"coding": list(codings), "text": text} if codings else {"text": text}


def term(system: str, code: str, display: str) -> Json:
    """Return a code of one of HL7's own systems, by the last part of its address."""
    return coding(f"{_TERMS}/{system}", (code, display))


def survey() -> list[Json]:
    """Return the category of what a person told about themselves."""
    return [{"coding": [term("observation-category", "survey", "Survey")]}]


def activity() -> list[Json]:
    """Return the category of what a person did."""
    return [{"coding": [term("observation-category", "activity", "Activity")]}]


def quantity(value: float, unit: str, code: str) -> Json:
    """Return an amount with its unit, in words and in UCUM."""
    whole = int(value) if value == int(value) else value
    return {"value": whole, "unit": unit, "system": UCUM, "code": code}


def notes(*texts: str) -> Json:
    """Return the remarks that have any words in them, each by itself; nothing where none has."""
    kept = [text for text in map(readable, texts) if text]
    return {"note": [{"text": text} for text in kept]} if kept else {}


def readable(text: str) -> str:
    """Return a person's words without what FHIR forbids in a string."""
    return text.translate(_CONTROL).strip()


def local_time(stamp: Stamp) -> str:
    """Return a moment as the clock on the wall had it, with its distance from UTC."""
    return moment(stamp.at, stamp.offset)


def moment(at: datetime, offset: int) -> str:
    """Return a moment with an offset in minutes; in UTC where FHIR has no such offset."""
    zone = timezone(timedelta(minutes=offset)) if abs(offset) <= _FURTHEST_OFFSET else UTC
    return at.astimezone(zone).isoformat(timespec="seconds")


def edited(at: datetime | None) -> Json:
    """Return the status of an answer, and when it was changed by hand if it was."""
    return {"status": "amended", "issued": moment(at, 0)} if at else {"status": "final"}
