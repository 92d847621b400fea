"""An answer about pain as a FHIR observation."""

from typing import Final

from rehabtimer.core.programme import Exercise, Side
from rehabtimer.core.records import PainEntry
from rehabtimer.core.text import _
from rehabtimer.presenters.fhir_parts import (
    LOINC,
    PAIN_SCORE,
    SNOMED,
    Json,
    coding,
    concept,
    edited,
    local_time,
    notes,
    quantity,
    reference,
    survey,
    term,
)
from rehabtimer.presenters.pain_words import occasion_text
from rehabtimer.presenters.wording import knee_text

_KNEES: Final = {
    Side.LEFT: ("82169009", "Structure of left knee region"),
    Side.RIGHT: ("6757004", "Structure of right knee region"),
    Side.BOTH: ("72696002", "Knee region structure"),
}


def pain_observation(
    entry: PainEntry, *, key: str, patient: str, session: str | None, exercise: Exercise | None
) -> Json:
    """Return an observation of pain, 0 to 10 by LOINC 72514-3.

    `key`, `patient` and `session` are ids of resources; `exercise` is the one that hurt. An answer
    without a score says that it is not known.
    """
    return {
        "resourceType": "Observation",
        "id": key,
        **edited(entry.edited_at),
        "category": survey(),
        "code": concept(_("Pain of a knee, 0 to 10"), coding(LOINC, PAIN_SCORE)),
        "subject": reference(patient),
        "effectiveDateTime": local_time(entry.when),
        **_score(entry),
        "bodySite": concept(knee_text(entry.knee), coding(SNOMED, _KNEES[entry.knee])),
        **({"partOf": [reference(session)]} if session else {}),
        **notes(entry.note),
        **_components(entry, exercise),
    }


def _score(entry: PainEntry) -> Json:
    if entry.score is None:
        missing = concept(_("It hurt, without a score"), _unknown())
        return {"dataAbsentReason": missing}
    return {"valueQuantity": quantity(entry.score, "score", "{score}")}


def _unknown() -> Json:
    return term("data-absent-reason", "unknown", "Unknown")


def _components(entry: PainEntry, exercise: Exercise | None) -> Json:
    """When it was asked or told, and what was ticked besides."""
    found: list[Json] = []
    if occasion := occasion_text(entry, exercise):
        found.append({"code": concept(_("Occasion")), "valueString": occasion})
    if entry.sharp:
        found.append({"code": concept(_("Sharp pain")), "valueBoolean": True})
    if entry.locking:
        text = _("Swelling, locking or giving way")
        found.append({"code": concept(text), "valueBoolean": True})
    return {"component": found} if found else {}
