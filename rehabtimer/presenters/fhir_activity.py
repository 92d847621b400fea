"""What was done, and what else was told, as FHIR resources."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from rehabtimer.core.records import SessionRecord, SessionStatus, Source
from rehabtimer.core.text import _
from rehabtimer.core.workouts import TotalScore, Workout
from rehabtimer.presenters.chart_words import sport_text
from rehabtimer.presenters.fhir_parts import (
    EXERCISE_ACTIVITY,
    EXERCISE_DURATION,
    EXERCISE_THERAPY,
    LOINC,
    SNOMED,
    Json,
    activity,
    coding,
    concept,
    edited,
    local_time,
    moment,
    notes,
    quantity,
    readable,
    reference,
    survey,
)

_STATUS: Final = {
    SessionStatus.ENDED: "completed",
    SessionStatus.LEFT: "stopped",
    SessionStatus.OPEN: "in-progress",
}


def session_procedure(
    record: SessionRecord, *, key: str, patient: str, programme: str, sets: tuple[int, int]
) -> Json:
    """Return a session as a procedure; `sets` are those planned and those done."""
    text = _("Exercise session: {programme}").format(programme=programme)
    return {
        "resourceType": "Procedure",
        "id": key,
        "status": _STATUS[record.status],
        "code": concept(text, coding(SNOMED, EXERCISE_THERAPY)),
        "subject": reference(patient),
        "performedPeriod": _period(record),
        **notes(_sets_text(*sets), *_origin(record), record.note),
    }


def workout_observation(
    workout: Workout, *, key: str, patient: str, answers: Iterable[str]
) -> Json:
    """Return other exercise as an observation; `answers` are the ids of what was told about it."""
    members = [reference(answer) for answer in answers]
    return {
        "resourceType": "Observation",
        "id": key,
        **edited(workout.edited_at),
        "category": activity(),
        "code": concept(_("Exercise"), coding(LOINC, EXERCISE_ACTIVITY)),
        "subject": reference(patient),
        "effectiveDateTime": local_time(workout.when),
        "valueCodeableConcept": concept(sport_text(workout.sport)),
        **notes(workout.note),
        **({"hasMember": members} if members else {}),
        **_amounts(workout),
    }


def total_observation(total: TotalScore, *, key: str, patient: str) -> Json:
    """Return the total of a questionnaire as an observation that bears its name."""
    text = readable(total.name) or _("Total of a questionnaire")
    most = {"code": concept(_("The scale goes to")), "valueQuantity": _score(total.most or 0)}
    return _told(text, total.day, key, patient) | {
        "valueQuantity": _score(total.value),
        **({"component": [most]} if total.most is not None else {}),
    }


def reliever_observation(day: date, *, key: str, patient: str) -> Json:
    """Return that a pain reliever was taken on a date."""
    return _told(_("Pain reliever taken"), day, key, patient) | {"valueBoolean": True}


def _told(text: str, day: date, key: str, patient: str) -> Json:
    return {
        "resourceType": "Observation",
        "id": key,
        "status": "final",
        "category": survey(),
        "code": concept(text),
        "subject": reference(patient),
        "effectiveDateTime": day.isoformat(),
    }


def _score(value: float) -> Json:
    return quantity(value, "score", "{score}")


def _period(record: SessionRecord) -> Json:
    """A period ends after it began, and not at all while the session is under way."""
    period = {"start": local_time(record.started)}
    if record.ended_at and record.ended_at >= record.started.at:
        period["end"] = moment(record.ended_at, record.started.offset)
    return period


def _sets_text(planned: int, done: int) -> str:
    text = _("Sets done: {done} of {planned}.")
    return text.format(done=done, planned=planned) if planned else ""


def _origin(record: SessionRecord) -> list[str]:
    added = _("Added by hand afterwards.") if record.source is Source.ADDED else ""
    return [added, _("Changed by hand afterwards.") if record.edited_at else ""]


def _amounts(workout: Workout) -> Json:
    found: list[Json] = []
    if workout.minutes is not None:
        code = concept(_("Minutes"), coding(LOINC, EXERCISE_DURATION))
        found.append({"code": code, "valueQuantity": quantity(workout.minutes, "min", "min")})
    if workout.metres is not None:
        code = concept(_("Distance"))
        found.append({"code": code, "valueQuantity": quantity(workout.metres, "m", "m")})
    if workout.warmed_up:
        text = _("Stretched and warmed up before and after")
        found.append({"code": concept(text), "valueBoolean": True})
    return {"component": found} if found else {}
