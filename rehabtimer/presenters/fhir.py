"""Everything that was kept as a FHIR bundle (release 4), for a therapist's own program.

`docs/fhir.md` says what becomes of what. There is one patient, about whom nothing is told.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from rehabtimer import paths
from rehabtimer.core.programme import Exercise, lost
from rehabtimer.core.records import Course, SessionRecord
from rehabtimer.core.text import _
from rehabtimer.presenters.fhir_activity import (
    reliever_observation,
    session_procedure,
    total_observation,
    workout_observation,
)
from rehabtimer.presenters.fhir_pain import pain_observation
from rehabtimer.presenters.fhir_parts import Json, identity, moment, term, urn
from rehabtimer.presenters.library_shelf import Shipped, read_shelf
from rehabtimer.storage.own_files import write_file

if TYPE_CHECKING:
    from rehabtimer.storage.store import Store


def fhir_bundle(store: "Store", now: datetime) -> bytes:
    """Return the bundle as JSON in UTF-8; the same history at the same moment is the same bytes.

    An empty history makes a bundle with the patient alone.
    """
    return b"".join(fhir_lines(store, now))


def fhir_lines(store: "Store", now: datetime) -> Iterator[bytes]:
    """Yield the bundle line by line, a resource on each."""
    made_up = _made_up() if store.preferences.demo() else {}
    head: Json = {"resourceType": "Bundle", **made_up, "type": "collection"}
    head["timestamp"] = moment(now, 0)
    yield msgspec.json.encode(head)[:-1] + b',"entry":['
    comma = b"\n"
    for resource in _Contents(store).resources(made_up):
        entry = {"fullUrl": urn(resource["id"]), "resource": resource}
        yield comma + msgspec.json.encode(entry)
        comma = b",\n"
    yield b"\n]}\n"


def write_fhir(store: "Store", path: Path, now: datetime) -> None:
    """Write the bundle into a file, whole or not at all; UserError, one sentence, if it fails."""
    write_file(path, fhir_bundle(store, now))


def _made_up() -> Json:
    """Tell every program that reads it that this is nobody's history."""
    return {"meta": {"security": [term("v3-ActReason", "HTEST", "test health data")]}}


class _Contents:
    """What is kept, read once: nothing is referred to that is not in the bundle."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._courses = store.courses.all()
        self._sessions = store.history.sessions(None, date.max)
        self._answers = store.diary.entries(None, date.max)
        self._names = _Names(store.database.path, self._courses)
        self._patient = identity("patients", self._courses[0].id if self._courses else "")

    def resources(self, made_up: Json) -> Iterator[Json]:
        """Yield the patient, then what was done and told, each of it oldest first."""
        yield {"resourceType": "Patient", "id": self._patient, **made_up}
        yield from self._procedures()
        yield from self._workouts()
        yield from self._pain()
        for total in self._store.total_scores.between(None, date.max):
            key = identity("total_scores", total.id)
            yield total_observation(total, key=key, patient=self._patient)
        for day in sorted(self._store.diary.relievers(None, date.max)):
            key = identity("relievers", f"{self._patient}/{day}")
            yield reliever_observation(day, key=key, patient=self._patient)

    def _procedures(self) -> Iterator[Json]:
        sets = self._store.history.set_counts()
        for record in self._sessions:
            yield session_procedure(
                record,
                key=identity("sessions", record.id),
                patient=self._patient,
                programme=self._names.programme(record),
                sets=sets.get(record.id, (0, 0)),
            )

    def _workouts(self) -> Iterator[Json]:
        told: defaultdict[str, list[str]] = defaultdict(list)
        for entry in self._answers:
            if entry.workout:
                told[entry.workout].append(identity("pain", entry.id))
        for workout in self._store.workouts.between(None, date.max):
            key, answers = identity("workouts", workout.id), told[workout.id]
            yield workout_observation(workout, key=key, patient=self._patient, answers=answers)

    def _pain(self) -> Iterator[Json]:
        sessions = {record.id for record in self._sessions}
        for entry in self._answers:
            yield pain_observation(
                entry,
                key=identity("pain", entry.id),
                patient=self._patient,
                session=identity("sessions", entry.session) if entry.session in sessions else None,
                exercise=self._names.exercise(entry.exercise) if entry.exercise else None,
            )


class _Names:
    """The names of exercises and programmes, own ones too, also those that were taken away."""

    def __init__(self, database: Path, courses: list[Course]) -> None:
        self._shipped = Shipped(paths.resources())
        self._shelf = read_shelf(paths.own_folder(database), self._shipped)
        self._programmes = {course.id: course.programme for course in courses}

    def exercise(self, key: str) -> Exercise:
        mine = self._shelf.exercises.get(key) or self._shelf.removed_exercises.get(key)
        return mine or self._shipped.exercise(key) or lost(key)

    def programme(self, record: SessionRecord) -> str:
        """A session of a course that is gone still knows what it was prescribed by."""
        key = self._programmes.get(record.programme, record.prescription.programme)
        mine = self._shelf.listings.get(key) or self._shelf.removed_listings.get(key)
        found = mine or self._shipped.listing(key)
        return _(found.name) if found else key
