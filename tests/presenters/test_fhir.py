"""The FHIR bundle: valid release 4, of one person about whom nothing is told."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from rehabtimer import paths
from rehabtimer.core.catalogue import load_programme
from rehabtimer.core.errors import UserError
from rehabtimer.core.pain import Moment
from rehabtimer.core.programme import Side
from rehabtimer.core.records import PainEntry, SessionStatus, planned_sets
from rehabtimer.demo import make_history, write
from rehabtimer.presenters.fhir import fhir_bundle, fhir_lines, write_fhir
from rehabtimer.storage.store import Store
from tests.support.fhir import NOW, components, only, references, resources, words
from tests.support.histories import pain, session, stamp


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "rehabtimer.db", now=lambda: NOW) as store:
        yield store


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Store]:
    """Twenty-five days of a made-up history, with a flare-up."""
    with Store.open(tmp_path / "demo.db", now=lambda: NOW) as store:
        write(make_history(load_programme(paths.resources()), NOW.date(), 26), store)
        yield store


# The bundle


def test_a_whole_history_is_a_valid_bundle(demo: Store) -> None:
    found = resources(demo)
    kinds = [resource["resourceType"] for resource in found]
    assert kinds.count("Patient") == 1
    assert kinds.count("Procedure") == len(demo.history.sessions(None, date.max)) > 15
    scores = [each for each in found if "72514-3" in json.dumps(each.get("code", {}))]
    assert len(scores) == len(demo.diary.entries(None, date.max)) > 80
    assert kinds.count("Observation") == len(scores) + len(
        [
            *demo.workouts.between(None, date.max),
            *demo.total_scores.between(None, date.max),
            *demo.diary.relievers(None, date.max),
        ]
    )


def test_every_reference_leads_to_something_in_the_bundle(demo: Store) -> None:
    bundle = json.loads(fhir_bundle(demo, NOW))
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(urls) == len(set(urls))
    assert all(
        entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}" for entry in bundle["entry"]
    )
    assert [UUID(url) for url in urls], "each is a UUID"
    assert set(references(bundle)) <= set(urls)
    about = {entry["resource"]["subject"]["reference"] for entry in bundle["entry"][1:]}
    assert about == {urls[0]}
    assert any("hasMember" in entry["resource"] for entry in bundle["entry"])
    assert any("partOf" in entry["resource"] for entry in bundle["entry"])


def test_nothing_says_who_it_is(demo: Store) -> None:
    named = replace(demo.preferences.settings(), report_name="Jo Example")
    demo.preferences.save(named)
    patient, *others = resources(demo)
    assert b"Jo Example" not in fhir_bundle(demo, NOW)
    assert patient["resourceType"] == "Patient"
    assert set(patient) == {"resourceType", "id", "meta"}
    assert not {"performer", "recorder", "asserter"} & {key for each in others for key in each}
    assert patient["id"] not in {course.id for course in demo.courses.all()}


def test_the_same_history_is_the_same_bytes(demo: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "again.db", now=lambda: NOW) as again:
        write(make_history(load_programme(paths.resources()), NOW.date(), 26), again)
        assert fhir_bundle(again, NOW) == fhir_bundle(demo, NOW)
    later = json.loads(fhir_bundle(demo, NOW + timedelta(days=1)))
    assert later.pop("timestamp") == "2026-03-10T12:30:00+00:00"
    assert later.items() <= json.loads(fhir_bundle(demo, NOW)).items()


def test_it_comes_a_resource_a_line(demo: Store) -> None:
    lines = fhir_bundle(demo, NOW).decode().splitlines()
    assert len(lines) == len(resources(demo)) + 2
    assert len(list(fhir_lines(demo, NOW))) == len(lines)


def test_an_empty_history_has_the_patient_alone(store: Store) -> None:
    (patient,) = resources(store)
    assert set(patient) == {"resourceType", "id"}


def test_what_is_made_up_says_so(store: Store, demo: Store) -> None:
    assert b"HTEST" not in fhir_bundle(store, NOW)
    bundle = json.loads(fhir_bundle(demo, NOW))
    (label,) = bundle["meta"]["security"]
    assert label["code"] == "HTEST"
    assert bundle["entry"][0]["resource"]["meta"] == bundle["meta"]


# Pain


def test_an_answer_is_pain_by_its_code_with_the_time_on_the_wall(store: Store) -> None:
    store.diary.add(replace(pain(4), note="Slept badly"))
    told = only(store, "Observation")
    assert told["code"]["coding"] == [
        {
            "system": "http://loinc.org",
            "code": "72514-3",
            "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
        }
    ]
    assert told["valueQuantity"] == {
        "value": 4,
        "unit": "score",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }
    assert told["effectiveDateTime"] == "2026-03-02T07:30:00+01:00"
    assert (told["status"], told["category"][0]["coding"][0]["code"]) == ("final", "survey")
    assert words(told) == ["Slept badly"]
    assert components(told) == {"Occasion": "In the morning"}
    assert "dataAbsentReason" not in told


@pytest.mark.parametrize(
    "knee, code, text",
    [
        (Side.LEFT, "82169009", "Left knee"),
        (Side.RIGHT, "6757004", "Right knee"),
        (Side.BOTH, "72696002", "Both knees"),
    ],
)
def test_each_knee_has_its_place(store: Store, knee: Side, code: str, text: str) -> None:
    store.diary.add(pain(0, knee=knee))
    told = only(store, "Observation")
    assert told["valueQuantity"]["value"] == 0
    (coding,) = told["bodySite"]["coding"]
    assert (coding["system"], coding["code"]) == ("http://snomed.info/sct", code)
    assert told["bodySite"]["text"] == text


def hurt(**changes: Any) -> PainEntry:
    """Somebody said during a session that something hurt, without a score."""
    entry = replace(
        pain(0, moment=Moment.DURING),
        score=None,
        exercise="step-up",
        side=Side.LEFT,
        set=1,
        rep=6,
    )
    return replace(entry, **changes)


def test_what_hurt_without_a_score_says_that_none_is_known(store: Store) -> None:
    store.diary.add(hurt())
    told = only(store, "Observation")
    assert "valueQuantity" not in told
    (reason,) = told["dataAbsentReason"]["coding"]
    assert reason["code"] == "unknown"
    assert components(told) == {"Occasion": "Step up, left leg, set 1, rep 6"}


def test_signs_that_ask_for_a_doctor_are_told(store: Store) -> None:
    store.diary.add(hurt(sharp=True, locking=True))
    told = components(only(store, "Observation"))
    assert told["Sharp pain"] is True
    assert told["Swelling, locking or giving way"] is True


def test_an_exercise_whose_file_is_gone_keeps_its_name(store: Store) -> None:
    store.diary.add(hurt(exercise="my-own-bridge", side=None))
    assert components(only(store, "Observation"))["Occasion"] == "My own bridge"


def test_an_answer_with_no_occasion_has_none(store: Store) -> None:
    store.diary.add(pain(2, moment=Moment.EXTRA))
    assert "component" not in only(store, "Observation")


def test_a_changed_answer_says_when(store: Store) -> None:
    store.diary.add(replace(pain(2), edited_at=NOW))
    told = only(store, "Observation")
    assert (told["status"], told["issued"]) == ("amended", "2026-03-09T12:30:00+00:00")


def test_an_answer_outlives_its_session(store: Store) -> None:
    record = session(status=SessionStatus.ENDED)
    store.history.begin(record, planned_sets(record.id, record.prescription))
    store.diary.add(replace(pain(2), session=record.id))
    assert any("partOf" in each for each in resources(store))
    store.history.remove(record.id)
    assert "partOf" not in only(store, "Observation")


@pytest.mark.parametrize(
    "offset, told",
    [
        (330, "2026-03-02T07:30:00+05:30"),
        (-570, "2026-03-02T07:30:00-09:30"),
        (0, "2026-03-02T07:30:00+00:00"),
        (840, "2026-03-02T07:30:00+14:00"),
        (900, "2026-03-01T16:30:00+00:00"),  # no such offset in FHIR
        (-900, "2026-03-02T22:30:00+00:00"),
    ],
)
def test_moments_keep_their_distance_from_utc(store: Store, offset: int, told: str) -> None:
    store.diary.add(replace(pain(2), when=stamp(offset=offset)))
    assert only(store, "Observation")["effectiveDateTime"] == told


def test_words_stay_as_they_are_but_for_what_no_string_may_hold(store: Store) -> None:
    note = '  <b>"Ouch"</b>\n\x07Größe 🦵\u200d & 5 * 3\x00 '
    store.diary.add(replace(pain(2), note=note))
    store.diary.add(replace(pain(2), note=" \x01 "))
    told = [words(each) for each in resources(store) if each["resourceType"] == "Observation"]
    assert sorted(told) == [[], ['<b>"Ouch"</b>\n Größe 🦵\u200d & 5 * 3']]


# The file


def test_the_file_is_the_bundle(demo: Store, tmp_path: Path) -> None:
    file = tmp_path / "out.fhir.json"
    write_fhir(demo, file, NOW)
    assert file.read_bytes() == fhir_bundle(demo, NOW)


def test_a_file_that_cannot_be_written_leaves_nothing(demo: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="was not written"):
        write_fhir(demo, tmp_path / "no folder" / "out.fhir.json", NOW)
    assert not list(tmp_path.glob("*.fhir.json"))
